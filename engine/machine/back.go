package machine

import (
	"slices"

	"flowline/engine/flow"
)

// targets are the activations that a token's step may go back to: of the start and of steps at which people were asked
// and that were passed, those that lie on every way that led here, nearest first, one for each node. So what stands in a
// sibling branch is not among them, nor what lies within a fork whose branches have come together since.
func (r *run) targets(t Token) []*Activation {
	lineage := r.lineage(t)
	var list []*Activation
	seen := map[string]bool{t.Node: true}
	for i := len(r.s.Activations) - 1; i >= 0; i-- {
		a := r.s.Activations[i]
		if a.ID == t.Activation || !lineage[a.ID] || seen[a.Node] || !r.canGoBackTo(a) || !r.onEveryWay(t, a.ID) {
			continue
		}
		seen[a.Node] = true
		list = append(list, a)
	}
	return list
}

// canGoBackTo reports whether somebody was asked there, and the answer led on.
func (r *run) canGoBackTo(a *Activation) bool {
	n := r.node(a.Node)
	if n.Kind == flow.KindStart {
		return true
	}
	_, asked := r.askingAt(n)
	return asked && n.Kind == flow.KindStep && (a.Outcome == OutcomeApproved || a.Outcome == OutcomeDone)
}

// allowed are the targets that a step offers for returning.
func (r *run) allowed(t Token, back *flow.Return) []*Activation {
	list := r.targets(t)
	if back == nil {
		return list
	}
	switch back.To {
	case flow.ReturnAny:
		return list
	case flow.ReturnStart:
		return slices.DeleteFunc(list, func(a *Activation) bool { return r.node(a.Node).Kind != flow.KindStart })
	case flow.ReturnPrevious:
		return list[:min(1, len(list))]
	case flow.ReturnNodes:
		return slices.DeleteFunc(list, func(a *Activation) bool { return !slices.Contains(back.Nodes, a.Node) })
	}
	return nil
}

// goBack takes the instance back to an earlier activation: every token that came of it is gone, with what was asked
// there, and one token enters its node again, where the same people are asked. What was decided since stays to be seen,
// as superseded. It answers the new activation.
func (r *run) goBack(t Token, target *Activation, reason string) string {
	scope := t.Scope
	if r.s.liveScope(target.Scope) && nest(r.s.Scopes).within(t.Scope, target.Scope) {
		scope = target.Scope
	}
	from, again, node := "", target.ID, target.Node
	if len(target.From) > 0 {
		from = target.From[0]
	}
	r.unwind(target.ID, reason)
	back := Token{ID: r.id("t"), Node: node, Activation: from, Scope: scope}
	r.s.Tokens = append(r.s.Tokens, back)
	r.enterAgain(back.ID, node, again)
	return r.s.Tokens[r.tokenAt(back.ID)].Activation
}

// enterAgain puts a token into a node where the people of an earlier activation are asked again.
func (r *run) enterAgain(token, node, again string) {
	r.u.Again = again
	r.enter(token, node)
	r.u.Again = ""
}

// unwind takes back what came of an activation, itself included: its tokens are gone and nothing that they wait for is left.
func (r *run) unwind(activation, reason string) {
	since := r.since(activation)
	var gone []Token
	for _, t := range slices.Clone(r.s.Tokens) {
		if r.lineage(t)[activation] {
			gone = append(gone, t)
		}
	}
	r.drop(gone, reason)
	for _, id := range since {
		if _, lives := r.tokenIn(id); !lives {
			r.activation(id).Superseded = true
		}
	}
	r.s.Returns = slices.DeleteFunc(r.s.Returns, func(c Comeback) bool { return slices.Contains(since, c.To) })
}

// drop takes tokens out, and ends what only they waited for.
func (r *run) drop(tokens []Token, reason string) {
	for _, t := range tokens {
		r.removeToken(t.ID)
	}
	for _, t := range tokens {
		if _, shared := r.tokenIn(t.Activation); !shared {
			r.abandon(t.Activation, reason)
		}
	}
	for i := range r.s.Scopes { // what was refused in branches that are gone does not count
		if s := &r.s.Scopes[i]; !slices.ContainsFunc(r.s.Tokens, func(t Token) bool { return nest(r.s.Scopes).within(t.Scope, s.ID) }) {
			s.Refused = false
		}
	}
}

// abandon ends whatever an activation waits for.
func (r *run) abandon(activation, reason string) {
	r.cancelTasks(func(k *Task) bool { return k.Activation == activation }, reason)
	r.callOff(activation, reason)
	for i := range r.s.Incidents {
		if x := &r.s.Incidents[i]; x.open() && x.Activation == activation {
			x.ResolvedAt = r.at
		}
	}
	r.u.forget(activation)
	if a := r.activation(activation); a.LeftAt.IsZero() {
		a.LeftAt = r.at
		if a.Outcome == "" || reason != reasonReturned {
			a.Outcome = OutcomeCancelled
		}
		if reason == reasonReturned {
			a.Outcome = OutcomeReturned
		}
	}
}

// liveScope reports whether a scope still holds tokens; the whole always does.
func (s *State) liveScope(id string) bool {
	return id == "" || slices.ContainsFunc(s.Scopes, func(x Scope) bool { return x.ID == id })
}
