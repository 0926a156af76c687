package machine

import (
	"slices"

	"flowline/engine/flow"
)

// Stand is where tokens stand: those in the same node and scope wait, and are waited for, alike.
type Stand struct {
	Node, Scope string
	Waits       bool // in a join that has not fired
	Held        bool // in such a join, by an incident
	Many        int  // how many tokens wait so, where they are taken as one; 0: one
}

// Ripe gives the stands whose tokens one join makes into one now; none when every join has something left to wait for.
//
// What waits in a join awaits every other place from which a token can still come to it. Seen from each of its scopes,
// from its own outwards, that is a place in that scope from which a way leads to the join that does not leave the scope,
// which is to say, does not go through the join that closes the scope's fork. Those that go on together wait for whatever
// one of them awaits.
//
// Joins that lead to one another may await nothing but each other; then the one that was reached first, which is the one
// whose stand is the first, fires.
func Ripe(g *flow.Graph, scopes []Scope, stands []Stand) []Stand {
	w := waiting{g: g, scopes: scopes}
	waiting, moving := sorted(stands)
	var circle []Stand
	awaits := map[Stand][]Stand{}
	for _, p := range waiting {
		group := w.together(waiting, p)
		comes := func(o Stand) bool { return slices.ContainsFunc(group, func(p Stand) bool { return w.comes(o, p) }) }
		if slices.ContainsFunc(moving, comes) {
			continue
		}
		for _, o := range waiting {
			if comes(o) {
				awaits[p] = append(awaits[p], o)
			}
		}
		circle = append(circle, p)
	}
	free := slices.DeleteFunc(slices.Clone(circle), func(p Stand) bool { return len(awaits[p]) > 0 })
	if len(free) == 0 {
		free = inCircle(circle, awaits)
	}
	if len(free) == 0 {
		return nil
	}
	return w.together(free, free[0])
}

// waiting is a chart and the scopes of an instance, which say who waits for whom.
type waiting struct {
	g      *flow.Graph
	scopes nest
}

// inCircle keeps the stands that await nothing but each other.
func inCircle(stands []Stand, awaits map[Stand][]Stand) []Stand {
	for {
		kept := slices.DeleteFunc(slices.Clone(stands), func(p Stand) bool {
			return slices.ContainsFunc(awaits[p], func(o Stand) bool { return !slices.Contains(stands, o) })
		})
		if len(kept) == len(stands) {
			return kept
		}
		stands = kept
	}
}

// together are those of some stands whose tokens go on with those of one of them.
func (w waiting) together(stands []Stand, with Stand) []Stand {
	arena := w.arena(with)
	return slices.DeleteFunc(slices.Clone(stands), func(p Stand) bool { return p.Node != with.Node || w.arena(p) != arena })
}

// sorted tells stands in joins that may fire from all others, each once.
func sorted(stands []Stand) (waiting, moving []Stand) {
	for _, p := range stands {
		list := &moving
		if p.Waits && !p.Held {
			list = &waiting
		}
		if !slices.Contains(*list, p) {
			*list = append(*list, p)
		}
	}
	return waiting, moving
}

// comes reports whether a token at o can still come to the join at p. Seen from a scope around p's own, what would pass
// the fork of a scope between them again does not count: it would come in a scope of its own, to be waited for there. But
// the join fires once for the outermost scope that it closes, so within that one every way counts.
func (w waiting) comes(o, p Stand) bool {
	there := o.Node == p.Node && o.Waits
	if there && !o.Held {
		return false
	}
	var without []string // the forks of the scopes of p that lie within id
	closes := w.closed(p)
	for id := p.Scope; id != ""; id = w.scopes.find(id).Parent {
		fork := w.scopes.find(id).Node
		if w.scopes.within(o.Scope, id) {
			closing := w.g.Closing(fork)
			if closing == p.Node {
				closing = ""
			}
			cut := append(without, closing)
			if closes != "" && w.scopes.within(id, closes) {
				cut = cut[len(without):]
			}
			if there || w.g.ReachesWithout(o.Node, p.Node, cut...) {
				return true
			}
		}
		without = append(without, fork)
	}
	return false
}

// ScopeAfter is the scope of what comes out of a join that merges tokens of some scopes: the one that holds them all, or,
// when the join closes the forks of any around it, the one around those.
func ScopeAfter(g *flow.Graph, scopes []Scope, join string, merged []string) string {
	n := nest(scopes)
	scope := merged[0]
	for _, other := range merged[1:] {
		for !n.within(other, scope) {
			scope = n.find(scope).Parent
		}
	}
	for id := scope; id != ""; id = n.find(id).Parent {
		if g.Closing(n.find(id).Node) == join {
			scope = n.find(id).Parent
		}
	}
	return scope
}
