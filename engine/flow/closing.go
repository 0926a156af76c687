package flow

import (
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

type way struct{ to, without int }

// Closing is the join that closes a fork (or a decision that takes all matches): at least two of its branches reach it,
// and no branch gets round it to a join that lies behind it. The nearest one counts; "" when there is none.
func (g *Graph) Closing(fork string) string { return g.closings.of[fork] }

// ReachesWithout is Reaches by ways that do not pass through, or begin at, the node without. An empty one stops nothing.
func (g *Graph) ReachesWithout(from, to, without string) bool {
	if without == "" || !g.Reaches(from, to) {
		return without == "" && g.Reaches(from, to)
	}
	cut, known := g.index[without]
	if !known {
		return true
	}
	w := way{to: g.index[to], without: cut}
	reaching, ok := g.closings.ways.Load(w)
	if !ok {
		reaching, _ = g.closings.ways.LoadOrStore(w, g.reaching(w))
	}
	return reaching.([]bool)[g.index[from]]
}

// reaching walks back from w.to.
func (g *Graph) reaching(w way) []bool {
	seen := make([]bool, len(g.def.Nodes))
	todo := []int{w.to}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, e := range g.in[g.def.Nodes[at].ID] {
			if from := g.index[e.From]; !seen[from] && from != w.without {
				seen[from] = true
				todo = append(todo, from)
			}
		}
	}
	return seen
}

func newClosings(g *Graph) map[string]string {
	of := map[string]string{}
	for i := range g.def.Nodes {
		if n := &g.def.Nodes[i]; n.Splits() {
			if join := g.closing(n.ID); join != "" {
				of[n.ID] = join
			}
		}
	}
	return of
}

func (g *Graph) closing(fork string) string {
	all := targets(g.out[fork])
	branches := make([]map[string]bool, len(all))
	for i, to := range all {
		branches[i], _ = g.walk([]string{to}, fork)
	}
	_, nearestFirst := g.walk(all, fork)
	for _, join := range nearestFirst {
		in := 0
		for _, reached := range branches {
			if reached[join] {
				in++
			}
		}
		if in < 2 {
			continue
		}
		behind, _ := g.walk(targets(g.out[join]), fork, join)
		_, round := g.walk(all, fork, join)
		if !slices.ContainsFunc(round, func(j string) bool { return behind[j] }) {
			return join
		}
	}
	return ""
}

// walk goes breadth first from some nodes, never into those it must avoid, and tells what it reached and which joins.
func (g *Graph) walk(from []string, avoid ...string) (reached map[string]bool, joins []string) {
	reached = map[string]bool{}
	todo := slices.Clone(from)
	for len(todo) > 0 {
		id := todo[0]
		todo = todo[1:]
		if reached[id] || slices.Contains(avoid, id) {
			continue
		}
		reached[id] = true
		if g.Node(id).Kind == KindJoin {
			joins = append(joins, id)
		}
		todo = append(todo, targets(g.out[id])...)
	}
	return reached, joins
}

func targets(edges []*Edge) []string {
	ids := make([]string, len(edges))
	for i, e := range edges {
		ids[i] = e.To
	}
	return ids
}
