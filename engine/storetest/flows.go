package storetest

import (
	"testing"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/flow"
)

func draft(key string) engine.Draft {
	return engine.Draft{Key: key, Revision: 1, Definition: definition(key), UpdatedAt: noon, UpdatedBy: "p1"}
}

func addDraft(t *testing.T, s engine.Store, key string) {
	t.Helper()
	if err := s.AddDraft(t.Context(), draft(key)); err != nil {
		t.Fatal(err)
	}
}

func version(key string) engine.Version {
	return engine.Version{Flow: key, Note: "首次发布 “试行”", Definition: definition(key), PublishedAt: noon, PublishedBy: "p9"}
}

var flowTests = map[string]func(*testing.T, engine.Store){
	"a draft is saved only at the revision it was opened at": func(t *testing.T, s engine.Store) {
		addDraft(t, s, "b")
		addDraft(t, s, "a")
		refused(t, "same key", s.AddDraft(t.Context(), draft("a")), fault.Conflict, "flow_key_taken")

		d := draft("a")
		d.Definition.Name.ZH, d.UpdatedBy = "改名😀", "p2"
		if err := s.SaveDraft(t.Context(), d, 1); err != nil {
			t.Fatal(err)
		}
		refused(t, "stale", s.SaveDraft(t.Context(), draft("a"), 1), fault.Conflict, "draft_moved_on")
		refused(t, "absent", s.SaveDraft(t.Context(), draft("x"), 1), fault.NotFound, "flow_not_found")

		d.Revision = 2
		same(t, "draft", must(s.Draft(t.Context(), "a"))(t), d)
		_, err := s.Draft(t.Context(), "x")
		refused(t, "read absent", err, fault.NotFound, "flow_not_found")

		list := must(s.Drafts(t.Context()))(t)
		head := flow.Definition{Key: "a", Name: d.Definition.Name, Record: "contract"}
		if len(list) != 2 || list[1].Key != "b" {
			t.Fatalf("drafts are not listed by key: %+v", list)
		}
		same(t, "head", list[0].Definition, head)
	},
	"versions are numbered, stay as they are, and one is current": func(t *testing.T, s engine.Store) {
		addDraft(t, s, "a")
		for want := 1; want <= 3; want++ {
			if n := must(s.AddVersion(t.Context(), version("a"), 1))(t); n != want {
				t.Fatalf("version %d, want %d", n, want)
			}
		}
		_, err := s.AddVersion(t.Context(), version("a"), 7)
		refused(t, "stale", err, fault.Conflict, "draft_moved_on")
		_, err = s.AddVersion(t.Context(), version("x"), 1)
		refused(t, "absent", err, fault.NotFound, "flow_not_found")

		want := version("a")
		want.Number, want.Current = 3, true
		same(t, "version", must(s.Version(t.Context(), "a", 3))(t), want)
		same(t, "current", must(s.CurrentVersions(t.Context()))(t), []engine.Version{want})
		if d := must(s.Draft(t.Context(), "a"))(t); d.Current != 3 || d.Revision != 1 {
			t.Errorf("publishing left the draft at revision %d, current %d", d.Revision, d.Current)
		}
		_, err = s.Version(t.Context(), "a", 4)
		refused(t, "no such version", err, fault.NotFound, "version_not_found")

		if err := s.MakeCurrent(t.Context(), "a", 1); err != nil {
			t.Fatal(err)
		}
		refused(t, "make absent current", s.MakeCurrent(t.Context(), "a", 4), fault.NotFound, "version_not_found")
		refused(t, "make none current", s.MakeCurrent(t.Context(), "a", 0), fault.NotFound, "version_not_found")
		list := must(s.Versions(t.Context(), "a"))(t)
		if len(list) != 3 || list[0].Number != 3 || list[0].Current || !list[2].Current || list[2].Definition.Nodes != nil {
			t.Errorf("versions are not listed newest first, without documents: %+v", list)
		}
	},
	"a flow that was never published has no current version": func(t *testing.T, s engine.Store) {
		addDraft(t, s, "a")
		if list := must(s.CurrentVersions(t.Context()))(t); len(list) != 0 {
			t.Errorf("current versions %+v", list)
		}
	},
}
