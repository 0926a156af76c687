package main

import (
	"flag"
	"io/fs"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"flowline/assets"
	"flowline/server/api"
)

var update = flag.Bool("update", false, "write the golden files again")

func TestTheDocumentIsCurrent(t *testing.T) {
	want := api.Document(version)
	if *update {
		if err := os.WriteFile("../assets/schema/openapi.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := fs.ReadFile(assets.Schema(), "openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), string(want)); diff != "" {
		t.Errorf("assets/schema/openapi.json is not what the routes say; run make generate and read the difference:\n%s", diff)
	}
}
