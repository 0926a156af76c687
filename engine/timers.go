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

// fire tells an instance that the time of a timer has come. A timer that the instance no longer has was fired by another
// copy, or its task is done: nothing is left to do.
func (e *Engine) fire(ctx context.Context, d DueTimer) error {
	_, err := e.step(ctx, "", "", d.Instance, nil, func(_ context.Context, m *move) (machine.Event, error) {
		for _, t := range m.before.State.Timers {
			if t.ID == d.Timer.ID {
				return machine.Event{Type: machine.EventTimerFired, At: m.at, Timer: t.ID}, nil
			}
		}
		return machine.Event{}, errTimerGone
	})
	if fault.ReasonOf(err) == errTimerGone.Reason {
		return nil
	}
	return err
}

var errTimerGone = fault.New(fault.NotFound, "timer_gone", errNoInstance.Text)
