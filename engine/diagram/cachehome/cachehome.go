package cachehome

import (
	"os"
	"path/filepath"
)

const variable = "TMPDIR"

var before, had = os.LookupEnv(variable)

// Folder is where the machine code is kept; empty if it is not kept.
var Folder, lent = prepare()

// prepare finds the folder that keeps the code, or one that is lent for this start, and makes it the temporary directory.
func prepare() (kept, lent string) {
	kept = keep()
	if kept == "" {
		lent = lend()
	}
	target := kept + lent
	if target == "" {
		target = filepath.Join(os.DevNull, "none") // can never be a folder, so that nothing is kept
	}
	_ = os.Setenv(variable, target) // fails for a malformed name alone
	return kept, lent
}

// keep answers our folder in the user's cache, with the code in it or able to take it; empty if there is none such.
func keep() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	folder := filepath.Join(cache, "flowline")
	if os.MkdirAll(folder, 0o700) != nil || !safe(folder) {
		return ""
	}
	if bring(shipped, folder) || writable(folder) {
		return folder
	}
	return ""
}

// lend answers a new private folder with the code in it; empty if the code is not to be had.
func lend() string {
	folder, err := os.MkdirTemp("", "flowline-")
	if err != nil {
		return ""
	}
	if !bring(shipped, folder) {
		_ = os.Remove(folder) // is empty; left to the system otherwise
		return ""
	}
	return folder
}

// safe reports whether a folder is our own and nobody else may write to it.
func safe(folder string) bool {
	info, err := os.Stat(folder)
	return err == nil && info.IsDir() && info.Mode().Perm()&0o022 == 0 && ours(info)
}

// writable reports whether go-graphviz can keep its code in a folder; when it tries and cannot, it ends the program.
func writable(folder string) bool {
	probe, err := os.CreateTemp(folder, "probe-")
	if err != nil {
		return false
	}
	return probe.Close() == nil && os.Remove(probe.Name()) == nil
}

// Restore gives TMPDIR its own value back, and what was lent. Whoever imports go-graphviz calls it when its package is
// initialised.
func Restore() {
	if had {
		_ = os.Setenv(variable, before)
	} else {
		_ = os.Unsetenv(variable)
	}
	if lent != "" {
		_ = os.RemoveAll(lent) // loaded by now; left to the system if it cannot be removed
	}
}
