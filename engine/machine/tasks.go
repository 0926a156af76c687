package machine

import (
	"slices"

	"flowline/engine/flow"
)

// Why a task was skipped or cancelled. Stored; never renamed.
const (
	reasonSibling    = "sibling_decided" // somebody else's decision settled the step
	reasonEnded      = "ended"           // the instance ended on another branch
	reasonRejected   = "rejected"        // a rejection elsewhere ended the instance
	reasonTerminated = "terminated"      // an admin ended the instance
	reasonSubmitter  = "submitter"       // nobody approves the own request
	reasonLeft       = "left"            // whose it was has left, and somebody takes over
	reasonMerged     = "merged"          // whoever gets it, from a leaver or by a transfer, signs here already
	reasonDedup      = "dedup"           // who was to sign has agreed to the same already
	reasonInactive   = "inactive"        // whose it was is switched off
	reasonReassigned = "reassigned"      // an admin gave it to somebody else
	reasonRecalled   = "recalled"        // whoever asked for the opinion does without it
	reasonRemoved    = "removed"         // whoever added the signer does without
	reasonSigners    = "signers_before"  // it waits for signers that its assignee added
	reasonBefore     = "rejected_before" // signers added before have rejected, and that counts
	ReasonUndone     = "undone"          // of a change: the instance went back to before the step that made it
	reasonClaimed    = "claimed"         // it waits while somebody else sees to it
	reasonReturned   = "returned"        // the instance was returned to before it
	reasonTakenBack  = "taken_back"      // the decision that led here was taken back
	reasonWithdrawn  = "withdrawn"       // whoever submitted has withdrawn
	reasonJumped     = "jumped"          // an admin moved the instance elsewhere
	reasonLate       = "late"            // time ran out, and the step says what happens then
	reasonOvertaken  = "overtaken"       // enough other branches have come to the join that this one led to
	reasonCaller     = "called_off"      // the instance whose child this was wants it no more
	reasonHeldUp     = "caller"          // the instance that waits for this one is suspended
	reasonShared     = "shared"          // another instance over the same record changed it
)

// addSlots wants a signature of each of people.
func (r *run) addSlots(t Token, people []string) {
	slots := make([]Slot, len(people))
	for i, p := range people {
		slots[i] = Slot{ID: r.id("s"), Order: i, Owner: p}
	}
	r.activation(t.Activation).Slots = slots
	r.unpick(t.Node)
}

// addTask makes the task for the slot at place i, open or waiting for its turn.
func (r *run) addTask(t Token, node *flow.Node, i int, open bool) *Task {
	slot := r.activation(t.Activation).Slots[i]
	k := &Task{
		ID: r.id("k"), Activation: t.Activation, Node: node.ID, Slot: slot.ID, Type: typeOf(node),
		Assignee: slot.Owner, State: TaskWaiting,
	}
	r.s.Tasks = append(r.s.Tasks, k)
	if open {
		r.openTask(k, node)
	}
	return k
}

// openTask asks a person now.
func (r *run) openTask(k *Task, node *flow.Node) {
	k.State, k.OpenedAt = TaskOpen, r.at
	r.tell(Entry{Type: EntryTaskOpened, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: k.Assignee})
	kind := NoticeTask
	if k.Type == TaskSubmit {
		kind = NoticeBack
	}
	r.notice(Notice{To: k.Assignee, Kind: kind, Node: k.Node, Task: k.ID})
	r.startClock(k, node)
}

// skip passes over the one person whom a step would ask.
func (r *run) skip(t Token, node *flow.Node, person, reason string) {
	r.addSlots(t, []string{person})
	r.sign(t.Activation, r.activation(t.Activation).Slots[0].ID, OutcomeApproved)
	k := r.addTask(t, node, 0, false)
	k.State, k.Reason, k.DecidedAt = TaskSkipped, reason, r.at
	r.tell(Entry{Type: EntryTaskSkipped, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: k.Assignee, Data: Data{Reason: reason}})
}

// sign records a signature. Slots are shared with the state before, so they are replaced.
func (r *run) sign(activation, slot string, outcome Outcome) {
	a := r.activation(activation)
	a.Slots = slices.Clone(a.Slots)
	for i := range a.Slots {
		if a.Slots[i].ID == slot {
			a.Slots[i].Outcome = outcome
		}
	}
}

// live reports whether somebody may still decide the task, now or later.
func (k *Task) live() bool {
	return k.State == TaskOpen || k.State == TaskWaiting || k.State == TaskDelegated
}

// underWay reports whether the signature of the task is being seen to. One that only waits for its turn in the order is
// not.
func (k *Task) underWay() bool {
	return k.State == TaskOpen || k.State == TaskDelegated || k.State == TaskPending || k.State == TaskWaiting && k.Reason != ""
}

// cancelTasks cancels the live tasks that match.
func (r *run) cancelTasks(match func(*Task) bool, reason string) {
	for i := range r.s.Tasks {
		k := r.s.Tasks[i]
		if k.State == TaskPending && match(k) {
			k = r.task(i)
			k.State = TaskApproved // that it was agreed to stays true, though it is not counted any more
		}
		if !k.live() || !match(k) {
			continue
		}
		k = r.task(i)
		asked := k.State != TaskWaiting
		k.State, k.Reason, k.DecidedAt, k.DecidedBy = TaskCancelled, reason, r.at, r.u.By
		r.dropTimers(k.ID)
		r.gone(k, r.u.By, reason)
		if asked {
			r.tell(Entry{Type: EntryTaskCancelled, By: r.u.By, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: k.Assignee, Data: Data{Reason: reason}})
		}
	}
}

func (r *run) dropTimers(task string) {
	r.s.Timers = slices.DeleteFunc(r.s.Timers, func(t Timer) bool { return t.Task == task })
}
