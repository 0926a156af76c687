package check_test

import (
	"encoding/json"
	"io/fs"
	"testing"

	"flowline/assets"
	"flowline/engine/check"
	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
)

func TestSamplesAreSound(t *testing.T) {
	var list []record.Type
	sample(t, assets.Records(), "types.json", &list)
	types := record.Types{}
	for i := range list {
		if err := list[i].Check(); err != nil {
			t.Error(err)
		}
		types[list[i].Key] = &list[i]
	}
	var company org.Company
	sample(t, assets.Records(), "company.json", &company)
	names, err := fs.Glob(assets.Flows(), "*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no sample flows: %v", err)
	}
	flows := check.Flows{}
	for _, name := range names {
		data, err := fs.ReadFile(assets.Flows(), name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := flow.Parse(data)
		if err != nil {
			t.Fatal(name, err)
		}
		flows[d.Key] = d
	}
	for key, d := range flows {
		t.Run(key, func(t *testing.T) {
			for _, p := range check.Check(d, types, org.NewDirectory(company), flows) {
				t.Errorf("%s %s at %s%s %s: %s", p.Severity, p.Code, p.Node, p.Edge, p.Path, p.Text.EN)
			}
			if _, err := flow.Compile(d, 1, types); err != nil {
				t.Error(err)
			}
		})
	}
}

func sample(tb testing.TB, files fs.FS, name string, into any) {
	tb.Helper()
	data, err := fs.ReadFile(files, name)
	if err != nil {
		tb.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		tb.Fatal(err)
	}
}
