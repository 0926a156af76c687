package machine

import (
	"slices"

	"flowline/engine/flow"
)

// place is where tokens stand: those in the same node and scope wait, and are waited for, alike.
type place struct {
	node, scope string
	waits       bool // in a join that has not fired
	held        bool // in such a join, by an incident
}

// fireJoin fires one join that has nothing left to wait for, and reports whether there was one.
//
// What waits in a join awaits every other place from which a token can still come to it. Seen from each of its scopes,
// from its own outwards, that is a place in that scope from which a way leads to the join that does not leave the scope,
// which is to say, does not go through the join that closes the scope's fork.
//
// Joins that lead to one another may await nothing but each other; then the one that was reached first fires.
func (r *run) fireJoin() bool {
	waiting, moving := r.places()
	var circle []place
	awaits := map[place][]place{}
	for _, p := range waiting {
		if slices.ContainsFunc(moving, func(o place) bool { return r.comes(o, p) }) {
			continue
		}
		for _, o := range waiting {
			if r.comes(o, p) {
				awaits[p] = append(awaits[p], o)
			}
		}
		circle = append(circle, p)
	}
	free := slices.DeleteFunc(slices.Clone(circle), func(p place) bool { return len(awaits[p]) > 0 })
	if len(free) == 0 {
		free = inCircle(circle, awaits)
	}
	if len(free) == 0 {
		return false
	}
	r.fire(r.together(free))
	return true
}

// inCircle keeps the places that await nothing but each other.
func inCircle(places []place, awaits map[place][]place) []place {
	for {
		kept := slices.DeleteFunc(slices.Clone(places), func(p place) bool {
			return slices.ContainsFunc(awaits[p], func(o place) bool { return !slices.Contains(places, o) })
		})
		if len(kept) == len(places) {
			return kept
		}
		places = kept
	}
}

// together are the tokens that the first place's join makes into one.
func (r *run) together(free []place) []Token {
	join, root := free[0].node, r.s.root(free[0].scope)
	var group []Token
	for _, t := range r.s.Tokens {
		if t.Node == join && r.s.root(t.Scope) == root && slices.Contains(free, r.placeOf(t)) {
			group = append(group, t)
		}
	}
	return group
}

// places are where the tokens are: waiting in joins, or anywhere else.
func (r *run) places() (waiting, moving []place) {
	for _, t := range r.s.Tokens {
		p := r.placeOf(t)
		list := &moving
		if p.waits && !p.held {
			list = &waiting
		}
		if !slices.Contains(*list, p) {
			*list = append(*list, p)
		}
	}
	return waiting, moving
}

func (r *run) placeOf(t Token) place {
	p := place{node: t.Node, scope: t.Scope}
	p.waits = r.node(t.Node).Kind == flow.KindJoin && !r.hasFired(t)
	p.held = p.waits && r.stuck(t)
	return p
}

// comes reports whether a token at o can still come to the join at p.
func (r *run) comes(o, p place) bool {
	there := o.node == p.node && o.waits
	if there && !o.held {
		return false
	}
	for id := p.scope; id != ""; id = r.s.scope(id).Parent {
		if !r.s.within(o.scope, id) {
			continue
		}
		closing := r.g.Closing(r.s.scope(id).Node)
		if closing == p.node {
			closing = ""
		}
		if there || r.g.ReachesWithout(o.node, p.node, closing) {
			return true
		}
	}
	return false
}
