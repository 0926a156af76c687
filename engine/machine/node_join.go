package machine

import (
	"slices"

	"flowline/engine/flow"
)

// joinNode merges branches. It fires once nothing that belongs to the same fork can still arrive: branches that ended,
// or went another way, are not waited for. Then those that wait together become one token. If the join closes a fork,
// that token is in the scope around the fork's; if it merges only some of a fork's branches, it stays among them.
type joinNode struct{}

// activation is shared by all that wait together, so that one firing is one activation.
func (joinNode) activation(r *run, t Token, node *flow.Node) string {
	id := r.waitingTogether(t, node)
	if id == "" {
		id = r.open(t)
	}
	r.tell(Entry{Type: EntryEntered, Node: node.ID, Activation: id})
	return id
}

// waitingTogether is the activation of tokens that wait in a join and belong together with t; "" when none does.
func (r *run) waitingTogether(t Token, node *flow.Node) string {
	if t.Scope == "" {
		return ""
	}
	for _, other := range r.s.Tokens {
		if other.ID != t.ID && other.Node == node.ID && !r.hasFired(other) && r.s.root(other.Scope) == r.s.root(t.Scope) {
			return other.Activation
		}
	}
	return ""
}

// act lets a token pass that no fork has made. Any other waits for fireJoin.
func (joinNode) act(r *run, t Token, _ *flow.Node) {
	if r.hasFired(t) { // only its way on is tried again
		r.goOn(t)
		return
	}
	if t.Scope == "" {
		r.fire([]Token{t})
	}
}

// hasFired reports whether a token in a join is what came out of it.
func (r *run) hasFired(t Token) bool { return r.activation(t.Activation).Outcome != "" }

// fire makes one token of those that waited together.
func (r *run) fire(group []Token) {
	join, activation := group[0].Node, group[0].Activation
	scopes := make([]string, len(group))
	for i, t := range group {
		scopes[i] = t.Scope
	}
	merged := Token{ID: r.id("t"), Node: join, Activation: activation, Scope: ScopeAfter(r.g, r.s.Scopes, join, scopes)}
	refused := r.refusedWithin(group, merged.Scope)
	a := r.activation(activation)
	a.From, a.Scope, a.Outcome = nil, merged.Scope, OutcomeDone
	for _, t := range group {
		a.From = append(a.From, t.From)
		r.removeToken(t.ID)
	}
	r.s.Tokens = append(r.s.Tokens, merged)
	r.tell(Entry{Type: EntryJoined, Node: join, Activation: activation})
	if refused {
		r.end(Rejected, reasonRejected)
		return
	}
	r.goOn(merged)
}

// refusedWithin reports whether a branch of the scopes that close was rejected, and the others were to come in first.
func (r *run) refusedWithin(group []Token, outer string) bool {
	for _, t := range group {
		for id := t.Scope; id != outer && id != ""; id = r.s.scope(id).Parent {
			if r.s.scope(id).Refused {
				return true
			}
		}
	}
	return false
}

// goOn sends a token on along the one edge for an approval.
func (r *run) goOn(t Token) {
	if e, ok := r.wayOn(t, flow.OnApproved); ok {
		r.leave(t, OutcomeDone)
		r.pass(t, e)
	}
}

// stuck reports whether an incident holds the token.
func (r *run) stuck(t Token) bool {
	return slices.ContainsFunc(r.s.Incidents, func(i Incident) bool { return i.open() && i.Activation == t.Activation })
}
