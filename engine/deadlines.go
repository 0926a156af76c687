package engine

import (
	"cmp"
	"context"
	"slices"
	"time"

	"flowline/engine/calendar"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// workTime counts working hours alone; a day is as many as are worked on one.
type workTime struct{ *calendar.Calendar }

// Add implements machine.Clockwork.
func (w workTime) Add(from time.Time, s machine.Span) time.Time {
	length := time.Duration(s.Length.Days)*w.Day() + s.Length.Clock
	if s.Back {
		length = -length
	}
	return w.Calendar.Add(from, length)
}

// Shift implements machine.Clockwork.
func (w workTime) Shift(at, since, until time.Time) time.Time {
	return w.Calendar.Add(until, w.Between(since, at))
}

// reckon answers which moments are meant, by the calendar of the company and the record as it is at this point of the step.
func (m *move) reckon(ctx context.Context, asked []machine.Reckoning) ([]time.Time, error) {
	times := make([]time.Time, len(asked))
	for i, q := range asked {
		from := q.From
		if q.Field != "" {
			if err := m.read(ctx); err != nil {
				return nil, err
			}
			var err error
			if from, err = m.working.dateOf(m.rec.Values[q.Field], q.Work); err != nil {
				return nil, fault.Wrap(err, "count from %s", q.Field)
			}
		}
		if from.IsZero() {
			continue
		}
		var in machine.Clockwork = machine.ByClock{}
		if q.Work {
			in = m.working
		}
		times[i] = q.Moment(from, in)
	}
	return times, nil
}

// dateOf is the moment that a date in a record means: a day is over with its last working hour or, by the clock, with its
// last minute. Nothing is no moment.
func (w workTime) dateOf(v any, work bool) (time.Time, error) {
	switch date := v.(type) {
	case time.Time:
		return date, nil
	case record.Day:
		end, err := w.EndOf(string(date))
		if err == nil && work {
			end = w.Last(end)
		}
		return end, err
	}
	return time.Time{}, nil
}

// overdue says by how much an open task is late.
func (e *Engine) overdue(n *flow.Node, t machine.Task) (minutes int, workTime bool) {
	if t.State != machine.TaskOpen || !t.Late {
		return 0, false
	}
	workTime = n.Timing().Deadline.Count == flow.CountWork
	late := e.at().Sub(t.Due)
	if workTime {
		late = e.calendar.Between(t.Due, e.at())
	}
	return int(late / time.Minute), workTime
}

// onTime says what a flow does by itself about a task that is open.
func (v *TaskView) onTime(m *move, t machine.Task) {
	node := m.graph.Node(t.Node)
	if node == nil || t.State != machine.TaskOpen {
		return
	}
	timing := node.Timing()
	for _, timer := range machine.Ticking(m.state.Timers) {
		if timer.Task == t.ID && timer.Kind == machine.TimerLate {
			v.Coming = append(v.Coming, Coming{At: timer.At, Do: timing.Late[timer.Rule].Do})
		}
	}
	slices.SortStableFunc(v.Coming, func(a, b Coming) int { return cmp.Compare(a.At.UnixMicro(), b.At.UnixMicro()) })
}

// quiet puts off what only urges people until working time begins: nobody is reminded at night.
func (m *move) quiet(jobs []machine.Job) []machine.Job {
	for i := range jobs {
		if jobs[i].Notice.Kind == machine.NoticeUrge {
			jobs[i].At = m.working.Next(jobs[i].At)
		}
	}
	return jobs
}
