package machine

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// What is possible now is asked of the same code that refuses: nothing is offered that is then refused for a reason that
// was known.

func glance(g *flow.Graph, s State) *run {
	r := runOver(g, s)
	r.u = &Unsettled{}
	return r
}

// Outcomes are those that the assignee of an open task can give it.
func Outcomes(g *flow.Graph, task Task) []Outcome {
	node := g.Node(task.Node)
	asks, ok := glance(g, State{}).askingAt(node)
	switch {
	case task.State != TaskOpen || !ok:
		return nil
	case task.Advice:
		return []Outcome{OutcomeAdvised}
	}
	return asks.outcomes(node)
}

// Admits refuses values that the assignee of a task may not change with it: forbidden (field_not_editable).
func Admits(g *flow.Graph, task Task, set record.Values) error {
	if task.Advice && len(set) > 0 {
		return errNotEditable
	}
	return formOf(g, task.Node).admits(set)
}

// Target is a step that may be returned to.
type Target struct {
	Node   string
	People []string // who is asked again there
	Done   []Done   // the steps without people that lie in between
}

// Done is a step without people that has been done.
type Done struct {
	Node   string
	Undoes bool     // what it changed is put back, unless it was changed since
	Parts  []string // the children that it had run, by id: what they changed is put back likewise
}

// Targets are where the assignee of an open task may return it to, nearest first; none when that is not offered.
func Targets(g *flow.Graph, s State, task Task) []Target {
	r := glance(g, s)
	node := r.node(task.Node)
	t, stands := r.tokenIn(task.Activation)
	if !stands || task.State != TaskOpen || task.Advice || forbids(node, flow.CanReturn) {
		return nil
	}
	var list []Target
	for _, a := range r.allowed(t, returnOf(node)) {
		to := Target{Node: a.Node}
		for _, slot := range a.Slots {
			if slot.Group == "" {
				to.People = append(to.People, slot.Owner)
			}
		}
		if r.node(a.Node).Kind == flow.KindStart {
			to.People = []string{s.InCharge()}
		}
		since := r.since(a.ID)
		undone := r.undoable(since)
		for _, node := range r.automatic(a.ID) {
			undoes := slices.ContainsFunc(undone, func(id string) bool { return r.past(id).Node == node })
			done := Done{Node: node, Undoes: undoes}
			for _, part := range r.partsOf(since) {
				if c, err := r.childOf(part); err == nil && c.Node == node {
					done.Parts = append(done.Parts, part)
				}
			}
			to.Done = append(to.Done, done)
		}
		list = append(list, to)
	}
	return list
}

// ReturnModeOf says how an instance comes forward again that is returned from a node.
func ReturnModeOf(g *flow.Graph, node string) flow.ReturnMode {
	if n := g.Node(node); n != nil {
		if back := returnOf(n); back != nil {
			return back.Mode
		}
	}
	return flow.ReturnRerun
}

// ChoosesWay reports whether whoever has a task may say that it goes straight back to who returned it.
func ChoosesWay(s State, task Task) bool {
	for _, c := range s.Returns {
		if c.To == task.Activation && c.Choice && task.State == TaskOpen {
			return true
		}
	}
	return false
}

// CanBeTakenBack reports whether by may take the own decision of a task back; opened are the open tasks that were looked at.
func CanBeTakenBack(g *flow.Graph, s State, task Task, by string, opened []string) bool {
	r := glance(g, s)
	k, err := r.ownDecision(task.ID, by)
	return err == nil && s.SuspendedAt.IsZero() && r.mayTakeBack(k, opened) == nil
}

// CanBeWithdrawn reports whether by may withdraw the instance; opened likewise, and decided as of the event.
func CanBeWithdrawn(g *flow.Graph, s State, by string, opened []string, decided bool) bool {
	return by == s.InCharge() && s.SuspendedAt.IsZero() && glance(g, s).mayWithdraw(opened, decided) == nil
}

// Decided reports whether a decision of somebody stands.
func Decided(g *flow.Graph, s State) bool { return glance(g, s).decisionStands() }

// Landings are the nodes that an admin may move the token of an activation to; none when nothing stands there.
func Landings(g *flow.Graph, s State, activation string) []string {
	r := glance(g, s)
	t, stands := r.tokenIn(activation)
	if !stands || s.Status.Ended() || r.standOf(t).Waits && r.sharedJoin(t) {
		return nil
	}
	return r.landings(t)
}
