package machine

import "flowline/engine/flow"

// forkNode makes a token for each of its edges.
type forkNode struct{ opened }

func (forkNode) act(r *run, t Token, node *flow.Node) {
	edges := r.g.Out(node.ID)
	if len(edges) == 0 {
		r.incident(t, incidentNoWay, "")
		return
	}
	r.split(t, edges, Entry{Type: EntryForked, Node: node.ID, Activation: t.Activation, Data: Data{Edges: edgeIDs(edges)}})
}
