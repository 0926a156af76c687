package diagram

import (
	"math"
	"slices"
)

// cross finds where paths go across, and gives those that would touch tracks of their own.
func (r *router) cross() {
	for _, p := range r.paths {
		p.runs = make([]*run, len(p.xs)-1)
		for i := range p.runs {
			if math.Abs(p.xs[i]-p.xs[i+1]) > 1 {
				p.runs[i] = &run{path: p, x1: p.xs[i], x2: p.xs[i+1]}
				g := &r.gaps[r.gapOf(p, i)]
				g.runs = append(g.runs, p.runs[i])
			}
		}
	}
	for i := range r.gaps {
		r.gaps[i].assign()
	}
}

// gapOf is the gap of run number i of p.
func (r *router) gapOf(p *path, i int) int {
	if p.up && i > 0 {
		return r.boxes[p.to].row
	}
	return r.boxes[p.from].row + 1 + i
}

// assign gives the runs of a gap their tracks and heights. Runs into the same box may share a track: there they join.
func (g *gap) assign() {
	slices.SortStableFunc(g.runs, compareRuns)
	for i, a := range g.runs {
		for taken := true; taken; {
			taken = false
			for _, b := range g.runs[:i] {
				if a.track == b.track && a.touches(b) || b.track >= a.track && a.below(b) {
					a.track, taken = max(a.track, b.track)+1, true
				}
			}
		}
		g.tracks = max(g.tracks, a.track+1)
	}
}

const (
	trackGap = 10
	gapLeast = 26 // between rows
)

// widen makes every gap as high as its tracks need and no higher, moves everything below, and sets the runs' heights.
func (r *router) widen(s scene, g *geometry) {
	moved := make([]float64, len(r.rows))
	above, by := r.top, 0.0 // the bottom of the row above, and how far it moved
	for i := range r.rows {
		row := &r.rows[i]
		room := row.top + by - above
		need := r.gaps[i].height()
		if i == 0 { // nothing stands above the first row
			need = room
			if r.gaps[0].tracks > 0 {
				need = max(room, r.gaps[0].height())
			}
		}
		by += need - room
		moved[i] = by
		row.top, row.middle, row.bottom = row.top+by, row.middle+by, row.bottom+by
		r.gaps[i].lay(above, need)
		for _, b := range row.boxes {
			r.boxes[b].top, r.boxes[b].bottom = r.boxes[b].top+by, r.boxes[b].bottom+by
		}
		above = row.bottom
	}
	r.carry(s, g, moved)
	if below := &r.gaps[len(r.rows)]; below.tracks > 0 {
		below.lay(above, below.height())
		g.size.H = max(g.size.H, above+below.height()-headRoom)
	}
}

// height is what a gap between two rows needs.
func (g *gap) height() float64 {
	if g.tracks == 0 {
		return gapLeast
	}
	return max(gapLeast, float64(g.tracks)*trackGap+headRoom+4)
}

// lay gives the runs of a gap their heights.
func (g *gap) lay(top, height float64) {
	for _, a := range g.runs {
		a.y = top + (height-headRoom)*float64(a.track+1)/float64(g.tracks+1) + 2
	}
}

// carry puts what moved back into the geometry.
func (r *router) carry(s scene, g *geometry, moved []float64) {
	before := func(y float64) float64 { // how far the row at or above y moved
		at := 0.0
		for i, row := range r.rows {
			if row.middle-moved[i] <= y+1 {
				at = moved[i]
			}
		}
		return at
	}
	for i := range g.routes {
		for _, curve := range [][]point{g.routes[i].tail, g.routes[i].curve} {
			for j := range curve {
				curve[j].y += before(curve[j].y)
			}
		}
	}
	place := func(b placedBox) point { return point{b.centre(), (b.top + b.bottom) / 2} }
	for i := range g.nodes {
		g.nodes[i] = place(r.boxes[i])
	}
	note := len(g.nodes)
	for i, a := range s.arrows {
		if a.label.size.W > 0 {
			g.routes[i].label = place(r.boxes[note])
			note++
		}
	}
	g.size.H += moved[len(moved)-1]
}

// compareRuns orders runs so that nested ones do not cross: to the left, the one that starts leftmost is highest; to the
// right, the one that starts rightmost.
func compareRuns(a, b *run) int {
	left := func(r *run) bool { return r.x2 < r.x1 }
	switch {
	case left(a) != left(b):
		if left(a) {
			return -1
		}
		return 1
	case a.x1 != b.x1:
		return int(math.Copysign(1, a.x1-b.x1)) * map[bool]int{true: 1, false: -1}[left(a)]
	default:
		return a.path.arrow - b.path.arrow
	}
}

// touches tells whether two runs on one track would lie on or against each other.
func (a *run) touches(b *run) bool {
	if a.path.to == b.path.to && len(a.path.xs) == len(b.path.xs) && math.Abs(a.x2-b.x2) < 0.5 {
		return false
	}
	return min(a.x1, a.x2) < max(b.x1, b.x2)+portGap/2 && min(b.x1, b.x2) < max(a.x1, a.x2)+portGap/2
}

// below tells whether a must run below b: it comes down where b has yet to arrive from.
func (a *run) below(b *run) bool { return math.Abs(a.x2-b.x1) < portGap/2 }

// line is the way of p from corner to corner.
func (r *router) line(p *path) []point {
	from, to := r.boxes[p.from], r.boxes[p.to]
	line := []point{{p.xs[0], r.exit(from, p.xs[0])}}
	if p.side {
		y := (from.top + from.bottom) / 2
		vertex := from.left
		if p.xs[0] > from.right {
			vertex = from.right
		}
		line = []point{{vertex, y}, {p.xs[0], y}}
	}
	for i, run := range p.runs {
		if run != nil {
			line = append(line, point{p.xs[i], run.y}, point{p.xs[i+1], run.y})
		}
	}
	return append(line, point{p.xs[len(p.xs)-1], to.top})
}

// exit is where a line that goes down at x leaves b.
func (r *router) exit(b placedBox, x float64) float64 {
	if b.shape != diamond || b.note {
		return b.bottom
	}
	half := (b.right - b.left) / 2
	return (b.top+b.bottom)/2 + (b.bottom-b.top)/2*max(0, 1-math.Abs(x-b.centre())/half)
}
