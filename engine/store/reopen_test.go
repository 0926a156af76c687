package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"flowline/engine"
	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/store"
	"flowline/engine/storetest"
	"flowline/engine/text"
)

func TestEverythingIsThereAfterReopening(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		ctx, address := t.Context(), fresh(t)
		s := storetest.Open(t, address, store.Options{})
		saveType(t, s)
		addRecord(t, s, "r1")
		c := started("i1", "r1", "p2")
		d := flow.Definition{Format: flow.Format, Key: "a", Name: text.T("甲", "A"), Record: "contract", Nodes: []flow.Node{}, Edges: []flow.Edge{}}
		for _, err := range []error{
			s.Commit(ctx, c),
			s.SavePerson(ctx, org.Person{ID: "p1", SignIn: "p1", Name: text.T("张伟", "Zhang Wei"), Role: org.Admin, Active: true}),
			s.SetSecret(ctx, "p1", "hash"),
			s.AddSession(ctx, engine.Session{TokenHash: "h", Person: "p1", CSRF: "c", CreatedAt: c.At, ExpiresAt: c.At.Add(time.Hour)}),
			s.AddDraft(ctx, engine.Draft{Key: "a", Definition: d, UpdatedAt: c.At, UpdatedBy: "p1"}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.AddVersion(ctx, engine.Version{Flow: "a", Definition: d, PublishedAt: c.At, PublishedBy: "p1"}, 1); err != nil {
			t.Fatal(err)
		}
		before := everything(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		again := storetest.Open(t, address, store.Options{})
		if d := cmp.Diff(before, everything(t, again)); d != "" {
			t.Errorf("after reopening (-before +after):\n%s", d)
		}
		if err := again.Commit(ctx, decided(must(again.Instance(ctx, "i1"))(t))); err != nil {
			t.Errorf("going on: %v", err)
		}
		if r := addRecord(t, again, "r2"); r.Number == before["record"].(record.Record).Number {
			t.Errorf("the number %s was given again", r.Number)
		}
	})
}

// everything reads one thing of each kind.
func everything(t *testing.T, s engine.Store) map[string]any {
	t.Helper()
	ctx := t.Context()
	company, revision, err := s.Company(ctx)
	if err != nil {
		t.Fatal(err)
	}
	tasks, _, err := s.Tasks(ctx, engine.TaskQuery{Assignee: "p2", Open: true})
	if err != nil {
		t.Fatal(err)
	}
	return map[string]any{
		"company": company, "revision": revision, "tasks": tasks,
		"types":    must(s.Types(ctx))(t),
		"record":   must(s.Record(ctx, "contract", "r1"))(t),
		"instance": must(s.Instance(ctx, "i1"))(t),
		"journal":  must(s.Journal(ctx, "i1"))(t),
		"session":  must(s.Session(ctx, "h", time.Now().Add(-time.Hour)))(t),
		"draft":    must(s.Draft(ctx, "a"))(t),
		"versions": must(s.CurrentVersions(ctx))(t),
	}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return v
	}
}
