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
	// Whatever brought the token back here, what was agreed to before that does not count any more.
	round := map[string]bool{}
	for _, x := range r.s.Activations {
		if x.Node == a.Node && x.ID != a.ID {
			clear(round)
		} else if !x.Superseded {
			round[x.ID] = true
		}
	}
	before := func(activation string) bool { return round[activation] }
	if scope == flow.DedupConsecutive {
		last := r.askedRightBefore(a)
		before = func(activation string) bool { return round[activation] && slices.Contains(last, activation) }
	}
	for _, k := range slices.Backward(r.s.Tasks) {
		if k.State == TaskApproved && k.DecidedBy == s.Owner && k.Type == flow.ActionApprove && k.Data == r.s.Data &&
			k.Activation != a.ID && before(k.Activation) && !r.s.takenBack(k) {
			return k, true
		}
	}
	return Task{}, false
}

// askedRightBefore are the activations in which people were asked last on the ways to one.
func (r *run) askedRightBefore(a *Activation) []string {
	var last []string
	todo := slices.Clone(a.From)
	for len(todo) > 0 {
		at := r.activation(todo[0])
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
		if k := &r.s.Tasks[i]; k.Slot == slot && k.State == TaskWaiting {
			return k
		}
	}
	return nil
}
