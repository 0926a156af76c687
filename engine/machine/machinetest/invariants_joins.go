package machinetest

import (
	"slices"

	"flowline/engine/machine"
)

// joins: one that closes a fork fires once for each time the fork was passed, and one that waits for all of it not before
// the last has come. What it left behind must have no way to it any more, for it would be swallowed there. This follows
// arrows by itself, so that what the machine thinks of ways is not what it is measured by.
func (c *checker) joins(before machine.State, journal []machine.Entry) {
	was := map[string]bool{}
	for _, s := range before.Scopes {
		was[s.ID] = s.Joined
	}
	jumped := slices.ContainsFunc(journal, func(e machine.Entry) bool { return e.Type == machine.EntryJumped })
	for _, s := range c.s.Scopes {
		join := c.g.Closing(s.Node)
		if !s.Joined || was[s.ID] || jumped || c.g.Node(join).Wants() > 0 {
			continue
		}
		for _, t := range c.s.Tokens {
			if c.within(t.Scope, s.ID) && t.Node != join && c.leads(t.Node, join, s.Node) {
				c.say("join %s fired for scope %s while token %s at %s could still come", join, s.ID, t.ID, t.Node)
			}
		}
	}
}

func (c *checker) within(scope, outer string) bool {
	for scope != "" && scope != outer {
		at := slices.IndexFunc(c.s.Scopes, func(s machine.Scope) bool { return s.ID == scope })
		if at < 0 {
			return false
		}
		scope = c.s.Scopes[at].Parent
	}
	return scope == outer
}

// leads reports whether arrows lead from one node to another without passing a third.
func (c *checker) leads(from, to, without string) bool {
	seen, todo := map[string]bool{without: true}, []string{from}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		for _, e := range c.g.Out(at) {
			if e.To == to {
				return true
			}
			if !seen[e.To] {
				seen[e.To] = true
				todo = append(todo, e.To)
			}
		}
	}
	return false
}
