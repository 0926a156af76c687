package diagram

import (
	"fmt"
	"strconv"
	"strings"
)

// dotHead opens a graph. nslimit bounds how long Graphviz straightens it; the label is one that go-graphviz does not put
// one of its own in the place of.
const dotHead = `digraph flow {
  graph [rankdir=TB, splines=true, nodesep=0.5, ranksep=0.3, nslimit=4, nslimit1=4, mclimit=1];
  node [label=" ", fixedsize=true, shape=box];
  edge [arrowhead=none];
`

// dot describes a scene to Graphviz: sizes and arrows under names of our own, nothing that a user wrote. One pixel is one
// point, and Graphviz wants inches of 72.
func (s scene) dot() string {
	var b strings.Builder
	b.WriteString(dotHead)
	for i := range s.symbols {
		b.WriteString("  " + s.node(i))
	}
	for i := range s.arrows {
		if note := s.note(i); note != "" {
			b.WriteString("  " + note)
		}
		b.WriteString("  " + s.arrow(i))
	}
	b.WriteString("}\n")
	return b.String()
}

var dotShapes = map[shape]string{terminator: "box", process: "box", document: "box", predefined: "box", diamond: "diamond", parallel: "box"}

func (s scene) node(i int) string {
	n := s.symbols[i]
	return fmt.Sprintf("n%d [shape=%s, width=%s, height=%s];\n", i, dotShapes[n.shape], inches(n.size.W), inches(n.size.H))
}

// weight keeps the usual way straight: on through the flow before aside, and both before a rejection.
func (a arrow) weight() int {
	switch {
	case a.rejected, a.late:
		return 1
	case a.aside:
		return 3
	default:
		return 12
	}
}

// note writes the small box of what stands on arrow i, between two halves of the arrow. A label in Graphviz's own sense
// would have to be a table to have a size, and some tables end its life.
func (s scene) note(i int) string {
	size := s.arrows[i].label.size
	if size.W == 0 {
		return ""
	}
	return fmt.Sprintf("l%d [width=%s, height=%s];\n", i, inches(size.W), inches(size.H))
}

// arrow writes arrow i; with a label its first half pulls more, so that the label stays where the arrow begins.
func (s scene) arrow(i int) string {
	a := s.arrows[i]
	if a.label.size.W == 0 {
		return fmt.Sprintf("n%d -> n%d [weight=%d];\n", a.from, a.to, a.weight())
	}
	return fmt.Sprintf("n%d -> l%d:n [weight=%d];\n", a.from, i, 3*a.weight()) +
		fmt.Sprintf("  l%d:s -> n%d [weight=%d];\n", i, a.to, a.weight())
}

func inches(px float64) string { return strconv.FormatFloat(px/72, 'f', 5, 64) }
