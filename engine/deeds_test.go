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

// twoSteps is submit → Chen → Fang → approved.
func twoSteps() *enginetest.Builder {
	return enginetest.Flow("two", "contract").
		Approve("first", enginetest.By("post:sales_manager")).
		Approve("second", enginetest.By("person:"+fang)).
		End("end", flow.ResultApproved).
		Path("start", "first", "second", "end")
}

func doWithTask(t *testing.T, h *enginetest.House, who string, d engine.Deed) engine.InstanceInfo {
	t.Helper()
	return ok[engine.InstanceInfo](t)(h.DoWithTask(t.Context(), who, d))
}

// TestReturnedAndSubmittedAgain: one approver sends it back; the submitter finds a task, changes the record through it, and
// the flow goes forward again. What may be done is what is offered.
func TestReturnedAndSubmittedAgain(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(twoSteps())
		contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "100"})
		in := h.Start(lin, "two", contract, nil)
		approve(t, h, chen, in)
		task := h.TaskOf(fang, in)
		view := ok[engine.TaskView](t)(h.Task(t.Context(), fang, task))
		if len(view.Back) != 2 || view.Back[0].Node != "first" || view.Back[1].Node != "start" || view.Back[1].People[0].ID != lin {
			t.Errorf("offered to return to %+v, want first and start", view.Back)
		}
		_, err := h.DoWithTask(t.Context(), chen, engine.Deed{Task: task, Do: engine.DoReturn, Node: "start", Comment: "no"})
		refused(t, err, fault.NotFound, "no_such_task")
		_, err = h.DoWithTask(t.Context(), fang, engine.Deed{Task: task, Do: engine.DoReturn, Node: "start"})
		refused(t, err, fault.Invalid, "comment_required")
		_, err = h.DoWithTask(t.Context(), fang, engine.Deed{Task: task, Do: "nonsense"})
		refused(t, err, fault.Invalid, "bad_input")

		back := doWithTask(t, h, fang, engine.Deed{Task: task, Do: engine.DoReturn, Node: "start", Comment: "The amount is wrong", Key: "once"})
		if back.Status != machine.Returned {
			t.Fatalf("it is %s, want returned", back.Status)
		}
		if again := doWithTask(t, h, fang, engine.Deed{Task: task, Do: engine.DoReturn, Node: "start", Comment: "The amount is wrong", Key: "once"}); again.Status != machine.Returned {
			t.Errorf("sent again, it is %s", again.Status)
		}
		_, err = h.DoWithTask(t.Context(), fang, engine.Deed{Task: task, Do: engine.DoTransfer, People: []string{fei}, Key: "once"})
		refused(t, err, fault.Conflict, "task_already_decided") // the key answers for no other deed
		_, err = h.ChangeRecord(t.Context(), lin, "contract", contract, 1, values{"amount": "90"}, nil)
		refused(t, err, fault.Conflict, "record_locked")

		mine := h.TaskOf(lin, in)
		form := ok[engine.TaskView](t)(h.Task(t.Context(), lin, mine))
		if form.Type != machine.TaskSubmit || !slices.Contains(form.Can, "done") {
			t.Errorf("the submitter has a task of type %s and may %v", form.Type, form.Can)
		}
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), lin, engine.Verdict{Task: mine, Outcome: "done", Set: values{"amount": "90"}}))
		approve(t, h, chen, in)
		if done := approve(t, h, fang, in); done.Status != machine.Approved {
			t.Errorf("in the end it is %s", done.Status)
		}
	})
}

// TestWithdrawn frees the record, and only whoever submitted may, while nobody has decided.
func TestWithdrawn(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(twoSteps())
		contract := h.Add(lin, "contract", values{"title": "Lease"})
		in := h.Start(lin, "two", contract, nil)
		_, err := h.DoWithInstance(t.Context(), chen, engine.Deed{Instance: in, Do: engine.DoWithdraw})
		refused(t, err, fault.Forbidden, "not_the_submitter")
		_, err = h.DoWithInstance(t.Context(), wu, engine.Deed{Instance: in, Do: engine.DoWithdraw})
		refused(t, err, fault.NotFound, "no_such_instance")
		gone := ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoWithdraw}))
		if gone.Status != machine.Withdrawn {
			t.Errorf("it is %s, want withdrawn", gone.Status)
		}
		again := h.Start(lin, "two", contract, nil) // the record is free
		approve(t, h, chen, again)
		_, err = h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: again, Do: engine.DoWithdraw})
		refused(t, err, fault.Refused, "decided_already")
	})
}

// TestTakenBackOrGoneBy: of taking a decision back and going by it at the same moment one wins, and the other is told.
func TestTakenBackOrGoneBy(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(twoSteps())
		for range 5 {
			in := h.Start(lin, "two", h.Add(lin, "contract", values{"title": "Lease"}), nil)
			first := h.TaskOf(chen, in)
			approve(t, h, chen, in)
			next := h.TaskOf(fang, in)
			var errs [2]error
			together(
				func() { _, errs[0] = h.DoWithTask(t.Context(), chen, engine.Deed{Task: first, Do: engine.DoTakeBack}) },
				func() {
					_, errs[1] = h.Decide(t.Context(), fang, engine.Verdict{Task: next, Outcome: machine.OutcomeApproved})
				},
			)
			if (errs[0] == nil) == (errs[1] == nil) {
				t.Fatalf("%v and %v, want one of them refused", errs[0], errs[1])
			}
			if errs[0] == nil {
				refused(t, errs[1], fault.Conflict, "task_already_decided")
				approve(t, h, chen, in)
				approve(t, h, fang, in)
			}
		}
	})
}

// TestAnAdminRepairs: suspend, resume, move, void; nobody else may.
func TestAnAdminRepairs(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(twoSteps())
		in := h.Start(lin, "two", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		do := func(who string, d engine.Deed) (engine.InstanceInfo, error) {
			d.Instance = in
			return h.DoWithInstance(t.Context(), who, d)
		}
		for _, doing := range []engine.Doing{engine.DoSuspend, engine.DoResume, engine.DoVoid, engine.DoJump} {
			_, err := do(lin, engine.Deed{Do: doing, Comment: "please"})
			refused(t, err, fault.Forbidden, "admin_only")
		}
		ok[engine.InstanceInfo](t)(do(admin, engine.Deed{Do: engine.DoSuspend, Comment: "The customer asked for a pause"}))
		_, err := h.Decide(t.Context(), chen, engine.Verdict{Task: h.TaskOf(chen, in), Outcome: "approved"})
		refused(t, err, fault.Refused, "instance_suspended")
		ok[engine.InstanceInfo](t)(do(admin, engine.Deed{Do: engine.DoResume, Comment: "found"}))
		view := ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in))
		if len(view.Standing) != 1 || !slices.Contains(view.Standing[0].To, "second") {
			t.Fatalf("it can be moved from %+v", view.Standing)
		}
		ok[engine.InstanceInfo](t)(do(admin, engine.Deed{Do: engine.DoJump, Activation: view.Standing[0].Activation, Node: "second", Comment: "Chen is ill"}))
		approve(t, h, fang, in)
		if void := ok[engine.InstanceInfo](t)(do(admin, engine.Deed{Do: engine.DoVoid, Comment: "Wrong contract"})); void.Status != machine.Voided {
			t.Errorf("it is %s, want voided", void.Status)
		}
	})
}

// TestWhatIsOfferedIsDone: a task is handed on, an opinion asked, a signer added and removed, each while it is offered.
func TestWhatIsOfferedIsDone(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(twoSteps())
		in := h.Start(lin, "two", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		task := h.TaskOf(chen, in)
		offered := func(who, task string, names ...string) engine.TaskView {
			t.Helper()
			v := ok[engine.TaskView](t)(h.Task(t.Context(), who, task))
			for _, name := range names {
				if !slices.Contains(v.Can, name) {
					t.Errorf("%s is offered %v, not %s", who, v.Can, name)
				}
			}
			return v
		}
		offered(chen, task, "approved", "rejected", "return", "transfer", "delegate", "add_before", "add_after", "add_beside")

		doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoDelegate, People: []string{fang}})
		offered(chen, task, "recall")
		offered(fang, h.TaskOf(fang, in), "advised")
		doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoRecall})

		doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoTransfer, People: []string{wu}})
		view := ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in))
		if len(view.Open) != 1 || view.Open[0].Assignee.ID != wu || !slices.Contains(view.Can, "reassign") {
			t.Fatalf("open are %+v, and an admin may %v", view.Open, view.Can)
		}
		doWithTask(t, h, admin, engine.Deed{Task: view.Open[0].ID, Do: engine.DoReassign, People: []string{chen}, Comment: "Wu is away"})

		task = h.TaskOf(chen, in)
		doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoAddSigners, People: []string{fang}, Place: machine.PlaceBefore, Mode: flow.QuorumAll})
		if v := offered(chen, task, "remove_signers"); len(v.Added) != 1 || v.Added[0].ID != fang || slices.Contains(v.Can, "approved") {
			t.Errorf("added before Chen are %+v, who may %v", v.Added, v.Can)
		}
		doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoRemoveSigners, People: []string{fang}})
		offered(chen, task, "approved")
	})
}

// TestSignersAddedAfterAreRemoved: whoever has agreed, and asked for signatures after the own, may do without them again.
func TestSignersAddedAfterAreRemoved(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	task := h.TaskOf(chen, in)
	_, err := h.DoWithTask(t.Context(), chen, engine.Deed{Task: task, Do: engine.DoAddSigners, People: []string{fang}, Place: machine.PlaceAfter, Seen: 2})
	refused(t, err, fault.Conflict, "data_changed") // it would be agreeing to what was not looked at
	doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoAddSigners, People: []string{fang}, Place: machine.PlaceAfter, Mode: flow.QuorumAll, Seen: 1})
	if v := ok[engine.TaskView](t)(h.Task(t.Context(), chen, task)); !slices.Contains(v.Can, "remove_signers") {
		t.Fatalf("offered is %v", v.Can)
	}
	_, err = h.DoWithTask(t.Context(), admin, engine.Deed{Task: task, Do: engine.DoRemoveSigners, People: []string{fang}})
	refused(t, err, fault.Forbidden, "not_your_task")
	if done := doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoRemoveSigners, People: []string{fang}}); done.Status != machine.Approved {
		t.Errorf("it is %s", done.Status)
	}
}

// TestWhatIsWithSomebodyElse says so: it is not closed.
func TestWhatIsWithSomebodyElse(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	task := h.TaskOf(chen, in)
	doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoDelegate, People: []string{fang}})
	_, err := h.Decide(t.Context(), chen, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved})
	refused(t, err, fault.Refused, "waits_for_another")
}

// TestWhatWasOpenedStands: where the flow says so, nothing is withdrawn or taken back once the next person has opened it,
// and it is not offered either.
func TestWhatWasOpenedStands(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(twoSteps().OpenedBlocks())
		in := h.Start(lin, "two", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		can := func(who, what string) bool {
			return slices.Contains(ok[engine.InstanceView](t)(h.Instance(t.Context(), who, in)).Can, what)
		}
		if !can(lin, "withdraw") {
			t.Error("it cannot be withdrawn before it is opened")
		}
		first := h.TaskOf(chen, in)
		if err := h.SeenTask(t.Context(), chen, first); err != nil {
			t.Fatal(err)
		}
		_, err := h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoWithdraw})
		refused(t, err, fault.Refused, "opened_already")
		if can(lin, "withdraw") {
			t.Error("withdrawing is offered after it was opened")
		}
		approve(t, h, chen, in)
		takes := func() bool {
			return slices.Contains(ok[engine.TaskView](t)(h.Task(t.Context(), chen, first)).Can, "take_back")
		}
		if !takes() {
			t.Error("it cannot be taken back before the next has opened it")
		}
		if err := h.SeenTask(t.Context(), fang, h.TaskOf(fang, in)); err != nil {
			t.Fatal(err)
		}
		if takes() {
			t.Error("taking back is offered after the next has opened it")
		}
		_, err = h.DoWithTask(t.Context(), chen, engine.Deed{Task: first, Do: engine.DoTakeBack})
		refused(t, err, fault.Refused, "opened_already")
	})
}
