package machine

import (
	"slices"
	"time"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

// maxTransfers is how often one signature may change hands by its owners' own wish.
const maxTransfers = 5

// transferred has an assignee give the task, and the signature, to somebody else for good. How many signatures there are,
// their order, their weight and the deadline stay as they are.
func (r *run) transferred(ev Event) error {
	k, err := r.openTaskOf(ev)
	if err != nil {
		return err
	}
	if err := r.mayTransfer(k); err != nil {
		return err
	}
	if ok, err := r.newcomer(ev, k); !ok {
		return err
	}
	ev.To = ev.People[0]
	if r.signsToo(k, ev.To) {
		r.mergeWith(*k, ev)
		return nil
	}
	r.editSlot(k.Activation, k.Slot, func(s *Slot) { s.Transfers++ })
	r.passOn(r.taskAt(k.ID), ev, "")
	if node := r.node(k.Node); node.Passing().Restart && node.Timing().Deadline.Field == "" {
		next := r.s.Tasks[len(r.s.Tasks)-1] // made by passing it on
		r.dropTimers(next.ID)
		next.Due, next.Late = time.Time{}, false
		r.startClock(next, node)
	}
	return nil
}

// signsToo reports whether a task may be transferred to a person because they are asked for a signature beside it, and the
// step has one stand for both.
func (r *run) signsToo(k *Task, person string) bool {
	if !r.node(k.Node).Passing().Merge {
		return false
	}
	group := r.s.slot(k.Activation, k.Slot).Group
	return slices.ContainsFunc(r.s.Tasks, func(x *Task) bool {
		s := r.s.slot(k.Activation, x.Slot)
		return x.Activation == k.Activation && x.Assignee == person && x.live() && !x.Advice && s.Owner == person && s.Outcome == "" && s.Group == group
	})
}

// mergeWith does without a signature, for whoever gets the task is asked already: theirs stands for both, with the weight of
// both and what either may veto.
func (r *run) mergeWith(was Task, ev Event) {
	k := r.task(r.taskAt(was.ID))
	k.State, k.Reason, k.DecidedAt, k.DecidedBy, k.OnBehalfOf, k.Comment = TaskMoved, reasonMerged, r.at, ev.By, ev.OnBehalfOf, ev.Comment
	r.dropTimers(k.ID)
	r.gone(k, ev.By, "")
	r.tell(Entry{
		Type: EntryTransferred, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: ev.To,
		Comment: ev.Comment, Files: ev.Files, Data: Data{Reason: reasonMerged},
	})
	t, _ := r.tokenIn(k.Activation)
	r.mergeSlot(t, r.node(k.Node), k.Slot, ev.To)
}

// beside are the signatures of a person that count alike with one: of the step's own, or of the same group.
func (r *run) beside(person, activation, slot string) []Slot {
	group := r.s.slot(activation, slot).Group
	return slices.DeleteFunc(slices.Clone(r.past(activation).Slots), func(s Slot) bool {
		return s.ID == slot || s.Owner != person || s.Group != group
	})
}

func (r *run) signsBeside(person, activation, slot string) bool {
	return len(r.beside(person, activation, slot)) > 0
}

// mergeSlot does without one signature for that of a person beside it, which stands for both: with the weight of both, so
// that what a vote is counted against stays, and, unless it is given already, with what either may veto.
func (r *run) mergeSlot(t Token, node *flow.Node, slot, person string) {
	given := r.s.slot(t.Activation, slot)
	beside := r.beside(person, t.Activation, slot)
	slices.SortStableFunc(beside, func(a, b Slot) int { return len(a.Outcome) - len(b.Outcome) }) // rather one to be given yet
	r.editSlot(t.Activation, beside[0].ID, func(s *Slot) {
		s.Weight = s.weight() + given.weight()
		s.Veto = s.Veto || given.Veto && s.Outcome == ""
	})
	r.dropSlot(t, node, given, reasonMerged)
}

func (r *run) mayTransfer(k *Task) error {
	grouped := slices.ContainsFunc(r.activation(k.Activation).Groups, func(g Group) bool { return g.Slot == k.Slot })
	switch {
	case k.Advice || k.Type == TaskSubmit || grouped || forbids(r.node(k.Node), flow.CanTransfer):
		return errNoTransfer
	case r.s.slot(k.Activation, k.Slot).Transfers >= maxTransfers:
		return errTransferredOften
	}
	return nil
}

// reassigned has an admin give anybody's task to somebody else, open or not yet.
func (r *run) reassigned(ev Event) error {
	i := r.taskAt(ev.Task)
	if i < 0 {
		return errUnknownTask
	}
	k := r.task(i)
	switch {
	case !k.live():
		return alreadyDecided(k)
	case blank(ev.Comment):
		return errCommentRequired
	}
	if ok, err := r.newcomer(ev, k); !ok {
		return err
	}
	ev.To = ev.People[0]
	r.passOn(i, ev, reasonReassigned)
	return nil
}

// editSlot changes a slot. Slots are shared with the state before, so they are replaced.
func (r *run) editSlot(activation, slot string, change func(*Slot)) {
	a := r.activation(activation)
	a.Slots = slices.Clone(a.Slots)
	for i := range a.Slots {
		if a.Slots[i].ID == slot {
			change(&a.Slots[i])
		}
	}
}

var (
	errNoTransfer = fault.New(fault.Refused, "transfer_not_offered", text.T(
		"这个待办不能转交，请自己处理，或请管理员改派。", "This task cannot be transferred; decide it yourself, or ask an administrator to reassign it."))
	errTransferredOften = fault.New(fault.Refused, "transferred_too_often", text.T(
		"这个签字已经转交过 5 次，不能再转交，请处理或退回。", "This signature has changed hands five times and cannot be transferred again; decide or return it."))
)
