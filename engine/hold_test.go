package engine_test

import (
	"slices"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// guarded asks Chen to approve a change of the amount upwards before it is made. Chen may change the months with it.
func guarded(key string) *enginetest.Builder {
	return enginetest.Flow(key, "contract").
		On(flow.Trigger{On: flow.OnChanged, Field: "amount", When: "record.amount > old.amount", Hold: true}).
		Approve("check", enginetest.By("post:sales_manager"), enginetest.See("months", "edit", "margin", "hidden")).
		End("end", flow.ResultApproved).
		Path("start", "check", "end")
}

// requested has Lin ask for a change of her contract, and answers the record and the instance that decides on it.
func requested(t *testing.T, h *enginetest.House, set values) (id, instance string) {
	t.Helper()
	h.Publish(guarded("guarded"))
	id = h.Add(lin, "contract", values{"title": "Lease", "amount": "10", "months": 12, "margin": "0.1"})
	saved := change(t, h, id, set)
	if saved.Held == "" || saved.Revision != 2 || len(saved.Pending) != 1 {
		t.Fatalf("it was not held: %+v", saved)
	}
	return id, saved.Held
}

func change(t *testing.T, h *enginetest.House, id string, set values) engine.RecordSaved {
	t.Helper()
	return ok[engine.RecordSaved](t)(h.ChangeRecord(t.Context(), lin, "contract", id, 0, set, nil))
}

func live(t *testing.T, h *enginetest.House, id string) record.Record {
	t.Helper()
	return ok[record.Record](t)(h.Store.Record(t.Context(), "contract", id))
}

func wants(t *testing.T, v record.Values, key string, want any) {
	t.Helper()
	if !record.EqualValue(v[key], want) {
		t.Errorf("%s is %v, want %v", key, v[key], want)
	}
}

func reject(t *testing.T, h *enginetest.House, who, instance string) {
	t.Helper()
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), who, engine.Verdict{
		Task: h.TaskOf(who, instance), Outcome: machine.OutcomeRejected, Comment: "no"}))
}

func TestAHeldChangeIsMadeWhenItIsApproved(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		id, in := requested(t, h, values{"amount": "20", "title": "Long lease"})
		r := live(t, h, id)
		wants(t, r.Values, "amount", dec("10"))
		if r.LockedBy != "" {
			t.Errorf("the record is locked by %s", r.LockedBy)
		}
		task := ok[engine.TaskView](t)(h.Task(t.Context(), chen, h.TaskOf(chen, in)))
		wants(t, task.Form.Values, "amount", dec("20"))
		if p := task.Proposal; p == nil || !slices.Equal(changedKeys(p.Differences), []string{"title", "amount"}) || !record.EqualValue(p.Before["amount"], dec("10")) {
			t.Errorf("the approver sees %+v", p)
		}
		change(t, h, id, values{"opinion": "fine"}) // another field goes on
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, engine.Verdict{
			Task: h.TaskOf(chen, in), Outcome: machine.OutcomeApproved, Set: values{"months": 36}}))
		r = live(t, h, id)
		for key, want := range map[string]any{"amount": dec("20"), "title": "Long lease", "months": dec("36"), "opinion": "fine"} {
			wants(t, r.Values, key, want)
		}
		if left := ok[[]engine.Proposal](t)(h.Store.Proposals(t.Context(), "contract", id)); len(left) != 0 {
			t.Errorf("still pending: %+v", left)
		}
		if down := change(t, h, id, values{"amount": "5"}); down.Held != "" {
			t.Error("a change that the trigger does not want was held")
		}
	})
}

func TestARejectedChangeRevertsNothingButWhatWasAskedFor(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		id, in := requested(t, h, values{"amount": "20"})
		change(t, h, id, values{"months": 24})
		reject(t, h, chen, in)
		r := live(t, h, id)
		wants(t, r.Values, "amount", dec("10"))
		wants(t, r.Values, "months", dec("24"))
		change(t, h, id, values{"amount": "9"}) // the field is free again
	})
}

func TestFieldsThatWaitForApprovalAreHeld(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		id, in := requested(t, h, values{"amount": "20"})
		_, err := h.ChangeRecord(t.Context(), chen, "contract", id, 0, values{"amount": "1", "months": 2}, nil)
		refused(t, err, fault.Conflict, "change_pending")
		if f := fault.From(err).Fields; len(f) != 1 || f[0].Path != "amount" {
			t.Errorf("it names %+v", f)
		}
		_, err = h.Submit(t.Context(), lin, engine.Submission{Flow: "plain", Record: id})
		refused(t, err, fault.Conflict, "change_pending")
		_, err = h.Preview(t.Context(), lin, engine.Submission{Flow: "plain", Record: id})
		refused(t, err, fault.Conflict, "change_pending")
		if f := ok[engine.RecordFlows](t)(h.RecordFlows(t.Context(), lin, "contract", id)); len(f.Startable) != 0 {
			t.Errorf("it can be submitted to %+v", f.Startable)
		}
		ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), admin, in, "a mistake", ""))
		wants(t, live(t, h, id).Values, "amount", dec("10"))
		h.Start(lin, "plain", id, nil)
	})
}

func TestAConflictingFieldIsLeftForAPersonToChoose(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		id, in := requested(t, h, values{"amount": "20", "title": "Mine", "months": 24})
		r := live(t, h, id)
		meanwhile := record.Values{"title": "Theirs", "months": dec("99")} // as a step of another flow writes
		if _, err := h.Store.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: id, Revision: r.Revision, Set: meanwhile}, h.Clock.Now()); err != nil {
			t.Fatal(err)
		}
		approve(t, h, chen, in)
		r = live(t, h, id)
		wants(t, r.Values, "amount", dec("20"))
		wants(t, r.Values, "title", "Theirs")
		view := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in))
		if view.Status != machine.Approved || view.Proposal == nil || !view.Proposal.Choose || !slices.Equal(view.Proposal.Left, []string{"title", "months"}) {
			t.Fatalf("it shows %+v", view.Proposal)
		}
		choices := view.Proposal.Choices
		if choices == nil || !slices.Equal(changedKeys(*choices), []string{"title", "months"}) || choices.Before["title"] != "Theirs" || choices.After["title"] != "Mine" {
			t.Errorf("to choose from are %+v", choices)
		}
		if of := ok[engine.InstanceView](t)(h.Instance(t.Context(), chen, in)).Proposal; of.Choices != nil {
			t.Errorf("who may not choose sees %+v", of.Choices)
		}
		_, err := h.Choose(t.Context(), chen, engine.Choice{Instance: in})
		refused(t, err, fault.Forbidden, "not_your_choice")
		_, err = h.Choose(t.Context(), lin, engine.Choice{Instance: in, Take: []string{"amount"}})
		refused(t, err, fault.Invalid, "bad_values")
		ok[engine.InstanceInfo](t)(h.Choose(t.Context(), lin, engine.Choice{Instance: in, Take: []string{"title"}}))
		r = live(t, h, id)
		wants(t, r.Values, "title", "Mine")
		wants(t, r.Values, "months", dec("99"))
		_, err = h.Choose(t.Context(), lin, engine.Choice{Instance: in})
		refused(t, err, fault.Refused, "nothing_to_choose")
		told := map[machine.EntryType]int{}
		for _, entry := range ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in)).Timeline {
			told[entry.Type]++
		}
		if told[machine.EntryMerged] != 2 || told[machine.EntryUnmerged] != 1 || told[machine.EntryGivenUp] != 1 {
			t.Errorf("the journal tells %v", told)
		}
	})
}

func TestAnApprovedValueThatIsTakenIsLeft(t *testing.T) {
	h := enginetest.New(t)
	id, in := requested(t, h, values{"amount": "20", "serial": "S1"})
	h.Add(wu, "contract", values{"title": "Other", "serial": "S1"})
	approve(t, h, chen, in)
	r := live(t, h, id)
	wants(t, r.Values, "amount", dec("20"))
	wants(t, r.Values, "serial", nil)
}

func TestAChangeIsPreviewed(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(guarded("guarded"))
	id := h.Add(lin, "contract", values{"title": "Lease", "amount": "10"})
	p := ok[engine.ChangePreview](t)(h.PreviewChange(t.Context(), lin, "contract", id, values{"amount": "20"}, nil))
	if p.Flow != "guarded" || len(p.Steps) != 1 || p.Steps[0].People[0].ID != chen {
		t.Errorf("it previews %+v", p)
	}
	if p := ok[engine.ChangePreview](t)(h.PreviewChange(t.Context(), lin, "contract", id, values{"amount": "5"}, nil)); p.Flow != "" {
		t.Errorf("it previews %+v", p)
	}
	h.Publish(guarded("second"))
	_, err := h.ChangeRecord(t.Context(), lin, "contract", id, 0, values{"amount": "20"}, nil)
	refused(t, err, fault.Refused, "several_approvals")
	_, err = h.PreviewChange(t.Context(), wu, "contract", id, values{"amount": "20"}, nil)
	refused(t, err, fault.NotFound, "no_such_record")
}

// TestAChangeThatWaitsIsNotForEverybodyOfTheRecord: whoever sees the record through another flow knows nothing of it.
func TestAChangeThatWaitsIsNotForEverybodyOfTheRecord(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("other", "contract").Approve("check", enginetest.By("post:finance")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	h.Publish(guarded("guarded"))
	id := h.Add(lin, "contract", values{"title": "Lease", "amount": "10", "months": 12})
	approve(t, h, fang, h.Start(lin, "other", id, nil))
	if saved := change(t, h, id, values{"amount": "20"}); saved.Held == "" {
		t.Fatalf("it was not held: %+v", saved)
	}
	for who, want := range map[string]int{lin: 1, chen: 1, fang: 0} {
		if got := ok[engine.RecordView](t)(h.Record(t.Context(), who, "contract", id)).Pending; len(got) != want {
			t.Errorf("%s is shown %+v, want %d", who, got, want)
		}
	}
}

// TestNothingIsChosenForWhatIsVoid: what an approved change left open is closed with the instance that approved it.
func TestNothingIsChosenForWhatIsVoid(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		id, in := requested(t, h, values{"amount": "20"})
		r := live(t, h, id)
		ok[record.Record](t)(h.Store.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: id, Revision: r.Revision, Set: record.Values{"amount": dec("15")}}, h.Clock.Now()))
		approve(t, h, chen, in)
		if p := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", id)).Pending; len(p) != 1 || !p[0].Choose {
			t.Fatalf("left is %+v", p)
		}
		ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), admin, engine.Deed{Instance: in, Do: engine.DoVoid, Comment: "a mistake"}))
		if p := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", id)).Pending; len(p) != 0 {
			t.Errorf("after it was voided there is left %+v", p)
		}
		_, err := h.Choose(t.Context(), lin, engine.Choice{Instance: in, Take: []string{"amount"}})
		refused(t, err, fault.Refused, "nothing_to_choose")
		wants(t, live(t, h, id).Values, "amount", dec("15"))
	})
}
