//go:build !unix

package cachehome

import "io/fs"

// ours believes the system that the user's cache is the user's.
func ours(fs.FileInfo) bool { return true }
