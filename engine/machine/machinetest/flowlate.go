package machinetest

import (
	"strings"

	"flowline/engine/flow"
)

// deadline reads "work", "from signed" or "before signed" and, after it, "frozen".
func (s *settings) deadline() *flow.Deadline {
	d := flow.Deadline{}
	if s.flag("work") {
		d.Count = flow.CountWork
	}
	if field := s.value("before"); field != "" {
		d.Field, d.Before = field, true
	} else {
		d.Field = s.value("from")
	}
	d.Frozen = s.flag("frozen")
	if d == (flow.Deadline{}) {
		return nil
	}
	return &d
}

// late reads "late -PT2H=remind,+PT1H=remind:PT1H:3,=approve,=return:a": before, after or at the deadline, what is done and,
// of reminding, every how much and how often or, of returning, where to.
func (s *settings) late() []flow.Late {
	var list []flow.Late
	for _, word := range strings.FieldsFunc(s.value("late"), func(c rune) bool { return c == ',' }) {
		when, what, _ := strings.Cut(word, "=")
		do, how, _ := strings.Cut(what, ":")
		l := flow.Late{Do: flow.LateDo(do)}
		if before, is := strings.CutPrefix(when, "-"); is {
			l.Before = before
		}
		if after, is := strings.CutPrefix(when, "+"); is {
			l.After = after
		}
		if l.Do == flow.LateRemind && how != "" {
			every, times, _ := strings.Cut(how, ":")
			l.Every, l.Times = every, number(times)
		} else if how == string(flow.LateToPrevious) {
			l.To = flow.LateToPrevious
		} else if how != "" {
			l.To, l.Node = flow.LateToNode, how
		}
		list = append(list, l)
	}
	return list
}
