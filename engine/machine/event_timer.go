package machine

import (
	"slices"
	"time"

	"flowline/engine/flow"
	"flowline/engine/org"
)

// timerFired does what a timer stands for: it marks a task as late and tells its assignee, or does what the step says of its
// deadline. All of that is done in nobody's name.
func (r *run) timerFired(ev Event) error {
	i := slices.IndexFunc(r.s.Timers, func(t Timer) bool { return t.ID == ev.Timer })
	if i < 0 {
		return errUnknownTimer
	}
	m := r.s.Timers[i]
	if r.at.Before(m.At) || !m.StoppedAt.IsZero() {
		return errTimerEarly
	}
	k := r.task(r.taskAt(m.Task))
	if m.Kind == TimerDue {
		r.s.Timers = slices.Delete(r.s.Timers, i, i+1)
		k.Late = true
		r.tell(Entry{Type: EntryTaskLate, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: k.Assignee})
		r.notice(Notice{To: k.Assignee, Kind: NoticeLate, Node: k.Node, Task: k.ID})
		return nil
	}
	out := timeOut{Late: r.node(k.Node).Timing().Late[m.Rule], urgedSince: ev.Since}
	if out.Escalates() {
		var known bool
		if out.superiors, known = r.superiors(ev, k); !known {
			return nil
		}
	}
	if out.Do == flow.LateReturn && r.undoesLater(ev, r.everything()) {
		return nil
	}
	r.s.Timers = slices.Delete(r.s.Timers, i, i+1)
	if out.Every != "" && m.Done+1 < out.Times {
		r.again(k, m, out.Every)
	}
	timeOuts[out.Do](r, r.taskAt(m.Task), out)
	return nil
}

// timeOut is one thing that happens by itself around a deadline.
type timeOut struct {
	flow.Late
	superiors  []string // of whom it escalates to
	urgedSince time.Time
}

// timeOuts is the table of what can happen to the task at a place; a function fills it because one may lead to others.
var timeOuts map[flow.LateDo]func(r *run, task int, out timeOut)

func init() {
	timeOuts = map[flow.LateDo]func(*run, int, timeOut){
		flow.LateRemind:   (*run).lateRemind,
		flow.LateCopy:     (*run).lateCopy,
		flow.LateBeside:   (*run).lateBeside,
		flow.LateTransfer: (*run).lateTransfer,
		flow.LateApprove:  (*run).lateApprove,
		flow.LateReject:   (*run).lateReject,
		flow.LateReturn:   (*run).lateReturn,
		flow.LateLine:     (*run).lateLine,
	}
}

// again has a timer come once more, as long after the time that it had.
func (r *run) again(k *Task, m Timer, every string) {
	d, err := flow.ParseDuration(every)
	if err != nil {
		return
	}
	next := Timer{ID: r.id("m"), Task: m.Task, Kind: m.Kind, Rule: m.Rule, Done: m.Done + 1}
	r.s.Timers = append(r.s.Timers, next)
	r.reckon(Reckoning{
		Timer: next.ID, Work: r.node(k.Node).Timing().Deadline.Count == flow.CountWork, From: m.At, Spans: []Span{{Length: d}},
	})
}

// superiors are the manager of whose signature a task is about or, where there is none who can have a part in the step, the
// admins of the flow or of the product. False: that is not known yet.
func (r *run) superiors(ev Event, k *Task) ([]string, bool) {
	owner := r.s.slot(k.Activation, k.Slot).Owner
	levels := []struct {
		purpose string
		by      []org.Selector
	}{
		{"manager", []org.Selector{{ManagerOf: "person:" + owner}}}, {"admins", nil}, {"product", []org.Selector{{Admins: true}}},
	}
	if set := r.g.Definition().Settings; set != nil {
		levels[1].by = set.Admins
	}
	for _, level := range levels {
		if len(level.by) == 0 {
			continue
		}
		found, known := r.meantBy(ev, level.purpose, level.by)
		if !known {
			return nil, false
		}
		found = slices.DeleteFunc(slices.Clone(found), func(p string) bool {
			return p == owner || r.s.Signs(p, k.Activation) || r.s.ownRequest(r.node(k.Node), p)
		})
		if len(found) > 0 {
			return found[:1], true
		}
	}
	return nil, true
}

// ownTask is the task of the signature for which the task at a place asks: where an opinion is asked, that is done without.
func (r *run) ownTask(i int) int {
	for r.s.Tasks[i].Advice {
		i = r.taskAt(r.s.Tasks[i].Origin)
	}
	if k := r.task(i); k.State == TaskDelegated {
		r.dropAdvice(k.ID, reasonLate)
		k.State = TaskOpen
	}
	return i
}
