package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

func TestSubmitAndDecide(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "120000"})

	in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, engine.Submission{
		Flow: "plain", Record: contract, Set: values{"months": 24}}))
	if in.Status != machine.Running || in.Record.Title != "Lease" || in.Record.Number == "" || in.Submitter.ID != lin {
		t.Errorf("submitted: %+v", in)
	}
	r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract))
	if r.LockedBy != in.ID {
		t.Errorf("the record is locked by %q, want the instance", r.LockedBy)
	}
	for _, f := range r.Fields {
		if f.Access != "read" {
			t.Errorf("%s may be %s while the record is locked", f.Key, f.Access)
		}
	}

	in = approve(t, h, chen, in.ID)
	if in.Status != machine.Approved {
		t.Errorf("status %s after the approval, want approved", in.Status)
	}
	if r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract)); r.LockedBy != "" {
		t.Errorf("the record is still locked by %s", r.LockedBy)
	}
}

func TestWhoMaySubmit(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	for _, c := range []struct {
		who  string
		may  bool
		note string
	}{
		{lin, true, "the owner"},
		{chen, true, "the owner's manager"},
		{gao, true, "above the manager"},
		{admin, true, "an admin"},
		{wu, false, "a colleague"},
		{fang, false, "another department"},
		{he, false, "a part of the department, not above"},
		{keyUser, false, "a key user has no right to records"},
	} {
		contract := h.Add(lin, "contract", values{"title": c.note})
		_, err := h.Submit(t.Context(), c.who, engine.Submission{Flow: "plain", Record: contract})
		if c.may && err != nil {
			t.Errorf("%s: %v", c.note, err)
		}
		if !c.may {
			refused(t, err, fault.NotFound, "no_such_record")
		}
	}
}

func TestSubmitRefuses(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain").Form(enginetest.Fields("title", "read", "margin", "hidden", "amount", "required")))
	h.Publish(enginetest.Flow("by-itself", "contract").On(flow.Trigger{On: flow.OnChanged, Field: "signed"}).
		Approve("check", enginetest.By("manager")).End("end", flow.ResultApproved).Path("start", "check", "end"))
	h.Publish(enginetest.Flow("dear", "contract").On(flow.Trigger{On: flow.OnSubmitted, When: "record.amount > 100000"}).
		Approve("check", enginetest.By("manager")).End("end", flow.ResultApproved).Path("start", "check", "end"))
	customer := h.Add(wu, "customer", values{"name": "Wu's own"})

	for name, c := range map[string]struct {
		who    string
		s      engine.Submission
		code   fault.Code
		reason string
	}{
		"no such flow":              {lin, engine.Submission{Flow: "none"}, fault.NotFound, "no_such_flow"},
		"no such record":            {lin, engine.Submission{Flow: "plain", Record: "forged"}, fault.NotFound, "no_such_record"},
		"a stranger":                {"nobody", engine.Submission{Flow: "plain"}, fault.Forbidden, "not_a_member"},
		"somebody who left":         {enginetest.Departed, engine.Submission{Flow: "plain"}, fault.Forbidden, "not_a_member"},
		"a wrong type":              {lin, engine.Submission{Flow: "plain", Set: values{"amount": "much"}}, fault.Invalid, "bad_values"},
		"an unknown field":          {lin, engine.Submission{Flow: "plain", Set: values{"colour": "red"}}, fault.Invalid, "bad_values"},
		"a field to read":           {lin, engine.Submission{Flow: "plain", Set: values{"amount": 1, "title": "x"}}, fault.Forbidden, "field_not_editable"},
		"a hidden field":            {lin, engine.Submission{Flow: "plain", Set: values{"amount": 1, "margin": "0.5"}}, fault.Forbidden, "field_not_editable"},
		"a required field":          {lin, engine.Submission{Flow: "plain"}, fault.Invalid, "field_required"},
		"somebody else's link":      {lin, engine.Submission{Flow: "plain", Set: values{"amount": 1, "customer": customer}}, fault.Invalid, "bad_values"},
		"a link to nothing":         {lin, engine.Submission{Flow: "plain", Set: values{"amount": 1, "customer": "x"}}, fault.Invalid, "bad_values"},
		"a person who left":         {lin, engine.Submission{Flow: "plain", Set: values{"amount": 1, "reviewer": enginetest.Departed}}, fault.Invalid, "bad_values"},
		"a flow that starts itself": {lin, engine.Submission{Flow: "by-itself"}, fault.Refused, "not_by_hand"},
		"a condition not met":       {lin, engine.Submission{Flow: "dear", Set: values{}}, fault.Refused, "does_not_apply"},
	} {
		t.Run(name, func(t *testing.T) {
			amount := values{"title": name, "amount": "5"}
			if name == "a required field" {
				delete(amount, "amount")
			}
			contract := h.Add(lin, "contract", amount)
			if c.s.Record == "" {
				c.s.Record = contract
			}
			_, err := h.Submit(t.Context(), c.who, c.s)
			refused(t, err, c.code, c.reason)
			r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract))
			if r.LockedBy != "" || r.Revision != 1 {
				t.Errorf("a refused submission left the record locked by %q at revision %d", r.LockedBy, r.Revision)
			}
		})
	}
}

func TestALockedRecordNamesItsHolder(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	contract := h.Add(lin, "contract", values{"title": "Lease"})
	h.Start(lin, "plain", contract, nil)

	_, err := h.Submit(t.Context(), lin, engine.Submission{Flow: "plain", Record: contract})
	refused(t, err, fault.Conflict, "record_locked")
	for _, part := range []string{"Lin Xiaoyu", "Flow plain", "2026-03-02 09:00"} {
		if words := fault.From(err).Text.EN; !strings.Contains(words, part) {
			t.Errorf("%q does not say %q", words, part)
		}
	}
	_, err = h.ChangeRecord(t.Context(), lin, "contract", contract, 2, values{"title": "x"}, nil)
	refused(t, err, fault.Conflict, "record_locked")
}

// TestAFlowThatEndsAtOnce holds its record for no longer than its one step, and not at all while another does.
func TestAFlowThatEndsAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("instant", "contract").
			Update("mark", "", flow.Assign{Field: "months", From: "record.months + 1"}).
			End("end", flow.ResultApproved).Path("start", "mark", "end"))
		h.Publish(plain("plain"))
		contract := h.Add(lin, "contract", values{"title": "Lease", "months": 1})
		for range 2 {
			in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, engine.Submission{Flow: "instant", Record: contract}))
			if in.Status != machine.Approved {
				t.Errorf("status %s", in.Status)
			}
		}
		h.Start(lin, "plain", contract, nil)
		_, err := h.Submit(t.Context(), lin, engine.Submission{Flow: "instant", Record: contract})
		refused(t, err, fault.Conflict, "record_locked")
		r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract))
		if fmt.Sprint(r.Values["months"]) != "3" {
			t.Errorf("months are %v, want 3", r.Values["months"])
		}
	})
}
