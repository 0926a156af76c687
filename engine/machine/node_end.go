package machine

import "flowline/engine/flow"

// endNode takes a token out. The last one out ends the instance; an end of the whole ends it at once, with its own
// result and whatever other branches are still doing.
type endNode struct{ opened }

func (endNode) act(r *run, t Token, node *flow.Node) {
	end := flow.End{Result: flow.ResultApproved}
	if node.End != nil {
		end = *node.End
	}
	r.tell(Entry{Type: EntryEntered, Node: node.ID, Activation: t.Activation, Data: Data{Result: end.Result}})
	outcome := OutcomeApproved
	if end.Result == flow.ResultRejected {
		outcome = OutcomeRejected
	}
	r.leave(t, outcome)
	r.removeToken(t.ID)
	if end.Whole {
		r.end(statusOf(outcome), reasonEnded)
	}
}

// result is how an instance ends of which every branch has ended: rejected if any of its ends said so, if a rejected
// branch was to count, or if every branch was rejected and none came to an end.
func (r *run) result() Status {
	reached := false
	for _, a := range r.s.Activations {
		if a.Superseded || r.node(a.Node).Kind != flow.KindEnd {
			continue
		}
		reached = true
		if a.Outcome == OutcomeRejected {
			return Rejected
		}
	}
	if r.s.Refused || !reached {
		return Rejected
	}
	return Approved
}

func statusOf(o Outcome) Status {
	if o == OutcomeRejected {
		return Rejected
	}
	return Approved
}
