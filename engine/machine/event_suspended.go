package machine

import (
	"slices"
	"time"
)

// suspended has an admin stop the instance for a while: until it is resumed nothing is decided and no timer runs.
func (r *run) suspended(ev Event) error {
	switch {
	case r.s.Status.Ended():
		return errEnded
	case blank(ev.Comment):
		return errCommentRequired
	}
	r.stop()
	r.tell(Entry{Type: EntrySuspended, By: ev.By, Comment: ev.Comment, Files: ev.Files})
	return nil
}

// resumed has it go on, unless it is part of one that is suspended: then only that one's being resumed does.
func (r *run) resumed(ev Event) error {
	switch {
	case r.s.SuspendedAt.IsZero():
		return errNotSuspended
	case r.s.SuspendedBy == StoppedByCaller:
		return errCallerSuspended
	case blank(ev.Comment):
		return errCommentRequired
	}
	told := Entry{Type: EntryResumed, By: ev.By, Comment: ev.Comment, Files: ev.Files}
	if r.s.SuspendedBy == StoppedByBoth {
		r.s.SuspendedBy = StoppedByCaller
		told.Data.Reason = reasonHeldUp
		r.tell(told)
		return nil
	}
	r.unstop(told)
	return nil
}

// heldUp stops the instance with the one that waits for it.
func (r *run) heldUp(Event) error {
	switch {
	case r.s.Status.Ended():
		return errEnded
	case r.s.Caller == nil || !r.s.Caller.Waits:
		return errNobodysChild
	case r.s.SuspendedBy != StoppedByAdmin:
		return errSuspended
	case !r.s.SuspendedAt.IsZero():
		r.s.SuspendedBy = StoppedByBoth
	default:
		r.stop()
		r.s.SuspendedBy = StoppedByCaller
	}
	r.tell(Entry{Type: EntrySuspended, Data: Data{Reason: reasonHeldUp}})
	return nil
}

// letGo has it go on with the one that waits for it, unless an admin has stopped it as well.
func (r *run) letGo(Event) error {
	switch r.s.SuspendedBy {
	case StoppedByAdmin:
		return errNotSuspended
	case StoppedByBoth:
		r.s.SuspendedBy = StoppedByAdmin
		return nil
	case StoppedByCaller:
	}
	r.unstop(Entry{Type: EntryResumed, Data: Data{Reason: reasonHeldUp}})
	return nil
}

func (r *run) stop() {
	r.s.SuspendedAt = r.at
	for i := range r.s.Timers {
		if m := &r.s.Timers[i]; m.StoppedAt.IsZero() {
			m.StoppedAt = r.at
		}
	}
}

// unstop ends a suspension. Deadlines are later by as long as it lasted.
func (r *run) unstop(told Entry) {
	since := r.s.SuspendedAt
	r.s.SuspendedAt, r.s.SuspendedBy = time.Time{}, StoppedByAdmin
	for _, m := range slices.Clone(r.s.Timers) {
		k := r.task(r.taskAt(m.Task))
		switch {
		case !k.resting():
			r.releaseTimer(k, m, true)
		case k.Reason == reasonClaimed: // its time runs on while somebody else sees to it, but did not meanwhile
			r.putOff(k, m, latest(since, m.StoppedAt))
		}
	}
	r.tell(told)
	for _, t := range r.s.Tokens { // what children came to meanwhile counts now
		if len(r.childrenOf(t.Activation)) > 0 && !r.stuck(t) {
			r.u.Ready = append(r.u.Ready, t.ID)
		}
	}
}
