package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// forks want at least two ways, and branches that do not run back to the fork they come from: that would start the
// other branches a second time while they are still under way.
func (c *checker) forks() {
	for i := range c.d.Nodes {
		n := &c.d.Nodes[i]
		if !n.Splits() {
			continue
		}
		if n.Kind == flow.KindFork && len(c.g.Out(n.ID)) == 1 {
			c.warn("fork_with_one_way", at{node: n.ID},
				named(text.T("并行分支“{name}”只有一条出路。", "Fork {name} has one way out, so nothing runs in parallel."), n),
				text.T("再接一条出路，或删除它。", "Add another way out, or delete it."))
		}
		closing := c.g.Closing(n.ID)
		for _, e := range c.g.Out(n.ID) {
			if e.To == n.ID || (e.To != closing && c.g.ReachesWithout(e.To, n.ID, closing)) {
				c.error("branch_runs_back", at{edge: e.ID},
					named(text.T("这条分支会回到“{name}”之前，而其他分支还在进行，它们会再开始一次。", "This branch leads back to before {name} while the others are under way, and would start them again."), n),
					text.T("先汇聚再返回，或在分支内部返回。", "Join the branches first and go back then, or go back within the branch."))
			}
		}
	}
}
