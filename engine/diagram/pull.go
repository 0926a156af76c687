package diagram

import (
	"cmp"
	"slices"
)

// pull is a place and how strongly it is wanted.
type pull struct{ at, weight float64 }

// median is the stretch from which the sum of all pulls, each by its weight, is shortest.
func median(pulls []pull) (low, high float64) {
	slices.SortFunc(pulls, func(a, b pull) int { return cmp.Compare(a.at, b.at) })
	total := 0.0
	for _, p := range pulls {
		total += p.weight
	}
	sum := 0.0
	for i, p := range pulls {
		sum += p.weight
		if sum > total/2 {
			return p.at, p.at
		}
		if sum == total/2 {
			return p.at, pulls[i+1].at
		}
	}
	return pulls[0].at, pulls[0].at
}

// block is a group of neighbours that stand as close as they may.
type block struct {
	pulls []pull
	size  int
	at    float64
}

// spaceOut gives the slots of a row the places nearest to those they want, in order and apart.
func spaceOut(cell []*slot, want func(*slot) float64) {
	var blocks []block
	offsets := make([]float64, len(cell))
	for i, s := range cell {
		if i > 0 {
			offsets[i] = offsets[i-1] + distance(cell[i-1], s)
		}
		at := want(s) - offsets[i]
		now := block{[]pull{{at, s.strength()}}, 1, at}
		for len(blocks) > 0 && blocks[len(blocks)-1].at > now.at {
			before := blocks[len(blocks)-1]
			blocks = blocks[:len(blocks)-1]
			now = block{append(before.pulls, now.pulls...), before.size + now.size, 0}
			low, high := median(now.pulls)
			now.at = (low + high) / 2
		}
		blocks = append(blocks, now)
	}
	i := 0
	for _, b := range blocks {
		for range b.size {
			cell[i].x = b.at + offsets[i]
			i++
		}
	}
}

// strength is how much a slot insists on its place.
func (s *slot) strength() float64 {
	sum := 0.1
	for _, t := range s.ties {
		sum += t.weight
	}
	return sum
}
