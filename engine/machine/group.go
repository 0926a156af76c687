package machine

import (
	"slices"

	"flowline/engine/flow"
)

// A group of signers added before or after somebody is settled by its own mode; what it comes to is for that one's task.

func (r *run) group(activation, id string) Group {
	for _, g := range r.activation(activation).Groups {
		if g.ID == id {
			return g
		}
	}
	panic("machine: no group " + id)
}

// tally goes on after a signature was given or is not wanted any more: in its group, or else in the step.
func (r *run) tally(t Token, node *flow.Node, group string, outcome Outcome) {
	if group != "" {
		r.tallyGroup(t, node, r.group(t.Activation, group))
		return
	}
	if asks, ok := r.askingAt(node); ok {
		asks.decided(r, t, node, outcome)
	}
}

func (r *run) tallyGroup(t Token, node *flow.Node, g Group) {
	if g.Done != "" {
		return
	}
	slots := slices.DeleteFunc(slices.Clone(r.activation(t.Activation).Slots), func(s Slot) bool { return s.Group != g.ID })
	outcome, settled := quorums[g.Mode].verdict(slots)
	if len(slots) == 0 { // all were removed: as if they had agreed
		outcome, settled = OutcomeApproved, true
	}
	if settled {
		r.groupDone(t, node, g, outcome)
		return
	}
	if g.Mode != flow.QuorumOrder {
		return
	}
	for _, s := range slots {
		if s.Outcome == "" {
			asked := slices.ContainsFunc(r.s.Tasks, func(k *Task) bool { return k.Slot == s.ID && k.underWay() })
			if k := r.waitingTask(s.ID); !asked && k != nil {
				r.openTask(k, node)
			}
			return
		}
	}
}

// groupDone gives the task back that waited for signers before it, whatever they said unless the step takes their no for its
// own, or counts the signature that waited for those after it.
func (r *run) groupDone(t Token, node *flow.Node, g Group, outcome Outcome) {
	r.endGroup(t.Activation, g.ID, outcome)
	k := r.task(r.taskAt(g.Task))
	if a := node.Action.Approve; g.Kind == GroupBefore && outcome == OutcomeRejected && a != nil && a.BeforeRejects {
		r.gone(k, r.u.By, reasonBefore)
		k.Reason = reasonBefore
		r.decide(k, Event{By: r.u.By, Outcome: outcome})
		r.tally(t, node, r.s.slot(t.Activation, g.Slot).Group, outcome)
		return
	}
	if g.Kind == GroupBefore {
		r.wake(k)
		r.releaseClock(k, true)
		return
	}
	k.State = TaskApproved
	r.sign(t.Activation, g.Slot, outcome)
	r.tally(t, node, r.s.slot(t.Activation, g.Slot).Group, outcome)
}

// endGroup closes a group and the groups within it: whoever is still asked in them is asked no more.
func (r *run) endGroup(activation, id string, outcome Outcome) {
	a := r.activation(activation)
	a.Groups = slices.Clone(a.Groups)
	within := map[string]bool{}
	for _, s := range a.Slots {
		within[s.ID] = s.Group == id
	}
	for i := range a.Groups {
		if a.Groups[i].ID == id {
			a.Groups[i].Done = outcome
		} else if a.Groups[i].Done == "" && within[a.Groups[i].Slot] {
			r.endGroup(activation, a.Groups[i].ID, OutcomeCancelled)
		}
	}
	r.cancelTasks(func(k *Task) bool { return within[k.Slot] }, reasonSibling)
}

// dropSlot does without a signature, and without those added for it.
func (r *run) dropSlot(t Token, node *flow.Node, slot Slot, reason string) {
	for _, g := range r.activation(t.Activation).Groups {
		if g.Slot == slot.ID && g.Done == "" {
			r.endGroup(t.Activation, g.ID, OutcomeCancelled)
		}
	}
	r.cancelTasks(func(k *Task) bool { return k.Slot == slot.ID }, reason)
	for i := range r.s.Tasks {
		k := r.s.Tasks[i]
		if k.Slot != slot.ID || !k.Claimed {
			continue
		}
		k = r.task(i)
		if k.State == TaskMoved { // what was passed on stays as it was
			moved := *k
			k = &moved
		}
		r.freePool(k)
	}
	a := r.activation(t.Activation)
	a.Slots = slices.DeleteFunc(slices.Clone(a.Slots), func(s Slot) bool { return s.ID == slot.ID })
	if _, ok := actions[node.Action.Type].(approveStep); ok || slot.Group != "" {
		r.tally(t, node, slot.Group, "")
	}
}
