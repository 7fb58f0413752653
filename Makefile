# Everything that a user or a contributor runs. `make help` lists the targets.
SHELL := /bin/bash
CORPUS ?= seeds/documents
OUT ?= out
SHARED ?= ../shared
FUZZTIME ?= 1m
CYCLONEDX_VERSION := v1.10.0
WINK := wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1
LINT_VERSION := v2.15.0
LINT := .tools/golangci-lint-$(LINT_VERSION)
GO_FILES := $(shell find . -name '*.go' -not -path './.venv/*')

.DEFAULT_GOAL := help
.PHONY: help build datasets test test-go faults fuzz supply sbom readers check fmt fmt-check vet lint docs docs-check score suites factbook bench bench-quick bench-go peers clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo '  CORPUS=$(CORPUS) OUT=$(OUT) FUZZTIME=$(FUZZTIME) SHARED=$(SHARED) are what they are unless you say otherwise: make datasets CORPUS=~/articles'
	@if [ -d "$(SHARED)" ]; then echo '  SHARED is a folder of texts, gold and suites of others, which are no part of the project; it is there, and tests and scores use it.'; else \
	  echo '  SHARED is a folder of texts, gold and suites of others, which are no part of the project; it is absent here. Nothing else needs it:'; \
	  echo '  score leaves its corpus out, and suites, factbook and the tests that compare with it are skipped, and say so under go test -v.'; fi

build: bin/ties ## build the command, bin/ties

bin/ties: $(GO_FILES) go.mod go.sum $(shell find seeds schemas stages -name '*.tsv' -o -name '*.yaml' -o -name '*.txt' -path '*/patterns/*')
	go build -trimpath -o $@ .

datasets: bin/ties ## read CORPUS (seeds/documents) and publish its tables under OUT (out)
	bin/ties build --corpus "$(CORPUS)" --out "$(OUT)"

test: readers ## run all tests, read-back by DuckDB, pandas, pyarrow and polars included
	TIES_PYTHON="$$(stages/publish/readback/setup.sh .venv)" go test ./...

test-go: ## run the tests without the Python readers
	go test ./...

faults: readers ## kill, fill, break and stop builds in every way of docs/reliability.md, and print its table (root also mounts small disks)
	@set -o pipefail; TIES_FAULTS=full TIES_PYTHON="$$(stages/publish/readback/setup.sh .venv)" go test ./faults -count=1 -timeout 2h -v | tee /dev/stderr | sed -n 's/.*ROW //p'

fuzz: ## give every reader and the whole way of a document inputs of the fuzzer's own, FUZZTIME (1m) each; what it finds stays in testdata/fuzz
	@for p in $$(go list ./...); do for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	  echo "$$p $$f"; go test $$p -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $(FUZZFLAGS) || exit 1; done; done

supply: ## verify modules and their licences, and that two builds give the same bytes
	go mod verify
	go test ./supply -count=1
	supply/reproduce.sh

sbom: ## list what the command is made of, bin/ties.cdx.json (CycloneDX)
	@mkdir -p bin
	go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@$(CYCLONEDX_VERSION) app -json -licenses -output bin/ties.cdx.json .

readers: ## set up the pinned Python readers in .venv
	@stages/publish/readback/setup.sh .venv > /dev/null

check: fmt-check vet lint docs-check test ## before each commit: format, vet, lint with the layering rule, docs, tests

fmt: ## format the Go files
	gofmt -w $(GO_FILES)

fmt-check: ## fail where a Go file is not formatted
	@files="$$(gofmt -l $(GO_FILES))"; if [ -n "$$files" ]; then echo "not formatted, run make fmt:"; echo "$$files"; exit 1; fi

vet: ## run go vet
	go vet ./...

lint: $(LINT) ## run the pinned golangci-lint, which holds the layers
	$(LINT) run ./...

$(LINT):
	GOBIN="$(CURDIR)/.tools" go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	mv .tools/golangci-lint $@

docs: ## write the docs that follow from declarations and commands
	go test ./commands -run TestDocs -count=1 -update

docs-check: ## fail where those docs are stale
	go test ./commands -run TestDocs -count=1

score: bin/ties ## score the claims against every gold at hand
	@echo "seeds/documents"; bin/ties evaluate --corpus seeds/documents --gold seeds/gold/documents.jsonl
	@for c in develop fresh unseen last opened sealed; do echo "seeds/gold/corpus/$$c"; bin/ties evaluate --corpus seeds/gold/corpus/$$c --gold seeds/gold/corpus/$$c/gold.jsonl; done
	@if [ -d "$(SHARED)/seeds" ]; then echo "$(SHARED)/seeds"; bin/ties evaluate --corpus "$(SHARED)/seeds" --gold "$(SHARED)/gold/seeds.jsonl"; fi

suites: ## score numbers, dates and names against others' suites in SHARED (../shared)
	TIES_SHARED="$(abspath $(SHARED))" go test ./stages/annotate/suites -count=1 -v | grep -v '^=== '

factbook: ## score the claims from the World Factbook's pages against its tables in SHARED (../shared)
	TIES_SHARED="$(abspath $(SHARED))" go test ./stages/extract -run Factbook -count=1 -v | grep -v '^=== '

BENCH = cd bench && go run . -ties ../bin/ties -shared "$(abspath $(SHARED))" -tools ../.tools -python "$(CURDIR)/.venv/bin/python" $(BENCHFLAGS)

bench: bin/ties peers ## measure ties beside its peers on texts in SHARED (../shared), and write docs/performance.md; takes an hour
	$(BENCH)

bench-quick: bin/ties peers ## the same on small texts, in a few minutes; nothing is written
	$(BENCH) -quick

bench-go: ## run the Go benchmarks: the scan, the matching of rules, the declarations
	go test ./... -run '^$$' -bench . -benchmem

peers: readers .tools/ripgrep .tools/wink ## set up what the bench compares with, in .tools and .venv; what can't be had is left out

.tools/ripgrep:
	@mkdir -p .tools/deb && cd .tools/deb && apt-get download -qq ripgrep && dpkg -x ripgrep_*.deb ../ripgrep || echo "ripgrep can't be had: no apt or no network"

.tools/wink:
	@npm install --silent --prefix .tools/wink $(WINK) || echo "wink-nlp can't be had: no npm or no network"

clean: ## remove what was built; tables in OUT stay
	rm -rf bin .tools .venv
