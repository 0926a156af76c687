package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
)

func TestWhatIsFilledInIsKeptForWhoeverFilledItIn(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("kept", "contract").
			Approve("check", enginetest.By("post:finance"), enginetest.See("opinion", "required", "months", "edit", "margin", "hidden")).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		in := h.Start(lin, "kept", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		task := h.TaskOf(fang, in)
		keep := func(who string, set values, revision int64) (engine.TaskDraft, error) {
			return h.KeepTask(t.Context(), who, engine.TaskDraft{Task: task, Set: set, Comment: " half ", Data: 1, Revision: revision})
		}
		view := func(who string) *engine.TaskDraft {
			t.Helper()
			return ok[engine.TaskView](t)(h.Task(t.Context(), who, task)).Draft
		}
		if d := ok[engine.TaskDraft](t)(keep(fang, values{"months": 6}, 0)); d.Revision != 1 || !d.SavedAt.Equal(h.Clock.Now()) {
			t.Errorf("kept as %+v", d)
		}
		if d := view(fang); d == nil || d.Comment != "half" || d.Revision != 1 || len(d.Set) != 1 {
			t.Errorf("fang finds %+v", d)
		}
		if d := view(admin); d != nil {
			t.Errorf("the admin reads %+v", d)
		}
		_, err := keep(fang, values{"months": 7}, 0)
		refused(t, err, fault.Conflict, "task_draft_moved_on")
		ok[engine.TaskDraft](t)(keep(fang, values{"months": 7}, 1))
		_, err = keep(fang, values{"title": "mine"}, 2)
		refused(t, err, fault.Forbidden, "field_not_editable")
		_, err = keep(fang, values{"margin": "0.5"}, 2)
		refused(t, err, fault.Forbidden, "field_not_editable")
		_, err = keep(fang, values{"months": "many"}, 2)
		refused(t, err, fault.Invalid, "bad_values")
		_, err = keep(admin, values{"months": 6}, 0)
		refused(t, err, fault.Forbidden, "not_your_task")
		_, err = keep(wu, values{"months": 6}, 0)
		refused(t, err, fault.NotFound, "no_such_task")
		if v := ok[engine.InstanceView](t)(h.Instance(t.Context(), fang, in)); len(v.Timeline) != 4 {
			t.Errorf("the history tells of it: %+v", v.Timeline)
		}
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), fang, engine.Verdict{Task: task, Outcome: "rejected", Comment: "no"}))
		_, err = keep(fang, values{"months": 6}, 2)
		refused(t, err, fault.Conflict, "task_already_decided")
		if d := view(fang); d != nil {
			t.Errorf("after the decision: %+v", d)
		}
	})
}

func TestAKeptFormHoldsNothingOfRowsThatHaveChanged(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("kept", "contract").
		Fork("both").
		Approve("check", enginetest.By("person:"+fang), enginetest.See("items", "edit", "items.cost", "hidden")).
		Approve("other", enginetest.By("person:"+luo), enginetest.See("opinion", "edit")).
		Join("again").End("end", flow.ResultApproved).
		Path("start", "both", "check", "again", "end").Path("both", "other", "again"))
	in := h.Start(lin, "kept", h.Add(lin, "contract", values{"title": "Lease", "items": []any{values{"what": "A", "cost": "1"}}}), nil)
	task := h.TaskOf(fang, in)
	rows := func(row values) engine.TaskDraft {
		return engine.TaskDraft{Task: task, Set: values{"items": []any{row}}, Data: 1}
	}
	_, err := h.KeepTask(t.Context(), fang, rows(values{"$row": 0, "what": "B", "cost": "9"}))
	refused(t, err, fault.Forbidden, "field_not_editable")
	ok[engine.TaskDraft](t)(h.KeepTask(t.Context(), fang, rows(values{"$row": 0, "what": "B"})))
	if d := ok[engine.TaskView](t)(h.Task(t.Context(), fang, task)).Draft; len(d.Set) != 1 {
		t.Errorf("kept: %+v", d)
	}
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), luo, engine.Verdict{Task: h.TaskOf(luo, in), Outcome: "approved", Set: values{"opinion": "fine"}}))
	if d := ok[engine.TaskView](t)(h.Task(t.Context(), fang, task)).Draft; d == nil || len(d.Set) != 0 {
		t.Errorf("after the values moved on: %+v", d)
	}
}
