package machine

import "slices"

// timerFired marks the task late whose time has run out, and tells its assignee.
func (r *run) timerFired(ev Event) error {
	i := slices.IndexFunc(r.s.Timers, func(t Timer) bool { return t.ID == ev.Timer })
	if i < 0 {
		return errUnknownTimer
	}
	timer := r.s.Timers[i]
	if r.at.Before(timer.At) {
		return errTimerEarly
	}
	r.s.Timers = slices.Delete(r.s.Timers, i, i+1)
	for i := range r.s.Tasks {
		if k := &r.s.Tasks[i]; k.ID == timer.Task {
			k.Late = true
			r.tell(Entry{Type: EntryTaskLate, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: k.Assignee})
			r.notice(Notice{To: k.Assignee, Kind: NoticeLate, Node: k.Node, Task: k.ID})
		}
	}
	return nil
}
