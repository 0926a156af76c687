package flow

// reach answers "can one node be reached from another?": a bit per pair of nodes.
type reach struct {
	words int
	bits  []uint64
}

func (r reach) has(from, to int) bool { return r.bits[from*r.words+to/64]&(1<<(to%64)) != 0 }

// newReach walks from every node once.
func newReach(g *Graph) reach {
	n := len(g.def.Nodes)
	r := reach{words: (n + 63) / 64}
	r.bits = make([]uint64, n*r.words)
	next := make([][]int32, n)
	for id, i := range g.index {
		for _, e := range g.out[id] {
			next[i] = append(next[i], int32(g.index[e.To]))
		}
	}
	todo := make([]int32, 0, n)
	for from := range n {
		row := r.bits[from*r.words : (from+1)*r.words]
		todo = append(todo[:0], next[from]...)
		for len(todo) > 0 {
			at := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if row[at/64]&(1<<(at%64)) != 0 {
				continue
			}
			row[at/64] |= 1 << (at % 64)
			todo = append(todo, next[at]...)
		}
	}
	return r
}
