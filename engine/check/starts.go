package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// starts wants exactly one start, which no arrow enters.
func (c *checker) starts() {
	var all []*flow.Node
	c.each(flow.KindStart, func(n *flow.Node) { all = append(all, n) })
	if len(all) == 0 {
		c.error("no_start", at{},
			text.T("流程没有开始。", "The flow has no start."),
			text.T("从左侧拖入一个“开始”。", "Drag a start onto the canvas."))
	}
	for i, n := range all {
		if i > 0 {
			c.error("several_starts", at{node: n.ID},
				text.T("流程有多个开始，只会从第一个开始。", "The flow has several starts; it would only ever begin at the first."),
				text.T("只留一个开始；不同的情况在开始之后用判断分开。", "Keep one start, and tell the cases apart by a decision after it."))
		}
		if len(c.g.In(n.ID)) > 0 {
			c.error("start_entered", at{node: n.ID},
				text.T("有连线回到开始。", "An arrow leads back to the start."),
				text.T("把连线接到开始之后的第一步。", "Lead the arrow to the first step after the start."))
		}
	}
}
