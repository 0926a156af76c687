package machine

import (
	"flowline/engine/fault"
	"flowline/engine/text"
)

// claimed has one of several whom one decision is wanted of take it upon themselves: the others wait.
func (r *run) claimed(ev Event) error {
	k, err := r.openTaskOf(ev)
	if err != nil {
		return err
	}
	if err := r.mayClaim(k); err != nil {
		return err
	}
	k.Claimed = true
	r.tell(Entry{Type: EntryClaimed, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID})
	for i := range r.s.Tasks {
		if x := r.s.Tasks[i]; r.inPool(x, k) && x.State == TaskOpen {
			x = r.task(i)
			x.State, x.Reason = TaskWaiting, reasonClaimed
			r.holdClock(x)
		}
	}
	return nil
}

// inPool reports whether two tasks are of the same pool.
func (r *run) inPool(x, k *Task) bool {
	return x.Activation == k.Activation && x.ID != k.ID && !x.Advice && r.s.slot(x.Activation, x.Slot).Group == ""
}

func (r *run) mayClaim(k *Task) error {
	asks, ok := r.askingAt(r.node(k.Node))
	if !ok || !asks.alone(r.node(k.Node)) || k.Advice || k.Claimed || r.s.slot(k.Activation, k.Slot).Group != "" {
		return errNothingToClaim
	}
	for i := range r.s.Tasks {
		if x := r.s.Tasks[i]; r.inPool(x, k) && x.State == TaskOpen {
			return nil
		}
	}
	return errNothingToClaim
}

// putBack has whoever claimed a task leave it to the others again.
func (r *run) putBack(ev Event) error {
	k, err := r.openTaskOf(ev)
	if err != nil {
		return err
	}
	if !k.Claimed {
		return errNotClaimed
	}
	r.tell(Entry{Type: EntryPutBack, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID, Comment: ev.Comment, Files: ev.Files})
	r.freePool(k)
	return nil
}

// freePool asks all of a pool again.
func (r *run) freePool(k *Task) {
	k.Claimed = false
	for i := range r.s.Tasks {
		x := r.s.Tasks[i]
		if !r.inPool(x, k) || x.State != TaskWaiting || x.Reason != reasonClaimed {
			continue
		}
		x = r.task(i)
		r.wake(x)
		r.releaseClock(x, false)
	}
}

var (
	errNothingToClaim = fault.New(fault.Refused, "nothing_to_claim", text.T(
		"这个待办不用认领，请直接处理。", "This task need not be claimed; just decide it."))
	errNotClaimed = fault.New(fault.Refused, "not_claimed", text.T(
		"这个待办没有被您认领，请刷新。", "You have not claimed this task; reload."))
	errClaimed = fault.New(fault.Conflict, "claimed_by_another", text.T(
		"已有人认领并在处理，您不用处理；放回之后会再通知您。", "Somebody has claimed this and sees to it; you are told if it is put back."))
	errWithAnother = fault.New(fault.Refused, "waits_for_another", text.T(
		"正在等别人的意见或签字，收到之后再处理；也可以先收回委派或减签。", "This waits for somebody's opinion or signature; decide when it has come, or recall it first."))
)
