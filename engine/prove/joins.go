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
	at := machine.Stand{Node: t.node, Scope: t.scope, Waits: e.waits(t)}
	if t.edge != "" {
		if to := e.g.Edge(t.edge).To; !e.waits(token{node: to}) {
			at.Node = to
		}
	}
	return at
}

// join is the join that fires next, if any has nothing to wait for: one further in, and further down, before others. So
// that whatever a scope leaves behind is done with before the chart can come back to its fork.
func (e *explorer) join(s state) (move, string, bool) {
	waiting := slices.Clone(s)
	slices.SortStableFunc(waiting, func(a, b token) int {
		return cmp.Or(strings.Compare(after(a.scope), after(b.scope)), cmp.Compare(e.reached(a.node), e.reached(b.node)))
	})
	stands := make([]machine.Stand, len(waiting))
	for i, t := range waiting {
		stands[i] = e.stand(t)
	}
	scopes := e.scopes(s)
	ripe := machine.Ripe(e.g, scopes, stands)
	if len(ripe) == 0 {
		return move{}, "", false
	}
	m := move{node: ripe[0].Node}
	var merged []string
	for i, t := range waiting {
		if slices.Contains(ripe, stands[i]) {
			m.gone = append(m.gone, t)
			merged = append(merged, t.scope)
		}
	}
	to := token{node: m.node, scope: machine.ScopeAfter(e.g, scopes, m.node, merged), fired: true}
	holds := machine.ScopeAfter(e.g, scopes, noJoin, merged)
	to.branch = uint16(m.gone[0].branchIn(to.scope))
	for _, t := range m.gone[1:] {
		to.branch = min(to.branch, uint16(t.branchIn(to.scope)))
	}
	m.come = []arrival{{token: to}}
	m.joins = len(m.gone) > 1 || m.gone[0].met || to.scope != holds
	return m, holds, true
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
