package engine_test

import (
	"slices"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// TestAChildStandsStillWithItsParent, and what that one runs in turn; one that an admin suspended by itself goes on only when
// that is over too.
func TestAChildStandsStillWithItsParent(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(review())
		h.Publish(enginetest.Flow("middle", "contract").
			Subflow("review", "review").End("end", flow.ResultApproved).Path("start", "review", "end"))
		h.Publish(enginetest.Flow("outer", "contract").Fork("fork").Subflow("one", "middle").Subflow("two", "review").Join("join").
			End("end", flow.ResultApproved).Path("start", "fork", "one", "join").Path("fork", "two", "join", "end"))
		outer := h.Start(lin, "outer", h.Add(lin, "contract", values{"title": "frame"}), nil)
		view := func(id string) engine.InstanceView {
			t.Helper()
			return ok[engine.InstanceView](t)(h.Instance(t.Context(), enginetest.Admin, id))
		}
		do := func(id string, what engine.Doing) error {
			_, err := h.DoWithInstance(t.Context(), enginetest.Admin, engine.Deed{Instance: id, Do: what, Comment: "because"})
			return err
		}
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		ok[int](t)(h.DeliverDue(t.Context(), "test", 20)) // begins both, and not yet what the one runs
		must(do(outer, engine.DoSuspend))
		work(t, h)
		parts := view(outer).Parts
		inner := view(parts[0].Instance).Parts[0].Instance
		two := parts[1].Instance
		for _, id := range []string{outer, parts[0].Instance, inner, two} {
			if v := view(id); v.Status != machine.Suspended || v.HeldUp != (id != outer) {
				t.Errorf("%s of %s is %s, held up: %v", id, v.Flow, v.Status, v.HeldUp)
			}
		}
		if parts[1].Status != machine.Suspended {
			t.Errorf("the parent shows its part as %s", parts[1].Status)
		}
		refused(t, do(two, engine.DoResume), fault.Refused, "caller_suspended")
		_, err := h.Decide(t.Context(), luo, engine.Verdict{Task: two + ".k5", Outcome: machine.OutcomeApproved})
		refused(t, err, fault.Refused, "instance_suspended")

		must(do(outer, engine.DoResume))
		must(do(two, engine.DoSuspend))
		must(do(outer, engine.DoSuspend))
		must(do(outer, engine.DoResume))
		for id, want := range map[string]machine.Status{outer: machine.Running, inner: machine.Running, two: machine.Suspended} {
			if v := view(id); v.Status != want || v.HeldUp {
				t.Errorf("resumed, %s of %s is %s, held up: %v", id, v.Flow, v.Status, v.HeldUp)
			}
		}
		must(do(two, engine.DoResume))
		settle(t, h, luo, inner, machine.OutcomeApproved, nil)
		settle(t, h, luo, two, machine.OutcomeApproved, nil)
		work(t, h)
		if v := view(outer); v.Status != machine.Approved {
			t.Errorf("the whole is %s", v.Status)
		}
	})
}

// TestADecisionInAChildStandsInTheWayOfWithdrawing the parent, until it is taken back.
func TestADecisionInAChildStandsInTheWayOfWithdrawing(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("review", "contract").
			Approve("legal", enginetest.By("post:legal")).Approve("money", enginetest.By("post:finance")).
			End("end", flow.ResultApproved).Path("start", "legal", "money", "end"))
		h.Publish(signing())
		parent := h.Start(lin, "signing", h.Add(lin, "contract", values{"title": "frame"}), nil)
		work(t, h)
		child := part(t, h, parent).Instance
		offered := func() bool {
			return slices.Contains(ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent)).Can, string(engine.DoWithdraw))
		}
		if !offered() {
			t.Error("before any decision it cannot be withdrawn")
		}
		task := h.TaskOf(luo, child)
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), luo, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved}))
		_, err := h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: parent, Do: engine.DoWithdraw})
		refused(t, err, fault.Refused, "decided_already")
		if offered() {
			t.Error("it is offered to withdraw what is decided in a part")
		}
		ok[engine.InstanceInfo](t)(h.DoWithTask(t.Context(), luo, engine.Deed{Task: task, Do: engine.DoTakeBack}))
		if in := ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: parent, Do: engine.DoWithdraw})); in.Status != machine.Withdrawn {
			t.Errorf("the parent is %s", in.Status)
		}
	})
}

// TestWhatIsPartOfARequestIsNoRequestOfItsOwn in the list of whoever submitted that, unless they are to submit it again.
func TestWhatIsPartOfARequestIsNoRequestOfItsOwn(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("review", "contract").
			Approve("legal", enginetest.By("post:legal"), func(a *flow.Approve) { a.Return = &flow.Return{To: flow.ReturnStart} }).
			End("end", flow.ResultApproved).Path("start", "legal", "end"))
		h.Publish(signing())
		parent := h.Start(lin, "signing", h.Add(lin, "contract", values{"title": "frame"}), nil)
		work(t, h)
		child := part(t, h, parent).Instance
		mine := func() int {
			t.Helper()
			page := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), lin, engine.InstancesAsked{}))
			if page.Total != len(page.Items) {
				t.Errorf("%d of %d are listed", len(page.Items), page.Total)
			}
			return page.Total
		}
		if n := mine(); n != 1 {
			t.Errorf("%d requests of Lin's, want 1", n)
		}
		ok[engine.InstanceInfo](t)(h.DoWithTask(t.Context(), luo, engine.Deed{Task: h.TaskOf(luo, child), Do: engine.DoReturn, Node: "start", Comment: "more"}))
		if n := mine(); n != 2 {
			t.Errorf("%d requests of Lin's while one is to be submitted again, want 2", n)
		}
		settle(t, h, lin, child, machine.OutcomeDone, nil)
		if n := mine(); n != 1 {
			t.Errorf("%d requests of Lin's after that, want 1", n)
		}
	})
}

// TestBeingInChargeOfAChildShowsNothingOfALinkedRecord: Lin's contract is with a customer of Wu's.
func TestBeingInChargeOfAChildShowsNothingOfALinkedRecord(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("vetting", "customer").
			Approve("money", enginetest.By("post:finance"), func(a *flow.Approve) { a.Return = &flow.Return{To: flow.ReturnStart} }).
			End("end", flow.ResultApproved).Path("start", "money", "end"))
		h.Publish(enginetest.Flow("deal", "contract").
			Subflow("vet", "vetting", func(s *flow.Subflow) { s.Over, s.Link = flow.OverLinked, "customer" }).
			End("end", flow.ResultApproved).Path("start", "vet", "end"))
		customer := h.Add(wu, "customer", values{"name": "Acme", "credit_score": 65})
		contract := h.Add(lin, "contract", values{"title": "frame"})
		ok[engine.RecordSaved](t)(h.ChangeRecord(t.Context(), enginetest.Admin, "contract", contract, 1, values{"customer": customer}, nil))
		parent := h.Start(lin, "deal", contract, nil)
		work(t, h)
		child := part(t, h, parent).Instance
		for _, id := range []string{lin, wu} {
			v, err := h.Instance(t.Context(), id, child)
			if id == wu {
				if err == nil && v.Record.Title != "Acme" {
					t.Errorf("Wu, whose customer it is, sees %+v", v.Record)
				}
				continue
			}
			if err != nil || v.Record.Title != "" {
				t.Errorf("Lin sees %+v: %v", v.Record, err)
			}
		}
		ok[engine.InstanceInfo](t)(h.DoWithTask(t.Context(), fang, engine.Deed{Task: h.TaskOf(fang, child), Do: engine.DoReturn, Node: "start", Comment: "more"}))
		work(t, h)
		task := ok[engine.TaskView](t)(h.Task(t.Context(), lin, h.TaskOf(lin, child)))
		if len(task.Form.Values) > 0 || len(task.Form.Fields) > 0 || task.Record.Title != "" {
			t.Errorf("Lin, who is to submit it again, sees %+v of %+v", task.Form, task.Record)
		}
		for _, row := range ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), lin, engine.TasksAsked{})).Items {
			if row.Record.Title != "" {
				t.Errorf("the list of tasks shows %+v", row.Record)
			}
		}
		for _, row := range ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), lin, engine.InstancesAsked{})).Items {
			if row.ID == child && row.Record.Title != "" {
				t.Errorf("the list of requests shows %+v", row.Record)
			}
		}
		if r, err := h.Record(t.Context(), lin, "customer", customer); err == nil && len(r.Values) > 0 {
			t.Errorf("Lin reads the customer: %+v", r.Values)
		}
		_, err := h.Decide(t.Context(), lin, engine.Verdict{Task: task.ID, Outcome: machine.OutcomeDone, Set: values{"credit_score": "99"}})
		refused(t, err, fault.Forbidden, "field_not_editable")
		settle(t, h, lin, child, machine.OutcomeDone, nil)
	})
}
