package flow

import (
	"fmt"
	"slices"
	"sync"
)

// closings knows where the scopes of a running instance close. Nesting is what a well drawn chart looks like; this also
// holds for charts in which a branch leaves a fork's region by another way, or in which joins merge a fork's branches in
// several steps.
type closings struct {
	of map[string]string // by fork

	ways sync.Map // way → []bool by place of the node: what reaches way.to without passing way.without
}

// way is a question of reaching: to where, and, by place in order, which nodes are not passed through.
type way struct {
	to      int
	without string
}

// Closing is the join that closes a fork (or a decision that takes all matches): at least two of its branches reach it,
// and no branch gets round it to a join that lies behind it. The nearest one counts; "" when there is none.
func (g *Graph) Closing(fork string) string { return g.closings.of[fork] }

// ReachesWithout is Reaches by ways that do not pass through, or begin at, any of the nodes without. Empty ones stop
// nothing.
func (g *Graph) ReachesWithout(from, to string, without ...string) bool {
	if !g.Reaches(from, to) {
		return false
	}
	var cut []int
	for _, id := range without {
		if at, known := g.index[id]; known {
			cut = append(cut, at)
		}
	}
	if len(cut) == 0 {
		return true
	}
	slices.Sort(cut)
	w := way{to: g.index[to], without: fmt.Sprint(cut)}
	reaching, ok := g.closings.ways.Load(w)
	if !ok {
		reaching, _ = g.closings.ways.LoadOrStore(w, g.reaching(w.to, cut))
	}
	return reaching.([]bool)[g.index[from]]
}

// reaching walks back from a node, never through those that are cut.
func (g *Graph) reaching(to int, cut []int) []bool {
	seen := make([]bool, len(g.def.Nodes))
	todo := []int{to}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, e := range g.in[g.def.Nodes[at].ID] {
			if from := g.index[e.From]; !seen[from] && !slices.Contains(cut, from) {
				seen[from] = true
				todo = append(todo, from)
			}
		}
	}
	return seen
}

func (c *closings) find(g *Graph) {
	w := newWalker(g)
	c.of = map[string]string{}
	for i := range g.def.Nodes {
		n := &g.def.Nodes[i]
		if !n.Splits() || g.index[n.ID] != i {
			continue
		}
		join := w.closing(i)
		if join >= 0 {
			c.of[n.ID] = g.def.Nodes[join].ID
		}
	}
}

// walker walks a chart by the places of its nodes; a chart of a thousand nodes takes thousands of walks.
type walker struct {
	next     [][]int
	isJoin   []bool
	branches []int // by join: how many of the fork's branches reach it
	first    visited
	second   visited
	todo     []int
}

// visited is a set of nodes that is emptied at no cost: a node is in it if it bears the present stamp.
type visited struct {
	stamp int
	at    []int
}

func (v *visited) has(node int) bool { return v.at[node] == v.stamp }

func newWalker(g *Graph) *walker {
	n := len(g.def.Nodes)
	w := &walker{next: make([][]int, n), isJoin: make([]bool, n), branches: make([]int, n),
		first: visited{at: make([]int, n)}, second: visited{at: make([]int, n)}}
	for id, i := range g.index {
		w.isJoin[i] = g.def.Nodes[i].Kind == KindJoin
		for _, e := range g.out[id] {
			w.next[i] = append(w.next[i], g.index[e.To])
		}
	}
	return w
}

// closing finds the place of the join that closes the fork; -1 when there is none.
func (w *walker) closing(fork int) int {
	all := w.next[fork]
	nearestFirst := w.walk(&w.first, all, fork, fork)
	for _, join := range nearestFirst {
		w.branches[join] = 0
	}
	for i := range all {
		for _, join := range w.walk(&w.first, all[i:i+1], fork, fork) {
			w.branches[join]++
		}
	}
	for _, join := range nearestFirst {
		if w.branches[join] < 2 {
			continue
		}
		w.walk(&w.first, w.next[join], fork, join)
		if !slices.ContainsFunc(w.walk(&w.second, all, fork, join), w.first.has) {
			return join
		}
	}
	return -1
}

// walk goes breadth first from some nodes, never into the two it must avoid, and tells which joins it reached.
func (w *walker) walk(reached *visited, from []int, avoid, also int) (joins []int) {
	reached.stamp++
	w.todo = append(w.todo[:0], from...)
	for i := 0; i < len(w.todo); i++ {
		at := w.todo[i]
		if at == avoid || at == also || reached.has(at) {
			continue
		}
		reached.at[at] = reached.stamp
		if w.isJoin[at] {
			joins = append(joins, at)
		}
		w.todo = append(w.todo, w.next[at]...)
	}
	return joins
}
