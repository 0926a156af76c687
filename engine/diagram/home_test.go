package diagram

import (
	"os"
	"path/filepath"
	"testing"

	"flowline/engine/diagram/cachehome"
)

// Graphviz's machine code must lie where only we can write, and the temporary directory must be the program's own again.
func TestCompiledCodeHasAHomeOfItsOwn(t *testing.T) {
	if cachehome.Folder == "" {
		t.Skip("this user has no cache folder; then nothing is kept")
	}
	if _, err := os.Stat(filepath.Join(cachehome.Folder, "go-graphviz")); err != nil {
		t.Errorf("the compiled code is not where it belongs: %v", err)
	}
	if os.TempDir() == cachehome.Folder {
		t.Error("TMPDIR was not put back")
	}
}
