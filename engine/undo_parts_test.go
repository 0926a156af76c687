package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// TestUndoingReachesEveryPart: over the record that a link points to, which the part holds itself, and in a part of a part.
func TestUndoingReachesEveryPart(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("rating", "customer").
			Update("lower", "", flow.Assign{Field: "credit_score", Value: "30"}).Undo().
			Approve("rate", enginetest.By("post:finance")).
			End("end", flow.ResultApproved).
			Path("start", "lower", "rate", "end"))
		h.Publish(enginetest.Flow("middle", "contract").
			Update("term", "", flow.Assign{Field: "months", Value: "24"}).Undo().
			Subflow("rating", "rating", func(s *flow.Subflow) { s.Over, s.Link = flow.OverLinked, "customer" }).
			End("end", flow.ResultApproved).
			Path("start", "term", "rating", "end"))
		h.Publish(enginetest.Flow("top", "contract").
			Update("first", "", flow.Assign{Field: "months", Value: "36"}).Undo().
			Update("rated", "customer", flow.Assign{Field: "credit_score", Value: "50"}).Undo().
			Subflow("middle", "middle").
			End("end", flow.ResultApproved).
			Path("start", "first", "rated", "middle", "end"))
		customer := h.Add(lin, "customer", values{"name": "Acme", "credit_score": 70})
		contract := h.Add(lin, "contract", values{"title": "Lease", "months": 12, "customer": customer})
		in := h.Start(lin, "top", contract, nil)
		work(t, h)
		stands(t, h, contract, customer, "24", "30", in)

		withdraw(t, h, in)
		stands(t, h, contract, customer, "12", "70", "")
		middle := part(t, h, in)
		lowest := part(t, h, middle.Instance)
		if middle.Status != machine.Terminated || lowest.Status != machine.Terminated {
			t.Errorf("the parts are %s and %s", middle.Status, lowest.Status)
		}
		if r := ok[record.Record](t)(h.Store.Record(t.Context(), "customer", customer)); r.LockedBy != "" {
			t.Errorf("the customer is locked by %s", r.LockedBy)
		}
		work(t, h)
		stands(t, h, contract, customer, "12", "70", "")
	})
}

// TestAPartGoesBackOverItsOwnParts: what it and its ended part changed is put back, and the whole, which waits for it, hears
// of that.
func TestAPartGoesBackOverItsOwnParts(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(reviewing())
		h.Publish(enginetest.Flow("middle", "contract").
			Approve("a", enginetest.By("post:finance")).
			Update("term", "", flow.Assign{Field: "months", Value: "24"}).Undo().
			Subflow("review", "review").
			Approve("b", enginetest.By("post:sales_manager")).
			End("end", flow.ResultApproved).
			Path("start", "a", "term", "review", "b", "end"))
		h.Publish(enginetest.Flow("top", "contract").
			Update("first", "", flow.Assign{Field: "months", Value: "36"}).Undo().
			Subflow("middle", "middle").
			End("end", flow.ResultApproved).
			Path("start", "first", "middle", "end"))
		customer := h.Add(lin, "customer", values{"name": "Acme", "credit_score": 70})
		contract := h.Add(lin, "contract", values{"title": "Lease", "months": 12, "customer": customer})
		in := h.Start(lin, "top", contract, nil)
		work(t, h)
		middle := part(t, h, in).Instance
		approve(t, h, fang, middle)
		work(t, h)
		approve(t, h, luo, part(t, h, middle).Instance)
		work(t, h)
		stands(t, h, contract, customer, "60", "30", in)
		for _, d := range ok[engine.TaskView](t)(h.Task(t.Context(), chen, h.TaskOf(chen, middle))).Back[0].Done {
			if !d.Undone { // of the step, and of what the part did
				t.Errorf("%s is said to stay", d.Node)
			}
		}
		doWithTask(t, h, chen, engine.Deed{Task: h.TaskOf(chen, middle), Do: engine.DoReturn, Node: "a", Comment: "Once more"})
		stands(t, h, contract, customer, "36", "70", in)
		approve(t, h, fang, middle)
		work(t, h)
		stands(t, h, contract, customer, "60", "30", in)
		for _, v := range ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), lin, in)) {
			if !v.Intact {
				t.Errorf("version %d of the whole is not what it was", v.Number)
			}
		}
	})
}

// TestWithdrawingWhileAPartMoves: somebody decides in a part at the very moment, which changes more of the same; whoever comes
// second begins again, and nothing of either is left.
func TestWithdrawingWhileAPartMoves(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("review", "contract").
			Update("term", "", flow.Assign{Field: "months", Value: "60"}).Undo().
			Approve("legal", enginetest.By("post:legal")).
			Update("score", "customer", flow.Assign{Field: "credit_score", Value: "30"}).Undo().
			Approve("again", enginetest.By("post:finance")).
			End("end", flow.ResultApproved).
			Path("start", "term", "legal", "score", "again", "end"))
		h.Publish(reviewed())
		for range 8 {
			customer := h.Add(lin, "customer", values{"name": "Acme", "credit_score": 70})
			contract := h.Add(lin, "contract", values{"title": "Lease", "months": 12, "customer": customer})
			in := h.Start(lin, "reviewed", contract, nil)
			work(t, h)
			child := part(t, h, in).Instance
			task := h.TaskOf(luo, child)
			together(
				func() { withdraw(t, h, in) },
				func() { // is told, if it comes too late
					_, _ = h.Decide(t.Context(), luo, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved})
				},
			)
			work(t, h)
			stands(t, h, contract, customer, "12", "70", "")
		}
	})
}
