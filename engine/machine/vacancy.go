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

// fill asks for the signatures for which nobody is asked, each of its owner if that one is still active, else by the
// step's setting for where nobody is found. In order it is the next one only.
func (r *run) fill(t Token, node *flow.Node) {
	for {
		i := r.nextSlot(t.Activation, inOrder(node))
		if i < 0 || !r.fillSlot(t, node, i) || inOrder(node) {
			return
		}
	}
}

// fillSlot sees to one signature; false when that has to wait for an answer, or the step went on by it.
func (r *run) fillSlot(t Token, node *flow.Node, i int) bool {
	slot := r.activation(t.Activation).Slots[i]
	if !slices.Contains(r.u.Gone, slot.ID) {
		people, ok := r.peopleFor(t, "slot:"+slot.ID, []org.Selector{{Person: slot.Owner}})
		if !ok {
			return false
		}
		if len(people) > 0 {
			if r.skippedAsAgreed(t, node, i) {
				approveStep{}.decided(r, t, node, OutcomeApproved)
				return false
			}
			r.askFor(t, node, i)
			return true
		}
		r.u.Gone = append(r.u.Gone, slot.ID)
	}
	people, instead, ok := r.fallback(t, node, slot.ID)
	if !ok {
		return false
	}
	r.cancelTasks(func(k *Task) bool { return k.Slot == slot.ID }, reasonInactive)
	switch {
	case len(people) > 0:
		r.refill(t, node, slot.ID, people[0])
	case instead != "":
		r.tell(Entry{Type: EntryTaskSkipped, Node: node.ID, Activation: t.Activation, Person: slot.Owner, Data: Data{Reason: incidentNobody, Outcome: instead}})
		r.sign(t.Activation, slot.ID, instead)
		if asks, ok := r.askingAt(node); ok {
			asks.decided(r, t, node, instead)
		}
		return false
	default:
		r.vacant(t, slot)
	}
	return true
}

// nextSlot is the first unsigned slot of the step's own for which nobody is asked and no incident stands; -1 when there is
// none. In order it is the first unsigned one or none.
func (r *run) nextSlot(activation string, inOrder bool) int {
	for i, s := range r.activation(activation).Slots {
		if s.Outcome != "" || s.Group != "" {
			continue
		}
		asked := slices.ContainsFunc(r.s.Tasks, func(k *Task) bool { return k.Slot == s.ID && k.underWay() })
		held := slices.ContainsFunc(r.s.Incidents, func(x Incident) bool {
			return x.open() && x.Activation == activation && x.Slot == s.ID
		})
		if !asked && !held {
			return i
		}
		if inOrder {
			return -1
		}
	}
	return -1
}

// vacant holds the token until an admin gives a vacant slot to somebody.
func (r *run) vacant(t Token, slot Slot) {
	i := Incident{ID: r.id("i"), Node: t.Node, Activation: t.Activation, Slot: slot.ID, Reason: incidentNobody, At: r.at}
	r.s.Incidents = append(r.s.Incidents, i)
	r.tell(Entry{Type: EntryIncident, Node: t.Node, Activation: t.Activation, Person: slot.Owner, Data: Data{Reason: incidentNobody}})
}

// askFor opens the task of the slot at place i: the one that waits, or a new one.
func (r *run) askFor(t Token, node *flow.Node, i int) {
	if k := r.waitingTask(r.activation(t.Activation).Slots[i].ID); k != nil {
		r.openTask(k, node)
		return
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
