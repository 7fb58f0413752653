package faults

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

// TestOthers does to what one would use instead what TestKill does to ties: a Parquet file is overwritten by DuckDB's COPY and by pandas'
// to_parquet, and the process is killed at points spread over that. It counts how often the file that was there is lost, and fails
// only where nothing could be counted.
func TestOthers(t *testing.T) {
	python, err := filepath.Abs("../.venv/bin/python")
	if err != nil {
		t.Fatal(err)
	}
	if named := os.Getenv("TIES_PYTHON"); named != "" {
		python = named
	}
	if _, err := os.Stat(python); err != nil {
		t.Skip("no Python with DuckDB and pandas: run `make readers`, or name one in TIES_PYTHON")
	}
	for _, tool := range []string{"duckdb", "pandas"} {
		n, lost, left := count(3, 60), 0, 0
		for i := range n {
			dir := t.TempDir()
			path := filepath.Join(dir, "table.parquet")
			killed(t, exec.Command(python, "overwrite.py", tool, path), time.Duration(i*400/n)*time.Millisecond)
			if !readable(path) {
				lost++
			}
			if all, err := os.ReadDir(dir); err == nil && len(all) > 1 {
				left++
			}
		}
		tried(t, map[string]string{"duckdb": "DuckDB `COPY … TO` over a Parquet file, `kill -9`", "pandas": "pandas `to_parquet` over a Parquet file, `kill -9`"}[tool],
			n, fmt.Sprintf("the file was lost %d times; a temporary file stayed %d times", lost, left), 0)
	}
}

// killed starts a process, waits until it says that it is ready, and kills it so much later.
func killed(t *testing.T, cmd *exec.Cmd, later time.Duration) {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatalf("%q %v", line, err)
	}
	time.Sleep(later)
	cmd.Process.Kill()
	cmd.Wait()
}

// readable tells whether a Parquet file is whole, by its footer.
func readable(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false
	}
	file, err := parquet.OpenFile(f, info.Size())
	return err == nil && file.NumRows() == 400_000
}
