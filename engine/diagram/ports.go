package diagram

import (
	"math"
	"slices"
)

// choosePorts settles where paths leave and reach their boxes: straight above or below where they come from or go to, if
// the box is that wide, and not on top of each other.
func (r *router) choosePorts() {
	for i, b := range r.boxes {
		if !b.note {
			r.leave(i)
			r.reach(i)
		}
	}
}

// leave spreads the paths that leave box i along its lower side; a diamond's also leave at its corners.
func (r *router) leave(i int) {
	b := r.boxes[i]
	var down []*path
	var left, right []*path
	for _, p := range r.paths {
		switch {
		case p.from != i:
			continue
		case b.shape == diamond && p.xs[1] < b.left-corner && r.clear(b, p.xs[1]):
			left = append(left, p)
		case b.shape == diamond && p.xs[1] > b.right+corner && r.clear(b, p.xs[1]):
			right = append(right, p)
		default:
			down = append(down, p)
		}
	}
	for _, side := range [][]*path{left, right} {
		// The nearest takes the corner; the others leave below.
		slices.SortStableFunc(side, func(p, q *path) int {
			return int(math.Copysign(1, math.Abs(p.xs[1]-b.centre())-math.Abs(q.xs[1]-b.centre())))
		})
		for n, p := range side {
			if n == len(side)-1 {
				p.side, p.xs[0] = true, p.xs[1]
			} else {
				down = append(down, p)
			}
		}
	}
	spread(b, down, func(p *path) float64 { return p.xs[1] }, func(p *path, x float64) { p.xs[0] = x })
	for _, p := range down {
		r.follow(p)
	}
}

// follow moves a label below the place where its arrow leaves, if there is room, and saves the arrow a kink.
func (r *router) follow(p *path) {
	note := &r.boxes[p.to]
	off := p.xs[0] - p.xs[len(p.xs)-1]
	if !note.note || len(p.xs) > 2 || off == 0 || math.Abs(off) > 80 {
		return
	}
	for _, i := range r.rows[note.row].boxes {
		if o := r.boxes[i]; i != p.to && o.left < note.right+off+clearance && o.right > note.left+off-clearance {
			return
		}
	}
	note.left, note.right = note.left+off, note.right+off
	p.xs[1] = p.xs[0]
	for _, q := range r.paths {
		if q.from == p.to {
			r.drag(q, p.xs[0])
		}
	}
}

// drag moves the beginning of a path to x, and with it the rows that it passes straight below, as far as they are free.
func (r *router) drag(p *path, x float64) {
	was := p.xs[0]
	p.xs[0] = x
	for i := 1; i < len(p.xs)-1 && !p.up; i++ {
		if math.Abs(p.xs[i]-was) > 1 || !r.isFree(r.boxes[p.from].row+i, x) {
			return
		}
		p.xs[i] = x
	}
}

// reach spreads the paths that reach box i along its upper side; a diamond's all reach its upper corner.
func (r *router) reach(i int) {
	b := r.boxes[i]
	var in []*path
	for _, p := range r.paths {
		if p.to == i {
			in = append(in, p)
		}
	}
	last := func(p *path) int { return len(p.xs) - 1 }
	if b.shape == diamond {
		for _, p := range in {
			p.xs[last(p)] = b.centre()
		}
		return
	}
	// Paths that come down at the same place arrive as one.
	var ports []*path
	joined := map[*path][]*path{}
	for _, p := range in {
		at := slices.IndexFunc(ports, func(q *path) bool {
			return math.Abs(q.xs[last(q)-1]-p.xs[last(p)-1]) < 0.5 && len(p.xs) > 2 && len(q.xs) > 2
		})
		if at < 0 {
			ports = append(ports, p)
			continue
		}
		joined[ports[at]] = append(joined[ports[at]], p)
	}
	spread(b, ports, func(p *path) float64 { return p.xs[last(p)-1] }, func(p *path, x float64) {
		for _, q := range append(joined[p], p) {
			q.xs[last(q)] = x
		}
	})
}

// spread gives each path the place on a side of b nearest to what it wants, in order and with gaps between.
func spread(b placedBox, paths []*path, want func(*path) float64, put func(*path, float64)) {
	low, high := b.left+portInset, b.right-portInset
	if b.shape == diamond {
		quarter := (b.right - b.left) / 4
		low, high = b.left+quarter, b.right-quarter
	}
	slices.SortStableFunc(paths, func(p, q *path) int {
		if d := want(p) - want(q); math.Abs(d) > 0.5 {
			return int(math.Copysign(1, d))
		}
		return p.arrow - q.arrow
	})
	gap := min(portGap, (high-low)/float64(max(len(paths)-1, 1)))
	places := make([]float64, len(paths))
	for i, p := range paths {
		places[i] = min(max(want(p), low), high)
		if len(paths) == 1 && places[i] != want(p) {
			places[i] = b.centre()
		}
		if i > 0 {
			places[i] = max(places[i], places[i-1]+gap)
		}
	}
	for i := len(places) - 1; i >= 0; i-- {
		places[i] = min(places[i], high-gap*float64(len(places)-1-i))
		put(paths[i], places[i])
	}
}

// clear tells whether nothing stands in the row of diamond b between it and x.
func (r *router) clear(b placedBox, x float64) bool {
	for _, i := range r.rows[b.row].boxes {
		o := r.boxes[i]
		if o.rect != b.rect && o.left < max(x, b.right)+clearance && o.right > min(x, b.left)-clearance {
			return false
		}
	}
	return true
}
