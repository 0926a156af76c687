package machine

import "flowline/engine/flow"

// stepNode does its action; what the action came to decides where the token goes.
type stepNode struct{}

// action is how one type of a step's action behaves.
type action interface {
	// do begins, or begins again after an answer or an incident: it waits, asks, raises an incident or settles the step.
	do(r *run, t Token, node *flow.Node)
}

// asking is an action that people decide about.
type asking interface {
	action
	// outcomes are those that a task of it can have.
	outcomes(node *flow.Node) []Outcome
	// alone reports whether one decision settles it.
	alone(node *flow.Node) bool
	// ask opens tasks for people, of whom there is at least one.
	ask(r *run, t Token, node *flow.Node, people []string)
	// decided goes on after a task got its outcome.
	decided(r *run, t Token, node *flow.Node, outcome Outcome)
}

// actions is the table of them; a function fills it because doing one may lead to others.
var actions map[flow.ActionType]action

func init() {
	actions = map[flow.ActionType]action{
		flow.ActionApprove: approveStep{},
		flow.ActionDo:      doStep{},
		flow.ActionNotify:  notifyStep{},
		flow.ActionUpdate:  updateStep{},
		flow.ActionSubflow: subflowStep{},
	}
}

func (stepNode) activation(r *run, t Token, node *flow.Node) string {
	id := r.open(t)
	r.tell(Entry{Type: EntryEntered, Node: node.ID, Activation: id})
	return id
}

func (stepNode) act(r *run, t Token, node *flow.Node) {
	a := r.activation(t.Activation)
	if a.Outcome != "" { // it is settled, and its way on is tried again
		r.onward(t, a.Outcome)
		return
	}
	if !r.begun(t) && !r.copied(t, node, flow.CopyEntered) {
		return
	}
	actions[node.Action.Type].do(r, t, node)
}

// settled records what a step came to and sends its token on.
func (r *run) settled(t Token, outcome Outcome) {
	r.activation(t.Activation).Outcome = outcome
	r.unvacate(t.Activation)
	r.onward(t, outcome)
}

// onward sends out the copies of what a step came to, and then its token on.
func (r *run) onward(t Token, outcome Outcome) {
	moment := flow.CopyPassed
	if outcome == OutcomeRejected {
		moment = flow.CopyRejected
	}
	node := r.node(t.Node)
	switch {
	case outcome == OutcomeLate:
		r.follow(t, outcome)
	case !r.copied(t, node, moment):
	case outcome != OutcomeRejected && r.comeForward(t):
	case node.Kind == flow.KindStart:
		r.goOn(t)
	default:
		r.follow(t, outcome)
	}
}

// follow sends a token the way of its step's outcome. A rejection without a way of its own ends the instance.
func (r *run) follow(t Token, outcome Outcome) {
	on := flow.OnApproved
	switch outcome {
	case OutcomeLate:
		on = flow.OnLate
	case OutcomeRejected:
		on = flow.OnRejected
		if !r.hasWay(t.Node, on) {
			r.refuse(t)
			return
		}
	}
	if e, ok := r.wayOn(t, on); ok {
		r.left(t, outcome, e)
		r.pass(t, e)
	}
}

func (r *run) left(t Token, outcome Outcome, e *flow.Edge) {
	data := Data{Outcome: outcome}
	if e != nil {
		data.Edges = []string{e.ID}
	}
	r.tell(Entry{Type: EntryLeft, Node: t.Node, Activation: t.Activation, Data: data})
	r.leave(t, outcome)
}

func (r *run) hasWay(node string, on flow.EdgeOn) bool {
	for _, e := range r.g.Out(node) {
		if e.On == on {
			return true
		}
	}
	return false
}
