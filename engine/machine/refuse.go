package machine

import (
	"slices"

	"flowline/engine/flow"
)

// refuse goes on after a step was rejected that has no arrow for it: as the step says, the instance ends, goes back, or
// within a fork only this branch ends.
func (r *run) refuse(t Token) {
	how := r.node(t.Node).Action.Rejection()
	target := r.rejectedTo(t, how)
	if target != nil && !r.undoKnown(r.since(target.ID)) {
		r.u.Want = append(r.u.Want, t.ID)
		return
	}
	r.left(t, OutcomeRejected, nil)
	if target != nil {
		r.sendBack(t, target, Comeback{From: t.Activation, Node: t.Node, Owner: r.u.By, Scope: t.Scope}, Entry{By: r.u.By, Data: Data{Reason: reasonRejected}})
		return
	}
	if how.To != flow.RejectEnd || how.Parallel == flow.RejectAll || t.Scope == "" {
		r.end(Rejected, reasonRejected)
		return
	}
	if how.Parallel == flow.RejectLater {
		r.refuseIn(t.Scope)
	}
	r.removeToken(t.ID)
}

// rejectedTo is where a rejection goes back to; nil: nowhere. A step that was never passed is nowhere too.
func (r *run) rejectedTo(t Token, how flow.Reject) *Activation {
	list := r.targets(t)
	i := -1
	switch how.To {
	case flow.RejectEnd:
	case flow.RejectStart:
		i = slices.IndexFunc(list, func(a *Activation) bool { return r.node(a.Node).Kind == flow.KindStart })
	case flow.RejectPrevious:
		i = min(len(list), 1) - 1
	case flow.RejectNode:
		i = slices.IndexFunc(list, func(a *Activation) bool { return a.Node == how.Node })
	}
	if i < 0 {
		return nil
	}
	found := *list[i]
	return &found
}
