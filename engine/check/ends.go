package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// ends wants at least one end, which no arrow leaves.
func (c *checker) ends() {
	n := 0
	c.each(flow.KindEnd, func(end *flow.Node) {
		n++
		if len(c.g.Out(end.ID)) > 0 {
			c.error("end_left", at{node: end.ID},
				named(text.T("“{name}”是结束，后面却还有连线。", "{name} is an end, and yet an arrow leaves it."), end),
				text.T("删除结束后面的连线。", "Delete the arrow that leaves the end."))
		}
	})
	if n == 0 {
		c.error("no_end", at{},
			text.T("流程没有结束。", "The flow has no end."),
			text.T("从左侧拖入一个“结束”，并接到最后一步。", "Drag an end onto the canvas and connect the last step to it."))
	}
}
