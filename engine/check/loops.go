package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// loops want a person in every circle: without one it would go round for ever.
func (c *checker) loops() {
	state := map[string]int{} // 1: on the way here, 2: done
	var visit func(n *flow.Node)
	visit = func(n *flow.Node) {
		state[n.ID] = 1
		for _, e := range c.g.Out(n.ID) {
			to := c.g.Node(e.To)
			switch {
			case asks(to):
			case state[to.ID] == 1:
				c.error("loop_without_person", at{node: to.ID},
					named(text.T("“{name}”在一个没有人参与的循环里，会一直转下去。", "{name} is in a loop with no person in it, which would go round for ever."), to),
					text.T("在循环里放一个审批或办理，或断开循环。", "Put an approval or something to do into the loop, or break it."))
			case state[to.ID] == 0:
				visit(to)
			}
		}
		state[n.ID] = 2
	}
	for i := range c.d.Nodes {
		if n := c.g.Node(c.d.Nodes[i].ID); n != nil && !asks(n) && state[n.ID] == 0 {
			visit(n)
		}
	}
}
