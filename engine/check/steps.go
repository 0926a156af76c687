package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// steps want an action.
func (c *checker) steps() {
	c.each(flow.KindStep, func(n *flow.Node) {
		a := n.Action
		if a == nil || (a.Approve == nil && a.Do == nil && a.Notify == nil && a.Update == nil && a.Subflow == nil) {
			c.error("step_without_action", at{node: n.ID, path: "action"},
				named(text.T("“{name}”没有写明做什么。", "{name} does not say what is done there."), n),
				text.T("选择审批、办理、通知、更新或子流程。", "Choose approve, do, notify, update or sub-flow."))
		}
	})
}
