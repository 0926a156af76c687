package prove

import (
	"cmp"
	"slices"
	"strings"

	"flowline/engine/machine"
)

// stand is where the machine would see a token. One that is yet to take an arrow counts as being at the arrow's end; at
// the end that is a join it would count as waiting there already, and so is left where it was split.
func (e *explorer) stand(t token) machine.Stand {
	at := machine.Stand{Node: t.node, Scope: t.scope, Waits: e.waits(t), Many: int(t.many)}
	if t.edge != "" {
		if to := e.g.Edge(t.edge).To; !e.waits(token{node: to}) {
			at.Node = to
		}
	}
	return at
}

// waiting is a state as the machine's rule for joins wants it: one further in, and further down, before others. So that
// whatever a scope leaves behind is done with before the chart can come back to its fork.
type waiting struct {
	e      *explorer
	tokens []token
	stands []machine.Stand
	scopes []machine.Scope

	refused []token // what was refused in scopes
}

func (e *explorer) waiting(s state) waiting {
	w := waiting{e: e, scopes: e.scopes(s)}
	for _, t := range s {
		if t.refused {
			w.refused = append(w.refused, t)
		} else {
			w.tokens = append(w.tokens, t)
		}
	}
	slices.SortStableFunc(w.tokens, func(a, b token) int {
		return cmp.Or(strings.Compare(after(a.scope), after(b.scope)), cmp.Compare(e.reached(a.node), e.reached(b.node)))
	})
	for _, t := range w.tokens {
		w.stands = append(w.stands, e.stand(t))
	}
	return w
}

// ripe is the join that fires next because it has nothing left to wait for, and the scope that its branches are in.
func (w waiting) ripe() (move, string, bool) {
	ripe := machine.Ripe(w.e.g, w.scopes, w.stands)
	if len(ripe) == 0 {
		return move{}, "", false
	}
	m, holds := w.fire(ripe)
	return m, holds, true
}

// early are the joins that may fire because enough have come.
func (w waiting) early() []move {
	var all []move
	for _, group := range machine.Enough(w.e.g, w.scopes, w.stands) {
		m, _ := w.fire(group)
		all = append(all, m)
	}
	return all
}

// fire merges the tokens at some stands, and tells which scope holds them.
func (w waiting) fire(merged []machine.Stand) (move, string) {
	overtaken := machine.Overtaken(w.e.g, w.scopes, w.stands, merged)
	m := move{node: merged[0].Node}
	var scopes []string
	many := 0
	for i, t := range w.tokens {
		switch {
		case slices.Contains(merged, w.stands[i]):
			m.gone = append(m.gone, t)
			scopes = append(scopes, t.scope)
			many += int(t.many)
		case slices.Contains(overtaken, w.stands[i]):
			m.cut = append(m.cut, t)
		}
	}
	w.e.most[m.node] = max(w.e.most[m.node], many)
	to := token{node: m.node, scope: machine.ScopeAfter(w.e.g, w.scopes, m.node, scopes), fired: true}
	holds := machine.ScopeAfter(w.e.g, w.scopes, noJoin, scopes)
	to.branch = uint16(m.gone[0].branchIn(to.scope))
	for _, t := range m.gone[1:] {
		to.branch = min(to.branch, uint16(t.branchIn(to.scope)))
	}
	for _, r := range w.refused {
		if r.scope == to.scope || !strings.HasPrefix(r.scope, to.scope) {
			continue
		}
		held := func(scope string) bool { return strings.HasPrefix(scope, r.scope) }
		if slices.ContainsFunc(scopes, held) {
			m.refused = true
		} else if len(m.cut) > 0 && !slices.ContainsFunc(w.tokens, func(t token) bool { return held(t.scope) && !slices.Contains(m.cut, t) }) {
			m.cut = append(m.cut, r) // what was refused in branches that are called off does not count
		}
	}
	m.come = []arrival{{token: to}}
	m.joins = len(m.gone) > 1 || len(m.cut) > 0 || m.gone[0].met || to.scope != holds
	return m, holds
}

// reached counts the nodes that can be reached from one.
func (e *explorer) reached(node string) int {
	n, known := e.reach[node]
	if !known {
		for i := range e.nodes {
			if e.g.Reaches(node, e.nodes[i].ID) {
				n++
			}
		}
		e.reach[node] = n
	}
	return n
}

// noJoin is the id of no node.
const noJoin = "\x00"
