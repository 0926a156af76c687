package flow

import "slices"

// Splits reports whether a node makes a token per branch: a fork, or a decision that takes all matches.
func (n *Node) Splits() bool {
	return n.Kind == KindFork || (n.Kind == KindDecision && n.Decision != nil && n.Decision.Match == MatchAll)
}

// Nest is what a walk through a chart finds about the forks that are open at each node.
type Nest struct {
	Open    map[string][]string // by node reached: the forks that are open when a token enters it, outermost first
	ForkOf  map[string]string   // by join: the fork it closes
	JoinOf  map[string]string   // by fork: the first join that closes it
	Unclear map[string]bool     // nodes that tokens enter with different forks open
}

// Nesting pairs forks with joins: a join closes the innermost fork that is open where it stands. A node that is entered
// with different forks open is unclear, and the first way in the document's order counts.
func Nesting(d *Definition) Nest {
	nest := Nest{Open: map[string][]string{}, ForkOf: map[string]string{}, JoinOf: map[string]string{}, Unclear: map[string]bool{}}
	nodes := make(map[string]*Node, len(d.Nodes))
	for i := range d.Nodes {
		nodes[d.Nodes[i].ID] = &d.Nodes[i]
	}
	out := make(map[string][]string, len(d.Nodes))
	for i := range d.Edges {
		out[d.Edges[i].From] = append(out[d.Edges[i].From], d.Edges[i].To)
	}
	var todo []string
	enter := func(id string, open []string) {
		if nodes[id] == nil {
			return
		}
		if before, seen := nest.Open[id]; seen {
			if !slices.Equal(before, open) {
				nest.Unclear[id] = true
			}
			return
		}
		nest.Open[id] = open
		todo = append(todo, id)
	}
	for i := range d.Nodes {
		if d.Nodes[i].Kind == KindStart {
			enter(d.Nodes[i].ID, nil)
		}
	}
	for len(todo) > 0 {
		id := todo[0]
		todo = todo[1:]
		open := nest.leave(nodes[id])
		for _, to := range out[id] {
			enter(to, open)
		}
	}
	return nest
}

// leave tells which forks are open after a node.
func (nest *Nest) leave(n *Node) []string {
	open := nest.Open[n.ID]
	switch {
	case n.Splits():
		return append(slices.Clone(open), n.ID)
	case n.Kind == KindJoin && len(open) > 0:
		fork := open[len(open)-1]
		nest.ForkOf[n.ID] = fork
		if nest.JoinOf[fork] == "" {
			nest.JoinOf[fork] = n.ID
		}
		return slices.Clone(open[:len(open)-1])
	}
	return open
}

func pairs(g *Graph) (forkOf, joinOf map[string]string) {
	nest := Nesting(&g.def)
	return nest.ForkOf, nest.JoinOf
}
