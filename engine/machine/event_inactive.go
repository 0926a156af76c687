package machine

import (
	"slices"

	"flowline/engine/flow"
)

// inactive takes their open tasks from people who were switched off. Where another who is asked can settle the step alone,
// that is all; else each signature is vacant, and an admin gives it to somebody.
func (r *run) inactive(ev Event) error {
	if r.s.Status.Ended() {
		return errEnded
	}
	if len(ev.People) == 0 {
		return errNobodyNamed
	}
	var taken []Task
	for _, k := range r.s.Tasks {
		if (k.State == TaskOpen || k.State == TaskDelegated) && slices.Contains(ev.People, k.Assignee) {
			taken = append(taken, *k)
		}
	}
	for _, k := range taken {
		r.takeFrom(k, reasonInactive)
	}
	for _, k := range taken {
		if a := r.activation(k.Activation); !k.Advice && a.LeftAt.IsZero() {
			r.vacate(k)
		}
	}
	return nil
}

// takeFrom cancels a task with the opinions asked for it; one that is itself an opinion is done without.
func (r *run) takeFrom(k Task, reason string) {
	if i := r.taskAt(k.ID); !r.s.Tasks[i].live() {
		return
	}
	r.dropAdvice(k.ID, reason)
	if k.Advice {
		r.giveBack(&k)
	}
	for _, g := range r.activation(k.Activation).Groups {
		if g.Task == k.ID && g.Done == "" {
			r.endGroup(k.Activation, g.ID, OutcomeCancelled)
		}
	}
	r.cancelTasks(func(x *Task) bool { return x.ID == k.ID }, reason)
	r.unsaid(k.ID)
	if k.Claimed {
		r.freePool(&k)
	}
}

// anybodyWill reports whether a yes of any of those asked passes a step that takes all of them to reject.
func anybodyWill(node *flow.Node) bool {
	return node.Action != nil && node.Action.Approve != nil && node.Action.Approve.Quorum.AllRejects
}

// vacate goes on without whom the task was for.
func (r *run) vacate(k Task) {
	a := r.activation(k.Activation)
	node := r.node(k.Node)
	others := slices.ContainsFunc(r.s.Tasks, func(o *Task) bool {
		return o.Activation == k.Activation && o.Slot != k.Slot && o.underWay() && r.s.slot(k.Activation, o.Slot).Group == ""
	})
	asks, ok := r.askingAt(node)
	at := slices.IndexFunc(a.Slots, func(s Slot) bool { return s.ID == k.Slot })
	if t, stands := r.tokenIn(k.Activation); stands && a.Slots[at].Group != "" {
		r.dropSlot(t, node, a.Slots[at], reasonInactive)
		return
	}
	if ok && others && (asks.alone(node) || anybodyWill(node)) {
		a.Slots = slices.Delete(slices.Clone(a.Slots), at, at+1)
		return
	}
	if t, ok := r.tokenIn(k.Activation); ok {
		r.u.Gone = append(r.u.Gone, a.Slots[at].ID)
		r.u.Ready = append(r.u.Ready, t.ID)
	}
}
