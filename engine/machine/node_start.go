package machine

import "flowline/engine/flow"

// startNode is where an instance begins: its token goes on at once. When the instance has come back, whoever submitted is
// asked to submit again.
type startNode struct{ opened }

func (startNode) act(r *run, t Token, node *flow.Node) {
	a := r.activation(t.Activation)
	switch {
	case a.Again == "":
		r.goOn(t)
	case a.Outcome == "":
		resubmit{}.do(r, t, node)
	case !r.comeForward(t):
		r.goOn(t)
	}
}
