package check

import (
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// returns want a rejection and a return to lead back to where the instance can have been.
func (c *checker) returns() {
	c.each(flow.KindStep, func(n *flow.Node) {
		if back := policiesOf(n).back; back != nil && back.To == flow.ReturnNodes {
			if len(back.Nodes) == 0 {
				c.noTarget(at{node: n.ID, path: "action.return.nodes"}, n)
			}
			for i, id := range back.Nodes {
				c.backTo(at{node: n.ID, path: "action.return.nodes[" + strconv.Itoa(i) + "]"}, n, id)
			}
		} else if back != nil && back.To == flow.ReturnPrevious {
			c.previous(at{node: n.ID, path: "action.return.to"}, n)
		}
		reject := n.Action.Rejection()
		switch {
		case reject == flow.Reject{}:
		case c.refusalDrawn(n):
			c.warn("reject_arrow_wins", at{node: n.ID, path: "action.reject"},
				named(text.T("“{name}”画了“不同意”的箭头，拒绝时走箭头，这里的设置不起作用。", "An arrow for a rejection leaves {name}; it is followed, and this setting is of no use."), n),
				text.T("删除箭头，或去掉拒绝的设置。", "Delete the arrow, or take the setting away."))
		case reject.To == flow.RejectNode && reject.Node == "":
			c.noTarget(at{node: n.ID, path: "action.reject.node"}, n)
		case reject.To == flow.RejectNode:
			c.backTo(at{node: n.ID, path: "action.reject.node"}, n, reject.Node)
		case reject.To == flow.RejectPrevious:
			c.previous(at{node: n.ID, path: "action.reject.to"}, n)
		}
	})
}

func (c *checker) refusalDrawn(n *flow.Node) bool {
	for _, e := range c.g.Out(n.ID) {
		if e.On == flow.OnRejected {
			return true
		}
	}
	return false
}

func (c *checker) noTarget(where at, n *flow.Node) {
	c.error("return_without_target", where,
		named(text.T("“{name}”要退回到指定的步骤，却没有选步骤。", "{name} goes back to a named step, and none is chosen."), n),
		text.T("选择前面的一个步骤。", "Choose a step that comes before."))
}

// backTo wants a step that asks people, or the start, from which the instance can have come.
func (c *checker) backTo(where at, n *flow.Node, id string) {
	to := c.g.Node(id)
	switch {
	case to == nil || to.Kind != flow.KindStart && !asks(to):
		c.error("unknown_return_target", where,
			named(text.T("“{name}”要退回到的步骤不存在，或没有人办理。", "{name} goes back to a step that does not exist, or where nobody is asked."), n),
			text.T("另选前面的一个步骤。", "Choose another step that comes before."))
	case to == n || !c.g.Reaches(to.ID, n.ID):
		c.error("return_target_not_before", where,
			fill(named(text.T("“{name}”要退回到“{to}”，而没有一条路先经过它。", "{name} goes back to {to}, and no way comes by there first."), n), "to", name(to)),
			text.T("选择前面的一个步骤。", "Choose a step that comes before."))
	}
}

func (c *checker) previous(where at, n *flow.Node) {
	if steps, _ := c.before(n); len(steps) == 0 && len(c.g.In(n.ID)) > 0 {
		c.warn("nothing_before", where,
			named(text.T("“{name}”要退回上一步，而它之前没有人办理的步骤。", "{name} goes back to the step before, and before it nobody is asked."), n),
			text.T("改为退回给提交人。", "Go back to whoever submitted."))
	}
}
