package prove

import "flowline/engine/flow"

// Limit is how many states are explored; a chart that has more is not proved.
const Limit = 20_000

// Proof is what the states of a chart show.
type Proof struct {
	Complete bool // every state was explored; else nothing is said of traps, joins and what is never entered
	States   int
	Traps    []Trap
	RunsBack []RunBack
	Lonely   []Lonely
	Short    []Short

	e *explorer
}

// Trap is where an instance comes to from which no end is reached any more, whatever is decided; a rejection that ends it
// for want of an arrow is no end.
type Trap struct {
	Node     string
	InBranch bool // other branches of a fork may have ended meanwhile
	Trace    []Step
}

// RunBack is an arrow of a fork by which a token comes to that fork again while the other branches are under way.
type RunBack struct {
	Edge  string
	Trace []Step
}

// Lonely is a join of several arrows in which nothing ever meets.
type Lonely struct {
	Node  string
	Trace []Step // to where one token goes through it alone
}

// Short is a join to which fewer ever come than it wants.
type Short struct {
	Node  string
	Most  int    // that ever come
	Trace []Step // to where it goes on with fewer
}

// Chart explores the states of a chart, which may be half drawn. The arrows in never are those that no record takes.
func Chart(g *flow.Graph, never map[string]bool) *Proof {
	e := newExplorer(g, never)
	if len(g.Starts()) == 0 {
		return e.proof
	}
	e.explore(state{{node: g.Starts()[0].ID}})
	e.proof.States = len(e.states)
	e.runsBack()
	if e.proof.Complete {
		e.traps()
		e.lonely()
		e.short()
	}
	return e.proof
}

// Never reports whether no token enters a node. Ask it of a proof that is complete and has found nothing.
func (p *Proof) Never(node string) bool {
	return !p.e.entered[node]
}
