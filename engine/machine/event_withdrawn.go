package machine

import (
	"slices"

	"flowline/engine/flow"
)

// withdrawn has whoever submitted take the whole back, as long as the flow lets them. Whoever has it back to mend may
// always do so, unless the flow lets nobody.
func (r *run) withdrawn(ev Event) error {
	if ev.By != r.s.InCharge() {
		return errNotSubmitter
	}
	if err := r.mayWithdraw(ev.Opened, ev.Decided); err != nil {
		return err
	}
	if r.undoesLater(ev, r.everything()) {
		return nil
	}
	r.tell(Entry{Type: EntryWithdrawn, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Comment: ev.Comment, Files: ev.Files})
	r.undoChanges(r.everything())
	r.end(Withdrawn, reasonWithdrawn)
	return nil
}

func (r *run) mayWithdraw(opened []string, decided bool) error {
	if r.s.Status.Ended() {
		return errEnded
	}
	when := flow.WithdrawUndecided
	if s := r.g.Definition().Settings; s != nil {
		when = s.Withdraw
	}
	switch {
	case r.s.Caller != nil && r.s.Caller.Waits:
		return errPartOfAnother
	case when == flow.WithdrawNever:
		return errNoWithdrawing
	case when == flow.WithdrawUndecided && !r.s.atSubmitter() && (decided || r.decisionStands()):
		return errDecidedAlready
	case !r.s.atSubmitter() && r.stands(opened, func(*Task) bool { return true }):
		return errOpened
	}
	return nil
}

// decisionStands reports whether somebody has decided, and that counts: neither was it taken back, nor was the instance taken
// back to before it. What was agreed to in a step that was taken up again, and is kept, counts. Submitting again is no
// decision.
func (r *run) decisionStands() bool {
	return slices.ContainsFunc(r.s.Tasks, func(k *Task) bool {
		return k.signed() && k.Type != TaskSubmit && !r.s.takenBack(k) && !r.past(k.Activation).Superseded
	}) || slices.ContainsFunc(r.s.Activations, func(a *Activation) bool {
		return !a.Superseded && a.Keep != "" && slices.ContainsFunc(a.Slots, func(s Slot) bool {
			return s.Outcome != "" && !slices.ContainsFunc(r.s.Tasks, func(k *Task) bool { return k.Activation == a.ID && k.Slot == s.ID })
		})
	}) || slices.ContainsFunc(r.s.Children, func(c Child) bool {
		return (c.State == ChildApproved || c.State == ChildRejected) && !r.past(c.Activation).Superseded
	})
}

// stands reports whether the flow lets stand in the way that one of those asked has opened the task, and one has.
func (r *run) stands(opened []string, asked func(*Task) bool) bool {
	set := r.g.Definition().Settings
	return set != nil && set.OpenedBlocks && slices.ContainsFunc(r.s.Tasks, func(k *Task) bool {
		return k.State == TaskOpen && slices.Contains(opened, k.ID) && asked(k)
	})
}

// signed reports whether a person has settled the task by a decision.
func (k Task) signed() bool {
	if k.Advice {
		return false
	}
	switch k.State {
	case TaskApproved, TaskRejected, TaskDone, TaskReturned, TaskAbstained, TaskPending:
		return true
	}
	return false
}
