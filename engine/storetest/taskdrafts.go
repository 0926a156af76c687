package storetest

import (
	"encoding/json"
	"testing"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
)

var taskDraftTests = map[string]func(*testing.T, engine.Store){
	"a draft is one person's, and is saved over by revision": func(t *testing.T, s engine.Store) {
		d := engine.TaskDraft{
			Task: "i1.k2", Person: "p1", Revision: 1, Data: 3, SavedAt: noon, Comment: nasty[0],
			Set: map[string]any{"amount": json.Number("12.50"), "title": nil},
		}
		for i, err := range atOnce(4, func(int) error { return s.SaveTaskDraft(t.Context(), d) }) {
			if err != nil && fault.ReasonOf(err) != "task_draft_moved_on" {
				t.Fatalf("save %d: %v", i, err)
			}
		}
		same(t, "draft", must(s.TaskDraft(t.Context(), "i1.k2", "p1"))(t), d)
		d.Revision, d.Comment = 2, "好的"
		if err := s.SaveTaskDraft(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveTaskDraft(t.Context(), d); fault.ReasonOf(err) != "task_draft_moved_on" {
			t.Errorf("saved twice over the same: %v", err)
		}
		if _, err := s.TaskDraft(t.Context(), "i1.k2", "p2"); fault.ReasonOf(err) != "no_task_draft" {
			t.Errorf("somebody else reads it: %v", err)
		}
	},
	"drafts are gone with the step that closes the task": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		commit(t, s, c)
		for _, task := range []string{"i1.k1", "i1.k2"} {
			if err := s.SaveTaskDraft(t.Context(), engine.TaskDraft{Task: task, Person: "p1", Revision: 1, SavedAt: noon}); err != nil {
				t.Fatal(err)
			}
		}
		c.Base, c.Journal, c.Jobs, c.Timers, c.Lock = 1, nil, nil, nil, false
		c.Tasks = []machine.Task{{ID: "k1", State: machine.TaskApproved}, {ID: "k2", State: machine.TaskOpen}}
		commit(t, s, c)
		if _, err := s.TaskDraft(t.Context(), "i1.k1", "p1"); fault.ReasonOf(err) != "no_task_draft" {
			t.Errorf("of a closed task it is still there: %v", err)
		}
		if _, err := s.TaskDraft(t.Context(), "i1.k2", "p1"); err != nil {
			t.Errorf("of an open task: %v", err)
		}
	},
}
