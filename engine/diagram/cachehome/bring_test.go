package cachehome

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"
)

const content = "machine code"

var here = "wazero-v1-" + runtime.GOARCH + "-" + runtime.GOOS + "/key"

// ship packs code as the build does.
func ship(tb testing.TB, name string) fstest.MapFS {
	tb.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Name = name
	if _, err := w.Write([]byte(content)); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return fstest.MapFS{packed: {Data: b.Bytes()}}
}

func TestBringPutsTheCodeWhereItIsLookedFor(t *testing.T) {
	folder := t.TempDir()
	target := filepath.Join(folder, "go-graphviz", filepath.FromSlash(here))
	for _, there := range []string{"nothing", "half a file", "the file"} {
		if there == "half a file" {
			if err := os.WriteFile(target, []byte(content[:4]), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if !bring(ship(t, here), folder) {
			t.Fatalf("with %s there, nothing is brought", there)
		}
		if got, err := os.ReadFile(target); err != nil || string(got) != content {
			t.Errorf("with %s there: %q, %v", there, got, err)
		}
	}
	mode(t, target, 0o600)
	mode(t, filepath.Dir(target), 0o700)
	if files, err := os.ReadDir(filepath.Dir(target)); err != nil || len(files) != 1 {
		t.Errorf("beside the code lie others: %v, %v", files, err)
	}
}

func TestBringLeavesWhatDoesNotFit(t *testing.T) {
	damaged := ship(t, here)
	damaged[packed].Data[len(damaged[packed].Data)-6] ^= 1 // the checksum
	for name, from := range map[string]fs.FS{
		"nothing shipped":      fstest.MapFS{},
		"an empty file":        fstest.MapFS{packed: {}},
		"code for another":     ship(t, "wazero-v1-pdp11-unix/key"),
		"code that is damaged": damaged,
	} {
		folder := t.TempDir()
		if bring(from, folder) {
			t.Errorf("%s: brought", name)
		}
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				t.Errorf("%s: left %s", name, path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestAFolderThatOthersMayWriteToIsNotSafe(t *testing.T) {
	folder := t.TempDir()
	if !safe(folder) {
		t.Error("a folder of our own is not safe")
	}
	if err := os.Chmod(folder, 0o770); err != nil {
		t.Fatal(err)
	}
	if safe(folder) {
		t.Error("a folder that the group may write to is safe")
	}
	if root := filepath.VolumeName(folder) + string(filepath.Separator); os.Geteuid() > 0 && safe(root) {
		t.Error("a folder of another is safe")
	}
}

func mode(tb testing.TB, path string, want fs.FileMode) {
	tb.Helper()
	info, err := os.Stat(path)
	if err != nil {
		tb.Fatal(err)
	}
	if got := info.Mode().Perm(); got != want {
		tb.Errorf("%s has mode %o, want %o", path, got, want)
	}
}
