package machine

import (
	"slices"

	"flowline/engine/flow"
)

// agreedBefore finds the decision by which the owner of a slot need not be asked again: a real yes of the same person, in
// this round, on the data as they are now. A step that wants input or a comment asks all the same, and so does one that
// was returned to, or for which an admin named people.
func (r *run) agreedBefore(node *flow.Node, a *Activation, s Slot) (Task, bool) {
	scope := flow.DedupWhole
	if set := r.g.Definition().Settings; set != nil {
		scope = set.Dedup
	}
	approve := node.Action.Approve
	if scope == flow.DedupOff || approve == nil || approve.Comment || requires(approve.Fields) || a.Again != "" || r.u.Named[a.ID] != nil {
		return Task{}, false
	}
	var last []string
	if scope == flow.DedupConsecutive {
		last = r.askedRightBefore(a)
	}
	for i := len(r.s.Tasks) - 1; i >= 0; i-- {
		k := r.s.Tasks[i]
		if k.State != TaskApproved || k.DecidedBy != s.Owner || k.Type != flow.ActionApprove || k.Data != r.s.Data || k.Activation == a.ID {
			continue
		}
		if r.thisRound(a, k.Activation) && (scope != flow.DedupConsecutive || slices.Contains(last, k.Activation)) && !r.s.takenBack(k) {
			return *k, true
		}
	}
	return Task{}, false
}

// thisRound reports whether what was decided in an earlier activation still counts for a. Whatever brought the token back to
// its node, what was agreed to before that does not count any more.
func (r *run) thisRound(a *Activation, earlier string) bool {
	for i := len(r.s.Activations) - 1; i >= 0; i-- {
		switch x := r.s.Activations[i]; {
		case x.Node == a.Node && x.ID != a.ID:
			return false
		case x.ID == earlier:
			return !x.Superseded
		}
	}
	return false
}

// askedRightBefore are the activations in which people were asked last on the ways to one.
func (r *run) askedRightBefore(a *Activation) []string {
	var last []string
	todo := slices.Clone(a.From)
	for len(todo) > 0 {
		at := r.past(todo[0])
		todo = todo[1:]
		if len(at.Slots) > 0 {
			last = append(last, at.ID)
			continue
		}
		todo = append(todo, at.From...)
	}
	return last
}

// skippedAsAgreed signs the slot at place i for its owner, with a task that is marked as skipped, if they need not be
// asked.
func (r *run) skippedAsAgreed(t Token, node *flow.Node, i int) bool {
	a := r.activation(t.Activation)
	slot := a.Slots[i]
	earlier, ok := r.agreedBefore(node, a, slot)
	if !ok {
		return false
	}
	r.sign(a.ID, slot.ID, OutcomeApproved)
	k := r.waitingTask(slot.ID)
	if k == nil {
		k = r.addTask(t, node, i, false)
	}
	k.State, k.Reason, k.DecidedAt, k.Origin = TaskSkipped, reasonDedup, r.at, earlier.ID
	r.tell(Entry{
		Type: EntryTaskSkipped, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: k.Assignee,
		Data: Data{Reason: reasonDedup, Detail: earlier.ID},
	})
	return true
}

// waitingTask is the task of a slot that waits for its turn; nil when there is none.
func (r *run) waitingTask(slot string) *Task {
	for i := range r.s.Tasks {
		if k := r.s.Tasks[i]; k.Slot == slot && k.State == TaskWaiting {
			return r.task(i)
		}
	}
	return nil
}
