package engine

import (
	"context"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
)

// lease is how long claimed work is left to who claimed it; a copy that dies gives it up by then.
const lease = time.Minute

// FireDue fires up to n timers whose time has come, in owner's name, and answers how many it claimed. One that cannot be
// fired now is claimed again after its lease.
func (e *Engine) FireDue(ctx context.Context, owner string, n int) (int, error) {
	due, err := e.store.ClaimTimers(ctx, owner, e.at(), lease, n)
	if err != nil {
		return 0, fault.Wrap(err, "claim timers")
	}
	for _, d := range due {
		if err := e.fire(ctx, d); err != nil {
			e.log.ErrorContext(ctx, "a timer did not fire", "instance", d.Instance, "timer", d.Timer.ID, "error", err)
		}
	}
	return len(due), nil
}

// fire tells an instance that the time of a timer has come, and before it of those that were due before: after the program
// stood still, or where another copy claimed them, things happen in their order all the same. A timer that the instance no
// longer has was fired by another copy, or its task is done: nothing is left to do.
func (e *Engine) fire(ctx context.Context, d DueTimer) error {
	for {
		_, err := e.step(ctx, "", "", d.Instance, nil, func(_ context.Context, m *move) (machine.Event, error) {
			next, ok := earliest(machine.Ticking(m.before.State.Timers), d.Timer.ID, m.at)
			if !ok {
				return machine.Event{}, errTimerGone
			}
			return machine.Event{Type: machine.EventTimerFired, At: m.at, Timer: next, Since: e.urgedBefore(m.at)}, nil
		})
		if fault.ReasonOf(err) == errTimerGone.Reason {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// earliest is the first of the timers due by now, as long as the one that is wanted is among them.
func earliest(timers []machine.Timer, wanted string, now time.Time) (id string, ok bool) {
	first := time.Time{}
	for _, t := range timers {
		if t.At.After(now) {
			continue
		}
		ok = ok || t.ID == wanted
		if id == "" || t.At.Before(first) {
			id, first = t.ID, t.At
		}
	}
	return id, ok
}

var errTimerGone = fault.New(fault.NotFound, "timer_gone", errNoInstance.Text)
