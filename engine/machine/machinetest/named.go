package machinetest

import (
	"fmt"

	"flowline/engine/machine"
)

// names says what each id of an instance stands for: the second task of bob at n3 is "task bob n3 2". Ids come from one
// counter, so that the least change of what happens shifts them; names stay.
func names(s machine.State) map[string]string {
	ids, many := map[string]string{}, map[string]int{}
	name := func(id string, of ...any) {
		what := fmt.Sprint(of...)
		many[what]++
		ids[id] = fmt.Sprintf("%s %d", what, many[what])
	}
	for _, a := range s.Activations {
		name(a.ID, "round ", a.Node)
	}
	for _, k := range s.Tasks {
		name(k.ID, "task ", k.Assignee, " ", k.Node)
	}
	for _, m := range s.Timers {
		name(m.ID, m.Kind, " ", m.Rule, " of ", ids[m.Task])
	}
	for _, i := range s.Incidents {
		name(i.ID, "incident ", i.Node)
	}
	for _, c := range s.Children {
		name(c.ID, "child ", c.Node, " ", c.Item)
	}
	return ids
}

// ids says which id each name stands for.
func ids(s machine.State) map[string]string {
	back := map[string]string{}
	for id, name := range names(s) {
		back[name] = id
	}
	return back
}

// renamed is what happens with other words for what it speaks of; what has none stays as it is.
func (h Happening) renamed(words map[string]string) Happening {
	word := func(of string) string {
		if w, known := words[of]; known {
			return w
		}
		return of
	}
	h.Task, h.Timer, h.Incident, h.Activation = word(h.Task), word(h.Timer), word(h.Incident), word(h.Activation)
	if h.Child != nil {
		child := *h.Child
		child.ID = word(child.ID)
		h.Child = &child
	}
	if h.Opened != nil {
		opened := make([]string, len(h.Opened))
		for i, of := range h.Opened {
			opened[i] = word(of)
		}
		h.Opened = opened
	}
	return h
}
