package flow

import (
	"flowline/engine/rule"
	"flowline/engine/text"
)

// Index makes a Graph of a chart as it is, half drawn or not, for questions about its shape alone: Node, Out, In, Starts,
// Reaches, Closing. It has no record type and no rules. Of nodes with the same id the first counts; edges that hang loose
// are left out.
func Index(d Definition) *Graph {
	g := newGraph(d)
	g.link(func(string, text.Text) {})
	g.findWays()
	return g
}

func newGraph(d Definition) *Graph {
	return &Graph{
		def: d, index: map[string]int{}, edges: map[string]*Edge{}, out: map[string][]*Edge{}, in: map[string][]*Edge{},
		edgeRules: map[string]*rule.Program{}, assigns: map[string][]*rule.Program{}, outs: map[string][]*rule.Program{},
	}
}

// link indexes nodes and edges and says what cannot be.
func (g *Graph) link(say func(path string, t text.Text)) {
	for i := range g.def.Nodes {
		n := &g.def.Nodes[i]
		if _, twice := g.index[n.ID]; twice || n.ID == "" {
			say(place("nodes", i)+".id", idTaken.Fill("id", n.ID))
			continue
		}
		g.index[n.ID] = i
		if n.Kind == KindStart {
			g.starts = append(g.starts, n)
		}
	}
	seen := ids{}
	for i := range g.def.Edges {
		e := &g.def.Edges[i]
		if seen[e.ID] || e.ID == "" {
			say(place("edges", i)+".id", idTaken.Fill("id", e.ID))
			continue
		}
		seen[e.ID] = true
		_, from := g.index[e.From]
		_, to := g.index[e.To]
		if !from || !to {
			say(place("edges", i), text.T("连线的一端没有接上节点。", "One end of the arrow is not at a node."))
			continue
		}
		g.edges[e.ID] = e
		g.out[e.From] = append(g.out[e.From], e)
		g.in[e.To] = append(g.in[e.To], e)
	}
}

var idTaken = text.T("编号“{id}”为空或重复。", "The id {id} is empty or there twice.")

// findWays works out what leads where, once the edges are linked.
func (g *Graph) findWays() {
	g.reach = newReach(g)
	g.closings.find(g)
}

// Splits reports whether a node makes a token per branch: a fork, or a decision that takes all matches.
func (n *Node) Splits() bool {
	return n.Kind == KindFork || (n.Kind == KindDecision && n.Decision != nil && n.Decision.Match == MatchAll)
}
