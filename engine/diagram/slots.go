package diagram

import (
	"cmp"
	"slices"
)

// slot is a place in a row of a lane: of a symbol, of a label, or of an arrow that passes the row.
type slot struct {
	width   float64
	passage bool
	want    standing
	place   int     // in its row
	x       float64 // its middle
	ties    []tie
}

// standing is where something stands within its row, from left to right: where it, or what a label belongs to, stood without
// lanes; of labels, to which lane their arrows lead, and where they stood themselves.
type standing struct {
	at   float64
	lane int
	then float64
}

// tie pulls a slot below or above another one of its lane.
type tie struct {
	to     *slot
	above  bool
	weight float64
}

// half is an arrow without a label, or the part of one before (0) or behind (1) its label.
type half struct{ arrow, part int }

// slots are all places of a chart in lanes.
type slots struct {
	cells [][][]*slot      // by lane and row, from left to right
	boxes []*slot          // of the router's boxes: symbols, then labels
	lanes []int            // in which these stand
	ways  map[half][]*slot // where an arrow passes, from row to row
	along map[half]int     // the lane in which it does
	joint map[berth]*slot
}

// berth is where arrows that lead to one symbol pass a row as one.
type berth struct {
	to, lane, row int
	rejected      bool
}

// newSlots finds what stands in each lane and row of a chart that r sees placed without lanes.
func newSlots(s scene, r *router, plain *geometry) *slots {
	out := &slots{ways: map[half][]*slot{}, along: map[half]int{}, joint: map[berth]*slot{}}
	for range s.lanes {
		out.cells = append(out.cells, make([][]*slot, len(r.rows)))
	}
	for i := range s.symbols {
		out.lanes = append(out.lanes, s.symbols[i].lane)
	}
	for _, a := range s.arrows {
		if a.label.size.W > 0 { // stands in the lane that its arrow comes from
			out.lanes = append(out.lanes, s.symbols[a.from].lane)
		}
	}
	wants := make([]standing, len(r.boxes))
	for i, b := range r.boxes {
		wants[i].at = b.centre()
	}
	for i, a := range s.arrows {
		if note := r.noteOf(s, i); note >= 0 {
			wants[note] = standing{r.boxes[a.from].centre(), s.symbols[a.to].lane, r.boxes[note].centre()}
		}
	}
	for i, b := range r.boxes {
		out.boxes = append(out.boxes, out.add(out.lanes[i], b.row, slot{width: b.right - b.left, want: wants[i]}))
	}
	for i, a := range s.arrows {
		parts := r.parts(s, i)
		for n, e := range parts {
			curve := plain.routes[i].curve
			if n < len(parts)-1 {
				curve = plain.routes[i].tail
			}
			weight := float64(a.weight())
			if r.boxes[e[1]].note {
				weight *= 3 // a label stays where its arrow begins
			}
			if r.boxes[e[0]].row < r.boxes[e[1]].row {
				out.down(r, half{i, n}, e, curve, weight, a.rejected)
			} else {
				out.up(r, half{i, n}, e, curve, weight)
			}
		}
	}
	for _, rows := range out.cells {
		for _, cell := range rows {
			slices.SortStableFunc(cell, func(a, b *slot) int { return a.want.compare(b.want) })
		}
		uncross(rows)
	}
	return out
}

func (o standing) compare(p standing) int {
	return cmp.Or(cmp.Compare(o.at, p.at), cmp.Compare(o.lane, p.lane), cmp.Compare(o.then, p.then))
}

func (all *slots) add(lane, row int, s slot) *slot {
	all.cells[lane][row] = append(all.cells[lane][row], &s)
	return &s
}

// down makes the slots of an arrow that leads down, in the rows between its ends.
func (all *slots) down(r *router, h half, ends [2]int, curve []point, weight float64, rejected bool) {
	first, last := r.boxes[ends[0]].row, r.boxes[ends[1]].row
	lane := all.emptier(all.lanes[ends[0]], all.lanes[ends[1]], first+1, last)
	all.along[h] = lane
	from, at := all.boxes[ends[0]], all.lanes[ends[0]]
	pull := weight
	for row := first + 1; row < last; row++ {
		key := berth{ends[1], lane, row, rejected}
		next := all.joint[key]
		if next == nil || r.boxes[ends[1]].note {
			next = all.add(lane, row, slot{width: 2, passage: true, want: standing{at: crossing(curve, r.rows[row].middle)}})
			all.joint[key] = next
		}
		if at == lane && from != next {
			bind(from, next, pull)
		}
		all.ways[h] = append(all.ways[h], next)
		from, at, pull = next, lane, 4*weight
	}
	if at == all.lanes[ends[1]] {
		bind(from, all.boxes[ends[1]], weight)
	}
}

// up makes the slots of an arrow that leads back up: past everything between its ends, their own rows too.
func (all *slots) up(r *router, h half, ends [2]int, curve []point, weight float64) {
	lane := all.lanes[ends[1]]
	all.along[h] = lane
	want := r.boxes[ends[1]].right
	for _, p := range curve {
		want = max(want, p.x)
	}
	for row := r.boxes[ends[1]].row; row <= r.boxes[ends[0]].row; row++ {
		next := all.add(lane, row, slot{width: 2, passage: true, want: standing{at: want}})
		if way := all.ways[h]; len(way) > 0 {
			bind(way[len(way)-1], next, 4*weight)
		}
		all.ways[h] = append(all.ways[h], next)
	}
}

// emptier chooses between two lanes the one in which fewer things stand from one row until another; of equals the second.
func (all *slots) emptier(a, b, from, until int) int {
	count := func(lane int) (n int) {
		for row := from; row < until; row++ {
			n += len(all.cells[lane][row])
		}
		return n
	}
	if count(a) < count(b) {
		return a
	}
	return b
}

func bind(above, below *slot, weight float64) {
	above.ties = append(above.ties, tie{below, false, weight})
	below.ties = append(below.ties, tie{above, true, weight})
}

// crossing is where a curve passes a height; far left for an arrow that was not placed.
func crossing(curve []point, y float64) float64 {
	if len(curve) == 0 {
		return 0
	}
	return at(curve, y)
}
