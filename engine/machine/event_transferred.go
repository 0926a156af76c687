package machine

import (
	"slices"

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
	r.editSlot(k.Activation, k.Slot, func(s *Slot) { s.Transfers++ })
	r.passOn(r.taskAt(k.ID), ev, "")
	return nil
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
	k := &r.s.Tasks[i]
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
