package prove

import (
	"slices"
	"strings"

	"flowline/engine/flow"
)

// move is one thing that happens to a token, or to those that a join merges.
type move struct {
	node     string
	gone     []token
	cut      []token // what a join that does not wait for all calls off
	come     []arrival
	rejected bool   // it ends because a person rejected, where no arrow is drawn for that
	refuses  string // the scope of which a branch ends that was rejected, and waits for the others
	refused  bool   // it ends in a join, for a branch that waited for the others was rejected
	joins    bool   // tokens met in a join, or it closed a fork of which the other branches are gone
	back     string // the fork's arrow that led back to the fork
}

type arrival struct {
	token token
	edge  string // the arrow it came by; empty: it only began to wait for its turn
}

// moves are what can happen to a token; none while it waits in a join. One that the chart leaves no way, or no single
// one, is taken out: the check says so of the node itself.
func (e *explorer) moves(s state, t token) []move {
	n := e.g.Node(t.node)
	switch {
	case t.edge != "":
		return e.take(s, t)
	case e.waits(t):
		return nil
	}
	switch n.Kind {
	case flow.KindEnd:
		return []move{e.dies(t)}
	case flow.KindDecision:
		return e.decide(s, t, n)
	case flow.KindFork:
		return e.fork(s, t)
	case flow.KindStep:
		moves := e.onward(s, t, flow.OnApproved)
		if n.Action.Decides() {
			moves = append(moves, e.reject(s, t, n.Action.Rejection())...)
		}
		return append(moves, e.late(s, t, n)...)
	case flow.KindStart, flow.KindJoin:
	}
	return e.onward(s, t, flow.OnApproved)
}

func (e *explorer) waits(t token) bool {
	return !t.refused && t.edge == "" && !t.fired && e.g.Node(t.node).Kind == flow.KindJoin
}

// lasts reports whether a token stands at an end of the whole. It can end the instance now; it might as well have come
// there later, so the others are still followed as long as they go on.
func (e *explorer) lasts(t token) bool {
	if t.refused {
		return false
	}
	n := e.g.Node(t.node)
	return t.edge == "" && n.End != nil && n.End.Whole
}

// onward follows the one arrow for an outcome.
func (e *explorer) onward(s state, t token, on flow.EdgeOn) []move {
	ways := e.ways(t.node, on)
	if len(ways) != 1 {
		return []move{e.dies(t)}
	}
	return []move{e.pass(s, t, ways[0])}
}

func (e *explorer) ways(node string, on flow.EdgeOn) []*flow.Edge {
	var ways []*flow.Edge
	for _, edge := range e.g.Out(node) {
		if edge.On == on {
			ways = append(ways, edge)
		}
	}
	return ways
}

// reject follows the arrow for a rejection. Without one it ends the instance or the branch; one that goes back comes to
// where a token has been, and leads to nothing new.
func (e *explorer) reject(s state, t token, to flow.Reject) []move {
	switch {
	case len(e.ways(t.node, flow.OnRejected)) > 0:
		return e.onward(s, t, flow.OnRejected)
	case to.To != flow.RejectEnd:
		return nil
	case to.Parallel == flow.RejectLater && t.scope != "":
		m := e.dies(t)
		m.refuses = t.scope
		return []move{m}
	case to.Parallel == flow.RejectOwn && t.scope != "":
		return []move{e.dies(t)}
	}
	return []move{{node: t.node, gone: []token{t}, rejected: true}}
}

// late follows the arrow for time running out, where the step says so. What else happens then leads where people's decisions
// do.
func (e *explorer) late(s state, t token, n *flow.Node) []move {
	if slices.ContainsFunc(n.Timing().Late, func(l flow.Late) bool { return l.Do == flow.LateLine }) && len(e.ways(t.node, flow.OnLate)) > 0 {
		return e.onward(s, t, flow.OnLate)
	}
	return nil
}

func (e *explorer) dies(t token) move { return move{node: t.node, gone: []token{t}} }

// pass takes a token along an arrow. In a join where another waits already that it will be merged with, the two wait as
// one. A join that does not wait for all counts them, and each firing of its fork apart.
func (e *explorer) pass(s state, t token, edge *flow.Edge) move {
	m := move{node: t.node, gone: []token{t}}
	to := token{node: edge.To, scope: t.scope, branch: t.branch}
	if e.lasts(to) { // from whichever scope
		to.scope, to.branch = "", 0
	}
	if e.waits(to) {
		wants := e.g.Node(to.node).Wants()
		to.many = uint8(min(wants, 1))
		for _, other := range s {
			if other.node != to.node || !e.waits(other) || wants > 0 && other.scope != to.scope {
				continue
			}
			if scope, meet := together(other.scope, to.scope); meet {
				m.gone = append(m.gone, other)
				to.branch = min(uint16(to.branchIn(scope)), uint16(other.branchIn(scope)))
				to.scope, to.met, to.many = scope, true, uint8(min(wants, int(to.many+other.many)))
			}
		}
	}
	m.come = []arrival{{token: to, edge: edge.ID}}
	return m
}

// decide takes each way that values can lead to.
func (e *explorer) decide(s state, t token, n *flow.Node) []move {
	if n.Splits() {
		return e.choose(s, t)
	}
	var all []move
	for _, edge := range e.g.Out(n.ID) {
		if !e.never[edge.ID] {
			all = append(all, e.pass(s, t, edge))
		}
	}
	if len(all) == 0 {
		return []move{e.dies(t)}
	}
	return all
}

// choose is every set of arrows that a decision which takes all matches can take. Which are in it is settled arrow by
// arrow: the first that is, is taken; those after it may be.
func (e *explorer) choose(s state, t token) []move {
	var ruled, otherwise []int
	for i, edge := range e.g.Out(t.node) {
		switch {
		case edge.Default:
			otherwise = append(otherwise, i)
		case !e.never[edge.ID]:
			ruled = append(ruled, i)
		}
	}
	var all []move
	for i := range ruled {
		all = append(all, e.split(s, t, ruled[i:i+1], ruled[i+1:]))
	}
	for i := range otherwise {
		all = append(all, e.split(s, t, otherwise[i:i+1], nil))
	}
	if len(all) == 0 {
		return []move{e.dies(t)}
	}
	return all
}

// fork takes every arrow.
func (e *explorer) fork(s state, t token) []move {
	out := e.g.Out(t.node)
	if len(out) == 0 {
		return []move{e.dies(t)}
	}
	every := make([]int, len(out))
	for i := range out {
		every[i] = i
	}
	return []move{e.split(s, t, every, nil)}
}

// split makes a token for each of some arrows, in a scope of their own; some of them may prove not to be there. In a
// branch of its own fork a split would begin the other branches anew, without end.
func (e *explorer) split(s state, t token, sure, maybe []int) move {
	m := move{node: t.node, gone: []token{t}}
	fork := e.place[t.node]
	for around := t.scope; around != ""; around = parentOf(around) {
		if forkOf(around) == fork {
			m.back = e.g.Out(t.node)[t.branchIn(around)].ID
			return m
		}
	}
	scope, ok := s.fresh(t, fork)
	if !ok {
		e.proof.Complete = false
		return m
	}
	out := e.g.Out(t.node)
	for n, i := range append(sure[:len(sure):len(sure)], maybe...) {
		m.come = append(m.come, arrival{token: token{node: t.node, scope: scope, branch: uint16(i), edge: out[i].ID, maybe: n >= len(sure)}})
	}
	return m
}

// fresh is a scope for another firing of a fork; there is none when too many are under way.
func (s state) fresh(t token, fork int) (string, bool) {
	for firing := range maxFirings {
		scope := t.inner(fork, firing)
		if !slices.ContainsFunc(s, func(o token) bool { return strings.HasPrefix(o.scope, scope) }) {
			return scope, true
		}
	}
	return "", false
}

// take goes along the arrow that a token was split for, or finds that the arrow was not chosen.
func (e *explorer) take(s state, t token) []move {
	moves := []move{e.pass(s, t, e.g.Edge(t.edge))}
	if t.maybe {
		moves = append(moves, e.dies(t))
	}
	return moves
}
