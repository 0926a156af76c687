package engine_test

import (
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "flowline/"

// mayImport says which of our own packages each room of the engine may import. A room that is not in the table may
// import none.
var mayImport = map[string][]string{
	"engine/text":                   {},
	"engine/fault":                  {"engine/text"},
	"engine/calendar":               {"engine/fault", "engine/text"},
	"engine/record":                 {"engine/fault", "engine/text"},
	"engine/rule":                   {"engine/record", "engine/fault", "engine/text"},
	"engine/org":                    {"engine/record", "engine/rule", "engine/fault", "engine/text"},
	"engine/flow":                   {"engine/record", "engine/rule", "engine/org", "engine/fault", "engine/text"},
	"engine/prove":                  {"engine/flow", "engine/machine", "engine/record", "engine/rule", "engine/fault", "engine/text"},
	"engine/check":                  {"engine/flow", "engine/prove", "engine/record", "engine/rule", "engine/org", "engine/fault", "engine/text"},
	"engine/machine":                {"engine/flow", "engine/record", "engine/rule", "engine/org", "engine/fault", "engine/text"},
	"engine/diagram/cachehome":      {},
	"engine/diagram/cachehome/pack": {"engine/diagram", "engine/diagram/cachehome"},
	"engine/diagram":                {"engine/diagram/cachehome", "engine/flow", "engine/machine", "engine/record", "engine/rule", "engine/org", "engine/fault", "engine/text"},
	"engine": {"engine/calendar", "engine/check", "engine/diagram", "engine/flow", "engine/machine", "engine/record", "engine/rule",
		"engine/org", "engine/fault", "engine/text"},
	"engine/store": {"engine", "engine/flow", "engine/machine", "engine/record", "engine/rule", "engine/org", "engine/fault",
		"engine/text"},
	"assets": {},
}

// onlyIn says which packages alone may import a library, and why.
var onlyIn = []struct {
	library string
	rooms   []string
	why     string
}{
	{"gorm.io/", []string{"engine/store"}, "only the store knows the database"},
	{"modernc.org/sqlite", []string{"engine/store"}, "only the store knows the database"},
	{"github.com/go-sql-driver/mysql", []string{"engine/store"}, "only the store knows the database"},
	{"github.com/pressly/goose", []string{"engine/store"}, "only the store knows the database"},
	{"github.com/goccy/go-graphviz", []string{"engine/diagram"}, "go-graphviz is not thread-safe: one place calls it"},
	{"github.com/gofiber/fiber", []string{"server/api", "server/auth", "server/live"}, "the web framework stays at the edge"},
	{"github.com/danielgtaylor/huma", []string{"server/api", "server/auth"}, "the web framework stays at the edge"},
	{"github.com/gorilla/websocket", []string{"server/live"}, "the web framework stays at the edge"},
}

func TestWalls(t *testing.T) {
	packages := listPackages(t)
	for _, p := range packages {
		room := strings.TrimPrefix(p.ImportPath, module)
		if testsOnly(room) {
			continue
		}
		for _, imported := range p.Imports {
			if own, ok := strings.CutPrefix(imported, module); ok {
				allowed(t, room, own)
				continue
			}
			for _, rule := range onlyIn {
				if strings.HasPrefix(imported, rule.library) && !slices.Contains(rule.rooms, room) {
					t.Errorf("%s imports %s: %s", room, imported, rule.why)
				}
			}
		}
		for _, word := range []string{"util", "utils", "common", "helpers", "helper", "misc"} {
			if filepath.Base(room) == word {
				t.Errorf("%s: a package is named after what it knows, not %q", room, word)
			}
		}
	}
}

// allowed holds the walls between our own packages.
func allowed(t *testing.T, room, own string) {
	t.Helper()
	switch list, known := mayImport[room]; {
	case testsOnly(own):
		t.Errorf("%s imports %s, which is for tests only", room, own)
	case known && !slices.Contains(list, own):
		t.Errorf("%s imports %s, which it may not", room, own)
	case !known && strings.HasPrefix(room, "engine/"):
		t.Errorf("%s imports %s and is not in the table of rooms", room, own)
	case strings.HasPrefix(own, "server") && !strings.HasPrefix(room, "server"):
		t.Errorf("%s imports %s: nothing imports the server", room, own)
	case own == "engine/store" && room != "server":
		t.Errorf("%s imports %s: only the wiring knows which store there is", room, own)
	case room == "server/live" && strings.HasPrefix(own, "engine") && own != "engine/fault" && own != "engine/text":
		t.Errorf("%s imports %s: live knows topics and bytes only", room, own)
	}
}

func TestOnlyRenderImportsGraphviz(t *testing.T) {
	files, err := filepath.Glob("diagram/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range f.Imports {
			if strings.Contains(i.Path.Value, "goccy/go-graphviz") && filepath.Base(name) != "render.go" {
				t.Errorf("%s imports %s: only render.go does", name, i.Path.Value)
			}
		}
	}
}

// testsOnly reports whether a room is there for tests alone.
func testsOnly(room string) bool { return strings.HasSuffix(room, "test") }

type goPackage struct {
	ImportPath string
	Imports    []string // without those of test files
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			t.Fatalf("go list: %v\n%s", err, failed.Stderr)
		}
		t.Fatal(err)
	}
	var packages []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if len(packages) < 10 {
		t.Fatalf("go list found only %d packages", len(packages))
	}
	return packages
}
