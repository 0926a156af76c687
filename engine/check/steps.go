package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// steps want an action, and a deadline that is a length of time.
func (c *checker) steps() {
	c.each(flow.KindStep, func(n *flow.Node) {
		a := n.Action
		if a == nil || (a.Approve == nil && a.Do == nil && a.Notify == nil && a.Update == nil) {
			c.error("step_without_action", at{node: n.ID, path: "action"},
				named(text.T("“{name}”没有写明做什么。", "{name} does not say what is done there."), n),
				text.T("选择审批、办理、通知或更新。", "Choose approve, do, notify or update."))
			return
		}
		due := ""
		switch {
		case a.Approve != nil:
			due = a.Approve.Due
		case a.Do != nil:
			due = a.Do.Due
		}
		if due == "" {
			return
		}
		if _, err := flow.ParseDuration(due); err != nil {
			c.error("bad_duration", at{node: n.ID, path: "action.due"},
				text.T("期限“{due}”读不懂。", "The deadline {due} cannot be read.").Fill("due", due),
				text.T("一天写成 P1D，四小时写成 PT4H。", "Write a day as P1D, four hours as PT4H."))
		}
	})
}
