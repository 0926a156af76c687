// Package cachehome gives Graphviz's compiled code a home of its own.
//
// go-graphviz compiles its WebAssembly while the program is initialised, and keeps the machine code in a folder of the
// temporary directory, where anybody on the machine could put other code in its place. Importing this package moves that
// folder into the user's own cache, or, if there is none, has nothing kept at all.
//
// It works by order: packages are initialised in the order of their import paths, as far as their imports allow. This
// one imports nothing that go-graphviz does not import too, and its path comes first; it changes TMPDIR, go-graphviz
// reads it, and Restore puts it back. A test holds that order.
package cachehome

import (
	"os"
	"path/filepath"
)

const variable = "TMPDIR"

var before, had = os.LookupEnv(variable)

// Folder is where the compiled code is kept; empty if it is not kept.
var Folder = prepare()

func prepare() string {
	folder := ""
	if home, err := os.UserCacheDir(); err == nil {
		folder = filepath.Join(home, "flowline")
		if os.MkdirAll(folder, 0o700) != nil {
			folder = ""
		}
	}
	target := folder
	if target == "" {
		target = filepath.Join(os.DevNull, "none") // can never be a folder, so that nothing is kept
	}
	_ = os.Setenv(variable, target) // fails for a malformed name alone
	return folder
}

// Restore gives TMPDIR its own value back. Whoever imports go-graphviz calls it when its package is initialised.
func Restore() {
	if had {
		_ = os.Setenv(variable, before)
		return
	}
	_ = os.Unsetenv(variable)
}
