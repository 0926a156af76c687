package engine_test

import (
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

func TestDecideRefuses(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("two", "contract").
		Approve("check", enginetest.By("post:sales_manager"), enginetest.See("margin", "hidden", "opinion", "required")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "two", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	task := h.TaskOf(chen, in)

	for name, c := range map[string]struct {
		who    string
		v      engine.Verdict
		code   fault.Code
		reason string
	}{
		"no such task":          {chen, engine.Verdict{Task: in + ".k999", Outcome: "approved"}, fault.NotFound, "no_such_task"},
		"no such instance":      {chen, engine.Verdict{Task: "forged.k1", Outcome: "approved"}, fault.NotFound, "no_such_task"},
		"no id at all":          {chen, engine.Verdict{Task: "", Outcome: "approved"}, fault.NotFound, "no_such_task"},
		"somebody else's":       {wu, engine.Verdict{Task: task, Outcome: "approved"}, fault.NotFound, "no_such_task"},
		"the submitter himself": {lin, engine.Verdict{Task: task, Outcome: "approved"}, fault.NotFound, "no_such_task"},
		"an admin only looks":   {admin, engine.Verdict{Task: task, Outcome: "approved"}, fault.Forbidden, "not_your_task"},
		"a stranger":            {"nobody", engine.Verdict{Task: task, Outcome: "approved"}, fault.Forbidden, "not_a_member"},
		"reject without reason": {chen, engine.Verdict{Task: task, Outcome: "rejected"}, fault.Invalid, "comment_required"},
		"spaces are no reason":  {chen, engine.Verdict{Task: task, Outcome: "rejected", Comment: " \n"}, fault.Invalid, "comment_required"},
		"control characters":    {chen, engine.Verdict{Task: task, Outcome: "rejected", Comment: "a\x00b"}, fault.Invalid, "bad_input"},
		"a comment too long":    {chen, engine.Verdict{Task: task, Outcome: "rejected", Comment: strings.Repeat("字", 2001)}, fault.Invalid, "bad_input"},
		"a required field":      {chen, engine.Verdict{Task: task, Outcome: "approved"}, fault.Invalid, "field_required"},
		"a field to read":       {chen, engine.Verdict{Task: task, Outcome: "approved", Set: values{"opinion": "fine", "title": "x"}}, fault.Forbidden, "field_not_editable"},
		"a hidden field":        {chen, engine.Verdict{Task: task, Outcome: "approved", Set: values{"opinion": "fine", "margin": 1}}, fault.Forbidden, "field_not_editable"},
		"a wrong type":          {chen, engine.Verdict{Task: task, Outcome: "approved", Set: values{"opinion": 7}}, fault.Invalid, "bad_values"},
		"an unknown field":      {chen, engine.Verdict{Task: task, Outcome: "approved", Set: values{"colour": 7}}, fault.Invalid, "bad_values"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := h.Decide(t.Context(), c.who, c.v)
			refused(t, err, c.code, c.reason)
			if v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in)); v.Revision != 1 {
				t.Errorf("a refused decision moved the instance to revision %d", v.Revision)
			}
		})
	}
	t.Run("an outcome that is none", func(t *testing.T) {
		for _, outcome := range []machine.Outcome{"", "maybe", "done", "cancelled"} {
			_, err := h.Decide(t.Context(), chen, engine.Verdict{Task: task, Outcome: outcome, Set: values{"opinion": "fine"}})
			if !fault.Is(err, fault.Invalid) {
				t.Errorf("outcome %q: %v, want invalid", outcome, err)
			}
		}
	})
}

func TestAlreadyHandledNamesWhoAndWhen(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("either", "contract").
		Approve("check", enginetest.By("post:finance")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "either", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	mine, other := h.TaskOf(fang, in), h.TaskOf(fei, in)
	approve(t, h, fang, in)

	for who, task := range map[string]string{fang: mine, fei: other} {
		_, err := h.Decide(t.Context(), who, engine.Verdict{Task: task, Outcome: "approved"})
		refused(t, err, fault.Conflict, "task_already_decided")
		words := fault.From(err).Text
		if !strings.Contains(words.EN, "handled by Fang Li at 2026-03-02 09:00") {
			t.Errorf("%s is told %q", who, words.EN)
		}
		if !strings.Contains(words.ZH, "方会计") || !strings.Contains(words.ZH, "2026-03-02 09:00") {
			t.Errorf("%s is told %q", who, words.ZH)
		}
	}
}

func TestATaskShowsJustItsFields(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("fields", "contract").
		Approve("check", enginetest.By("post:sales_manager"), enginetest.See("title", "hidden", "margin", "hidden", "amount", "edit", "opinion", "required")).
		Do("fill", enginetest.By("post:legal"), enginetest.Fields("opinion", "edit")).
		End("end", flow.ResultApproved).Path("start", "check", "fill", "end"))
	in := h.Start(wu, "fields", h.Add(wu, "contract", values{"title": "Secret name", "margin": "0.35", "amount": "9"}), nil)
	task := h.TaskOf(chen, in)

	v := ok[engine.TaskView](t)(h.Task(t.Context(), chen, task))
	got := map[string]string{}
	for _, f := range v.Form.Fields {
		got[f.Key] = string(f.Access)
	}
	if _, there := got["margin"]; there || got["amount"] != "edit" || got["opinion"] != "required" || got["months"] != "read" {
		t.Errorf("the form is %v", got)
	}
	if v.Form.Values["margin"] != nil || v.Form.Title != "" || v.TaskInfo.Record.Title != "" {
		t.Errorf("the task tells hidden values: %+v", v.Record)
	}
	for _, who := range []string{wu, luo} { // the submitter; and who is asked later
		_, err := h.Task(t.Context(), who, task)
		refused(t, err, fault.NotFound, "no_such_task")
	}
	for _, f := range ok[engine.TaskView](t)(h.Task(t.Context(), admin, task)).Form.Fields {
		if f.Access != "read" {
			t.Errorf("an admin may %s field %s of somebody's task", f.Access, f.Key)
		}
	}

	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, engine.Verdict{
		Task: task, Outcome: "approved", Set: values{"amount": "10", "opinion": "ask for more"}}))
	for _, f := range ok[engine.TaskView](t)(h.Task(t.Context(), chen, task)).Form.Fields {
		if f.Access != "read" {
			t.Errorf("%s may still be %s after the decision", f.Key, f.Access)
		}
	}
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), luo, engine.Verdict{Task: h.TaskOf(luo, in), Outcome: "done", Set: values{"opinion": "lawful"}}))
	r := ok[engine.RecordView](t)(h.Record(t.Context(), wu, "contract", v.Record.ID))
	if s := r.Values["opinion"]; s != "lawful" {
		t.Errorf("the opinion is %v", s)
	}
}

func TestTaskLists(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	var ids []string
	for _, title := range []string{"one", "two", "three"} {
		ids = append(ids, h.Start(lin, "plain", h.Add(lin, "contract", values{"title": title}), nil))
		h.Clock.Add(1e9)
	}
	open := ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), chen, engine.TasksAsked{Limit: 2}))
	if open.Total != 3 || len(open.Items) != 2 || open.Items[0].Record.Title != "one" || open.Items[0].NodeName.EN != "Node check" {
		t.Errorf("open tasks: %+v", open)
	}
	approve(t, h, chen, ids[1])
	open = ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), chen, engine.TasksAsked{}))
	done := ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), chen, engine.TasksAsked{Done: true}))
	if open.Total != 2 || done.Total != 1 || done.Items[0].Record.Title != "two" || done.Items[0].State != machine.TaskApproved {
		t.Errorf("open %+v done %+v", open, done)
	}
	if mine := ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), lin, engine.TasksAsked{})); mine.Total != 0 {
		t.Errorf("the submitter has tasks: %+v", mine)
	}
}
