package machine

import (
	"slices"
	"time"

	"flowline/engine/flow"
)

// The kinds of timers.
const (
	TimerDue  = "due"  // the task is late then
	TimerLate = "late" // something happens then that the step says of its deadline
)

// startClock sets the timers of a task that somebody is asked from now on.
func (r *run) startClock(k *Task, node *flow.Node) {
	timing := node.Timing()
	if !timing.Set() {
		return
	}
	base, again := r.countedFrom(k, timing)
	r.arm(k, timing, base, Timer{Kind: TimerDue})
	for i, late := range timing.Late {
		base.Fresh = again || late.Do == flow.LateRemind && late.Before != ""
		r.arm(k, timing, base, Timer{Kind: TimerLate, Rule: i})
	}
}

// countedFrom is from when a task's time is counted. Whoever returned the instance, and has it straight back, has the time
// that was left; where none was, all of it again.
func (r *run) countedFrom(k *Task, timing flow.Timing) (base Reckoning, again bool) {
	base = Reckoning{Work: timing.Deadline.Count == flow.CountWork, Field: timing.Deadline.Field, From: r.at}
	from := r.activation(k.Activation).Again
	if base.Field != "" || from == "" || r.activation(from).Outcome != OutcomeReturned {
		return base, false
	}
	for _, was := range r.s.Tasks {
		if was.Activation == from && was.Assignee == k.Assignee && was.DecidedAt.Before(was.Due) && !was.Late {
			base.From, base.Since, base.Until = was.Due, was.DecidedAt, r.at
			return base, true
		}
	}
	return base, false
}

// arm adds a timer whose time is counted from base. A length of time that cannot be read, which the check tells of, is none.
func (r *run) arm(k *Task, timing flow.Timing, base Reckoning, m Timer) {
	var ok bool
	if base.Spans, ok = spans(timing, m, base.Since.IsZero()); !ok {
		return
	}
	m.ID, m.Task, m.StoppedAt = r.id("m"), k.ID, time.Time{}
	if !r.s.SuspendedAt.IsZero() || k.resting() {
		m.StoppedAt = r.at
	}
	base.Timer = m.ID
	r.s.Timers = append(r.s.Timers, m)
	r.reckon(base)
}

// spans lead from where time is counted from to a timer, by way of the deadline.
func spans(timing flow.Timing, m Timer, whole bool) (list []Span, ok bool) {
	ok = true
	add := func(length string, back bool) {
		if length == "" {
			return
		}
		d, err := flow.ParseDuration(length)
		list, ok = append(list, Span{Length: d, Back: back}), ok && err == nil
	}
	if whole {
		add(timing.Due, timing.Deadline.Field != "" && timing.Deadline.Before)
	}
	if m.Kind == TimerLate {
		late := timing.Late[m.Rule]
		add(late.Before, true)
		add(late.After, false)
		for range m.Done {
			add(late.Every, false)
		}
	}
	return list, ok
}

// resting reports whether the time of a task stands still, or is somebody else's for the while.
func (k *Task) resting() bool {
	return k.State == TaskWaiting && (k.Reason == reasonSigners || k.Reason == reasonClaimed)
}

// holdClock has the timers of a task stand still: nothing of them happens meanwhile.
func (r *run) holdClock(k *Task) {
	for i := range r.s.Timers {
		if m := &r.s.Timers[i]; m.Task == k.ID && m.StoppedAt.IsZero() {
			m.StoppedAt = r.at
		}
	}
}

// releaseClock has them run again, later by as long as they stood still if that does not count. In a suspended instance
// they go on standing still.
func (r *run) releaseClock(k *Task, later bool) {
	for _, m := range slices.Clone(r.s.Timers) {
		if m.Task == k.ID && !m.StoppedAt.IsZero() {
			r.releaseTimer(k, m, later)
		}
	}
}

func (r *run) releaseTimer(k *Task, m Timer, later bool) {
	since := m.StoppedAt
	m.StoppedAt = time.Time{}
	if suspended := r.s.SuspendedAt; !suspended.IsZero() {
		if m.StoppedAt = r.at; !later {
			m.StoppedAt = latest(since, suspended)
		}
	}
	r.s.Timers[slices.IndexFunc(r.s.Timers, func(x Timer) bool { return x.ID == m.ID })] = m
	if later {
		r.putOff(k, m, since)
	}
}

// putOff has a timer fire later by as long as it stood still. What is counted from a date stays.
func (r *run) putOff(k *Task, m Timer, since time.Time) {
	if d := r.node(k.Node).Timing().Deadline; d.Field == "" {
		r.reckon(Reckoning{Timer: m.ID, Work: d.Count == flow.CountWork, From: m.At, Since: since, Until: r.at})
	}
}

// passClock has the timers of one task run for another, with the deadline as it is by now.
func (r *run) passClock(from, to string) {
	for i := range r.s.Timers {
		if r.s.Timers[i].Task == from {
			r.s.Timers[i].Task = to
		}
	}
	if is := r.taskAt(to); is >= 0 {
		was, now := r.s.Tasks[r.taskAt(from)], r.task(is)
		now.Due, now.Late = was.Due, was.Late
	}
}

// followDates moves the deadlines that are counted from a date of the record, when that has changed. What has happened already
// happens again only at a time that is still to come.
func (r *run) followDates(fields []string) {
	for i := range r.s.Tasks {
		k := r.s.Tasks[i]
		timing := r.node(k.Node).Timing()
		d := timing.Deadline
		if !k.live() || k.OpenedAt.IsZero() || k.State == TaskDelegated || d.Frozen || !slices.Contains(fields, d.Field) {
			continue
		}
		var pending []Timer
		for _, m := range r.s.Timers {
			if m.Task == k.ID {
				pending = append(pending, m)
			}
		}
		r.dropTimers(k.ID)
		base := Reckoning{Work: d.Count == flow.CountWork, Field: d.Field}
		for rule := -1; rule < len(timing.Late); rule++ {
			m := Timer{Kind: TimerLate, Rule: rule}
			if rule < 0 {
				m = Timer{Kind: TimerDue}
			}
			at := slices.IndexFunc(pending, func(p Timer) bool { return p.Kind == m.Kind && p.Rule == m.Rule })
			if base.Fresh = at < 0 && (rule >= 0 || k.Late); at >= 0 {
				m.Done = pending[at].Done
			}
			r.arm(k, timing, base, m)
		}
	}
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// Ticking are the timers that do not stand still.
func Ticking(timers []Timer) []Timer {
	return slices.DeleteFunc(slices.Clone(timers), func(m Timer) bool { return !m.StoppedAt.IsZero() })
}
