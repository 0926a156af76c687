package machine

import (
	"slices"

	"flowline/engine/flow"
)

// lateReturn sends the instance back, as one assignee alone could. Where it has not been at the step that is named, it goes
// to whoever submitted.
func (r *run) lateReturn(task int, out timeOut) {
	k := r.task(r.ownTask(task))
	t, stands := r.tokenIn(k.Activation)
	if !stands {
		return
	}
	list := r.targets(t)
	i := -1
	switch out.To {
	case flow.LateToStart:
	case flow.LateToPrevious:
		i = min(len(list), 1) - 1
	case flow.LateToNode:
		i = slices.IndexFunc(list, func(a *Activation) bool { return a.Node == out.Node })
	}
	if i < 0 {
		i = slices.IndexFunc(list, func(a *Activation) bool { return r.node(a.Node).Kind == flow.KindStart })
	}
	if i < 0 {
		return
	}
	target := *list[i]
	k.State, k.Reason, k.DecidedAt, k.Data = TaskReturned, reasonLate, r.at, r.s.Data
	r.dropTimers(k.ID)
	r.sign(k.Activation, k.Slot, OutcomeReturned)
	r.sendBack(t, &target, Comeback{From: k.Activation, Node: k.Node, Owner: k.Assignee, Scope: t.Scope}, Entry{Task: k.ID, Data: Data{Reason: reasonLate}})
}
