package prove

import (
	"slices"

	"flowline/engine/flow"
)

// traps are where tokens come to of which no instance is rid again, in states from which none leads to the end.
func (e *explorer) traps() {
	finishes := make([]bool, len(e.states))
	todo := slices.Clone(e.ended)
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !finishes[at] {
			finishes[at] = true
			todo = append(todo, e.states[at].prior...)
		}
	}
	for at, v := range e.states {
		if finishes[at] {
			continue
		}
		for _, a := range v.by.come {
			if e.hopeless(a.token) && !slices.ContainsFunc(v.by.gone, e.hopeless) {
				e.trap(v, a.token)
			}
		}
	}
	for at, v := range e.states {
		if len(e.proof.Traps) == 0 && !finishes[at] {
			e.trap(v, v.state[slices.IndexFunc(v.state, func(t token) bool { return !t.refused })])
		}
	}
}

func (e *explorer) trap(v visited, t token) {
	node := e.stand(t).Node
	if !slices.ContainsFunc(e.proof.Traps, func(known Trap) bool { return known.Node == node }) {
		e.proof.Traps = append(e.proof.Traps, Trap{Node: node, InBranch: t.scope != "", Trace: e.trace(way{from: v.from, by: v.by, token: t})})
	}
}

// hopeless tokens keep an instance from ending: no way leads to an end from where they are.
func (e *explorer) hopeless(t token) bool {
	node := e.stand(t).Node
	ends, known := e.hopes[node]
	if !known {
		ends = e.endsFrom(node)
		e.hopes[node] = ends
	}
	return !ends
}

// endsFrom reports whether an end can be reached from a node along arrows that records take.
func (e *explorer) endsFrom(node string) bool {
	seen := map[string]bool{node: true}
	for todo := []string{node}; len(todo) > 0; {
		n := e.g.Node(todo[0])
		todo = todo[1:]
		if n.Kind == flow.KindEnd || len(e.g.Out(n.ID)) == 0 {
			return true
		}
		for _, edge := range e.g.Out(n.ID) {
			if !seen[edge.To] && !e.never[edge.ID] {
				seen[edge.To] = true
				todo = append(todo, edge.To)
			}
		}
	}
	return false
}

// lonely are the joins of several arrows that merge nothing and close no fork. Of those that do not wait for all, which are
// not explored in every order, these are the ones to which no two branches of a fork lead.
func (e *explorer) lonely() {
	for i := range e.nodes {
		id := e.nodes[i].ID
		if e.nodes[i].Wants() > 0 && e.parted(id) {
			continue
		}
		if w, fired := e.alone[id]; fired && !e.joins[id] && len(e.g.In(id)) > 1 {
			e.proof.Lonely = append(e.proof.Lonely, Lonely{Node: id, Trace: e.trace(w)})
		}
	}
}

// parted reports whether two branches of a fork, or of a decision that takes all matches, lead to a node.
func (e *explorer) parted(node string) bool {
	for i := range e.nodes {
		n := &e.nodes[i]
		if !n.Splits() {
			continue
		}
		branches := 0
		for _, edge := range e.g.Out(n.ID) {
			if !e.never[edge.ID] && (edge.To == node || e.g.Reaches(edge.To, node)) {
				branches++
			}
		}
		if branches > 1 {
			return true
		}
	}
	return false
}

// short are the joins that never gather as many as they want.
func (e *explorer) short() {
	for i := range e.nodes {
		n := &e.nodes[i]
		if w, fired := e.alone[n.ID]; fired && e.most[n.ID] < n.Wants() {
			e.proof.Short = append(e.proof.Short, Short{Node: n.ID, Most: e.most[n.ID], Trace: e.trace(w)})
		}
	}
}

func (e *explorer) runsBack() {
	for _, edge := range e.backs {
		e.proof.RunsBack = append(e.proof.RunsBack, RunBack{Edge: edge, Trace: e.trace(e.back[edge])})
	}
}
