package storetest

import (
	"encoding/json"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
)

var startDraftTests = map[string]func(*testing.T, engine.Store){
	"a draft of a request is one person's, and is saved over by revision": func(t *testing.T, s engine.Store) {
		d := engine.StartDraft{
			ID: "r1.approval", Person: "p1", Revision: 1, Type: "contract", Record: "r1", Flow: "approval", Version: 2, Base: 3, SavedAt: noon,
			Set: map[string]any{"amount": json.Number("12.50"), "title": nasty[0]}, Picks: map[string][]string{"n2": {"p2"}}, Files: []string{"f1"},
		}
		for i, err := range atOnce(4, func(int) error { return s.SaveStartDraft(t.Context(), d) }) {
			if err != nil && fault.ReasonOf(err) != "start_draft_moved_on" {
				t.Fatalf("save %d: %v", i, err)
			}
		}
		same(t, "draft", must(s.StartDraft(t.Context(), "p1", d.ID))(t), d)
		d.Revision, d.Version, d.Base, d.SavedAt = 2, 3, 4, noon.Add(time.Hour)
		if err := s.SaveStartDraft(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		refused(t, "saved twice over the same", s.SaveStartDraft(t.Context(), d), fault.Conflict, "start_draft_moved_on")
		fresh := engine.StartDraft{ID: "new-1", Person: "p1", Revision: 1, Type: "contract", SavedAt: noon}
		if err := s.SaveStartDraft(t.Context(), fresh); err != nil {
			t.Fatal(err)
		}
		same(t, "drafts", must(s.StartDrafts(t.Context(), "p1"))(t), []engine.StartDraft{d, fresh})
		if list := must(s.StartDrafts(t.Context(), "p2"))(t); len(list) != 0 {
			t.Errorf("somebody else finds %+v", list)
		}
		_, err := s.StartDraft(t.Context(), "p2", d.ID)
		refused(t, "somebody else's", err, fault.NotFound, "no_start_draft")
	},
	"a draft that is removed lets its files go, and is not saved over": func(t *testing.T, s engine.Store) {
		for _, id := range []string{"new-1", "r1.approval"} {
			addFile(t, s, "f-"+id, noon, []byte("x"))
			d := engine.StartDraft{ID: id, Person: "p1", Revision: 1, Type: "contract", SavedAt: noon, Holds: []string{"f-" + id}}
			if err := s.SaveStartDraft(t.Context(), d); err != nil {
				t.Fatal(err)
			}
			for _, person := range []string{"p2", "p1"} {
				if n := must(s.RemoveLooseFiles(t.Context(), noon.Add(time.Hour), 10))(t); n != 0 {
					t.Errorf("%s: %d files were removed", id, n)
				}
				if err := s.RemoveStartDraft(t.Context(), person, id); err != nil {
					t.Fatal(err)
				}
			}
			if n := must(s.RemoveLooseFiles(t.Context(), noon.Add(time.Hour), 10))(t); n != 1 {
				t.Errorf("%s: %d files were removed", id, n)
			}
			if err := s.RemoveStartDraft(t.Context(), "p1", id); err != nil {
				t.Errorf("removed twice: %v", err)
			}
			d.Revision = 2
			refused(t, "saved over what is gone", s.SaveStartDraft(t.Context(), d), fault.Conflict, "start_draft_moved_on")
		}
	},
}
