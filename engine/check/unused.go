package check

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// unused warns of settings that another setting, or the place of the step, keeps from ever counting.
func (c *checker) unused() {
	c.each(flow.KindStep, func(n *flow.Node) {
		p := policiesOf(n)
		c.useless(n, "empty.by", p.empty != nil && p.empty.Do != flow.EmptyPeople && len(p.empty.By) > 0)
		c.useless(n, "return.nodes", p.back != nil && p.back.To != flow.ReturnNodes && len(p.back.Nodes) > 0)
		c.useless(n, "return.keepVotes", p.back != nil && p.back.Mode == flow.ReturnRerun && p.back.KeepVotes)
		c.useless(n, "return", p.back != nil && slices.Contains(p.forbid, flow.CanReturn))
		passing := n.Passing()
		c.useless(n, "transfer", passing != (flow.Transfer{}) && slices.Contains(p.forbid, flow.CanTransfer))
		timing := n.Timing()
		c.useless(n, "transfer.restart", passing.Restart && (!timing.Set() || timing.Deadline.Field != ""))
		if n.Action == nil || n.Action.Approve == nil {
			return
		}
		c.useless(n, "beforeRejects", n.Action.Approve.BeforeRejects && slices.Contains(p.forbid, flow.CanAddBefore))
		q, reject := n.Action.Approve.Quorum, n.Action.Approve.Reject
		c.useless(n, "quorum.waitAll", q.WaitAll && q.Mode != flow.QuorumAll)
		c.useless(n, "quorum.allRejects", q.AllRejects && q.Mode != flow.QuorumAny)
		c.useless(n, "quorum.veto", len(q.Veto) > 0 && q.Mode != flow.QuorumAll && q.Mode != flow.QuorumVote)
		c.useless(n, "reject.node", reject != nil && reject.To != flow.RejectNode && reject.Node != "")
		c.useless(n, "reject.parallel", reject != nil && reject.Parallel != flow.RejectAll && (reject.To != flow.RejectEnd || !c.withinFork(n)))
	})
}

func (c *checker) useless(n *flow.Node, path string, is bool) {
	if is {
		c.warn("setting_unused", at{node: n.ID, path: "action." + path},
			named(text.T("“{name}”有一项设置在这里不起作用。", "{name} has a setting that is of no use there."), n),
			text.T("去掉它，或改正它所依赖的设置。", "Take it away, or mend the setting that it depends on."))
	}
}

// withinFork reports whether a step can stand in a branch of something that splits.
func (c *checker) withinFork(n *flow.Node) bool {
	for i := range c.d.Nodes {
		fork := &c.d.Nodes[i]
		if fork.Splits() && c.g.ReachesWithout(fork.ID, n.ID, c.g.Closing(fork.ID)) {
			return true
		}
	}
	return false
}
