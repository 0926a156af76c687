package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// joins want several ways in. Whether branches meet in them is proved by states.
func (c *checker) joins() {
	c.each(flow.KindJoin, func(n *flow.Node) {
		if len(c.g.In(n.ID)) == 1 {
			c.warn("join_with_one_way", at{node: n.ID},
				named(text.T("汇聚“{name}”只有一条入路，没有可等的。", "Join {name} has one way in, so there is nothing to wait for."), n),
				text.T("再接一条分支，或删除汇聚。", "Connect another branch, or delete the join."))
		}
	})
}
