package cachehome

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/binary"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

//go:embed all:shipped
var shipped embed.FS

const packed = "shipped/graphviz.gz"

// bring puts the shipped code into a folder of ours, where go-graphviz looks for it, and reports whether it is there.
// Code that is there already, whole, is left alone.
func bring(from fs.FS, folder string) bool {
	b, err := fs.ReadFile(from, packed)
	if err != nil {
		return false
	}
	code, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil || !strings.HasSuffix(path.Dir(code.Name), "-"+runtime.GOARCH+"-"+runtime.GOOS) {
		return false
	}
	target := filepath.Join(folder, "go-graphviz", filepath.FromSlash(code.Name))
	size := int64(binary.LittleEndian.Uint32(b[len(b)-4:])) // gzip ends with the length of what it packs
	if info, err := os.Stat(target); err == nil && info.Size() == size {
		return true
	}
	return os.MkdirAll(filepath.Dir(target), 0o700) == nil && write(target, code) == nil
}

// write makes a file in one step, whole or not at all: other programs may be starting at this moment, and half of a file
// would keep them from it.
func write(target string, content io.Reader) (err error) {
	file, err := os.CreateTemp(filepath.Dir(target), filepath.Base(target)+".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = file.Close() // is closed already, if that is what failed
			_ = os.Remove(file.Name())
		}
	}()
	if _, err = io.Copy(file, content); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), target)
}
