package prove

import (
	"slices"

	"flowline/engine/flow"
)

// explorer walks the states of a chart, nearest first.
type explorer struct {
	g     *flow.Graph
	never map[string]bool
	nodes []flow.Node
	place map[string]int
	reach map[string]int  // how many nodes are reached from one
	hopes map[string]bool // whether an end is reached from one
	proof *Proof

	states []visited
	known  map[string]int
	ended  []int // states from which an instance ends at once

	entered map[string]bool // nodes that a token came to
	alone   map[string]way  // the first time a join fired
	joins   map[string]bool
	most    map[string]int // how many ever come to a join that does not wait for all
	hasty   bool           // there is such a join
	later   bool           // a step's rejection waits for the other branches
	back    map[string]way // by the fork's arrow
	backs   []string
}

// visited is a state and how it was first come to.
type visited struct {
	state state
	from  int // place of the state before; -1 at the start
	by    move
	prior []int // all states before
}

// way is a move from a state, and the token it is about.
type way struct {
	from  int
	by    move
	token token
}

func newExplorer(g *flow.Graph, never map[string]bool) *explorer {
	e := &explorer{g: g, never: never, nodes: g.Definition().Nodes, place: map[string]int{}, reach: map[string]int{}, hopes: map[string]bool{},
		known: map[string]int{}, entered: map[string]bool{}, alone: map[string]way{}, joins: map[string]bool{}, most: map[string]int{}, back: map[string]way{}}
	for i := range e.nodes {
		if _, twice := e.place[e.nodes[i].ID]; !twice {
			e.place[e.nodes[i].ID] = i
		}
		e.hasty = e.hasty || e.nodes[i].Wants() > 0
		e.later = e.later || e.nodes[i].Action.Rejection().Parallel == flow.RejectLater
	}
	e.proof = &Proof{Complete: true, e: e}
	return e
}

func (e *explorer) explore(first state) {
	e.visit(first, -1, move{come: []arrival{{token: first[0]}}})
	e.entered[first[0].node] = true
	for at := 0; at < len(e.states); at++ {
		if len(e.states) > Limit {
			e.proof.Complete = false
			return
		}
		for _, m := range e.next(e.states[at].state) {
			e.follow(at, m)
		}
	}
}

// next is what can happen in a state; of moves that do not touch one another only the first token's are looked at.
//
// A join that does not wait for all may fire as soon as enough have come. That the others go on all the same is what
// happens when those who came take longer. A token that never comes to an end by itself goes last there: else none would
// be seen to come and call it off.
func (e *explorer) next(s state) []move {
	var first token
	movable, waits := false, false
	for _, t := range s {
		switch {
		case t.refused, e.lasts(t):
		case e.waits(t):
			waits = true
		case !movable, e.hasty && e.hopeless(first) && !e.hopeless(t):
			movable, first = true, t
		}
	}
	var all []move
	if waits {
		w := e.waiting(s)
		all = w.early()
		endless := e.hasty && movable && e.hopeless(first)
		if m, within, fires := w.ripe(); fires && (!movable || endless || e.later || after(within) < first.order()) {
			if all = append(all, m); !endless && !(e.later && movable && after(within) >= first.order()) {
				return all
			}
		}
	}
	if !movable {
		return all
	}
	return append(all, e.moves(s, first)...)
}

func (e *explorer) follow(at int, m move) {
	for _, a := range m.come {
		if a.edge != "" {
			e.entered[a.token.node] = true
		}
		if a.token.fired && a.edge == "" {
			e.fired(at, m, a.token)
		}
	}
	switch {
	case m.back != "":
		if _, before := e.back[m.back]; !before {
			e.back[m.back] = way{from: at, by: m, token: m.gone[0]}
			e.backs = append(e.backs, m.back)
		}
		e.ended = append(e.ended, at)
	case m.rejected:
	case m.refused:
		e.ended = append(e.ended, at)
	default:
		e.visit(e.states[at].state.after(m), at, m)
	}
}

func (e *explorer) fired(at int, m move, t token) {
	if _, before := e.alone[t.node]; !before {
		e.alone[t.node] = way{from: at, by: m, token: t}
	}
	if m.joins {
		e.joins[t.node] = true
	}
}

func (e *explorer) visit(s state, from int, by move) {
	key := s.key()
	at, before := e.known[key]
	if !before {
		at = len(e.states)
		e.known[key] = at
		e.states = append(e.states, visited{state: s, from: from, by: by})
		if len(s) == 0 || slices.ContainsFunc(s, e.lasts) {
			e.ended = append(e.ended, at)
		}
	}
	if from >= 0 {
		e.states[at].prior = append(e.states[at].prior, from)
	}
}
