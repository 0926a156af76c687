package diagram

import (
	"fmt"
	"strconv"
	"strings"
)

// point is a place in a drawing, in pixels from its top left corner.
type point struct{ x, y float64 }

// rect is a box in a drawing.
type rect struct{ left, top, right, bottom float64 }

// route is the way of an arrow: chains of Bézier curves to its label and on from there, and where the middle of its
// label stands.
type route struct {
	tail  []point // up to the label; empty without one
	curve []point // to the end
	label point
	line  []point // from corner to corner, instead of the curves; empty for an arrow that leads back up, unless in lanes
}

// geometry is where everything of a scene stands. It is shared by all who draw the same scene, and never changed.
type geometry struct {
	size   Size
	nodes  []point   // centres, by symbol
	routes []route   // by arrow
	posts  []float64 // where lanes begin and end; nothing without lanes
}

// readGeometry reads the places of s from Graphviz's answer in its plain form: a line per node and edge, in inches, the y
// axis pointing up.
func readGeometry(answer string, s scene) (*geometry, error) {
	g := &geometry{nodes: make([]point, len(s.symbols)), routes: make([]route, len(s.arrows))}
	r := placeReader{geo: g, bare: s.bare()}
	for line := range strings.Lines(answer) {
		switch f := strings.Fields(line); {
		case len(f) == 4 && f[0] == "graph":
			g.size = Size{r.px(f[2]), r.px(f[3])}
		case len(f) > 5 && f[0] == "node":
			r.node(f[1], r.point(f[2], f[3]))
		case len(f) > 4 && f[0] == "edge":
			r.edge(f[1], f[2], f[3:])
		}
	}
	return g, r.err
}

// placeReader turns Graphviz's coordinates into pixels from the top left, and keeps the first error.
type placeReader struct {
	geo  *geometry
	bare map[[2]int][]int // arrows without a label, by the symbols at their ends, not yet seen
	err  error
}

// bare lists the arrows without a label by their ends.
func (s scene) bare() map[[2]int][]int {
	out := map[[2]int][]int{}
	for i, a := range s.arrows {
		if a.label.size.W == 0 {
			ends := [2]int{a.from, a.to}
			out[ends] = append(out[ends], i)
		}
	}
	return out
}

func (r *placeReader) node(name string, at point) {
	if i, ok := numbered(name, "n", len(r.geo.nodes)); ok {
		r.geo.nodes[i] = at
	}
	if i, ok := numbered(name, "l", len(r.geo.routes)); ok {
		r.geo.routes[i].label = at
	}
}

// edge reads an arrow, or its half before or behind its label: the number of points, then the points.
func (r *placeReader) edge(tail, head string, f []string) {
	from, fromNode := numbered(tail, "n", len(r.geo.nodes))
	to, toNode := numbered(head, "n", len(r.geo.nodes))
	before, toNote := numbered(head, "l", len(r.geo.routes))
	behind, fromNote := numbered(tail, "l", len(r.geo.routes))
	switch {
	case fromNode && toNote:
		r.geo.routes[before].tail = r.curve(f)
	case fromNote && toNode:
		r.geo.routes[behind].curve = r.curve(f)
	case fromNode && toNode:
		ends := [2]int{from, to}
		if same := r.bare[ends]; len(same) > 0 {
			r.geo.routes[same[0]].curve = r.curve(f)
			r.bare[ends] = same[1:]
		}
	}
}

func (r *placeReader) curve(f []string) []point {
	n, err := strconv.Atoi(f[0])
	if err != nil || len(f) < 1+2*n {
		r.err = fmt.Errorf("graphviz answered an arrow of %q points", f[0])
		return nil
	}
	curve := make([]point, n)
	for i := range curve {
		curve[i] = r.point(f[1+2*i], f[2+2*i])
	}
	return curve
}

func (r *placeReader) point(x, y string) point {
	return point{r.px(x), r.geo.size.H - r.px(y)}
}

// px is a length in pixels.
func (r *placeReader) px(inches string) float64 {
	v, err := strconv.ParseFloat(inches, 64)
	if err != nil {
		r.err = fmt.Errorf("graphviz answered %q where a number belongs", inches)
	}
	return v * 72
}

// numbered reads the number behind prefix, below n.
func numbered(name, prefix string, n int) (int, bool) {
	digits, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(digits)
	return i, err == nil && i >= 0 && i < n
}
