package machine

import "flowline/engine/flow"

// startNode is where an instance begins: its token goes on at once.
type startNode struct{ opened }

func (startNode) act(r *run, t Token, _ *flow.Node) {
	r.goOn(t)
}
