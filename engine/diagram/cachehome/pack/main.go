// Command pack writes the file that package cachehome ships: Graphviz's machine code for this machine, as go-graphviz
// compiled it when this command was initialised. It wants a user's cache with nothing in it (XDG_CACHE_HOME, or HOME).
// `make build` runs it.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"

	_ "flowline/engine/diagram" // imports go-graphviz, which compiles
	"flowline/engine/diagram/cachehome"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pack FILE")
		os.Exit(2)
	}
	if err := pack(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

// pack writes the one file that is in the cache; an empty file for a machine that go-graphviz does not compile for.
func pack(target string) error {
	root := filepath.Join(cachehome.Folder, "go-graphviz")
	found, err := filepath.Glob(filepath.Join(root, "*", "*"))
	if err != nil {
		return err
	}
	if cachehome.Folder == "" || len(found) > 1 {
		return fmt.Errorf("the user's cache must be writable and empty, so that there is one file of machine code; found %q", found)
	}
	if len(found) == 0 {
		return os.WriteFile(target, nil, 0o644)
	}
	name, err := filepath.Rel(root, found[0])
	if err != nil {
		return err
	}
	code, err := os.ReadFile(found[0])
	if err != nil {
		return err
	}
	packed, err := compress(code, filepath.ToSlash(name))
	if err != nil {
		return err
	}
	if err := os.WriteFile(target+".new", packed, 0o644); err != nil {
		return err
	}
	return os.Rename(target+".new", target)
}

func compress(code []byte, name string) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	w.Name = name
	if _, err := w.Write(code); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
