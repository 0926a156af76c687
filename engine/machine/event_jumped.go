package machine

import (
	"slices"

	"flowline/engine/flow"
)

// jumped has an admin move a token to another node, as a repair. It stays among the branches it belongs to: the node must
// be one that such a token can stand on.
func (r *run) jumped(ev Event) error {
	if r.s.Status.Ended() {
		return errEnded
	}
	if blank(ev.Comment) {
		return errCommentRequired
	}
	t, ok := r.tokenIn(ev.Activation)
	if !ok || r.standOf(t).Waits && r.sharedJoin(t) {
		return errNoToken
	}
	if !slices.Contains(r.landings(t), ev.Node) {
		return errNoLanding
	}
	r.tell(Entry{Type: EntryJumped, By: ev.By, Node: t.Node, Activation: t.Activation, Comment: ev.Comment, Files: ev.Files, Data: Data{Nodes: []string{t.Node, ev.Node}}})
	r.abandon(t.Activation, reasonJumped)
	r.s.Returns = slices.DeleteFunc(r.s.Returns, func(c Comeback) bool { return c.To == t.Activation })
	r.enter(t.ID, ev.Node)
	return nil
}

func (r *run) sharedJoin(t Token) bool {
	return slices.ContainsFunc(r.s.Tokens, func(o Token) bool { return o.ID != t.ID && o.Activation == t.Activation })
}

// landings are the nodes that an admin may move a token to: those of the same fork's branches, or, outside every fork,
// those that lie in none. What lies within a fork inside them is left out, for a token there would be in its scope.
func (r *run) landings(t Token) []string {
	fork := ""
	if t.Scope != "" {
		fork = r.s.scope(t.Scope).Node
	}
	var nodes []string
	d := r.g.Definition()
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Kind != flow.KindStart && n.ID != t.Node && r.innermost(n.ID) == fork {
			nodes = append(nodes, n.ID)
		}
	}
	return nodes
}

// innermost is the fork within which a node lies, the nearest one; "" when it lies in none.
func (r *run) innermost(node string) string {
	d := r.g.Definition()
	found := ""
	for i := range d.Nodes {
		f := &d.Nodes[i]
		closing := r.g.Closing(f.ID)
		if !f.Splits() || closing == "" || f.ID == node || closing == node {
			continue
		}
		if r.g.ReachesWithout(f.ID, node, closing) && (found == "" || r.g.ReachesWithout(found, f.ID, r.g.Closing(found))) {
			found = f.ID
		}
	}
	return found
}
