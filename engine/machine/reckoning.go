package machine

import (
	"slices"
	"time"

	"flowline/engine/flow"
)

// A moment that depends on working hours, or on a date in the record, is asked for like all else that Advance cannot know,
// rather than brought along by events: only here is it known which deadlines an event begins, ends or puts off. The answer
// stands in the journal, so folding that again gives the same deadlines, whatever calendar holds by then. No token waits
// for it: timers are there at once and get their times before the step is saved, all of them with one answer.

// Reckoning is a moment wanted for a timer: From, or the date that the record holds in Field, put off by as long as it
// stood still if it did (Since to Until), and then each of Spans further.
type Reckoning struct {
	Timer string
	Work  bool // in working time
	From  time.Time
	Field string
	Since time.Time
	Until time.Time
	Spans []Span
	Fresh bool // only if it is still to come; else the timer is done without
}

// Span is a length of time, forward or back.
type Span struct {
	Length flow.Duration
	Back   bool
}

// Clockwork is how time is added up.
type Clockwork interface {
	// Add is the moment that lies a span from another.
	Add(from time.Time, s Span) time.Time
	// Shift is a moment put off because time did not count from since to until.
	Shift(at, since, until time.Time) time.Time
}

// ByClock counts every hour.
type ByClock struct{}

// Add implements Clockwork.
func (ByClock) Add(from time.Time, s Span) time.Time {
	if s.Back {
		return s.Length.Before(from)
	}
	return s.Length.After(from)
}

// Shift implements Clockwork.
func (ByClock) Shift(at, since, until time.Time) time.Time { return at.Add(until.Sub(since)) }

// Moment is the answer, counted from from: q.From, or what the record says.
func (q Reckoning) Moment(from time.Time, in Clockwork) time.Time {
	if !q.Since.IsZero() {
		from = in.Shift(from, q.Since, q.Until)
	}
	for _, s := range q.Spans {
		from = in.Add(from, s)
	}
	return from.UTC().Truncate(time.Microsecond)
}

// reckon gives a timer its time, now or once that is answered.
func (r *run) reckon(q Reckoning) {
	if q.Work || q.Field != "" {
		r.u.Times = append(r.u.Times, q)
		return
	}
	r.timeIs(q, q.Moment(q.From, ByClock{}))
}

// timesReckoned answers all moments that were asked for, in their order. One is zero where the record has no date: then
// there is no deadline.
func (r *run) timesReckoned(ev Event) error {
	if len(r.u.Times) == 0 || len(ev.Times) != len(r.u.Times) {
		return errNotAsked
	}
	asked := r.u.Times
	r.u.Times = nil
	for i, q := range asked {
		r.timeIs(q, ev.Times[i])
	}
	return nil
}

// timeIs sets the time of a timer, if it is still wanted.
func (r *run) timeIs(q Reckoning, at time.Time) {
	i := slices.IndexFunc(r.s.Timers, func(m Timer) bool { return m.ID == q.Timer })
	if i < 0 {
		return
	}
	m := &r.s.Timers[i]
	keep := !at.IsZero() && (!q.Fresh || at.After(r.at))
	if m.Kind == TimerDue {
		k := r.task(r.taskAt(m.Task))
		k.Due, k.Late = at, k.Late && !keep
	}
	if m.At = at; !keep {
		r.s.Timers = slices.Delete(r.s.Timers, i, i+1)
	}
}
