package machine

import (
	"slices"

	"flowline/engine/flow"
)

// returned has one assignee alone send the instance back, whatever the step's quorum: to whoever submitted, or to a step
// that it has really passed.
//
// In a parallel branch, going back to a step of that branch leaves the other branches alone; going back to before the fork
// ends them all, and the fork will fire again.
func (r *run) returned(ev Event) error {
	k, err := r.openTaskOf(ev)
	if err != nil {
		return err
	}
	if blank(ev.Comment) {
		return errCommentRequired
	}
	node := r.node(k.Node)
	if k.Advice || forbids(node, flow.CanReturn) {
		return errNoReturn
	}
	back := returnOf(node)
	t, _ := r.tokenIn(k.Activation)
	list := r.allowed(t, back)
	i := slices.IndexFunc(list, func(a *Activation) bool { return a.Node == ev.Node })
	if i < 0 {
		return errNoSuchTarget
	}
	target := *list[i]
	if r.undoesLater(ev, r.since(target.ID)) {
		return nil
	}
	c := Comeback{From: k.Activation, Node: k.Node, Owner: k.Assignee, Scope: t.Scope}
	if back != nil {
		c.Direct = back.Mode == flow.ReturnDirect || back.Mode == flow.ReturnReturner && ev.Direct
		c.Choice = back.Mode == flow.ReturnSubmitter
	}
	k.State, k.DecidedAt, k.DecidedBy, k.Comment, k.Data, k.OnBehalfOf = TaskReturned, r.at, ev.By, ev.Comment, r.s.Data, ev.OnBehalfOf
	r.dropTimers(k.ID)
	r.sign(k.Activation, k.Slot, OutcomeReturned)
	r.sendBack(t, &target, c, Entry{By: ev.By, OnBehalfOf: ev.OnBehalfOf, Task: k.ID, Comment: ev.Comment, Files: ev.Files})
	return nil
}

// sendBack tells of a return, makes it, and remembers how it is to come forward again.
func (r *run) sendBack(t Token, target *Activation, c Comeback, told Entry) {
	told.Type, told.Node, told.Activation = EntryReturned, t.Node, t.Activation
	told.Data.Nodes = append([]string{target.Node}, r.automatic(target.ID)...)
	r.tell(told)
	r.undoChanges(r.since(target.ID))
	c.To = r.goBack(t, target, reasonReturned)
	r.s.Returns = append(r.s.Returns, c)
}

// automatic are the steps without people that came of an activation and have been done, in order: going back does not
// undo them, but for what update steps changed that say so.
func (r *run) automatic(activation string) []string {
	var nodes []string
	for _, id := range r.since(activation) {
		a := r.activation(id)
		n := r.node(a.Node)
		if _, asked := r.askingAt(n); n.Kind == flow.KindStep && !asked && a.came() && !slices.Contains(nodes, a.Node) {
			nodes = append(nodes, a.Node)
		}
	}
	return nodes
}

// came reports whether the activation came to something by itself.
func (a *Activation) came() bool {
	return a.Outcome == OutcomeDone || a.Outcome == OutcomeApproved || a.Outcome == OutcomeRejected
}

// forbids reports whether a step does not offer something.
func forbids(n *flow.Node, do flow.TaskAction) bool {
	switch {
	case n.Action == nil:
		return true
	case n.Action.Approve != nil:
		return slices.Contains(n.Action.Approve.Forbid, do)
	case n.Action.Do != nil:
		return slices.Contains(n.Action.Do.Forbid, do)
	}
	return true
}

func returnOf(n *flow.Node) *flow.Return {
	switch {
	case n.Action == nil:
		return nil
	case n.Action.Approve != nil:
		return n.Action.Approve.Return
	case n.Action.Do != nil:
		return n.Action.Do.Return
	}
	return nil
}
