package machine

import (
	"slices"

	"flowline/engine/flow"
)

// The machine looks its own things up by id. An id that it made itself and does not find is an impossible state.

func (r *run) tokenAt(id string) int {
	return slices.IndexFunc(r.s.Tokens, func(t Token) bool { return t.ID == id })
}

// tokenIn gives the token that stands in an activation.
func (r *run) tokenIn(activation string) (Token, bool) {
	i := slices.IndexFunc(r.s.Tokens, func(t Token) bool { return t.Activation == activation })
	if i < 0 {
		return Token{}, false
	}
	return r.s.Tokens[i], true
}

func (r *run) removeToken(id string) {
	r.s.Tokens = slices.DeleteFunc(r.s.Tokens, func(t Token) bool { return t.ID == id })
}

// activation gives an activation, to be changed or not.
func (r *run) activation(id string) *Activation {
	return own(r.s.Activations, &r.activations, r.activationAt(id))
}

// past gives an activation only to be looked at.
func (r *run) past(id string) *Activation { return r.s.Activations[r.activationAt(id)] }

func (r *run) activationAt(id string) int {
	// The newest are looked for most.
	for i := len(r.s.Activations) - 1; i >= 0; i-- {
		if r.s.Activations[i].ID == id {
			return i
		}
	}
	panic("machine: no activation " + id)
}

// task gives the task at a place, to be changed or not.
func (r *run) task(i int) *Task { return own(r.s.Tasks, &r.tasks, i) }

// taskAt is the place of a task, -1 if there is none. The newest are looked for most.
func (r *run) taskAt(id string) int {
	for i := len(r.s.Tasks) - 1; i >= 0; i-- {
		if r.s.Tasks[i].ID == id {
			return i
		}
	}
	return -1
}

func (r *run) node(id string) *flow.Node {
	n := r.g.Node(id)
	if n == nil {
		panic("machine: no node " + id)
	}
	return n
}
