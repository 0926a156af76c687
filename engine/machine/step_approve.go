package machine

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// approveStep asks people for a yes or a no, and counts their answers by the step's quorum.
//
// Whoever submitted is not asked to approve the own request when anybody else is; see notOneself. Whoever has agreed to
// the same already is not asked twice; see agreedBefore.
type approveStep struct{}

func (approveStep) outcomes(node *flow.Node) []Outcome {
	if node.Action.Approve.Quorum.Mode == flow.QuorumVote && !forbids(node, flow.CanAbstain) {
		return []Outcome{OutcomeApproved, OutcomeRejected, OutcomeAbstained}
	}
	return []Outcome{OutcomeApproved, OutcomeRejected}
}

func (approveStep) alone(node *flow.Node) bool {
	return quorumOf(node).alone
}

func (a approveStep) do(r *run, t Token, node *flow.Node) {
	if r.begun(t) {
		r.fill(t, node)
		return
	}
	if people := r.whom(t, node); len(people) > 0 {
		a.ask(r, t, node, people)
	}
}

// ask waits for the answer to whose signatures count for more, if that is to be known first.
func (a approveStep) ask(r *run, t Token, node *flow.Node, people []string) {
	m, ok := r.measured(t, node.Action.Approve.Quorum)
	if !ok {
		return
	}
	r.addSlots(t, people)
	slots := r.activation(t.Activation).Slots
	for i := range slots {
		slots[i].Veto, slots[i].Weight = slices.Contains(m.veto, slots[i].Owner), m.weights[slots[i].Owner]
	}
	var wanted []int
	next := true // in order, only the first of those who are asked
	for i := range people {
		if r.keeps(t, i) || next && r.skippedAsAgreed(t, node, i) {
			continue
		}
		wanted = append(wanted, i)
		next = next && !inOrder(node)
	}
	if len(wanted) < len(people) {
		if outcome, ok := quorumOf(node).verdict(r.activation(t.Activation).ownSlots()); ok {
			r.settled(t, outcome)
			return
		}
	}
	for n, i := range wanted {
		r.addTask(t, node, i, n == 0 || !inOrder(node))
	}
}

func (approveStep) decided(r *run, t Token, node *flow.Node, _ Outcome) {
	q := quorumOf(node)
	if outcome, ok := q.verdict(r.activation(t.Activation).ownSlots()); ok {
		r.cancelTasks(func(k *Task) bool { return k.Activation == t.Activation }, reasonSibling)
		r.settled(t, outcome)
		return
	}
	if q.oneByOne {
		r.fill(t, node)
	}
}

func requires(fields map[string]record.Access) bool {
	for _, access := range fields {
		if access == record.Required {
			return true
		}
	}
	return false
}
