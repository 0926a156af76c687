package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// joins want branches of a fork to meet in them. Where only the ways of a decision meet, one token comes and the others
// never do.
func (c *checker) joins() {
	c.each(flow.KindJoin, func(n *flow.Node) {
		in := len(c.g.In(n.ID))
		switch {
		case in == 1:
			c.warn("join_with_one_way", at{node: n.ID},
				named(text.T("汇聚“{name}”只有一条入路，没有可等的。", "Join {name} has one way in, so there is nothing to wait for."), n),
				text.T("再接一条分支，或删除汇聚。", "Connect another branch, or delete the join."))
		case in > 1 && !c.g.Meets(n.ID):
			c.error("join_can_starve", at{node: n.ID},
				named(text.T("汇聚“{name}”等的不是并行分支：判断只走一条路，其他的永远不会到。", "Join {name} does not wait for branches of a fork: a decision takes one way, and the others never arrive."), n),
				text.T("删除汇聚，直接接到下一步；或把判断改为并行分支。", "Delete the join and lead the arrows to the next step, or make the decision a fork."))
		}
	})
}
