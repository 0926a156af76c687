package machine

import "flowline/engine/flow"

// What else an assignee may do with a task, beside what a step may forbid.
const (
	CanRecall  flow.TaskAction = "recall"   // an opinion that was asked
	CanClaim   flow.TaskAction = "claim"    // out of a pool
	CanPutBack flow.TaskAction = "put_back" // what was claimed
	CanRemove  flow.TaskAction = "remove"   // signers that were added
)

// Offers are what the assignee of a task may do with it now besides deciding it. It asks the code that refuses, so that
// nothing is offered that is refused whoever is chosen for it.
func Offers(g *flow.Graph, s State, task Task) []flow.TaskAction {
	r := glance(g, s)
	if _, stands := r.tokenIn(task.Activation); !stands || s.Status.Ended() || !s.SuspendedAt.IsZero() {
		return nil
	}
	var can []flow.TaskAction
	offer := func(a flow.TaskAction, may bool) {
		if may {
			can = append(can, a)
		}
	}
	k := &task
	if k.State == TaskOpen {
		offer(flow.CanReturn, len(Targets(g, s, task)) > 0)
		offer(flow.CanTransfer, r.mayTransfer(k) == nil)
		offer(flow.CanDelegate, r.mayDelegate(k) == nil)
		offer(flow.CanAddBefore, r.mayAdd(k, PlaceBefore, flow.QuorumAll) == nil)
		offer(flow.CanAddAfter, r.mayAdd(k, PlaceAfter, flow.QuorumAll) == nil)
		offer(flow.CanAddBeside, r.mayAdd(k, PlaceBeside, flow.QuorumAll) == nil)
		offer(CanClaim, r.mayClaim(k) == nil)
		offer(CanPutBack, k.Claimed)
	}
	offer(CanRecall, k.State == TaskDelegated)
	offer(CanRemove, (k.live() || k.State == TaskPending) && !k.Advice && len(r.removable(k)) > 0)
	return can
}

// Removable are the people whom the assignee of a task added and may do without.
func Removable(g *flow.Graph, s State, task Task) []string {
	var people []string
	for _, slot := range glance(g, s).removable(&task) {
		people = append(people, slot.Owner)
	}
	return people
}
