package check

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// edges looks at the arrows one by one: both ends at a node, and nothing written on them that would not be read.
func (c *checker) edges() {
	for i := range c.d.Edges {
		e := &c.d.Edges[i]
		from, to := c.g.Node(e.From), c.g.Node(e.To)
		if from == nil || to == nil {
			c.error("dangling_edge", at{edge: e.ID},
				text.T("连线的一端没有接上节点。", "One end of the arrow is not at a node."),
				text.T("把连线接到节点上，或删除它。", "Connect the arrow to a node, or delete it."))
			continue
		}
		if from.Kind != flow.KindDecision && (e.When != "" || e.Default) {
			c.error("rule_outside_decision", at{edge: e.ID, path: "when"},
				named(text.T("条件只能写在判断的连线上，而这条连线从“{name}”出发，条件不会起作用。", "Only the arrows of a decision can have a rule; this one leaves {name}, and its rule would not be read."), from),
				text.T("去掉条件，或在中间放一个判断。", "Take the rule off, or put a decision in between."))
		}
		if e.On == flow.OnRejected && !approves(from) {
			c.error("rejected_without_approval", at{edge: e.ID, path: "on"},
				named(text.T("“{name}”不是审批，也不是等待结果的子流程，不会被驳回。", "{name} is no approval, nor a sub-flow that is waited for, so nothing is ever rejected there."), from),
				text.T("把这条连线改为普通连线，或删除它。", "Make it a plain arrow, or delete it."))
		}
		if e.On == flow.OnLate && !leavesLate(from) {
			c.error("late_arrow_unused", at{edge: e.ID, path: "on"},
				named(text.T("“{name}”没有设置到时走超时连线，这条连线不会走到。", "{name} does not say that this arrow is followed when time runs out, so it never is."), from),
				text.T("在这一步的超时处理里选“走超时连线”，或把它改为普通连线。", "Choose that among what happens around its deadline, or make it a plain arrow."))
		}
	}
}

func leavesLate(n *flow.Node) bool {
	return slices.ContainsFunc(n.Timing().Late, func(l flow.Late) bool { return l.Do == flow.LateLine })
}

func approves(n *flow.Node) bool {
	return n.Kind == flow.KindStep && n.Action.Decides()
}

// asks reports whether a node waits for a person.
func asks(n *flow.Node) bool {
	return n.Kind == flow.KindStep && n.Action != nil && (n.Action.Approve != nil || n.Action.Do != nil)
}
