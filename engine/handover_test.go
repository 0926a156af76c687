package engine_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/store"
)

// handOver calls until it is done.
func handOver(t *testing.T, h *enginetest.House, person, successor string) (all engine.HandedOver) {
	t.Helper()
	for {
		done := ok[engine.HandedOver](t)(h.HandOver(t.Context(), admin, engine.HandOver{Person: person, Successor: successor, Reason: "moves abroad", After: all.Next}))
		all.Tasks, all.Instances, all.Next = all.Tasks+done.Tasks, all.Instances+done.Instances, done.Next
		all.Mended, all.Deputies, all.Failed = append(all.Mended, done.Mended...), all.Deputies+done.Deputies, append(all.Failed, done.Failed...)
		if done.Next == "" {
			return all
		}
	}
}

// TestALeaversWorkIsHandedOver: as it was previewed, and only once.
func TestALeaversWorkIsHandedOver(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		h.Publish(enginetest.Flow("both", "contract").
			Approve("a", enginetest.By("person:"+chen, "person:"+gao), enginetest.Quorum(flow.QuorumAll)).
			End("done", flow.ResultApproved).Path("start", "a", "done"))
		asked := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Asked"}), nil)
		both := h.Start(lin, "both", h.Add(lin, "contract", values{"title": "Both"}), nil)
		own := h.Start(chen, "both", h.Add(chen, "contract", values{"title": "Own"}), nil)
		now := h.Clock.Now()
		ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), chen, deputy(fang, now, now.Add(time.Hour))))

		p := ok[engine.Leaving](t)(h.PreviewHandOver(t.Context(), admin, engine.HandOver{Person: chen}))
		if p.Successor.ID != gao || p.Tasks != 2 || p.Merged != 1 || p.Submitted != 1 || len(p.Deputies) != 1 || len(p.Reports) != 3 {
			t.Errorf("preview: %+v", p)
		}
		if len(p.Flows) != 1 || !p.Flows[0].Draft || !p.Flows[0].Current || len(p.Flows[0].Steps) != 1 {
			t.Errorf("flows: %+v", p.Flows)
		}
		done := handOver(t, h, chen, "")
		if done.Tasks != 2 || done.Instances != 3 || done.Deputies != 1 || len(done.Mended) != 1 || len(done.Failed) != 0 {
			t.Errorf("done: %+v", done)
		}
		if again := handOver(t, h, chen, ""); again.Instances != 0 || len(again.Mended) != 0 || again.Deputies != 0 {
			t.Errorf("again: %+v", again)
		}
		_, err := h.Me(t.Context(), chen)
		refused(t, err, fault.Forbidden, "not_a_member")
		for _, id := range []string{asked, both, own} {
			if info := approve(t, h, gao, id); info.Status != machine.Approved {
				t.Errorf("%s: status %s", id, info.Status)
			}
		}
		draft := ok[engine.DraftView](t)(h.Draft(t.Context(), enginetest.KeyUser, "both"))
		if by := draft.Definition.Nodes[1].Action.Approve.By; by[0].Person != gao {
			t.Errorf("the draft names %+v", by)
		}
		told := ok[engine.InstanceView](t)(h.Instance(t.Context(), gao, asked))
		if !hasEntry(told.Timeline, func(e engine.TimelineEntry) bool {
			return e.Type == machine.EntryTransferred && e.Comment == "moves abroad" && e.Person == gao && e.Data.Reason == "left"
		}) {
			t.Errorf("timeline: %+v", told.Timeline)
		}
	})
}

func TestHandingOverIsRefused(t *testing.T) {
	h := enginetest.New(t)
	for what, c := range map[string]struct {
		who    string
		h      engine.HandOver
		code   fault.Code
		reason string
	}{
		"by no admin":              {chen, engine.HandOver{Person: lin}, fault.Forbidden, "admin_only"},
		"somebody unknown":         {admin, engine.HandOver{Person: "nobody"}, fault.Invalid, "bad_input"},
		"nobody to take over":      {admin, engine.HandOver{Person: gao}, fault.Invalid, "bad_input"},
		"to who is switched off":   {admin, engine.HandOver{Person: lin, Successor: enginetest.Departed}, fault.Invalid, "bad_input"},
		"to themselves":            {admin, engine.HandOver{Person: lin, Successor: lin}, fault.Invalid, "bad_input"},
		"for no reason":            {admin, engine.HandOver{Person: lin, Reason: "  "}, fault.Invalid, "bad_input"},
		"the last one who can act": {admin, engine.HandOver{Person: admin, Successor: gao}, fault.Refused, "last_admin"},
	} {
		t.Run(what, func(t *testing.T) {
			_, err := h.HandOver(t.Context(), c.who, c.h)
			refused(t, err, c.code, c.reason)
		})
	}
}

// stopping listens to an engine, and stops what goes on after so many messages.
type stopping struct{ stop func(topic string) }

func (s *stopping) Publish(topic string, _ int64) {
	if s.stop != nil {
		s.stop(topic)
	}
}

func (s *stopping) after(n int, stop func()) {
	s.stop = func(string) {
		if n--; n == 0 {
			stop()
		}
	}
}

// TestHandingOverIsTakenUpAgain: 10 000 tasks, 25 in each of 400 instances, stopped on the way; called again, each is moved
// once.
func TestHandingOverIsTakenUpAgain(t *testing.T) {
	const instances, branches = 400, 25
	tasks := instances * branches
	stopped := &stopping{}
	h := enginetest.NewWith(t, store.Options{}, engine.Options{Publisher: stopped})
	wide := enginetest.Flow("wide", "contract").Fork("f").Join("j").End("end", flow.ResultApproved).Path("start", "f")
	for i := range branches {
		id := fmt.Sprintf("b%d", i)
		wide.Approve(id, enginetest.By("post:sales_manager")).Path("f", id, "j")
	}
	h.Publish(wide.Path("j", "end"))
	for i := range instances {
		h.Start(lin, "wide", h.Add(lin, "contract", values{"title": fmt.Sprint(i)}), nil)
	}
	first := ok[engine.HandedOver](t)(h.HandOver(t.Context(), admin, engine.HandOver{Person: chen, Reason: "moves"}))
	ctx, stop := context.WithCancel(t.Context())
	stopped.after(100, stop)
	_, err := h.HandOver(ctx, admin, engine.HandOver{Person: chen, Reason: "moves", After: first.Next})
	if err == nil {
		t.Fatal("it was not stopped")
	}
	if all := handOver(t, h, chen, ""); all.Tasks >= tasks || len(all.Failed) > 0 {
		t.Errorf("again: %+v", all)
	}
	page := ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), gao, engine.TasksAsked{}))
	if page.Total != tasks {
		t.Errorf("the successor has %d tasks, want %d", page.Total, tasks)
	}
	left := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), admin, engine.InstancesAsked{Scope: engine.ScopeAll, Incident: true}))
	if left.Total != 0 {
		t.Errorf("%d incidents", left.Total)
	}
}

// TestWhoInheritsARequestDidNotMakeIt: a deputy may decide what they have inherited, until they have submitted it again; the
// list says the same as the refusal. Whoever answers for it is told how it ends.
func TestWhoInheritsARequestDidNotMakeIt(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("inherited", "contract").
			Approve("check", enginetest.By("person:"+fang)).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		now := h.Clock.Now()
		ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), fang, deputy(wu, now, now.Add(time.Hour))))
		in := h.Start(lin, "inherited", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		ok[engine.HandedOver](t)(h.HandOver(t.Context(), admin, engine.HandOver{Person: lin, Successor: wu, Reason: "left"}))
		if got := open(t, h, wu); len(got) != 1 {
			t.Errorf("who inherited it may decide it for another; listed is %+v", got)
		}
		doWithTask(t, h, fang, engine.Deed{Task: h.TaskOf(fang, in), Do: engine.DoReturn, Node: "start", Comment: "mend it"})
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), wu, engine.Verdict{Task: h.TaskOf(wu, in), Outcome: machine.OutcomeDone}))
		if got := open(t, h, wu); len(got) != 0 {
			t.Errorf("who submitted it again has %+v", got)
		}
		if got := ok[engine.Unread](t)(h.Unread(t.Context(), wu)); got.Open != 0 {
			t.Errorf("and %+v waits", got)
		}
		_, err := h.Decide(t.Context(), wu, engine.Verdict{Task: h.TaskOf(fang, in), Outcome: machine.OutcomeApproved})
		refused(t, err, fault.Refused, "deputy_submitted")
		ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), admin, in, "a mistake", ""))
		ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), admin, engine.Deed{Instance: in, Do: engine.DoVoid, Comment: "a mistake"}))
		deliverAll(t, h)
		ends := 0
		for _, n := range ok[engine.NoticeList](t)(h.Notices(t.Context(), wu)).Items {
			if n.Kind == machine.NoticeEnd {
				ends++
			}
		}
		if ends != 2 {
			t.Errorf("who answers for it is told of %d ends, want that it ended and that it is void", ends)
		}
	})
}
