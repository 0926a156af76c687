package machine

import "slices"

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
			taken = append(taken, k)
		}
	}
	r.cancelTasks(func(k *Task) bool {
		return slices.ContainsFunc(taken, func(x Task) bool { return x.ID == k.ID })
	}, reasonInactive)
	for _, k := range taken {
		r.dropAdvice(k.ID, reasonInactive)
		if k.Advice {
			r.giveBack(&k)
		} else if a := r.activation(k.Activation); a.LeftAt.IsZero() {
			r.vacate(k)
		}
	}
	return nil
}

// vacate goes on without whom the task was for.
func (r *run) vacate(k Task) {
	a := r.activation(k.Activation)
	node := r.node(k.Node)
	if k.Claimed {
		r.freePool(&k)
	}
	others := slices.ContainsFunc(r.s.Tasks, func(o Task) bool {
		return o.Activation == k.Activation && o.Slot != k.Slot && o.underWay() && r.s.slot(k.Activation, o.Slot).Group == ""
	})
	asks, ok := r.askingAt(node)
	at := slices.IndexFunc(a.Slots, func(s Slot) bool { return s.ID == k.Slot })
	if t, stands := r.tokenIn(k.Activation); stands && a.Slots[at].Group != "" {
		r.dropSlot(t, node, a.Slots[at], reasonInactive)
		return
	}
	if ok && others && asks.alone(node) {
		a.Slots = slices.Delete(slices.Clone(a.Slots), at, at+1)
		return
	}
	if t, ok := r.tokenIn(k.Activation); ok {
		r.u.Gone = append(r.u.Gone, a.Slots[at].ID)
		r.u.Ready = append(r.u.Ready, t.ID)
	}
}
