package diagram

import (
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// scene is a flow ready to be placed: every box and label with its words wrapped and its size known.
type scene struct {
	symbols []symbol
	arrows  []arrow
	lanes   []lane // none: no swim lanes
}

// shape is a symbol of ISO 5807.
type shape int

const (
	terminator shape = iota
	process
	document
	predefined
	diamond
	parallel
)

// symbol is one node.
type symbol struct {
	id    string
	shape shape
	size  Size
	name  []string
	rows  []row // below the name: role, tool, who and when
	state machine.NodeState
	hint  string // shown when pointed at: name, description
	lane  int    // index in lanes
}

// row is one entry in the foot of a symbol: an icon and its words.
type row struct {
	icon  icon
	lines []string
}

// arrow is one edge between two symbols that both exist.
type arrow struct {
	id       string
	from, to int
	label    label
	rejected bool
	late     bool // for time running out
	aside    bool // leads away from the usual way: a decision's edges but the default
	passed   int
}

// label is what stands on an arrow.
type label struct {
	name []string
	rule []string
	size Size
}

// lane is one swim lane.
type lane struct {
	name   []string
	header Size
}

// newScene measures d as o wants it drawn.
func newScene(d flow.Definition, o Options) scene {
	b := builder{o: o, reader: newReader(d.Record, o.Types, o.Lang), waysIn: map[string]int{}}
	for _, e := range d.Edges {
		b.waysIn[e.To]++
	}
	return arrange(d, o.Lanes, b.symbol, b.label, b.lane, b.passed)
}

// arrange makes a scene with the given measures. Edges whose ends are missing, as in a draft, are left out.
func arrange(d flow.Definition, lanes bool, measure func(flow.Node) symbol, text func(flow.Definition, flow.Edge) label,
	band func(flow.Lane) lane, passed func(string) int,
) scene {
	var s scene
	index := make(map[string]int, len(d.Nodes))
	for i, n := range d.Nodes {
		if _, double := index[n.ID]; !double {
			index[n.ID] = i
		}
		s.symbols = append(s.symbols, measure(n))
	}
	for _, e := range d.Edges {
		from, ok1 := index[e.From]
		to, ok2 := index[e.To]
		if ok1 && ok2 {
			s.arrows = append(s.arrows, arrow{id: e.ID, from: from, to: to, label: text(d, e), rejected: e.On == flow.OnRejected, late: e.On == flow.OnLate, aside: e.When != "", passed: passed(e.ID)})
		}
	}
	if lanes && len(d.Nodes) > 0 {
		s.assignLanes(d, band)
	}
	return s
}
