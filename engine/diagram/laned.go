package diagram

import (
	"fmt"
	"strings"
)

const lanePad = 30 // between the edge of a lane and what stands in it

// laned puts a chart that was placed without lanes into its lanes. Its rows stay as they are, and within a lane the order
// from left to right; false if an arrow finds no way.
func (s scene) laned(plain *geometry) (*geometry, bool) {
	all := newSlots(s, newRouter(s, plain), plain)
	g := &geometry{nodes: make([]point, len(s.symbols)), routes: make([]route, len(s.arrows)), posts: []float64{0}}
	head := 0.0
	for i, l := range s.lanes {
		head = max(head, l.header.H)
		settle(all.cells[i])
		g.posts = append(g.posts, all.shift(i, g.posts[i], l.header.W))
	}
	head += gapLeast
	box := len(s.symbols)
	for i := range s.symbols {
		g.nodes[i] = point{all.boxes[i].x, plain.nodes[i].y + head}
	}
	for i, a := range s.arrows {
		if a.label.size.W > 0 {
			g.routes[i].label = point{all.boxes[box].x, plain.routes[i].label.y + head}
			box++
		}
	}
	g.size = Size{g.posts[len(s.lanes)], plain.size.H + head}
	r := newRouter(s, g)
	r.top = head - gapLeast
	lost := r.straighten(s, g, func(h half, first, last int) (*path, bool) {
		return r.through(h, first, last, all.ways[h], g.posts[all.along[h]+1])
	})
	return g, !lost
}

// shift moves a lane that was settled to its left edge and tells where it ends.
func (all *slots) shift(lane int, left, header float64) (right float64) {
	low, high := 0.0, 0.0
	for _, cell := range all.cells[lane] {
		for _, s := range cell {
			low, high = min(low, s.x-s.width/2), max(high, s.x+s.width/2)
		}
	}
	width := max(high-low, header) + 2*lanePad
	by := left + (width-high-low)/2
	for _, cell := range all.cells[lane] {
		for _, s := range cell {
			s.x += by
		}
	}
	return left + width
}

// through starts the way of an arrow past given slots; one that leads back up has a single x for all of them, at the
// worst beside the edge of its lane, where nothing stands.
func (r *router) through(h half, from, to int, way []*slot, edge float64) (*path, bool) {
	first, last := r.boxes[from].row, r.boxes[to].row
	if first < last {
		return r.path(h.arrow, from, to, func(row int) float64 { return way[row-first-1].x })
	}
	p := &path{arrow: h.arrow, from: from, to: to, up: true, xs: []float64{r.boxes[from].centre(), 0, r.boxes[to].centre()}}
	p.xs[1] = edge - lanePad/2
	for _, s := range way {
		if r.clearUp(last, first, s.x) {
			p.xs[1] = s.x
			break
		}
	}
	return p, true
}

// clearUp tells whether an arrow may pass all rows of a stretch at x.
func (r *router) clearUp(first, last int, x float64) bool {
	for row := first; row <= last; row++ {
		if !r.isFree(row, x) {
			return false
		}
	}
	return true
}

// laneKey tells scenes apart that are the same but for their lanes.
func (s scene) laneKey() string {
	var b strings.Builder
	for _, l := range s.lanes {
		fmt.Fprintf(&b, "lane %v %v\n", l.header.W, l.header.H)
	}
	for _, n := range s.symbols {
		fmt.Fprintf(&b, "%d ", n.lane)
	}
	return b.String()
}
