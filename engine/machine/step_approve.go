package machine

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
)

// approveStep asks people for a yes or a no, and counts their answers by the step's quorum.
//
// Whoever submitted is not asked to approve the own request when anybody else is. When nobody else is, the step is passed
// with a task that is marked as skipped; but not when the step names the submitter outright, or has fields that must be
// filled in: then the submitter is asked.
type approveStep struct{}

func (approveStep) outcomes() []Outcome { return []Outcome{OutcomeApproved, OutcomeRejected} }

func (approveStep) alone(node *flow.Node) bool { return quorumOf(node).alone }

func (a approveStep) do(r *run, t Token, node *flow.Node) {
	if r.begun(t) {
		r.fill(t, node)
		return
	}
	settings := node.Action.Approve
	people, ok := r.people(t, r.askedAgain(t, settings.By))
	if !ok {
		return
	}
	if len(people) == 0 {
		r.incident(t, incidentNobody, "")
		return
	}
	others := slices.DeleteFunc(slices.Clone(people), func(p string) bool { return p == r.s.Submitter })
	switch {
	case namesSubmitter(settings.By) || len(others) == len(people):
		a.ask(r, t, node, people)
	case len(others) > 0:
		a.ask(r, t, node, others)
	case requires(settings.Fields):
		a.ask(r, t, node, people)
	default:
		r.skip(t, node, people[0], reasonSubmitter)
		r.settled(t, OutcomeApproved)
	}
}

func (approveStep) ask(r *run, t Token, node *flow.Node, people []string) {
	r.addSlots(t, people)
	first := quorumOf(node).first(len(people))
	for i := range people {
		if r.keeps(t, i) {
			continue
		}
		r.addTask(t, node, i, first > 0)
		first--
	}
}

func (approveStep) decided(r *run, t Token, node *flow.Node, _ Outcome) {
	q := quorumOf(node)
	if outcome, ok := q.verdict(r.activation(t.Activation).Slots); ok {
		r.cancelTasks(func(k *Task) bool { return k.Activation == t.Activation }, reasonSibling)
		r.settled(t, outcome)
		return
	}
	if q.oneByOne {
		r.fill(t, node)
	}
}

func namesSubmitter(by []org.Selector) bool {
	return slices.ContainsFunc(by, func(s org.Selector) bool { return s.Submitter })
}

func requires(fields map[string]record.Access) bool {
	for _, access := range fields {
		if access == record.Required {
			return true
		}
	}
	return false
}
