package engine_test

import (
	"slices"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// approveBehind has somebody decide on a copy of the program whose clock is half a minute behind, and the rest follow.
func approveBehind(t *testing.T, h *enginetest.House, who, instance string) {
	t.Helper()
	h.Clock.Add(-30 * time.Second)
	approve(t, h, who, instance)
	h.Clock.Add(40 * time.Second)
	work(t, h)
}

// partAt gives the instance of the part that a step of an instance of Lin's had run.
func partAt(t *testing.T, h *enginetest.House, instance, step string) string {
	t.Helper()
	parts := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, instance)).Parts
	i := slices.IndexFunc(parts, func(p engine.Part) bool { return p.Node == step })
	if i < 0 {
		t.Fatalf("%s has run nothing", step)
	}
	return parts[i].Instance
}

// longer is a sub-flow that makes the contract a longer one once Luo agrees.
func longer() *enginetest.Builder {
	return enginetest.Flow("longer", "contract").
		Approve("legal", enginetest.By("post:legal")).
		Update("term", "", flow.Assign{Field: "months", Value: "60"}).Undo().
		End("end", flow.ResultApproved).
		Path("start", "legal", "term", "end")
}

func linkedCustomer(s *flow.Subflow) { s.Over, s.Link = flow.OverLinked, "customer" }

// leased is a contract of twelve months, of a customer with a score of seventy.
func leased(h *enginetest.House) (contract, customer string) {
	customer = h.Add(lin, "customer", values{"name": "Acme", "credit_score": 70})
	return h.Add(lin, "contract", values{"title": "Lease", "months": 12, "customer": customer}), customer
}

// TestUndoingGoesByTheStepsNotByTheClock: what a sub-flow changed came after what led to it, though the copy of the program
// that did so thought it earlier; and what was changed after the sub-flow came later still. So it is in the record of both
// and in one that the whole reaches by a link.
func TestUndoingGoesByTheStepsNotByTheClock(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(longer())
		h.Publish(enginetest.Flow("rating", "customer").
			Approve("rate", enginetest.By("post:finance")).
			Update("lower", "", flow.Assign{Field: "credit_score", Value: "30"}).Undo().
			End("end", flow.ResultApproved).
			Path("start", "rate", "lower", "end"))
		h.Publish(enginetest.Flow("top", "contract").WithdrawEver().
			Update("first", "", flow.Assign{Field: "months", Value: "36"}).Undo().
			Update("rated", "customer", flow.Assign{Field: "credit_score", Value: "50"}).Undo().
			Subflow("longer", "longer").
			Subflow("rating", "rating", linkedCustomer).
			Approve("check", enginetest.By("person:"+fang)).
			Update("last", "customer", flow.Assign{Field: "credit_score", Value: "20"}).Undo().
			Approve("sign", enginetest.By("post:sales_manager")).
			End("end", flow.ResultApproved).
			Path("start", "first", "rated", "longer", "rating", "check", "last", "sign", "end"))
		contract, customer := leased(h)
		in := h.Start(lin, "top", contract, nil)
		work(t, h)
		approveBehind(t, h, luo, partAt(t, h, in, "longer"))
		approveBehind(t, h, fang, partAt(t, h, in, "rating"))
		approveBehind(t, h, fang, in)
		stands(t, h, contract, customer, "60", "20", in)

		withdraw(t, h, in)
		stands(t, h, contract, customer, "12", "70", "")
		want := []string{"record.updated last", "record.updated longer", "record.updated rated", "record.updated first"}
		if got := tells(t, h, in); !slices.Equal(got, want) {
			t.Errorf("the whole tells %v, want %v", got, want)
		}
	})
}

// TestUndoingWhatWasChangedInOneMoment: a sub-flow and one within it changed the same, and the clock stood still.
func TestUndoingWhatWasChangedInOneMoment(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("low", "contract").
			Update("term", "", flow.Assign{Field: "months", Value: "60"}).Undo().
			End("end", flow.ResultApproved).
			Path("start", "term", "end"))
		h.Publish(enginetest.Flow("middle", "contract").
			Update("before", "", flow.Assign{Field: "months", Value: "24"}).Undo().
			Subflow("low", "low").
			Update("after", "", flow.Assign{Field: "months", Value: "72"}).Undo().
			Approve("sign", enginetest.By("post:sales_manager")).
			End("end", flow.ResultApproved).
			Path("start", "before", "low", "after", "sign", "end"))
		h.Publish(enginetest.Flow("top", "contract").WithdrawEver().
			Update("first", "", flow.Assign{Field: "months", Value: "36"}).Undo().
			Subflow("middle", "middle").
			End("end", flow.ResultApproved).
			Path("start", "first", "middle", "end"))
		contract, customer := leased(h)
		in := h.Start(lin, "top", contract, nil)
		work(t, h)
		stands(t, h, contract, customer, "72", "70", in)

		withdraw(t, h, in)
		stands(t, h, contract, customer, "12", "70", "")
		want := []string{"record.updated middle", "record.updated middle", "record.updated middle", "record.updated first"}
		if got := tells(t, h, in); !slices.Equal(got, want) {
			t.Errorf("the whole tells %v, want %v", got, want)
		}
	})
}

// TestUndoingBranchesGoesByTheValues: where a sub-flow ran beside a step that changed the same, no step says which came first.
// What each found tells, if the clocks do not.
func TestUndoingBranchesGoesByTheValues(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(longer())
		h.Publish(enginetest.Flow("top", "contract").WithdrawEver().
			Fork("fork").
			Subflow("longer", "longer").
			Approve("a", enginetest.By("person:"+fang)).
			Update("own", "", flow.Assign{Field: "months", Value: "24"}).Undo().
			Join("join").
			Approve("sign", enginetest.By("post:sales_manager")).
			End("end", flow.ResultApproved).
			Path("start", "fork", "longer", "join", "sign", "end").
			Path("fork", "a", "own", "join"))
		contract, customer := leased(h)
		in := h.Start(lin, "top", contract, nil)
		work(t, h)
		approve(t, h, fang, in)
		approveBehind(t, h, luo, partAt(t, h, in, "longer"))
		stands(t, h, contract, customer, "60", "70", in)

		withdraw(t, h, in)
		stands(t, h, contract, customer, "12", "70", "")
		if got, want := tells(t, h, in), []string{"record.updated longer", "record.updated own"}; !slices.Equal(got, want) {
			t.Errorf("the whole tells %v, want %v", got, want)
		}
	})
}

// TestUndoingEndsWhatAnEndedPartHadRun: an admin has ended a part, and what that had run itself is still to be told so when
// the whole is withdrawn. It ends in the same step, so it does not run on over what has been put back.
func TestUndoingEndsWhatAnEndedPartHadRun(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("rating", "customer").
			Update("lower", "", flow.Assign{Field: "credit_score", Value: "30"}).Undo().
			Approve("rate", enginetest.By("post:finance")).
			End("end", flow.ResultApproved).
			Path("start", "lower", "rate", "end"))
		h.Publish(enginetest.Flow("middle", "contract").
			Subflow("rating", "rating", linkedCustomer).
			End("end", flow.ResultApproved).
			Path("start", "rating", "end"))
		h.Publish(enginetest.Flow("top", "contract").
			Update("rated", "customer", flow.Assign{Field: "credit_score", Value: "50"}).Undo().
			Subflow("middle", "middle").
			End("end", flow.ResultApproved).
			Path("start", "rated", "middle", "end"))
		contract, customer := leased(h)
		in := h.Start(lin, "top", contract, nil)
		work(t, h)
		middle := part(t, h, in).Instance
		lowest := part(t, h, middle).Instance
		ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), admin, middle, "Not this way", ""))
		withdraw(t, h, in)

		if is := part(t, h, middle); is.Status != machine.Terminated {
			t.Errorf("the lowest part is %s", is.Status)
		}
		stands(t, h, contract, customer, "12", "70", "")
		if r := ok[record.Record](t)(h.Store.Record(t.Context(), "customer", customer)); r.LockedBy != "" {
			t.Errorf("the customer is locked by %s", r.LockedBy)
		}
		work(t, h) // the job that would have ended it finds that it has
		stands(t, h, contract, customer, "12", "70", "")
		if got, want := tells(t, h, lowest), []string{"record.updated lower"}; !slices.Equal(got, want) {
			t.Errorf("the lowest part tells %v, want %v", got, want)
		}
	})
}
