package diagram

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// dotLanes describes a scene with swim lanes, given where everything stands without them. Graphviz knows no lanes: its
// clusters overlap as they like. So every rank of the first drawing becomes one row, in which posts stand between the
// lanes; arrows within a row keep posts and boxes in order, and heavy ones from row to row keep the posts upright.
func (s scene) dotLanes(without *geometry) string {
	var b strings.Builder
	fmt.Fprintf(&b, dotHead, 100)
	s.headings(&b)
	rows := s.rows(without)
	for i, row := range rows {
		s.writeRow(&b, i, row, len(rows))
	}
	for i := range s.arrows {
		b.WriteString("  " + s.arrow(i))
	}
	b.WriteString("}\n")
	return b.String()
}

// member is a box in a row: its declaration and name in DOT, and its lane.
type member struct {
	name, declared string
	lane           int
	last           bool // no arrow leads on
}

// rows are the ranks of a drawing from top to bottom; a label belongs to the lane that its arrow comes from.
func (s scene) rows(g *geometry) [][]member {
	last := s.last()
	byHeight := make(map[float64][]member)
	add := func(at point, m member) {
		y := math.Round(at.y)
		byHeight[y] = append(byHeight[y], m)
	}
	for i, n := range s.symbols {
		add(g.nodes[i], member{fmt.Sprintf("n%d", i), s.node(i), n.lane, last[i]})
	}
	for i, a := range s.arrows {
		if note := s.note(i); note != "" {
			add(g.routes[i].label, member{fmt.Sprintf("l%d", i), note, s.symbols[a.from].lane, false})
		}
	}
	heights := make([]float64, 0, len(byHeight))
	for y := range byHeight {
		heights = append(heights, y)
	}
	slices.Sort(heights)
	rows := make([][]member, len(heights))
	for i, y := range heights {
		rows[i] = byHeight[y]
	}
	return rows
}

const post = " [width=0.01, height=0.01];"

// headings write the first row: a heading per lane, between posts named s0, s1 …
func (s scene) headings(b *strings.Builder) {
	b.WriteString("  { rank=same;")
	for i, l := range s.lanes {
		fmt.Fprintf(b, " s%d%s h%d [width=%s, height=%s];", i, post, i, inches(l.header.W), inches(l.header.H))
	}
	fmt.Fprintf(b, " s%d%s }\n", len(s.lanes), post)
	for i := range s.lanes {
		fmt.Fprintf(b, "  s%d -> h%d -> s%d [style=invis];\n", i, i, i+1)
	}
}

// writeRow writes row number r with its posts p<r>_0, p<r>_1 …, hung on the posts above.
func (s scene) writeRow(b *strings.Builder, r int, row []member, total int) {
	b.WriteString("  { rank=same;\n")
	for _, m := range row {
		b.WriteString("    " + m.declared)
	}
	for i := range len(s.lanes) + 1 {
		fmt.Fprintf(b, "    p%d_%d%s\n", r, i, post)
	}
	b.WriteString("  }\n")
	for _, m := range row {
		fmt.Fprintf(b, "  p%d_%d -> %s -> p%d_%d [style=invis];\n", r, m.lane, m.name, r, m.lane+1)
		if m.last && r+1 < total {
			fmt.Fprintf(b, "  %s -> p%d_%d [style=invis, weight=0];\n", m.name, r+1, m.lane)
		}
	}
	for i := range s.lanes {
		fmt.Fprintf(b, "  p%d_%d -> p%d_%d [style=invis];\n", r, i, r, i+1)
	}
	for i := range len(s.lanes) + 1 {
		above := fmt.Sprintf("s%d", i)
		if r > 0 {
			above = fmt.Sprintf("p%d_%d", r-1, i)
		}
		fmt.Fprintf(b, "  %s -> p%d_%d [style=invis, weight=5000];\n", above, r, i)
	}
}
