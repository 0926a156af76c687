package cachehome_test

import (
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Packages are initialised in the order of their paths as far as their imports allow; so this one is initialised before
// the one that compiles, if nothing that it waits for can come after that.
func TestInitialisedBeforeTheCompiler(t *testing.T) {
	const compiler = "github.com/goccy/go-graphviz/internal/wasm"
	before := imports(t, compiler)
	for _, p := range imports(t, "flowline/engine/diagram/cachehome") {
		if p > compiler && !slices.Contains(before, p) {
			t.Errorf("cachehome waits for %s, which may be initialised after %s", p, compiler)
		}
	}
}

// imports lists a package and everything that it imports, at first or second hand.
func imports(tb testing.TB, name string) []string {
	tb.Helper()
	out, err := exec.CommandContext(tb.Context(), "go", "list", "-deps", name).Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			tb.Fatalf("go list: %v\n%s", err, failed.Stderr)
		}
		tb.Fatal(err)
	}
	return strings.Fields(string(out))
}
