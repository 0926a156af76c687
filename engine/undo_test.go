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
		Update("score", "customer", flow.Assign{Field: "credit_score", Value: "30"}).Undo().
		Approve("legal", enginetest.By("post:legal")).
		End("end", flow.ResultApproved).
		Path("start", "term", "score", "legal", "end")
}

// reviewed changes the same fields before it has the review run, and once more after.
func reviewed() *enginetest.Builder {
	return enginetest.Flow("reviewed", "contract").WithdrawEver().
		Update("first", "", flow.Assign{Field: "months", Value: "36"}).Undo().
		Update("rated", "customer", flow.Assign{Field: "credit_score", Value: "50"}).Undo().
		Subflow("review", "review").
		Update("last", "", flow.Assign{Field: "months", Value: "72"}).Undo().
		Approve("sign", enginetest.By("post:sales_manager")).
		End("end", flow.ResultApproved).
		Path("start", "first", "rated", "review", "last", "sign", "end")
}

// reviewedContract has a contract of twelve months of a customer with a score of seventy under way in reviewed.
func reviewedContract(t *testing.T, h *enginetest.House) (in, contract, customer string) {
	t.Helper()
	h.Publish(reviewing())
	h.Publish(reviewed())
	customer = h.Add(lin, "customer", values{"name": "Acme", "credit_score": 70})
	contract = h.Add(lin, "contract", values{"title": "Lease", "months": 12, "customer": customer})
	in = h.Start(lin, "reviewed", contract, nil)
	work(t, h)
	wants(t, live(t, h, contract).Values, "months", dec("60"))
	return in, contract, customer
}

// stands sees to it that the record and the one it links to are as they should be, and locked by nobody but holder.
func stands(t *testing.T, h *enginetest.House, contract, customer, months, score, holder string) {
	t.Helper()
	r := live(t, h, contract)
	wants(t, r.Values, "months", dec(months))
	wants(t, ok[record.Record](t)(h.Store.Record(t.Context(), "customer", customer)).Values, "credit_score", dec(score))
	if r.LockedBy != holder {
		t.Errorf("the record is locked by %q, want %q", r.LockedBy, holder)
	}
}

func withdraw(t *testing.T, h *enginetest.House, in string) {
	t.Helper()
	ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoWithdraw}))
}

// tells lists what the journal of an instance says of changes that were put back, or kept.
func tells(t *testing.T, h *enginetest.House, in string) []string {
	t.Helper()
	var told []string
	for _, e := range ok[[]machine.Entry](t)(h.Store.Journal(t.Context(), in)) {
		if e.Type == machine.EntryKept || e.Data.Reason == machine.ReasonUndone {
			told = append(told, string(e.Type)+" "+e.Node)
		}
	}
	return told
}

// TestWithdrawingUndoesWhatAPartDid: a sub-flow under way ends with the instance that waits for it; what both changed is as
// it was before, and each tells its own part of that. The next request may have the record at once.
func TestWithdrawingUndoesWhatAPartDid(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		in, contract, customer := reviewedContract(t, h)
		withdraw(t, h, in)
		stands(t, h, contract, customer, "12", "70", "")
		child := part(t, h, in)
		if child.Status != machine.Terminated {
			t.Errorf("the part is %s", child.Status)
		}
		if got, want := tells(t, h, in), []string{"record.updated review", "record.updated rated", "record.updated first"}; !slices.Equal(got, want) {
			t.Errorf("the whole tells %v, want %v", got, want)
		}
		if got, want := tells(t, h, child.Instance), []string{"record.updated score", "record.updated term"}; !slices.Equal(got, want) {
			t.Errorf("the part tells %v, want %v", got, want)
		}
		next := h.Start(lin, "reviewed", contract, nil)
		work(t, h)
		stands(t, h, contract, customer, "60", "30", next)
	})
}

// TestWithdrawingUndoesWhatAnEndedPartDid: what a sub-flow changed that has ended is part of the request as well; and so
// is what was changed after it.
func TestWithdrawingUndoesWhatAnEndedPartDid(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		in, contract, customer := reviewedContract(t, h)
		child := part(t, h, in)
		settle(t, h, luo, child.Instance, machine.OutcomeApproved, nil)
		work(t, h)
		wants(t, live(t, h, contract).Values, "months", dec("72"))
		withdraw(t, h, in)
		work(t, h)
		stands(t, h, contract, customer, "12", "70", "")
		if is := part(t, h, in); is.Status != machine.Approved {
			t.Errorf("the part is %s", is.Status)
		}
		if got, want := tells(t, h, child.Instance), []string{"record.updated score", "record.updated term"}; !slices.Equal(got, want) {
			t.Errorf("the part tells %v, want %v", got, want)
		}
		for _, v := range ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), lin, child.Instance)) {
			if !v.Intact {
				t.Errorf("version %d of the part is not what it was", v.Number)
			}
		}
	})
}

// TestARejectionUndoesWhatAPartDid: so does a rejection that ends the request.
func TestARejectionUndoesWhatAPartDid(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		in, contract, customer := reviewedContract(t, h)
		settle(t, h, luo, part(t, h, in).Instance, machine.OutcomeApproved, nil)
		work(t, h)
		settle(t, h, chen, in, machine.OutcomeRejected, nil)
		work(t, h)
		stands(t, h, contract, customer, "12", "70", "")
	})
}

// TestWhatAPartChangedIsKeptWhereSomebodyElseHasTheRecord: another request has the customer by then, so its score stays, and
// that is told of the part and of the whole. The rest is put back.
func TestWhatAPartChangedIsKeptWhereSomebodyElseHasTheRecord(t *testing.T) {
	h := enginetest.New(t)
	in, contract, customer := reviewedContract(t, h)
	h.Publish(enginetest.Flow("rating", "customer").Approve("rate", enginetest.By("post:finance")).End("end", flow.ResultApproved).Path("start", "rate", "end"))
	h.Start(lin, "rating", customer, nil)
	withdraw(t, h, in)
	stands(t, h, contract, customer, "12", "30", "")
	if got, want := tells(t, h, in), []string{"change.kept review", "record.updated review", "change.kept rated", "record.updated first"}; !slices.Equal(got, want) {
		t.Errorf("the whole tells %v, want %v", got, want)
	}
	if got, want := tells(t, h, part(t, h, in).Instance), []string{"change.kept score", "record.updated term"}; !slices.Equal(got, want) {
		t.Errorf("the part tells %v, want %v", got, want)
	}
}
