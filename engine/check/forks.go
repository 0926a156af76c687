package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// forks want at least two ways. Whether a branch runs back to its fork is proved by states.
func (c *checker) forks() {
	c.each(flow.KindFork, func(n *flow.Node) {
		if len(c.g.Out(n.ID)) == 1 {
			c.warn("fork_with_one_way", at{node: n.ID},
				named(text.T("并行分支“{name}”只有一条出路。", "Fork {name} has one way out, so nothing runs in parallel."), n),
				text.T("再接一条出路，或删除它。", "Add another way out, or delete it."))
		}
	})
}
