package machine

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/org"
)

// A slot is vacant when its signature is wanted and nobody is asked for it, because whose it is was switched off. The
// incident that stands for it names the slot; an admin gives that slot to somebody, and the others stay.

// begun reports whether the token's step has asked people already.
func (r *run) begun(t Token) bool { return len(r.activation(t.Activation).Slots) > 0 }

// fill asks for the next signature, of its owner if that one is still active.
func (r *run) fill(t Token, node *flow.Node) {
	i := r.nextSlot(t.Activation)
	if i < 0 {
		return
	}
	slot := r.activation(t.Activation).Slots[i]
	people, ok := r.people(t, []org.Selector{{Person: slot.Owner}})
	if !ok {
		return
	}
	if len(people) == 0 {
		r.cancelTasks(func(k *Task) bool { return k.Slot == slot.ID }, reasonInactive)
		r.vacant(t, slot)
		return
	}
	r.askFor(t, node, i)
}

// nextSlot is the first unsigned slot for which nobody is asked and no incident stands; -1 when there is none.
func (r *run) nextSlot(activation string) int {
	return slices.IndexFunc(r.activation(activation).Slots, func(s Slot) bool {
		asked := slices.ContainsFunc(r.s.Tasks, func(k Task) bool { return k.Slot == s.ID && k.State == TaskOpen })
		held := slices.ContainsFunc(r.s.Incidents, func(i Incident) bool {
			return i.open() && i.Activation == activation && i.Slot == s.ID
		})
		return s.Outcome == "" && !asked && !held
	})
}

// vacant holds the token until an admin gives a vacant slot to somebody.
func (r *run) vacant(t Token, slot Slot) {
	i := Incident{ID: r.id("i"), Node: t.Node, Activation: t.Activation, Slot: slot.ID, Reason: incidentNobody, At: r.at}
	r.s.Incidents = append(r.s.Incidents, i)
	r.tell(Entry{Type: EntryIncident, Node: t.Node, Activation: t.Activation, Person: slot.Owner, Data: Data{Reason: incidentNobody}})
}

// askFor opens the task of the slot at place i: the one that waits, or a new one.
func (r *run) askFor(t Token, node *flow.Node, i int) {
	slot := r.activation(t.Activation).Slots[i].ID
	for k := range r.s.Tasks {
		if r.s.Tasks[k].Slot == slot && r.s.Tasks[k].State == TaskWaiting {
			r.openTask(&r.s.Tasks[k], node)
			return
		}
	}
	r.addTask(t, node, i, true)
}

// refill gives the vacant slot of an incident to somebody else. Slots are shared with the state before, so they are
// replaced.
func (r *run) refill(t Token, node *flow.Node, slot, person string) {
	a := r.activation(t.Activation)
	a.Slots = slices.Clone(a.Slots)
	i := slices.IndexFunc(a.Slots, func(s Slot) bool { return s.ID == slot })
	a.Slots[i].Owner = person
	r.askFor(t, node, i)
}

// unvacate closes the incidents of signatures that are not wanted any more: the others have settled the step.
func (r *run) unvacate(activation string) {
	for k := range r.s.Incidents {
		if i := &r.s.Incidents[k]; i.open() && i.Slot != "" && i.Activation == activation {
			i.ResolvedAt = r.at
		}
	}
}
