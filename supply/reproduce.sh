#!/usr/bin/env bash
# Builds the command twice, in two folders and without anything from an earlier build, and fails where the bytes differ.
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir "$work/1"
tar -c --exclude=.git --exclude=.venv --exclude=.tools --exclude=bin --exclude=out . | tar -x -C "$work/1"
cp -a "$work/1" "$work/2" # of the same moment: someone may be at work in the folder
for n in 1 2; do
  (cd "$work/$n" && GOCACHE="$work/cache-$n" CGO_ENABLED=0 go build -trimpath -buildvcs=false -o "$work/ties-$n" .)
done
sha256sum "$work"/ties-1 "$work"/ties-2 | sed "s|$work/||"
cmp "$work/ties-1" "$work/ties-2"
echo "the same bytes twice"
