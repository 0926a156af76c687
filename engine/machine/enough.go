package machine

import (
	"slices"

	"flowline/engine/flow"
)

// Enough gives the stands of each join that fires though others can still come to it, because as many have come as it
// wants. What it then calls off is Overtaken.
func Enough(g *flow.Graph, scopes []Scope, stands []Stand) [][]Stand {
	w := waiting{g: g, scopes: scopes}
	var enough [][]Stand
	var seen []Stand
	for _, p := range stands {
		if !p.Waits || p.Held || g.Node(p.Node).Wants() == 0 || slices.Contains(seen, p) {
			continue
		}
		var group []Stand
		for _, o := range stands {
			if o.Waits && !o.Held && o.Node == p.Node && w.arena(o) == w.arena(p) {
				group = append(group, o)
			}
		}
		seen = append(seen, group...)
		if arrivals(group) >= g.Node(p.Node).Wants() {
			enough = append(enough, group)
		}
	}
	return enough
}

// arrivals is how many have come to a join that its stands are of.
func arrivals(stands []Stand) int {
	n := 0
	for _, p := range stands {
		n += max(1, p.Many)
	}
	return n
}

// Overtaken are the stands whose tokens a join calls off when it fires for those merged. One that waits for all calls
// nobody off. One that closes its fork leaves nothing behind in it; another ends the branches that could still have come.
func Overtaken(g *flow.Graph, scopes []Scope, stands, merged []Stand) []Stand {
	if g.Node(merged[0].Node).Wants() == 0 {
		return nil
	}
	w := waiting{g: g, scopes: scopes}
	var ended []string // scopes of which nothing is left
	var alone []Stand
	for _, p := range merged {
		if id := w.closed(p); id != "" {
			ended = append(ended, id)
			continue
		}
		for _, o := range stands {
			if !slices.Contains(merged, o) && w.comes(o, p) {
				if id := w.branch(o, p.Scope); id != "" {
					ended = append(ended, id)
				} else {
					alone = append(alone, o)
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(stands), func(o Stand) bool {
		within := slices.ContainsFunc(ended, func(id string) bool { return w.scopes.within(o.Scope, id) })
		return slices.Contains(merged, o) || !within && !slices.Contains(alone, o)
	})
}

// arena is the scope within which the tokens that wait in a join wait together. A join that waits for all gathers what has
// come out of one outermost fork; any other counts what came of one firing of the fork that it closes.
func (w waiting) arena(p Stand) string {
	if w.g.Node(p.Node).Wants() > 0 {
		if id := w.closed(p); id != "" {
			return id
		}
	}
	return w.scopes.root(p.Scope)
}

// closed is the outermost scope around a stand that its join closes; "" when it closes none.
func (w waiting) closed(p Stand) string {
	found := ""
	for id := p.Scope; id != ""; id = w.scopes.find(id).Parent {
		if w.g.Closing(w.scopes.find(id).Node) == p.Node {
			found = id
		}
	}
	return found
}

// branch is the scope within around that holds a stand; "" when the stand lies in around itself, or outside it.
func (w waiting) branch(o Stand, around string) string {
	for id := o.Scope; id != ""; id = w.scopes.find(id).Parent {
		if w.scopes.find(id).Parent == around && id != around {
			return id
		}
	}
	return ""
}
