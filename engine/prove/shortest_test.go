package prove

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/flow/flowtest"
	"flowline/engine/machine/machinetest"
)

// brute explores a chart without any of what makes the exploration quick: whatever can happen next may happen first, in
// whichever branch.
type brute struct {
	e       *explorer
	states  []state
	nexts   [][]followed
	known   map[string]int
	ends    []bool
	entered map[string]bool
	back    map[string][]int // states from which a fork's arrow leads back to the fork
	meets   map[string]bool  // joins in which tokens met
	through map[string][]int // states that follow when a join fires
}

// followed is a state that another leads to, and how many arrows are followed on the way: one, or none.
type followed struct{ to, arrows int }

// everyOrder is false when there are too many states.
func everyOrder(g *flow.Graph) (*brute, bool) {
	b := &brute{e: newExplorer(g, nil), known: map[string]int{}, entered: map[string]bool{}, back: map[string][]int{}, meets: map[string]bool{}, through: map[string][]int{}}
	first := state{{node: g.Starts()[0].ID}}
	b.entered[first[0].node] = true
	b.place(first)
	for at := 0; at < len(b.states); at++ {
		if len(b.states) > 4_000 {
			return b, false
		}
		b.next(at)
	}
	return b, b.e.proof.Complete
}

func (b *brute) place(s state) int {
	at, before := b.known[s.key()]
	if !before {
		at = len(b.states)
		b.known[s.key()] = at
		b.states, b.nexts = append(b.states, s), append(b.nexts, nil)
		b.ends = append(b.ends, len(s) == 0 || slices.ContainsFunc(s, b.e.lasts))
	}
	return at
}

func (b *brute) next(at int) {
	s := b.states[at]
	var moves []move
	for _, t := range s {
		if !t.refused && !b.e.lasts(t) {
			moves = append(moves, b.e.moves(s, t)...)
		}
	}
	w := b.e.waiting(s)
	moves = append(moves, w.early()...)
	if m, _, fires := w.ripe(); fires {
		moves = append(moves, m)
	}
	for _, m := range moves {
		arrows := 0
		for _, a := range m.come {
			if a.edge != "" {
				b.entered[a.token.node], arrows = true, 1
			}
			b.meets[a.token.node] = b.meets[a.token.node] || m.joins && a.token.fired
		}
		switch {
		case m.refused:
			b.ends[at] = true
		case m.back != "":
			b.back[m.back], b.ends[at] = append(b.back[m.back], at), true
		case !m.rejected:
			to := b.place(s.after(m))
			if m.come != nil && m.come[0].token.fired {
				b.through[m.node] = append(b.through[m.node], to)
			}
			b.nexts[at] = append(b.nexts[at], followed{to, arrows})
		}
	}
}

// arrows are how many have to be followed to each state, at least.
func (b *brute) arrows() []int {
	least := make([]int, len(b.states))
	for at := range least {
		least[at] = len(b.states)
	}
	least[0] = 0
	for near, far := []int{0}, []int(nil); len(near) > 0; near, far = far, nil {
		for len(near) > 0 {
			at := near[len(near)-1]
			near = near[:len(near)-1]
			for _, n := range b.nexts[at] {
				if cost := least[at] + n.arrows; cost < least[n.to] {
					least[n.to] = cost
					if n.arrows == 0 {
						near = append(near, n.to)
					} else {
						far = append(far, n.to)
					}
				}
			}
		}
	}
	return least
}

// doomed are the states from which no end is reached any more.
func (b *brute) doomed() []int {
	prior := make([][]int, len(b.states))
	for at, nexts := range b.nexts {
		for _, n := range nexts {
			prior[n.to] = append(prior[n.to], at)
		}
	}
	finishes := slices.Clone(b.ends)
	var todo, doomed []int
	for at, ends := range b.ends {
		if ends {
			todo = append(todo, at)
		}
	}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, p := range prior[at] {
			if !finishes[p] {
				finishes[p] = true
				todo = append(todo, p)
			}
		}
	}
	for at := range b.states {
		if !finishes[at] {
			doomed = append(doomed, at)
		}
	}
	return doomed
}

// TestTheWayShownIsTheShortest: whatever is found in a small flow, sound or not, is found by trying everything in every
// order as well, and no way to it follows fewer arrows than the one that is shown.
func TestTheWayShownIsTheShortest(t *testing.T) {
	found := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		d := machinetest.WildFlow(t)
		if rapid.IntRange(0, 2).Draw(t, "sound") == 0 {
			d = flowtest.SoundFlow(t)
		}
		g := flow.Index(d)
		p := Chart(g, nil)
		b, all := everyOrder(g)
		if !p.Complete || !all {
			return
		}
		if len(p.RunsBack)+len(p.Traps) == 0 { // where a branch never comes to an end, those after it are not looked at
			for _, n := range d.Nodes {
				if b.entered[n.ID] == p.Never(n.ID) {
					t.Fatalf("%s is entered: %v, and the exploration says the opposite", n.ID, b.entered[n.ID])
				}
			}
		}
		arrows := b.arrows()
		for _, r := range p.RunsBack {
			found["runs back"]++
			b.shortest(t, "back by "+r.Edge, r.Trace, b.back[r.Edge], arrows)
		}
		for _, trap := range p.Traps {
			if len(p.RunsBack)+len(b.back) > 0 { // a fork that runs into itself counts as an end wherever it may, and is told of first if it is looked at
				break
			}
			found["traps"]++
			into := slices.DeleteFunc(b.doomed(), func(at int) bool {
				return !slices.ContainsFunc(b.states[at], func(t token) bool { return b.e.stand(t).Node == trap.Node })
			})
			arrived := slices.Clone(arrows)
			for _, at := range into { // a token that is still on the arrow has not followed it
				if !slices.ContainsFunc(b.states[at], func(t token) bool { return t.node == trap.Node }) {
					arrived[at]++
				}
			}
			b.shortest(t, "into "+trap.Node, trap.Trace, into, arrived)
		}
		for _, l := range p.Lonely {
			found["lonely"]++
			if b.meets[l.Node] {
				t.Fatalf("tokens meet in %s", l.Node)
			}
			b.shortest(t, "through "+l.Node, l.Trace, b.through[l.Node], arrows)
		}
	})
	t.Logf("found: %v", found)
}

// shortest wants a way that can be gone, along no more arrows than lead to one of the states at least.
func (b *brute) shortest(t *rapid.T, what string, way []Step, to []int, arrows []int) {
	t.Helper()
	come := map[string]bool{b.e.g.Starts()[0].ID: true}
	shown := 0
	for _, step := range way {
		if !come[step.Node] {
			t.Fatalf("%s: nothing led to %s in %+v", what, step.Node, way)
		}
		if step.Edge == "" {
			continue
		}
		e := b.e.g.Edge(step.Edge)
		if e.From != step.Node {
			t.Fatalf("%s: %s does not leave %s", what, step.Edge, step.Node)
		}
		come[e.To] = true
		shown++
	}
	if len(to) == 0 {
		t.Fatalf("%s: in no order does it come to that", what)
	}
	least := len(b.states)
	for _, at := range to {
		least = min(least, arrows[at])
	}
	if shown > least {
		t.Fatalf("%s: %d arrows would do, and %d are shown: %+v", what, least, shown, way)
	}
}
