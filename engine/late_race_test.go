package engine_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// TestTimeRunsOutWhileSomebodyDecides: timers are claimed and fire while two people, each through another copy, decide at
// that very moment. One of them settles the step, once; a person who came too late is told so, and the next step is
// entered once.
func TestTimeRunsOutWhileSomebodyDecides(t *testing.T) {
	for _, do := range []flow.LateDo{flow.LateApprove, flow.LateReject, flow.LateLine} {
		t.Run(string(do), func(t *testing.T) {
			eachStore(t, func(t *testing.T, h *enginetest.House) {
				other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
				b := enginetest.Flow("due", "contract").
					Approve("check", enginetest.By("post:finance"), late(flow.Deadline{}, "PT1H", flow.Late{Do: do})).
					Approve("next", enginetest.By("post:sales_manager")).
					End("end", flow.ResultApproved).
					Path("start", "check", "next", "end")
				if do == flow.LateLine {
					b.Late("check", "next")
				}
				h.Publish(b)
				won := map[string]int{}
				for round := range 8 {
					won[raceAgainstTime(t, h, other, round)]++
				}
				t.Logf("settled by: %v", won)
			})
		})
	}
}

// raceAgainstTime has everybody at once settle a step, and answers who did.
func raceAgainstTime(t *testing.T, h, other *enginetest.House, round int) string {
	t.Helper()
	in := h.Start(lin, "due", h.Add(lin, "contract", values{"title": fmt.Sprint(round)}), nil)
	a, b := h.TaskOf(fang, in), h.TaskOf(fei, in)
	h.Clock.Add(time.Hour)
	herald := &herald{Store: h.Store, fires: make(chan struct{}), late: round%2 == 1}
	clock := enginetest.Beside(t, herald, engine.Options{Now: h.Clock.Now})
	var errs [2]error
	together(
		func() {
			<-herald.fires
			_, errs[0] = h.Decide(t.Context(), fang, engine.Verdict{Task: a, Outcome: machine.OutcomeApproved})
		},
		func() {
			<-herald.fires
			_, errs[1] = other.Decide(t.Context(), fei, engine.Verdict{Task: b, Outcome: machine.OutcomeRejected, Comment: "no"})
		},
		func() { fireAll(t, clock, "first") },
		func() { fireAll(t, clock, "second") },
	)
	v := ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in))
	winner, entered := "time", 0
	for _, e := range v.Timeline {
		switch {
		case e.Type == machine.EntryTaskDecided && e.By != "":
			winner = e.By
		case e.Type == machine.EntryEntered && e.Node == "next":
			entered++
		}
	}
	for who, err := range map[string]error{fang: errs[0], fei: errs[1]} {
		if (err == nil) != (who == winner) {
			t.Fatalf("round %d: %s settled it, and %s was answered %v", round, winner, who, err)
		}
		if err == nil {
			continue
		}
		refused(t, err, fault.Conflict, "task_already_decided")
		if told := fault.From(err).Text; winner == "time" && !strings.Contains(told.ZH, "时间已到") && !strings.Contains(told.ZH, "系统") {
			t.Errorf("round %d: time ran out, and %s is told %q", round, who, told.ZH)
		}
	}
	if left := v.Status != machine.Rejected; left != (entered == 1) || entered > 1 {
		t.Fatalf("round %d: the next step was entered %d times, and it is %s", round, entered, v.Status)
	}
	if entered == 1 {
		approve(t, h, chen, in)
	}
	return winner
}

// herald is a store that calls out when timers are about to fire: they are claimed or, later, what follows is being saved.
type herald struct {
	engine.Store
	fires chan struct{}
	late  bool
	once  sync.Once
}

func (s *herald) ClaimTimers(ctx context.Context, owner string, now time.Time, lease time.Duration, n int) ([]engine.DueTimer, error) {
	due, err := s.Store.ClaimTimers(ctx, owner, now, lease, n)
	if !s.late || len(due) == 0 {
		s.once.Do(func() { close(s.fires) })
	}
	return due, err
}

func (s *herald) Commit(ctx context.Context, c engine.Commit) error {
	s.once.Do(func() { close(s.fires) })
	return s.Store.Commit(ctx, c)
}

// fireAll fires what is due until nothing is.
func fireAll(t *testing.T, h *enginetest.House, owner string) {
	for n := 1; n > 0; {
		var err error
		if n, err = h.FireDue(t.Context(), owner, 10); err != nil {
			t.Error(err)
			return
		}
	}
}
