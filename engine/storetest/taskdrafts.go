package storetest

import (
	"encoding/json"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
)

var taskDraftTests = map[string]func(*testing.T, engine.Store){
	"a draft is one person's, and is saved over by revision": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		commit(t, s, first("i1", "r1"))
		d := engine.TaskDraft{
			Task: "i1.k1", Person: "p1", Revision: 1, Data: 3, SavedAt: noon, Comment: nasty[0],
			Files: []string{"f1"},
			Set:   map[string]any{"amount": json.Number("12.50"), "title": nil},
		}
		for i, err := range atOnce(4, func(int) error { return s.SaveTaskDraft(t.Context(), d) }) {
			if err != nil && fault.ReasonOf(err) != "task_draft_moved_on" {
				t.Fatalf("save %d: %v", i, err)
			}
		}
		same(t, "draft", must(s.TaskDraft(t.Context(), "i1.k1", "p1"))(t), d)
		d.Revision, d.Comment = 2, "好的"
		if err := s.SaveTaskDraft(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveTaskDraft(t.Context(), d); fault.ReasonOf(err) != "task_draft_moved_on" {
			t.Errorf("saved twice over the same: %v", err)
		}
		if _, err := s.TaskDraft(t.Context(), "i1.k1", "p2"); fault.ReasonOf(err) != "no_task_draft" {
			t.Errorf("somebody else reads it: %v", err)
		}
	},
	"drafts are gone with the step that closes the task": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		c.Tasks = append(c.Tasks, machine.Task{ID: "k2", Activation: "a1", Node: "n2", Assignee: "p1", State: machine.TaskOpen, OpenedAt: noon})
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
		late := engine.TaskDraft{Task: "i1.k1", Person: "p1", Revision: 1, SavedAt: noon}
		refused(t, "keeping for a closed task", s.SaveTaskDraft(t.Context(), late), fault.Conflict, "task_already_decided")
		late.Task = "i1.none"
		refused(t, "keeping for no task", s.SaveTaskDraft(t.Context(), late), fault.Conflict, "task_already_decided")
	},
	"whoever keeps a form while its task is closed leaves nothing": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for _, id := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
			addContract(t, s, "r"+id, nil)
			c := first("i"+id, "r"+id)
			commit(t, s, c)
			for who, err := range atOnce(4, func(n int) error {
				if n == 0 {
					return s.Commit(t.Context(), next(c))
				}
				return s.SaveTaskDraft(t.Context(), engine.TaskDraft{Task: "i" + id + ".k1", Person: string(rune('a' + n)), Revision: 1, SavedAt: noon})
			}) {
				if err != nil && (who == 0 || fault.ReasonOf(err) != "task_already_decided") {
					t.Fatalf("%d: %v", who, err)
				}
			}
			for _, person := range []string{"b", "c", "d"} {
				if _, err := s.TaskDraft(t.Context(), "i"+id+".k1", person); fault.ReasonOf(err) != "no_task_draft" {
					t.Errorf("%s keeps something for a closed task of i%s: %v", person, id, err)
				}
			}
		}
	},
	"what a kept form names stays as long as the form": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		commit(t, s, c)
		for _, id := range []string{"f1", "f2", "f3"} {
			addFile(t, s, id, noon, []byte("x"))
		}
		d := engine.TaskDraft{Task: "i1.k1", Person: "p1", Revision: 1, SavedAt: noon, Holds: []string{"f1", "f2"}}
		left := func(want ...string) {
			t.Helper()
			if _, err := s.RemoveLooseFiles(t.Context(), noon.Add(time.Minute), 10); err != nil {
				t.Fatal(err)
			}
			rows := must(s.Files(t.Context(), []string{"f1", "f2", "f3"}))(t)
			ids := []string{}
			for _, f := range rows {
				ids = append(ids, f.ID)
				if !f.Kept {
					t.Errorf("%s is not told as kept", f.ID)
				}
			}
			same(t, "files", ids, append([]string{}, want...))
		}
		if err := s.SaveTaskDraft(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		if n := must(s.LooseFiles(t.Context(), "p1"))(t); n != 3 {
			t.Errorf("p1 has %d loose files", n)
		}
		left("f1", "f2")
		d.Revision, d.Holds = 2, []string{"f2"}
		if err := s.SaveTaskDraft(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		left("f2")
		commit(t, s, next(c))
		left()
	},
}
