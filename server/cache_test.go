package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Graphviz's machine code is kept once per user: what the build shipped is what go-graphviz asks for, or it would have put
// another beside it. A user who has no cache, or one that others may write to, has a drawing all the same.
func TestMachineCodeOfGraphviz(t *testing.T) {
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	ours, open := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Join(open, "flowline"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(open, "flowline"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, cache string
		kept        int
	}{
		{"an empty cache", ours, 1},
		{"a cache that has it", ours, 1},
		{"a cache open to others", open, 0},
		{"no cache", "not/absolute", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			temporary := t.TempDir()
			cmd := exec.CommandContext(t.Context(), path, "render", "../assets/flows/contract-approval.json", "--sample")
			cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+c.cache, "TMPDIR="+temporary)
			if out, err := cmd.CombinedOutput(); err != nil || len(out) == 0 {
				t.Errorf("no drawing: %v %s", err, out)
			}
			if kept, err := filepath.Glob(filepath.Join(c.cache, "flowline", "go-graphviz", "*", "*")); err != nil || len(kept) != c.kept {
				t.Errorf("%v %v is kept, want %d files", kept, err, c.kept)
			}
			if left, err := os.ReadDir(temporary); err != nil || len(left) != 0 {
				t.Errorf("left in the temporary directory: %v %v", left, err)
			}
		})
	}
}
