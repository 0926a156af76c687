package record_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"testing"

	"flowline/assets"
	"flowline/engine/org"
	"flowline/engine/record"
)

// sampleFile is the form of a file of sample records.
type sampleFile struct {
	Type    string `json:"type"`
	Records []struct {
		ID     string         `json:"id"`
		Owner  string         `json:"owner"`
		Values map[string]any `json:"values"`
	} `json:"records"`
}

// TestSampleRecordsCanBeLoaded reads them in the order in which they are loaded: a link points to what stands before it.
func TestSampleRecordsCanBeLoaded(t *testing.T) {
	var types []record.Type
	sample(t, "types.json", &types)
	var company org.Company
	sample(t, "company.json", &company)
	people := map[string]bool{}
	for _, p := range company.People {
		people[p.ID] = true
	}
	known, taken := map[string]bool{}, map[string]string{}
	for i := range types {
		typ := &types[i]
		var file sampleFile
		sample(t, "records-"+typ.Key+".json", &file)
		if file.Type != typ.Key || len(file.Records) == 0 {
			t.Errorf("records-%s.json holds %d of type %s", typ.Key, len(file.Records), file.Type)
		}
		for _, r := range file.Records {
			values, err := typ.Parse(r.Values)
			if err != nil {
				t.Errorf("%s: %v", r.ID, err)
				continue
			}
			if missing := typ.Missing(values); len(missing) > 0 {
				t.Errorf("%s lacks %v", r.ID, missing)
			}
			if !people[r.Owner] {
				t.Errorf("%s belongs to nobody, %q", r.ID, r.Owner)
			}
			for _, f := range typ.Fields {
				v, filled := values[f.Key].(string)
				switch {
				case !filled:
				case f.Type == record.Link && !known[f.Target+"/"+v]:
					t.Errorf("%s.%s links to %s, which does not stand before it", r.ID, f.Key, v)
				case f.Type == record.Person && !people[v]:
					t.Errorf("%s.%s names %s, who is nobody", r.ID, f.Key, v)
				case f.Unique:
					place := fmt.Sprintf("%s.%s=%s", typ.Key, f.Key, v)
					if other, double := taken[place]; double {
						t.Errorf("%s and %s share %s", other, r.ID, place)
					}
					taken[place] = r.ID
				}
			}
			if known[typ.Key+"/"+r.ID] {
				t.Errorf("%s stands twice", r.ID)
			}
			known[typ.Key+"/"+r.ID] = true
		}
	}
}

func sample(tb testing.TB, name string, into any) {
	tb.Helper()
	data, err := fs.ReadFile(assets.Records(), name)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		tb.Fatal(err)
	}
}
