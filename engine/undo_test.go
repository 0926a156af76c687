package engine_test

import (
	"slices"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// undoing is submit → Chen → two update steps that are undone, and a notice → Fang → approved.
func undoing() *enginetest.Builder {
	return enginetest.Flow("undoing", "contract").
		Approve("first", enginetest.By("post:sales_manager")).
		Update("term", "", flow.Assign{Field: "months", Value: "60"}, flow.Assign{Field: "approved", Value: true}).Undo().
		Update("score", "customer", flow.Assign{Field: "credit_score", Value: "50"}).Undo().
		Notify("told", enginetest.By("submitter"), "So far").
		Approve("second", enginetest.By("person:"+fang)).
		End("end", flow.ResultApproved).
		Path("start", "first", "term", "score", "told", "second", "end")
}

// TestGoingBackUndoesWhatSaysSo: the former values are back in the same step as the return, the list beforehand says which
// steps that concerns, and what somebody else changed meanwhile stays.
func TestGoingBackUndoesWhatSaysSo(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(undoing())
		customer := h.Add(lin, "customer", values{"name": "Acme", "credit_score": 70})
		contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "100", "months": 12, "customer": customer})
		in := h.Start(lin, "undoing", contract, nil)
		approve(t, h, chen, in)
		linked := func() record.Values {
			return ok[record.Record](t)(h.Store.Record(t.Context(), "customer", customer)).Values
		}
		wants(t, live(t, h, contract).Values, "months", dec("60"))

		view := ok[engine.TaskView](t)(h.Task(t.Context(), fang, h.TaskOf(fang, in)))
		var done []string
		for _, d := range view.Back[0].Done {
			if d.Undone {
				d.Node += " undone"
			}
			done = append(done, d.Node)
		}
		if want := []string{"term undone", "score undone", "told"}; !slices.Equal(done, want) {
			t.Errorf("before it is returned to first, %v is listed, want %v", done, want)
		}
		doWithTask(t, h, fang, engine.Deed{Task: h.TaskOf(fang, in), Do: engine.DoReturn, Node: "first", Comment: "Once more"})
		r := live(t, h, contract)
		wants(t, r.Values, "months", dec("12"))
		wants(t, r.Values, "approved", nil)
		wants(t, linked(), "credit_score", dec("70"))

		approve(t, h, chen, in)
		ok[engine.RecordSaved](t)(h.ChangeRecord(t.Context(), lin, "customer", customer, 0, values{"credit_score": 65}, nil))
		doWithTask(t, h, fang, engine.Deed{Task: h.TaskOf(fang, in), Do: engine.DoReturn, Node: "start", Comment: "From the start"})
		wants(t, live(t, h, contract).Values, "months", dec("12"))
		wants(t, linked(), "credit_score", dec("65"))
		var told []string
		for _, e := range ok[[]machine.Entry](t)(h.Store.Journal(t.Context(), in)) {
			if e.Type == machine.EntryKept || e.Data.Reason == "undone" {
				told = append(told, string(e.Type)+" "+e.Node)
			}
		}
		want := []string{"record.updated score", "record.updated term", "change.kept score", "record.updated term"}
		if !slices.Equal(told, want) {
			t.Errorf("the journal tells %v, want %v", told, want)
		}
	})
}

// reviewing is a review that changes the term first, and has that undone.
func reviewing() *enginetest.Builder {
	return enginetest.Flow("review", "contract").
		Update("term", "", flow.Assign{Field: "months", Value: "60"}).Undo().
		Approve("legal", enginetest.By("post:legal")).
		End("end", flow.ResultApproved).
		Path("start", "term", "legal", "end")
}

// TestWithdrawingUndoesWhatAPartDid: a sub-flow under way is called off with the instance that waits for it, and puts back
// what it changed of the record that both are over.
func TestWithdrawingUndoesWhatAPartDid(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(reviewing())
		h.Publish(signing())
		contract := h.Add(lin, "contract", values{"title": "Lease", "months": 12})
		in := h.Start(lin, "signing", contract, nil)
		work(t, h)
		wants(t, live(t, h, contract).Values, "months", dec("60"))

		ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoWithdraw}))
		work(t, h)
		wants(t, live(t, h, contract).Values, "months", dec("12"))
		if child := part(t, h, in); child.Status != machine.Terminated {
			t.Errorf("the part is %s", child.Status)
		}
		if r := live(t, h, contract); r.LockedBy != "" {
			t.Errorf("the record is still locked by %s", r.LockedBy)
		}
	})
}

// TestAPartThatIsCalledOffLeavesWhatIsLocked: the next request has the record by then, so what the part changed stays, and
// that is told; it does not wait for it.
func TestAPartThatIsCalledOffLeavesWhatIsLocked(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(reviewing())
	h.Publish(signing())
	contract := h.Add(lin, "contract", values{"title": "Lease", "months": 12})
	in := h.Start(lin, "signing", contract, nil)
	work(t, h)
	ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoWithdraw}))
	next := h.Start(lin, "review", contract, nil)
	work(t, h)
	child := part(t, h, in)
	if child.Status != machine.Terminated {
		t.Errorf("the part is %s", child.Status)
	}
	kept := func(e machine.Entry) bool { return e.Type == machine.EntryKept && e.Node == "term" }
	if journal := ok[[]machine.Entry](t)(h.Store.Journal(t.Context(), child.Instance)); !slices.ContainsFunc(journal, kept) {
		t.Errorf("that it stays is not told: %+v", journal)
	}
	if r := live(t, h, contract); r.LockedBy != next {
		t.Errorf("the record is locked by %q, want %s", r.LockedBy, next)
	}
	wants(t, live(t, h, contract).Values, "months", dec("60"))
}
