package flow

import (
	"flowline/engine/record"
	"flowline/engine/rule"
)

// Graph is one version of a definition, indexed and with its rules compiled. It is immutable: nobody changes what it
// hands out.
type Graph struct {
	def     Definition
	version int
	typ     *record.Type
	types   record.Catalog

	index   map[string]int // node id → place in def.Nodes
	edges   map[string]*Edge
	out, in map[string][]*Edge
	starts  []*Node

	edgeRules map[string]*rule.Program
	assigns   map[string][]*rule.Program // of update steps, and of the records that sub-flow steps make
	outs      map[string][]*rule.Program // of what sub-flow steps take back
	triggers  []trigger

	reach  reach
	access map[string]map[string]record.Access
	copies map[string]record.Access // what a copy shows

	closings closings
}

type trigger struct {
	when *rule.Program
	from []*rule.Program
}

// Key is the flow's key.
func (g *Graph) Key() string { return g.def.Key }

// Version is the version's number; 0 for a draft.
func (g *Graph) Version() int { return g.version }

// Definition is the document that g was made of.
func (g *Graph) Definition() Definition { return g.def }

// Type is the record type that the flow runs over.
func (g *Graph) Type() *record.Type { return g.typ }

// Types is the catalog that g was compiled with.
func (g *Graph) Types() record.Catalog { return g.types }

// Node finds a node by id; nil when there is none.
func (g *Graph) Node(id string) *Node {
	if i, ok := g.index[id]; ok {
		return &g.def.Nodes[i]
	}
	return nil
}

// Edge finds an edge by id; nil when there is none, or when it hangs loose.
func (g *Graph) Edge(id string) *Edge { return g.edges[id] }

// Out lists the edges that leave a node, in the document's order.
func (g *Graph) Out(id string) []*Edge { return g.out[id] }

// In lists the edges that enter a node, in the document's order.
func (g *Graph) In(id string) []*Edge { return g.in[id] }

// Starts lists the start nodes.
func (g *Graph) Starts() []*Node { return g.starts }

// EdgeRule is the compiled rule of an edge; nil when it has none.
func (g *Graph) EdgeRule(edge string) *rule.Program { return g.edgeRules[edge] }

// AssignRule is the compiled From of the i-th assignment of an update step, or of the record that a sub-flow step makes;
// nil when its value is fixed.
func (g *Graph) AssignRule(node string, i int) *rule.Program { return nth(g.assigns[node], i) }

func nth(rules []*rule.Program, i int) *rule.Program {
	if i >= 0 && i < len(rules) {
		return rules[i]
	}
	return nil
}

// TriggerRule is the compiled When of the i-th trigger; nil when it has none.
func (g *Graph) TriggerRule(i int) *rule.Program {
	if i < 0 || i >= len(g.triggers) {
		return nil
	}
	return g.triggers[i].when
}

// MapRule is the compiled From of the n-th mapping of the i-th trigger; nil when its value is fixed.
func (g *Graph) MapRule(i, n int) *rule.Program {
	if i < 0 || i >= len(g.triggers) || n < 0 || n >= len(g.triggers[i].from) {
		return nil
	}
	return g.triggers[i].from[n]
}

// Reaches reports whether a token at from can come to the node to along one or more edges.
func (g *Graph) Reaches(from, to string) bool {
	i, known := g.index[from]
	j, also := g.index[to]
	return known && also && g.reach.has(i, j)
}
