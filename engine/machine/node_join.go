package machine

import (
	"slices"
	"strconv"

	"flowline/engine/flow"
)

// joinNode merges branches. It fires once nothing that belongs to the same fork can still arrive: branches that ended,
// or went another way, are not waited for; or, where it says so, as soon as enough have come, and then the other branches
// are called off. Then those that wait together become one token. If the join closes a fork, that token is in the scope
// around the fork's; if it merges only some of a fork's branches, it stays among them.
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
	w := waiting{g: r.g, scopes: r.s.Scopes}
	arena := w.arena(Stand{Node: node.ID, Scope: t.Scope})
	for _, other := range r.s.Tokens {
		if other.ID != t.ID && other.Node == node.ID && !r.hasFired(other) && w.arena(Stand{Node: node.ID, Scope: other.Scope}) == arena {
			return other.Activation
		}
	}
	return ""
}

// act lets a token pass that no fork has made. Any other waits for fireJoin, unless the join has fired for its scope: it
// does so once, and a branch that an admin, or a return, leads there afterwards ends in it.
func (joinNode) act(r *run, t Token, _ *flow.Node) {
	if r.hasFired(t) { // only its way on is tried again
		r.goOn(t)
		return
	}
	if t.Scope == "" {
		r.fire([]Token{t}, nil)
		return
	}
	w := waiting{g: r.g, scopes: r.s.Scopes}
	if id := w.closed(r.standOf(t)); id != "" && r.s.scope(id).Joined {
		r.leave(t, OutcomeDone)
		r.removeToken(t.ID)
	}
}

// hasFired reports whether a token in a join is what came out of it.
func (r *run) hasFired(t Token) bool { return r.activation(t.Activation).Outcome != "" }

// fireJoin fires one join of which enough have come, or that has nothing left to wait for, and reports whether there was
// one.
func (r *run) fireJoin() bool {
	stands := make([]Stand, len(r.s.Tokens))
	for i, t := range r.s.Tokens {
		stands[i] = r.standOf(t)
	}
	var ripe []Stand
	if enough := Enough(r.g, r.s.Scopes, stands); len(enough) > 0 {
		ripe = enough[0]
	} else if ripe = Ripe(r.g, r.s.Scopes, stands); len(ripe) == 0 {
		return false
	}
	overtaken := Overtaken(r.g, r.s.Scopes, stands, ripe)
	var group, others []Token
	for i, t := range r.s.Tokens {
		switch {
		case slices.Contains(ripe, stands[i]):
			group = append(group, t)
		case slices.Contains(overtaken, stands[i]):
			others = append(others, t)
		}
	}
	if !r.tooFew(group) {
		r.fire(group, others)
	}
	return true
}

func (r *run) standOf(t Token) Stand {
	p := Stand{Node: t.Node, Scope: t.Scope}
	p.Waits = r.node(t.Node).Kind == flow.KindJoin && !r.hasFired(t)
	p.Held = p.Waits && r.stuck(t)
	return p
}

// tooFew holds those that wait in a join for N, where the join says so and no more can come. Once an admin has had that
// tried again, those who have come are enough.
func (r *run) tooFew(group []Token) bool {
	t := group[0]
	n := r.node(t.Node)
	if len(group) >= n.Wants() || n.Join.Short != flow.ShortHold {
		return false
	}
	if slices.ContainsFunc(r.s.Incidents, func(i Incident) bool { return i.Activation == t.Activation && i.Reason == incidentTooFew }) {
		return false
	}
	r.incident(t, incidentTooFew, strconv.Itoa(len(group))+"/"+strconv.Itoa(n.Wants()))
	return true
}

// fire makes one token of those that waited together, and calls the others off.
func (r *run) fire(group, others []Token) {
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
		for id := t.Scope; id != merged.Scope; id = r.s.scope(id).Parent {
			s := r.s.scope(id)
			s.Joined = s.Joined || r.g.Closing(s.Node) == join
		}
	}
	r.s.Tokens = append(r.s.Tokens, merged)
	told := Entry{Type: EntryJoined, Node: join, Activation: activation}
	for _, t := range others {
		if told.Data.Reason = reasonOvertaken; !slices.Contains(told.Data.Nodes, t.Node) {
			told.Data.Nodes = append(told.Data.Nodes, t.Node)
		}
	}
	r.tell(told)
	r.s.Returns = slices.DeleteFunc(r.s.Returns, func(c Comeback) bool {
		return slices.ContainsFunc(others, func(t Token) bool { return t.Activation == c.To })
	})
	r.drop(others, reasonOvertaken)
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
