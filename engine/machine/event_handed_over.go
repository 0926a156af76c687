package machine

import (
	"slices"
	"time"

	"flowline/engine/flow"
)

// handedOver gives To what People leave behind: the tasks that they are asked now or later, the signatures that are
// nobody's since they were switched off, and the part of whoever submitted. What they decided stays theirs.
//
// Where To signs in the same activation already, one signature of the two is enough. Where To submitted the instance, and
// so cannot approve it, or has signed there for another, the signature is dropped or vacant, as when somebody is switched off.
func (r *run) handedOver(ev Event) error {
	switch {
	case r.s.Status.Ended():
		return errEnded
	case ev.To == "" || len(ev.People) == 0:
		return errNobodyNamed
	case slices.Contains(ev.People, ev.To):
		return errToThemselves
	}
	if slices.Contains(ev.People, r.s.InCharge()) {
		r.s.Responsible = ev.To
		r.tell(Entry{Type: EntryInherited, By: ev.By, Person: ev.To, Comment: ev.Comment, Data: Data{Reason: reasonLeft}})
	}
	for i := range r.s.Tasks {
		// What is added while this goes on is To's already.
		if k := r.s.Tasks[i]; k.live() && slices.Contains(ev.People, k.Assignee) {
			r.handTask(i, ev)
		}
	}
	for i := range r.s.Incidents {
		if x := &r.s.Incidents[i]; x.open() && x.Slot != "" && slices.Contains(ev.People, r.s.slot(x.Activation, x.Slot).Owner) {
			r.handVacancy(x, ev)
		}
	}
	return nil
}

// Leaves reports whether a person leaves anything in an instance that can be handed over to another.
func Leaves(g *flow.Graph, s State, person, to string) bool {
	if s.Status.Ended() {
		return false
	}
	vacant := func(i Incident) bool {
		return i.open() && i.Slot != "" && !s.ownRequest(g.Node(i.Node), to) && s.slot(i.Activation, i.Slot).Owner == person
	}
	return s.InCharge() == person || slices.ContainsFunc(s.Incidents, vacant) ||
		slices.ContainsFunc(s.Tasks, func(k *Task) bool { return k.live() && k.Assignee == person })
}

// Signs reports whether a person has, or had, a signature of their own in an activation, or has given another's there.
func (s State) Signs(person, activation string) bool {
	return s.SignedFor(person, activation) || slices.ContainsFunc(s.Activations, func(a *Activation) bool {
		return a.ID == activation && slices.ContainsFunc(a.Slots, func(x Slot) bool { return x.Owner == person })
	})
}

// handTask gives the task at place i to ev.To.
func (r *run) handTask(i int, ev Event) {
	k := *r.s.Tasks[i] // as it is before anything is done about it
	t, stands := r.tokenIn(k.Activation)
	node := r.node(k.Node)
	switch {
	case !stands:
		return
	case k.Advice:
		r.takeFrom(k, reasonLeft)
	case r.signsBeside(ev.To, k.Activation, k.Slot):
		r.takeFrom(k, reasonMerged)
		r.mergeSlot(t, node, k.Slot, ev.To)
	case r.s.ownRequest(node, ev.To) || r.s.SignedFor(ev.To, k.Activation):
		r.takeFrom(k, reasonLeft)
		if k.underWay() { // else it is vacant when its turn comes
			r.vacate(k)
		}
	default:
		r.passOn(i, ev, reasonLeft)
	}
}

// passOn makes the task at place i somebody else's: a new task for the same signature, with the same deadline.
func (r *run) passOn(i int, ev Event, reason string) {
	k := r.task(i)
	next := *k
	next.ID, next.Assignee = r.id("k"), ev.To
	if !k.Advice { // an opinion still goes back to who asked for it
		next.Origin = k.ID
	}
	open := k.State == TaskOpen
	if open {
		next.OpenedAt = r.at
	}
	next.UrgedAt = time.Time{}
	k.State, k.Reason, k.DecidedAt, k.DecidedBy, k.OnBehalfOf, k.Comment = TaskMoved, reason, r.at, ev.By, ev.OnBehalfOf, ev.Comment
	r.tell(Entry{
		Type: EntryTransferred, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: ev.To,
		Comment: ev.Comment, Files: ev.Files, Data: Data{Reason: reason},
	})
	if reason != reasonLeft {
		r.gone(k, ev.By, reason)
	}
	r.passClock(k.ID, next.ID)
	r.refer(k.Activation, k.ID, next.ID)
	if !k.Advice {
		r.own(k.Activation, k.Slot, ev.To)
	}
	r.s.Tasks = append(r.s.Tasks, &next)
	if open {
		r.tell(Entry{Type: EntryTaskOpened, Node: next.Node, Activation: next.Activation, Task: next.ID, Person: ev.To})
		r.notice(Notice{To: ev.To, Kind: NoticeTask, Node: next.Node, Task: next.ID})
	}
}

// refer has what was asked for one task be asked for another.
func (r *run) refer(activation, from, to string) {
	for i := range r.s.Tasks {
		if x := r.s.Tasks[i]; x.Advice && x.Origin == from && x.live() {
			r.task(i).Origin = to
		}
	}
	a := r.activation(activation)
	a.Groups = slices.Clone(a.Groups)
	for i := range a.Groups {
		if a.Groups[i].Task == from && a.Groups[i].Done == "" {
			a.Groups[i].Task = to
		}
	}
}

// handVacancy gives ev.To a signature that is nobody's.
func (r *run) handVacancy(x *Incident, ev Event) {
	t, stands := r.tokenIn(x.Activation)
	node := r.node(x.Node)
	if !stands || r.s.ownRequest(node, ev.To) || r.s.SignedFor(ev.To, x.Activation) {
		return
	}
	r.repaired(x, ev)
	if r.signsBeside(ev.To, x.Activation, x.Slot) {
		r.mergeSlot(t, node, x.Slot, ev.To)
		return
	}
	r.refill(t, node, x.Slot, ev.To)
}

// ownRequest reports whether a person would approve what they submitted.
func (s State) ownRequest(node *flow.Node, person string) bool {
	a := node.Action
	return a != nil && a.Approve != nil && s.Own(person) && !namesSubmitter(a.Approve.By)
}

// own makes a signature somebody else's. Slots are shared with the state before, so they are replaced.
func (r *run) own(activation, slot, person string) {
	r.editSlot(activation, slot, func(s *Slot) { s.Owner = person })
}

func (s *State) slot(activation, id string) Slot {
	for i := len(s.Activations) - 1; i >= 0; i-- {
		if s.Activations[i].ID != activation {
			continue
		}
		for _, x := range s.Activations[i].Slots {
			if x.ID == id {
				return x
			}
		}
	}
	return Slot{}
}
