package engine_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/text"
)

func deputy(agent string, from, until time.Time, more ...func(*engine.NewDeputy)) engine.NewDeputy {
	n := engine.NewDeputy{Agent: agent, From: from, Until: until}
	for _, change := range more {
		change(&n)
	}
	return n
}

// at sets the clock.
func at(h *enginetest.House, when time.Time) { h.Clock.Add(when.Sub(h.Clock.Now())) }

func open(t *testing.T, h *enginetest.House, who string) []engine.TaskInfo {
	t.Helper()
	return ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), who, engine.TasksAsked{})).Items
}

// TestADeputyWithinTheWindow: to the second, what was asked within it is in both lists, and whoever is first decides.
func TestADeputyWithinTheWindow(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		before := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Before"}), nil)
		now := h.Clock.Now().Truncate(time.Second)
		from, until := now.Add(time.Hour), now.Add(2*time.Hour)
		d := ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(fang, from, until)))
		if d.Principal != chen || d.AgentRef.Name.EN == "" {
			t.Errorf("deputy: %+v", d)
		}
		at(h, from.Add(-time.Second))
		if got := open(t, h, fang); len(got) != 0 {
			t.Errorf("before the window: %+v", got)
		}
		at(h, from)
		within := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Within"}), nil)
		second := h.Start(wu, "plain", h.Add(wu, "contract", values{"title": "Second"}), nil)
		got := open(t, h, fang)
		if len(got) != 2 || got[0].Instance != within || got[0].For == nil || got[0].For.ID != chen {
			t.Fatalf("within the window: %+v", got)
		}
		if mine := open(t, h, chen); len(mine) != 3 || mine[0].Instance != before || mine[0].For != nil {
			t.Errorf("the principal's list: %+v", mine)
		}
		view := ok[engine.InstanceView](t)(h.Instance(t.Context(), fang, within))
		if len(view.MyTasks) != 1 {
			t.Errorf("the deputy's tasks in the instance: %v", view.MyTasks)
		}
		if task := ok[engine.TaskView](t)(h.Task(t.Context(), fang, got[0].ID)); task.For == nil || task.For.ID != chen {
			t.Errorf("the task: %+v", task.TaskInfo)
		}
		info := ok[engine.InstanceInfo](t)(h.Decide(t.Context(), fang, engine.Verdict{Task: got[0].ID, Outcome: machine.OutcomeApproved}))
		if info.Status != machine.Approved {
			t.Errorf("status %s", info.Status)
		}
		_, err := h.Decide(t.Context(), chen, engine.Verdict{Task: got[0].ID, Outcome: machine.OutcomeApproved})
		refused(t, err, fault.Conflict, "task_already_decided")
		told := ok[engine.InstanceView](t)(h.Instance(t.Context(), fang, within)).Timeline
		if !hasEntry(told, func(e engine.TimelineEntry) bool {
			return e.Type == machine.EntryTaskDecided && e.By == fang && e.OnBehalfOf == chen
		}) {
			t.Errorf("the timeline: %+v", told)
		}

		at(h, until.Add(-time.Second))
		if got := open(t, h, fang); len(got) != 1 || got[0].Instance != second {
			t.Errorf("in the last second: %+v", got)
		}
		at(h, until)
		if got := open(t, h, fang); len(got) != 0 {
			t.Errorf("at the end: %+v", got)
		}
		_, err = h.Decide(t.Context(), fang, engine.Verdict{Task: got[1].ID, Outcome: machine.OutcomeApproved})
		refused(t, err, fault.NotFound, "no_such_task")
		if done := ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), fang, engine.TasksAsked{Done: true})).Items; len(done) != 1 || done[0].For == nil {
			t.Errorf("done: %+v", done)
		}
	})
}

func hasEntry(all []engine.TimelineEntry, is func(engine.TimelineEntry) bool) bool {
	for _, e := range all {
		if is(e) {
			return true
		}
	}
	return false
}

// TestADeputyIsNobodysOwnJudge: what the agent submitted, or signs too, stays with the principal.
func TestADeputyIsNobodysOwnJudge(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		h.Publish(enginetest.Flow("both", "contract").Approve("a", enginetest.By("person:"+chen, "person:"+fang), enginetest.Quorum(flow.QuorumAll)).
			End("done", flow.ResultApproved).Path("start", "a", "done"))
		now := h.Clock.Now()
		ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(lin, now, now.Add(time.Hour))))
		ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(fang, now, now.Add(time.Hour))))
		own := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Own"}), nil)
		if got := open(t, h, lin); len(got) != 0 {
			t.Errorf("the own request: %+v", got)
		}
		task := open(t, h, chen)[0].ID
		_, err := h.Decide(t.Context(), lin, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved})
		refused(t, err, fault.Refused, "deputy_submitted")
		approve(t, h, fang, own)

		both := h.Start(wu, "both", h.Add(wu, "contract", values{"title": "Both"}), nil)
		got := open(t, h, fang)
		if len(got) != 1 || got[0].For != nil {
			t.Errorf("beside the own signature: %+v", got)
		}
		for _, x := range open(t, h, chen) {
			_, err := h.Decide(t.Context(), fang, engine.Verdict{Task: x.ID, Outcome: machine.OutcomeApproved})
			refused(t, err, fault.Refused, "deputy_signs")
		}
		approve(t, h, lin, both)
		if info := approve(t, h, fang, both); info.Status != machine.Approved {
			t.Errorf("status %s", info.Status)
		}
	})
}

// TestADeputysScope: flows and amounts that are not covered, and what was open before, are not the agent's.
func TestADeputysScope(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		h.Publish(plain("other"))
		h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Open", "amount": "10"}), nil)
		now := h.Clock.Now().Add(time.Second)
		at(h, now)
		until := now.Add(time.Hour)
		ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(fang, now, until, func(n *engine.NewDeputy) {
			n.Flows, n.MaxAmount, n.IncludeOpen = []string{"plain"}, "1000", true
		})))
		for _, amount := range []string{"1000", "1000.01", ""} {
			h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Sum " + amount, "amount": amount}), nil)
		}
		h.Start(lin, "other", h.Add(lin, "contract", values{"title": "Other", "amount": "1"}), nil)
		got := open(t, h, fang)
		if len(got) != 2 || got[0].Record.Title != "Open" || got[1].Record.Title != "Sum 1000" {
			t.Errorf("covered: %+v", got)
		}
	})
}

func TestADeputyIsToldOfNewTasks(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	now := h.Clock.Now()
	ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(fang, now, now.Add(time.Hour))))
	h.Published.Take()
	h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "One"}), nil)
	ok[int](t)(h.DeliverDue(t.Context(), "test", 10))
	list := ok[engine.NoticeList](t)(h.Notices(t.Context(), fang))
	if len(list.Items) != 1 || list.Items[0].Kind != machine.NoticeTask {
		t.Fatalf("notices: %+v", list)
	}
	if !slices.Contains(h.Published.Take(), "inbox:"+fang) {
		t.Error("the deputy's inbox is not told")
	}
}

func TestAddingAndEndingDeputies(t *testing.T) {
	h := enginetest.New(t)
	now := h.Clock.Now()
	later := now.Add(time.Hour)
	for what, c := range map[string]struct {
		who    string
		n      engine.NewDeputy
		code   fault.Code
		reason string
	}{
		"the own deputy":        {chen, deputy(chen, now, later), fault.Invalid, "bad_values"},
		"nobody":                {chen, deputy("p-nobody", now, later), fault.Invalid, "bad_values"},
		"who is switched off":   {chen, deputy(enginetest.Departed, now, later), fault.Invalid, "bad_values"},
		"an end that is past":   {chen, deputy(fang, now.Add(-2*time.Hour), now.Add(-time.Hour)), fault.Invalid, "bad_values"},
		"an end before":         {chen, deputy(fang, later, now), fault.Invalid, "bad_values"},
		"a flow that is not":    {chen, deputy(fang, now, later, func(n *engine.NewDeputy) { n.Flows = []string{"none"} }), fault.Invalid, "bad_values"},
		"an amount that is not": {chen, deputy(fang, now, later, func(n *engine.NewDeputy) { n.MaxAmount = "much" }), fault.Invalid, "bad_values"},
		"for somebody else":     {chen, deputy(fang, now, later, func(n *engine.NewDeputy) { n.Principal = lin }), fault.Forbidden, "admin_only"},
	} {
		t.Run(what, func(t *testing.T) {
			_, err := h.AddDeputy(t.Context(), c.who, c.n)
			refused(t, err, c.code, c.reason)
		})
	}
	d := ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), admin, deputy(fang, now, later, func(n *engine.NewDeputy) { n.Principal = chen })))
	_, err := h.AddDeputy(t.Context(), chen, deputy(fang, later.Add(-time.Second), later.Add(time.Hour)))
	refused(t, err, fault.Conflict, "deputy_overlaps")
	ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(fang, later, later.Add(time.Hour))))

	_, err = h.EndDeputy(t.Context(), fang, d.ID)
	refused(t, err, fault.NotFound, "no_such_deputy")
	ended := ok[engine.DeputyView](t)(h.EndDeputy(t.Context(), chen, d.ID))
	if ended.Runs(h.Clock.Now()) {
		t.Errorf("ended: %+v", ended)
	}
	if list := ok[[]engine.DeputyView](t)(h.Deputies(t.Context(), fang, false)); len(list) != 2 {
		t.Errorf("deputies: %+v", list)
	}
	_, err = h.Deputies(t.Context(), fang, true)
	refused(t, err, fault.Forbidden, "admin_only")
}

// TestADeputyIsOfferedWhatADeputyMay: nothing where the task is not for them to decide, and to take back what they decided.
func TestADeputyIsOfferedWhatADeputyMay(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(twoSteps())
	now := h.Clock.Now()
	ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(lin, now, now.Add(time.Hour))))
	ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(wu, now, now.Add(time.Hour))))
	in := h.Start(lin, "two", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	task := h.TaskOf(chen, in)
	can := func(who string) []string { return ok[engine.TaskView](t)(h.Task(t.Context(), who, task)).Can }
	if got := can(lin); len(got) != 0 {
		t.Errorf("whoever submitted is offered %v", got)
	}
	doWithTask(t, h, chen, engine.Deed{Task: task, Do: engine.DoAddSigners, People: []string{luo}, Place: machine.PlaceBeside, Mode: flow.QuorumAll})
	if got := can(chen); !slices.Contains(got, "remove_signers") {
		t.Errorf("Chen is offered %v", got)
	}
	if got := can(wu); !slices.Contains(got, "approved") || slices.Contains(got, "remove_signers") {
		t.Errorf("the deputy is offered %v", got)
	}
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), wu, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved}))
	if got := can(wu); !slices.Contains(got, "take_back") {
		t.Errorf("after deciding the deputy is offered %v", got)
	}
	doWithTask(t, h, wu, engine.Deed{Task: task, Do: engine.DoTakeBack})
}

// TestManyDeputies: each of them is told of a new task.
func TestManyDeputies(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	now := h.Clock.Now()
	var agents []string
	for i := range 30 {
		id := "agent-" + strconv.Itoa(i)
		agents = append(agents, id)
		ok[org.Person](t)(h.SavePerson(t.Context(), admin, org.Person{ID: id, SignIn: id, Name: text.T("代理人", "Agent"), Role: org.Staff, Active: true}))
		ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(id, now, now.Add(time.Hour))))
	}
	h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	ok[int](t)(h.DeliverDue(t.Context(), "test", 100))
	for _, id := range agents {
		if list := ok[engine.NoticeList](t)(h.Notices(t.Context(), id)); len(list.Items) != 1 {
			t.Errorf("%s is told %+v", id, list.Items)
		}
	}
}

// TestADeputysOwnListHoldsWhatTheyTookBack: a decision that was taken back is none, and whatever is to be decided counts as
// waiting.
func TestADeputysOwnListHoldsWhatTheyTookBack(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("both", "contract").
			Approve("check", enginetest.By("person:"+chen, "person:"+gao), enginetest.Quorum(flow.QuorumAll)).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		now := h.Clock.Now()
		for _, principal := range []string{chen, gao} {
			ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), principal, deputy(fang, now, now.Add(time.Hour))))
		}
		h.Start(lin, "both", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		waits := func(tasks, unseen int) []engine.TaskInfo {
			t.Helper()
			got := open(t, h, fang)
			if u := ok[engine.Unread](t)(h.Unread(t.Context(), fang)); len(got) != tasks || u.Open != tasks || u.Tasks != unseen {
				t.Errorf("%d are listed and %+v counted, want %d, %d never opened", len(got), u, tasks, unseen)
			}
			return got
		}
		first := waits(2, 2)[0]
		if err := h.SeenTask(t.Context(), fang, first.ID); err != nil {
			t.Fatal(err)
		}
		waits(2, 1)
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), fang, engine.Verdict{Task: first.ID, Outcome: machine.OutcomeApproved}))
		waits(0, 0) // nobody signs twice
		doWithTask(t, h, fang, engine.Deed{Task: first.ID, Do: engine.DoTakeBack})
		waits(2, 2)
		if err := h.SeenTask(t.Context(), fei, first.ID); err == nil {
			t.Error("somebody who stands in for nobody opened it")
		}
	})
}

// TestADeputyHasNoDeputy: who stands in for a deputy does not stand in for the deputy's principal.
func TestADeputyHasNoDeputy(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		now := h.Clock.Now()
		ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(fang, now, now.Add(time.Hour))))
		ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), fang, deputy(fei, now, now.Add(time.Hour))))
		in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		if got := open(t, h, fang); len(got) != 1 {
			t.Errorf("the deputy has %+v", got)
		}
		if got := open(t, h, fei); len(got) != 0 {
			t.Errorf("the deputy's deputy has %+v", got)
		}
		_, err := h.Decide(t.Context(), fei, engine.Verdict{Task: h.TaskOf(chen, in), Outcome: machine.OutcomeApproved})
		refused(t, err, fault.NotFound, "no_such_task")
	})
}
