package check

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// reachable wants a way from the start to every node.
func (c *checker) reachable() {
	starts := c.g.Starts()
	if len(starts) == 0 {
		return
	}
	for i := range c.d.Nodes {
		n := &c.d.Nodes[i]
		if n.Kind != flow.KindStart && !slices.ContainsFunc(starts, func(s *flow.Node) bool { return c.g.Reaches(s.ID, n.ID) }) {
			c.error("unreachable", at{node: n.ID},
				named(text.T("从开始走不到“{name}”。", "{name} cannot be reached from the start."), n),
				text.T("用连线把它接进流程，或删除它。", "Connect it to the flow, or delete it."))
		}
	}
}
