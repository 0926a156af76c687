package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// reachable wants every node to lie on a way from the start to an end.
func (c *checker) reachable() {
	starts := c.g.Starts()
	var ends []*flow.Node
	c.each(flow.KindEnd, func(n *flow.Node) { ends = append(ends, n) })
	for i := range c.d.Nodes {
		n := &c.d.Nodes[i]
		if len(starts) > 0 && n.Kind != flow.KindStart && !c.any(starts, func(s *flow.Node) bool { return c.g.Reaches(s.ID, n.ID) }) {
			c.error("unreachable", at{node: n.ID},
				named(text.T("从开始走不到“{name}”。", "{name} cannot be reached from the start."), n),
				text.T("用连线把它接进流程，或删除它。", "Connect it to the flow, or delete it."))
		}
		if len(ends) > 0 && n.Kind != flow.KindEnd && len(c.g.Out(n.ID)) > 0 &&
			!c.any(ends, func(e *flow.Node) bool { return c.g.Reaches(n.ID, e.ID) }) {
			c.error("leads_nowhere", at{node: n.ID},
				named(text.T("从“{name}”走不到任何结束。", "No end can be reached from {name}."), n),
				text.T("从它或它后面的节点接到一个结束。", "Connect it, or a node after it, to an end."))
		}
	}
}

func (c *checker) any(nodes []*flow.Node, ok func(*flow.Node) bool) bool {
	for _, n := range nodes {
		if ok(n) {
			return true
		}
	}
	return false
}
