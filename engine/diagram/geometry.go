package diagram

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// point is a place in a drawing, in pixels from its top left corner.
type point struct{ x, y float64 }

// rect is a box in a drawing.
type rect struct{ left, top, right, bottom float64 }

// route is the way of an arrow: chains of Bézier curves to its label and on from there, the tip of its head, and where
// the middle of its label stands.
type route struct {
	tail  []point // up to the label; empty without one
	curve []point // to the end
	tip   point
	label point
	line  []point // from corner to corner, instead of the curves; empty for an arrow that leads back up
}

// geometry is where everything of a scene stands. It is shared by all who draw the same scene, and never changed.
type geometry struct {
	size   Size
	nodes  []point   // centres, by symbol
	routes []route   // by arrow
	posts  []float64 // where lanes begin and end; nothing without lanes
}

// placed is the part of Graphviz's json0 that is read.
type placed struct {
	BB      string `json:"bb"`
	Objects []struct {
		Name string `json:"name"`
		Pos  string `json:"pos"`
	} `json:"objects"`
	Edges []struct {
		ID  string `json:"id"`
		Pos string `json:"pos"`
	} `json:"edges"`
}

// readGeometry reads the places of s from Graphviz's answer, whose y axis points up.
func readGeometry(answer []byte, s scene) (*geometry, error) {
	var p placed
	if err := json.Unmarshal(answer, &p); err != nil {
		return nil, err
	}
	bounds, err := numbers(p.BB, 4)
	if err != nil {
		return nil, err
	}
	r := placeReader{top: bounds[3], left: bounds[0]}
	g := &geometry{
		size:   Size{bounds[2] - bounds[0], bounds[3] - bounds[1]},
		nodes:  make([]point, len(s.symbols)),
		routes: make([]route, len(s.arrows)),
		posts:  make([]float64, len(s.lanes)+1),
	}
	for _, o := range p.Objects {
		if i, ok := numbered(o.Name, "n", len(g.nodes)); ok {
			g.nodes[i] = r.point(o.Pos)
		}
		if i, ok := numbered(o.Name, "l", len(g.routes)); ok {
			g.routes[i].label = r.point(o.Pos)
		}
		if i, ok := numbered(o.Name, "s", len(g.posts)); ok {
			g.posts[i] = r.point(o.Pos).x
		}
	}
	for _, e := range p.Edges {
		if i, ok := numbered(e.ID, "e", len(g.routes)); ok {
			g.routes[i].curve, g.routes[i].tip = r.curve(e.Pos)
		}
		if i, ok := numbered(e.ID, "t", len(g.routes)); ok {
			g.routes[i].tail, _ = r.curve(e.Pos)
		}
	}
	return g, r.err
}

// placeReader turns Graphviz's coordinates into pixels from the top left, and keeps the first error.
type placeReader struct {
	top, left float64
	err       error
}

func (r *placeReader) point(s string) point {
	n, err := numbers(s, 2)
	if err != nil {
		if r.err == nil {
			r.err = err
		}
		return point{}
	}
	return point{n[0] - r.left, r.top - n[1]}
}

// curve reads "e,x,y x,y x,y …": the tip, then the points of the curve.
func (r *placeReader) curve(pos string) (curve []point, tip point) {
	for _, part := range strings.Fields(pos) {
		if at, ok := strings.CutPrefix(part, "e,"); ok {
			tip = r.point(at)
			continue
		}
		curve = append(curve, r.point(part))
	}
	return curve, tip
}

func numbers(s string, n int) ([]float64, error) {
	parts := strings.Split(s, ",")
	if len(parts) != n {
		return nil, fmt.Errorf("graphviz answered %q where %d numbers belong", s, n)
	}
	out := make([]float64, n)
	for i, p := range parts {
		v, err := strconv.ParseFloat(p, 64)
		if err != nil {
			return nil, fmt.Errorf("graphviz answered %q where a number belongs", p)
		}
		out[i] = v
	}
	return out, nil
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
