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
	r.tell(Entry{Type: EntrySuspended, By: ev.By, Comment: ev.Comment, Files: ev.Files})
	return nil
}

// resumed has it go on. Deadlines are later by as long as it was stopped.
func (r *run) resumed(ev Event) error {
	if r.s.SuspendedAt.IsZero() {
		return errNotSuspended
	}
	r.delay(r.at.Sub(r.s.SuspendedAt))
	r.s.SuspendedAt = time.Time{}
	r.tell(Entry{Type: EntryResumed, By: ev.By, Comment: ev.Comment, Files: ev.Files})
	return nil
}

// delay puts off what is due.
func (r *run) delay(d time.Duration) {
	for i := range r.s.Timers {
		r.s.Timers[i].At = r.s.Timers[i].At.Add(d)
	}
	for i := range r.s.Tasks {
		if k := &r.s.Tasks[i]; k.live() && !k.Due.IsZero() && !k.Late {
			k.Due = k.Due.Add(d)
		}
	}
	for i := range r.s.Activations {
		a := &r.s.Activations[i]
		if len(a.Groups) == 0 || !a.LeftAt.IsZero() {
			continue
		}
		a.Groups = slices.Clone(a.Groups)
		for j := range a.Groups { // the deadline stood still for another reason meanwhile
			a.Groups[j].Since = a.Groups[j].Since.Add(d)
		}
	}
}
