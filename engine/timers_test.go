package engine_test

import (
	"slices"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

func TestALateTaskIsMarkedOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		h.Publish(enginetest.Flow("due", "contract").
			Approve("check", enginetest.By("post:sales_manager"), enginetest.Due("P1D")).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		in := h.Start(lin, "due", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		decided := h.Start(lin, "due", h.Add(lin, "contract", values{"title": "Decided in time"}), nil)
		approve(t, h, chen, decided)

		h.Clock.Add(24*time.Hour - time.Second)
		if n := ok[int](t)(h.FireDue(t.Context(), "a", 10)); n != 0 {
			t.Errorf("%d timers fired a second early", n)
		}
		h.Clock.Add(2 * time.Second)
		var fired [2]int
		together(
			func() { fired[0], _ = h.FireDue(t.Context(), "a", 10) },
			func() { fired[1], _ = other.FireDue(t.Context(), "b", 10) },
		)
		if fired[0]+fired[1] != 1 {
			t.Errorf("two copies claimed %v timers, want one between them", fired)
		}
		task := ok[engine.TaskView](t)(h.Task(t.Context(), chen, h.TaskOf(chen, in)))
		if !task.Late {
			t.Errorf("the task is not late")
		}
		h.Clock.Add(time.Hour)
		if n := ok[int](t)(h.FireDue(t.Context(), "a", 10)); n != 0 {
			t.Errorf("%d timers fired again", n)
		}
		late := 0
		for _, e := range ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in)).Timeline {
			if e.Type == machine.EntryTaskLate {
				late++
			}
		}
		if late != 1 {
			t.Errorf("%d entries say that the task is late", late)
		}
		deliverAll(t, h)
		n := ok[engine.NoticeList](t)(h.Notices(t.Context(), chen))
		if i := slices.IndexFunc(n.Items, func(n engine.NoticeInfo) bool { return n.Kind == machine.NoticeLate }); i < 0 {
			t.Errorf("Chen is not told that he is late: %+v", n)
		}
	})
}

// TestATimerOfADeadCopyFiresLater: what a copy claimed and did not do is done by another when the lease is over.
func TestATimerOfADeadCopyFiresLater(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("due", "contract").
		Approve("check", enginetest.By("post:sales_manager"), enginetest.Due("PT1H")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "due", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	h.Clock.Add(time.Hour)
	claimed, err := h.Store.ClaimTimers(t.Context(), "dead", h.Clock.Now(), time.Minute, 10)
	if err != nil || len(claimed) != 1 {
		t.Fatal(claimed, err)
	}
	if n := ok[int](t)(h.FireDue(t.Context(), "a", 10)); n != 0 {
		t.Errorf("a leased timer was claimed by another")
	}
	h.Clock.Add(time.Minute + time.Second)
	if n := ok[int](t)(h.FireDue(t.Context(), "a", 10)); n != 1 {
		t.Errorf("%d claimed after the lease", n)
	}
	if task := ok[engine.TaskView](t)(h.Task(t.Context(), chen, h.TaskOf(chen, in))); !task.Late {
		t.Errorf("the task is not late")
	}
}

func deliverAll(t *testing.T, h *enginetest.House) {
	t.Helper()
	for n := 1; n > 0; {
		n = ok[int](t)(h.DeliverDue(t.Context(), "test", 10))
	}
}
