package diagram

import (
	"math"
	"slices"
)

// router turns Graphviz's curves into lines with right angles, as flowcharts have them: down out of a box, across in the
// gap between two rows, down into the next. Where everything stands, and between which boxes an arrow passes, stays as
// it was chosen: by Graphviz, or in lanes.
type router struct {
	rows  []band
	boxes []placedBox
	paths []*path
	gaps  []gap   // above each row, and one below the last
	top   float64 // of what lies above the first row
	width float64
}

// band is a row: everything that stands at the same height.
type band struct {
	top, middle, bottom float64
	boxes               []int
}

// gap is the room between two rows, where arrows go across on tracks.
type gap struct {
	runs   []*run
	tracks int
}

// placedBox is a symbol or a label at its place.
type placedBox struct {
	rect
	shape shape
	row   int
	note  bool
}

// path is one arrow, or one half of it, on its way down from a box to a box below; or, below its box and beside all rows
// up to above the other, back up.
type path struct {
	arrow    int
	from, to int       // boxes
	xs       []float64 // where it leaves, passes each row between, or all of them if it leads up, and arrives
	up       bool
	side     bool // leaves a diamond at its left or right corner
	runs     []*run
}

// run is the part of a path that goes across a gap.
type run struct {
	path   *path
	x1, x2 float64
	y      float64
	track  int
}

const (
	portInset = 18 // from a box's corner to the nearest arrow
	portGap   = 16 // between arrows at one side of a box
	clearance = 9  // between an arrow and a box that it passes
	headRoom  = 13 // for the arrow's head, below the lowest run
	corner    = 6  // radius
)

// straighten gives every arrow that Graphviz led down a line with right angles; the others, which lead back up, stay
// curves.
func (s scene) straighten(g *geometry) {
	r := newRouter(s, g)
	r.straighten(s, g, func(h half, from, to int) (*path, bool) {
		curve := g.routes[h.arrow].curve
		if r.boxes[to].note {
			curve = g.routes[h.arrow].tail
		}
		if r.boxes[to].row <= r.boxes[from].row || len(curve) < 4 {
			return nil, false
		}
		return r.path(h.arrow, from, to, func(row int) float64 { return at(curve, r.rows[row].middle) })
	})
}

// straighten gives arrows lines with right angles, each part by the way that begin finds for it, and makes room for them
// between the rows. It tells whether an arrow found no way.
func (r *router) straighten(s scene, g *geometry, begin func(h half, from, to int) (*path, bool)) (lost bool) {
	for i := range s.arrows {
		var paths []*path
		found := true
		for n, e := range r.parts(s, i) {
			p, ok := begin(half{i, n}, e[0], e[1])
			found = found && ok
			paths = append(paths, p)
		}
		if found {
			r.paths = append(r.paths, paths...)
		}
		lost = lost || !found
	}
	r.choosePorts()
	r.cross()
	r.widen(s, g)
	lines := map[int][]point{}
	for _, p := range r.paths {
		lines[p.arrow] = append(lines[p.arrow], r.line(p)...)
	}
	for i, line := range lines {
		g.routes[i].line = line
	}
	return lost
}

// parts are the boxes between which arrow i leads: its symbols, with its label between them if it has one.
func (r *router) parts(s scene, i int) [][2]int {
	from, to, note := s.arrows[i].from, s.arrows[i].to, r.noteOf(s, i)
	if note < 0 {
		return [][2]int{{from, to}}
	}
	return [][2]int{{from, note}, {note, to}}
}

func newRouter(s scene, g *geometry) *router {
	r := &router{width: g.size.W}
	for i, n := range s.symbols {
		r.boxes = append(r.boxes, placedBox{rect: n.box(g.nodes[i]), shape: n.shape})
	}
	for i, a := range s.arrows {
		if a.label.size.W > 0 {
			r.boxes = append(r.boxes, placedBox{rect: symbol{size: a.label.size}.box(g.routes[i].label), note: true})
		}
	}
	byMiddle := map[float64]int{}
	for i := range r.boxes {
		byMiddle[r.boxes[i].middle()] = 0
	}
	for y := range byMiddle {
		r.rows = append(r.rows, band{top: y, middle: y, bottom: y})
	}
	slices.SortFunc(r.rows, func(a, b band) int { return int(math.Copysign(1, a.middle-b.middle)) })
	for i := range r.rows {
		byMiddle[r.rows[i].middle] = i
	}
	for i := range r.boxes {
		b := &r.boxes[i]
		b.row = byMiddle[b.middle()]
		row := &r.rows[b.row]
		row.top, row.bottom = min(row.top, b.top), max(row.bottom, b.bottom)
		row.boxes = append(row.boxes, i)
	}
	r.gaps = make([]gap, len(r.rows)+1)
	return r
}

func (b rect) middle() float64 { return math.Round((b.top + b.bottom) / 2) }
func (b rect) centre() float64 { return (b.left + b.right) / 2 }

// noteOf finds the box of what stands on arrow i; -1 without.
func (r *router) noteOf(s scene, i int) int {
	if s.arrows[i].label.size.W == 0 {
		return -1
	}
	at := len(s.symbols)
	for _, a := range s.arrows[:i] {
		if a.label.size.W > 0 {
			at++
		}
	}
	return at
}

// path starts the way from one box to another below it: past the rows between as near as it may to where it is wanted.
func (r *router) path(arrow, from, to int, want func(row int) float64) (*path, bool) {
	first, last := r.boxes[from].row, r.boxes[to].row
	p := &path{arrow: arrow, from: from, to: to, xs: make([]float64, last-first+1)}
	p.xs[0], p.xs[len(p.xs)-1] = r.boxes[from].centre(), r.boxes[to].centre()
	for row := first + 1; row < last; row++ {
		x, ok := r.free(row, want(row))
		if !ok {
			return nil, false
		}
		p.xs[row-first] = x
	}
	r.iron(p, first)
	return p, true
}

// iron takes kinks out of the passages of p: from each row on it takes the x that stays free longest, of several the
// one that is least out of the way.
func (r *router) iron(p *path, first int) {
	last := len(p.xs) - 1
	candidates := r.candidates(p, first)
	start, goal := p.xs[0], p.xs[last]
	detour := func(x float64) float64 { return math.Abs(x-start) + math.Abs(x-goal) }
	for i := 1; i < last; {
		end, x := i, p.xs[i]
		for _, c := range candidates {
			if c <= 0 || c > r.width || math.Abs(c-p.xs[i]) > 400 {
				continue
			}
			j := i
			for j < last && r.isFree(first+j, c) {
				j++
			}
			if j > end || j == end && detour(c) < detour(x)-0.5 {
				end, x = j, c
			}
		}
		for end = max(end, i+1); i < end; i++ {
			p.xs[i] = x
		}
	}
}

func (r *router) candidates(p *path, first int) []float64 {
	last := len(p.xs) - 1
	out := []float64{p.xs[0], p.xs[last]}
	for _, q := range r.paths {
		if q.to == p.to && len(q.xs) > 2 {
			out = append(out, q.xs[1:len(q.xs)-1]...)
		}
	}
	for row := 1; row < last; row++ {
		out = append(out, p.xs[row])
		for _, i := range r.rows[first+row].boxes {
			out = append(out, r.boxes[i].left-clearance-1, r.boxes[i].right+clearance+1)
		}
	}
	return out
}

// isFree tells whether an arrow may pass row at x.
func (r *router) isFree(row int, x float64) bool {
	for _, i := range r.rows[row].boxes {
		if b := r.boxes[i]; x > b.left-clearance && x < b.right+clearance {
			return false
		}
	}
	return true
}

// free finds the x nearest to want at which an arrow may pass row.
func (r *router) free(row int, want float64) (float64, bool) {
	for away := 0.0; away < 400; away += 4 {
		for _, x := range []float64{want - away, want + away} {
			if x > 0 && r.isFree(row, x) {
				return x, true
			}
		}
	}
	return 0, false
}

// at finds where a chain of Bézier curves passes a height.
func at(curve []point, y float64) float64 {
	best, nearest := curve[0].x, math.Inf(1)
	for i := 0; i+3 < len(curve); i += 3 {
		a, b, c, d := curve[i], curve[i+1], curve[i+2], curve[i+3]
		for step := range 33 {
			t := float64(step) / 32
			u := 1 - t
			w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
			if off := math.Abs(w0*a.y + w1*b.y + w2*c.y + w3*d.y - y); off < nearest {
				best, nearest = w0*a.x+w1*b.x+w2*c.x+w3*d.x, off
			}
		}
	}
	return best
}
