package machine

import (
	"slices"

	"flowline/engine/flow"
)

// joinNode merges branches. It fires once nothing that belongs to the same fork can still arrive: branches that ended,
// or went another way, are not waited for.
//
// Every token in it waits until it is not awaiting any other: at each level of its scopes, from its own outwards, no
// other token of that scope may be able to come to the join before it would leave the scope (through the join that
// closes the scope's fork). Then those that wait together become one token. If the join closes a fork, that token is in
// the scope around the fork's; if it merges only some of a fork's branches, the token stays among them.
type joinNode struct{}

// activation is shared by all that wait together, so that one firing is one activation.
func (joinNode) activation(r *run, t Token, node *flow.Node) string {
	id := r.waitingTogether(t, node)
	if id == "" {
		id = r.open(node.ID)
	}
	r.tell(Entry{Type: EntryEntered, Node: node.ID, Activation: id})
	return id
}

// waitingTogether is the activation of tokens that wait in a join and belong together with t; "" when none does.
func (r *run) waitingTogether(t Token, node *flow.Node) string {
	if t.Scope != "" {
		for _, other := range r.s.Tokens {
			if other.ID != t.ID && other.Node == node.ID && r.waits(other) && r.s.root(other.Scope) == r.s.root(t.Scope) {
				return other.Activation
			}
		}
	}
	return ""
}

func (joinNode) act(r *run, t Token, _ *flow.Node) {
	if r.activation(t.Activation).Outcome != "" { // it has fired, and is tried again
		r.goOn(t)
		return
	}
	if t.Scope == "" {
		r.fire([]Token{t})
	}
}

// fireJoin fires one join that has nothing left to wait for, and reports whether there was one.
func (r *run) fireJoin() bool {
	var waiting []Token
	for _, t := range r.s.Tokens {
		if r.node(t.Node).Kind == flow.KindJoin && r.waits(t) && !r.stuck(t) {
			waiting = append(waiting, t)
		}
	}
	if len(waiting) == 0 {
		return false
	}
	awaits := make(map[string][]Token, len(waiting))
	for _, t := range waiting {
		awaits[t.ID] = r.awaited(t)
	}
	free := func(t Token) bool { return len(awaits[t.ID]) == 0 }
	if !slices.ContainsFunc(waiting, free) {
		free = inCircle(waiting, awaits)
	}
	for _, t := range waiting {
		if !free(t) {
			continue
		}
		r.fire(slices.DeleteFunc(waiting, func(o Token) bool {
			return o.Node != t.Node || !free(o) || r.s.root(o.Scope) != r.s.root(t.Scope)
		}))
		return true
	}
	return false
}

// inCircle finds the tokens that wait for nothing but each other, at joins that lead to one another.
func inCircle(waiting []Token, awaits map[string][]Token) func(Token) bool {
	hopeful := map[string]bool{}
	isWaiting := map[string]bool{}
	for _, t := range waiting {
		isWaiting[t.ID] = true
	}
	for changed := true; changed; {
		changed = false
		for _, t := range waiting {
			if !hopeful[t.ID] && slices.ContainsFunc(awaits[t.ID], func(o Token) bool { return !isWaiting[o.ID] || hopeful[o.ID] }) {
				hopeful[t.ID], changed = true, true
			}
		}
	}
	return func(t Token) bool { return !hopeful[t.ID] }
}

// waits reports whether a token in a join has not gone on.
func (r *run) waits(t Token) bool { return r.activation(t.Activation).Outcome == "" }

// stuck reports whether an incident holds the token.
func (r *run) stuck(t Token) bool {
	return slices.ContainsFunc(r.s.Incidents, func(i Incident) bool { return i.open() && i.Activation == t.Activation })
}

// awaited lists the tokens that can still come to the join in which t waits.
func (r *run) awaited(t Token) []Token {
	var out []Token
	for _, o := range r.s.Tokens {
		if o.ID != t.ID && r.comes(o, t) {
			out = append(out, o)
		}
	}
	return out
}

func (r *run) comes(o, t Token) bool {
	if o.Node == t.Node && r.waits(o) {
		return r.stuck(o) && r.s.root(o.Scope) == r.s.root(t.Scope)
	}
	for id := t.Scope; id != ""; id = r.s.scope(id).Parent {
		if !r.s.within(o.Scope, id) {
			continue
		}
		closing := r.g.Closing(r.s.scope(id).Node)
		if closing == t.Node {
			closing = ""
		}
		if r.g.ReachesWithout(o.Node, t.Node, closing) {
			return true
		}
	}
	return false
}

// fire makes one token of those that waited together.
func (r *run) fire(group []Token) {
	join, activation := group[0].Node, group[0].Activation
	scope := group[0].Scope
	for _, t := range group[1:] {
		for !r.s.within(t.Scope, scope) {
			scope = r.s.scope(scope).Parent
		}
	}
	for id := scope; id != ""; id = r.s.scope(id).Parent {
		if r.g.Closing(r.s.scope(id).Node) == join {
			scope = r.s.scope(id).Parent
		}
	}
	for _, t := range group {
		r.removeToken(t.ID)
	}
	merged := Token{ID: r.id("t"), Node: join, Activation: activation, Scope: scope}
	r.s.Tokens = append(r.s.Tokens, merged)
	r.activation(activation).Outcome = OutcomeDone
	r.tell(Entry{Type: EntryJoined, Node: join, Activation: activation})
	r.goOn(merged)
}

// goOn sends a token on along the one edge for an approval.
func (r *run) goOn(t Token) {
	if e, ok := r.wayOn(t, flow.OnApproved); ok {
		r.leave(t, OutcomeDone)
		r.pass(t, e)
	}
}

// root is the outermost scope around a scope.
func (s *State) root(scope string) string {
	for scope != "" {
		parent := s.scope(scope).Parent
		if parent == "" {
			break
		}
		scope = parent
	}
	return scope
}
