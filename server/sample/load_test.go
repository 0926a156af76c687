package sample_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"flowline/assets"
	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/store"
	"flowline/engine/storetest"
	"flowline/engine/text"
	"flowline/server/sample"
)

func loader(s engine.Store) *sample.Loader {
	return &sample.Loader{
		Store: s, Records: assets.Records(), Flows: assets.Flows(), Password: "secret",
		Hash: func(_ context.Context, password string) (string, error) { return "hash of " + password, nil },
	}
}

func open(t *testing.T) *store.Store {
	t.Helper()
	return storetest.Open(t, storetest.SQLite(t), store.Options{})
}

// content is what the samples left in a store.
func content(t *testing.T, s engine.Store) string {
	t.Helper()
	ctx := t.Context()
	company, _, err := s.Company(ctx)
	must(t, err)
	types, err := s.Types(ctx)
	must(t, err)
	versions, err := s.CurrentVersions(ctx)
	must(t, err)
	parts := []any{company, types, versions}
	for _, typ := range types {
		records, _, err := s.Records(ctx, engine.RecordQuery{Type: typ.Key, Sort: "number", Limit: 200})
		must(t, err)
		if typ.Key == "contract" && len(records) < 5 {
			t.Errorf("only %d contracts", len(records))
		}
		parts = append(parts, records)
	}
	instances, n, err := s.Instances(ctx, engine.InstanceQuery{})
	must(t, err)
	if n != 0 {
		t.Errorf("loading started %d flows: %v", n, instances)
	}
	raw, err := json.MarshalIndent(parts, "", " ")
	must(t, err)
	return string(raw)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestLoadingAgainChangesNothing(t *testing.T) {
	s := open(t)
	company, err := loader(s).Load(t.Context())
	must(t, err)
	before := content(t, s)
	must(t, s.SetSecret(t.Context(), company.People[0].ID, "one's own"))
	_, err = loader(s).Load(t.Context())
	must(t, err)
	if diff := cmp.Diff(before, content(t, s)); diff != "" {
		t.Error(diff)
	}
	if _, hash, err := s.Secret(t.Context(), company.People[0].SignIn); err != nil || hash != "one's own" {
		t.Errorf("a password that was changed is now %q %v", hash, err)
	}
	versions, err := s.CurrentVersions(t.Context())
	must(t, err)
	if len(versions) < 3 {
		t.Errorf("%d flows are published", len(versions))
	}
}

func TestADatabaseWithOtherPeopleIsLeftAlone(t *testing.T) {
	s := open(t)
	must(t, s.SavePerson(t.Context(), org.Person{ID: "boss", SignIn: "boss", Name: text.T("老板", "Boss"), Role: org.Admin, Active: true}))
	_, err := loader(s).Load(t.Context())
	if fault.ReasonOf(err) != "other_people" {
		t.Fatalf("got %v", err)
	}
	company, _, err := s.Company(t.Context())
	must(t, err)
	types, err := s.Types(t.Context())
	must(t, err)
	if len(company.People) != 1 || len(types) != 0 {
		t.Errorf("it was touched: %d people, %d types", len(company.People), len(types))
	}
	insisting := loader(s)
	insisting.Insist = true
	_, err = insisting.Load(t.Context())
	must(t, err)
}

// The samples may be saved again by whoever edits them.
func TestNothingInTheSamplesIsTagged(t *testing.T) {
	var walk func(at string, v any)
	seen := 0
	walk = func(at string, v any) {
		switch v := v.(type) {
		case string:
			seen++
			if words, tagged := text.Tagged(v); tagged {
				t.Errorf("%s: %s", at, words.EN)
			}
		case []any:
			for _, item := range v {
				walk(at, item)
			}
		case map[string]any:
			for key, item := range v {
				walk(at+"."+key, item)
			}
		}
	}
	for _, folder := range []fs.FS{assets.Records(), assets.Flows()} {
		files, err := fs.Glob(folder, "*.json")
		must(t, err)
		for _, file := range files {
			data, err := fs.ReadFile(folder, file)
			must(t, err)
			var document any
			must(t, json.Unmarshal(data, &document))
			walk(file, document)
		}
	}
	if seen < 1000 {
		t.Errorf("only %d texts are looked at", seen)
	}
}

// The samples lie on both sides of each threshold of contract approval, and on it.
func TestTheSamplesLieAroundEachThreshold(t *testing.T) {
	s := open(t)
	_, err := loader(s).Load(t.Context())
	must(t, err)
	for _, c := range []struct {
		typ, field string
		at         int64
	}{{"contract", "amount", 100_000}, {"contract", "term_months", 12}, {"customer", "credit_score", 70}} {
		records, _, err := s.Records(t.Context(), engine.RecordQuery{Type: c.typ, Sort: "number", Limit: 200})
		must(t, err)
		sides := map[int]int{}
		for _, r := range records {
			if n, ok := r.Values[c.field].(decimal.Decimal); ok {
				sides[n.Cmp(decimal.NewFromInt(c.at))]++
			}
		}
		if sides[-1] == 0 || sides[0] == 0 || sides[1] == 0 {
			t.Errorf("%s.%s: %d below %d, %d on it, %d above", c.typ, c.field, sides[-1], c.at, sides[0], sides[1])
		}
	}
	contracts, _, err := s.Records(t.Context(), engine.RecordQuery{Type: "contract", Sort: "number", Limit: 200})
	must(t, err)
	shaky := 0
	for _, r := range contracts {
		customer, err := s.Record(t.Context(), "customer", r.Values["customer"].(string))
		must(t, err)
		if n, ok := customer.Values["credit_score"].(decimal.Decimal); ok && n.LessThan(decimal.NewFromInt(70)) {
			shaky++
		}
	}
	if shaky == 0 || shaky == len(contracts) {
		t.Errorf("%d of %d contracts are with customers below 70", shaky, len(contracts))
	}
}
