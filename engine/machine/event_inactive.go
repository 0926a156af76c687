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
		if k.State == TaskOpen && slices.Contains(ev.People, k.Assignee) {
			taken = append(taken, k)
		}
	}
	r.cancelTasks(func(k *Task) bool {
		return slices.ContainsFunc(taken, func(x Task) bool { return x.ID == k.ID })
	}, reasonInactive)
	for _, k := range taken {
		r.vacate(k)
	}
	return nil
}

// vacate goes on without whom the task was for.
func (r *run) vacate(k Task) {
	a := r.activation(k.Activation)
	node := r.node(k.Node)
	others := slices.ContainsFunc(r.s.Tasks, func(o Task) bool { return o.Activation == k.Activation && o.State == TaskOpen })
	asks, ok := r.askingAt(node)
	at := slices.IndexFunc(a.Slots, func(s Slot) bool { return s.ID == k.Slot })
	if ok && others && asks.alone(node) {
		a.Slots = slices.Delete(slices.Clone(a.Slots), at, at+1)
		return
	}
	if t, ok := r.tokenIn(k.Activation); ok {
		r.u.Gone = append(r.u.Gone, a.Slots[at].ID)
		r.u.Ready = append(r.u.Ready, t.ID)
	}
}
