package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// joins want branches of a fork to meet in them. Where only the ways of a decision meet, one token comes and the others
// never do.
func (c *checker) joins() {
	fed := c.fed()
	c.each(flow.KindJoin, func(n *flow.Node) {
		in := len(c.g.In(n.ID))
		switch {
		case in == 1:
			c.warn("join_with_one_way", at{node: n.ID},
				named(text.T("汇聚“{name}”只有一条入路，没有可等的。", "Join {name} has one way in, so there is nothing to wait for."), n),
				text.T("再接一条分支，或删除汇聚。", "Connect another branch, or delete the join."))
		case in > 1 && !fed[n.ID]:
			c.error("join_can_starve", at{node: n.ID},
				named(text.T("汇聚“{name}”等的不是并行分支：判断只走一条路，其他的永远不会到。", "Join {name} does not wait for branches of a fork: a decision takes one way, and the others never arrive."), n),
				text.T("删除汇聚，直接接到下一步；或把判断改为并行分支。", "Delete the join and lead the arrows to the next step, or make the decision a fork."))
		}
	})
}

// fed tells the nodes to which at least two branches of some fork come.
func (c *checker) fed() map[string]bool {
	fed := map[string]bool{}
	for i := range c.d.Nodes {
		fork := &c.d.Nodes[i]
		if !fork.Splits() {
			continue
		}
		branches := map[string]int{}
		for _, e := range c.g.Out(fork.ID) {
			for id := range c.branch(e.To, fork.ID) {
				if branches[id]++; branches[id] > 1 {
					fed[id] = true
				}
			}
		}
	}
	return fed
}

// branch lists what can be reached from a node, itself included, without coming to the fork.
func (c *checker) branch(from, fork string) map[string]bool {
	reached := map[string]bool{}
	todo := []string{from}
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if id == fork || reached[id] {
			continue
		}
		reached[id] = true
		for _, e := range c.g.Out(id) {
			todo = append(todo, e.To)
		}
	}
	return reached
}
