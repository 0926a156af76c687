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
	r.s.SuspendedAt = r.at
	for i := range r.s.Timers {
		if m := &r.s.Timers[i]; m.StoppedAt.IsZero() {
			m.StoppedAt = r.at
		}
	}
	r.tell(Entry{Type: EntrySuspended, By: ev.By, Comment: ev.Comment, Files: ev.Files})
	return nil
}

// resumed has it go on. Deadlines are later by as long as it was stopped.
func (r *run) resumed(ev Event) error {
	switch {
	case r.s.SuspendedAt.IsZero():
		return errNotSuspended
	case blank(ev.Comment):
		return errCommentRequired
	}
	since := r.s.SuspendedAt
	r.s.SuspendedAt = time.Time{}
	for _, m := range slices.Clone(r.s.Timers) {
		k := &r.s.Tasks[r.taskAt(m.Task)]
		switch {
		case !k.resting():
			r.releaseTimer(k, m, true)
		case k.Reason == reasonClaimed: // its time runs on while somebody else sees to it, but did not meanwhile
			r.putOff(k, m, latest(since, m.StoppedAt))
		}
	}
	r.tell(Entry{Type: EntryResumed, By: ev.By, Comment: ev.Comment, Files: ev.Files})
	for _, t := range r.s.Tokens { // what children came to meanwhile counts now
		if len(r.childrenOf(t.Activation)) > 0 && !r.stuck(t) {
			r.u.Ready = append(r.u.Ready, t.ID)
		}
	}
	return nil
}
