package diagram

import "math"

// settle finds how far from the middle of their lane its slots stand: in their order and apart, and else as straight
// below each other as their ties want. It goes down and up the rows, keeps the best it saw, and evens that out.
func settle(rows [][]*slot) {
	for _, cell := range rows {
		pack(cell)
	}
	best, least := positions(rows), strain(rows)
	for sweep := range 8 {
		walk(rows, sweep%2 == 0, func(s *slot) float64 { return s.pulled(sweep%2 == 0) })
		if now := strain(rows); now < least {
			best, least = positions(rows), now
		}
	}
	restore(rows, best)
	for sweep := range 4 {
		walk(rows, sweep%2 == 0, (*slot).balanced)
	}
	if strain(rows) > least {
		restore(rows, best)
	}
}

// distance is the least distance between the middles of two neighbours.
func distance(a, b *slot) float64 {
	gap := 36.0
	switch {
	case a.passage && b.passage:
		gap = portGap
	case a.passage || b.passage:
		gap = 2*clearance + 4
	}
	return (a.width+b.width)/2 + gap
}

// pack puts a row closely together in the middle of its lane.
func pack(cell []*slot) {
	for i, s := range cell {
		s.x = 0
		if i > 0 {
			s.x = cell[i-1].x + distance(cell[i-1], s)
		}
	}
	if len(cell) > 0 {
		middle := cell[len(cell)-1].x / 2
		for _, s := range cell {
			s.x -= middle
		}
	}
}

// walk spaces out all rows, from above or from below.
func walk(rows [][]*slot, down bool, want func(*slot) float64) {
	for i := range rows {
		if !down {
			i = len(rows) - 1 - i
		}
		spaceOut(rows[i], want)
	}
}

// pulled is where the ties to one side want a slot, else those to the other.
func (s *slot) pulled(above bool) float64 {
	low, high, ok := s.median(func(t tie) bool { return t.above == above })
	if !ok {
		low, high, ok = s.median(func(t tie) bool { return t.above != above })
	}
	if !ok {
		return s.x
	}
	return min(max(s.x, low), high)
}

// balanced is where all ties together want a slot.
func (s *slot) balanced() float64 {
	low, high, ok := s.median(func(tie) bool { return true })
	if !ok {
		return s.x
	}
	return min(max(s.x, low), high)
}

// median is the stretch in which the ties of a kind are shortest.
func (s *slot) median(counts func(tie) bool) (low, high float64, ok bool) {
	var pulls []pull
	for _, t := range s.ties {
		if counts(t) {
			pulls = append(pulls, pull{t.to.x, t.weight})
		}
	}
	if len(pulls) == 0 {
		return 0, 0, false
	}
	low, high = median(pulls)
	return low, high, true
}

// strain is how much the ties of a lane are stretched.
func strain(rows [][]*slot) float64 {
	sum := 0.0
	for _, cell := range rows {
		for _, s := range cell {
			for _, t := range s.ties {
				sum += t.weight * math.Abs(s.x-t.to.x)
			}
		}
	}
	return sum
}

func positions(rows [][]*slot) []float64 {
	var xs []float64
	for _, cell := range rows {
		for _, s := range cell {
			xs = append(xs, s.x)
		}
	}
	return xs
}

func restore(rows [][]*slot, xs []float64) {
	i := 0
	for _, cell := range rows {
		for _, s := range cell {
			s.x = xs[i]
			i++
		}
	}
}
