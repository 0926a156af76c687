package check

import (
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/prove"
	"flowline/engine/text"
)

// states looks at every state that an instance can come to: it can always finish, no branch stays behind or begins
// others anew, joins have something to join, and no step is dead. What it finds has the way there.
func (c *checker) states() {
	p := prove.Chart(c.g, c.never)
	for _, r := range p.RunsBack {
		c.errorAfter(r.Trace, "branch_runs_back", at{edge: r.Edge},
			named(text.T("这条分支会回到“{name}”之前，而其他分支还在进行，它们会再开始一次。", "This branch leads back to before {name} while the others are under way, and would start them again."), c.g.Node(c.g.Edge(r.Edge).From)),
			text.T("先汇聚再返回，或在分支内部返回。", "Join the branches first and go back then, or go back within the branch."))
	}
	if !p.Complete {
		c.warn("not_proved", at{},
			text.T("流程可能出现的状态超过 {n} 种，没有证明它总能走到结束。", "The flow can be in more than {n} states; that it always comes to an end is not proved.").Fill("n", strconv.Itoa(prove.Limit)),
			text.T("减少同时进行的分支，或把流程分成几个。", "Have fewer branches at once, or make several flows of it."))
		return
	}
	c.traps(p)
	for _, l := range p.Lonely {
		c.errorAfter(l.Trace, "join_can_starve", at{node: l.Node},
			named(text.T("汇聚“{name}”等的不是并行分支：每次只会到一个，没有可汇聚的。", "Join {name} does not wait for branches of a fork: only one ever comes, and there is nothing to join."), c.g.Node(l.Node)),
			text.T("删除汇聚，直接接到下一步；或把判断改为并行分支。", "Delete the join and lead the arrows to the next step, or make the decision a fork."))
	}
	c.short(p)
	if !Blocks(c.found) { // else it may be dead for what is told already
		c.dead(p)
	}
}

// short are the joins for more branches than ever come.
func (c *checker) short(p *prove.Proof) {
	for _, s := range p.Short {
		n := c.g.Node(s.Node)
		c.errorAfter(s.Trace, "join_wants_too_many", at{node: s.Node, path: "join.n"},
			named(text.T("汇聚“{name}”要等 {n} 条分支，而最多只会到 {most} 条。", "Join {name} waits for {n} branches, and at most {most} ever come."), n).
				Fill("n", strconv.Itoa(n.Wants())).Fill("most", strconv.Itoa(s.Most)),
			text.T("把条数减到 {most} 以内，或再接分支。", "Make it {most} or fewer, or connect more branches.").Fill("most", strconv.Itoa(s.Most)))
	}
}

// traps are told unless there is no end at all, which is told already.
func (c *checker) traps(p *prove.Proof) {
	ends := false
	c.each(flow.KindEnd, func(*flow.Node) { ends = true })
	if !ends {
		return
	}
	for _, trap := range p.Traps {
		code, t := "leads_nowhere", text.T("从“{name}”走不到任何结束。", "No end can be reached from {name}.")
		if trap.InBranch {
			code, t = "leaves_behind", text.T("其他分支结束以后，“{name}”这条分支会一直留着：从这里走不到任何结束。", "When the other branches have ended, the one at {name} stays behind for ever: no end can be reached from there.")
		}
		c.errorAfter(trap.Trace, code, at{node: trap.Node}, named(t, c.g.Node(trap.Node)),
			text.T("从它或它后面的节点接到一个结束。", "Connect it, or a node after it, to an end."))
	}
}

// dead are the first nodes that no record comes to, of those that arrows lead to.
func (c *checker) dead(p *prove.Proof) {
	for i := range c.d.Nodes {
		n := &c.d.Nodes[i]
		if !p.Never(n.ID) {
			continue
		}
		for _, e := range c.g.In(n.ID) {
			if !p.Never(e.From) {
				c.warn("step_dead", at{node: n.ID},
					named(text.T("没有记录会走到“{name}”：通向它的条件都不会成立。", "No record ever comes to {name}: the rules on the way there are never true."), n),
					text.T("改前面判断的条件，或删除它。", "Change the rules of the decision before it, or delete it."))
				break
			}
		}
	}
}

func (c *checker) errorAfter(trace []prove.Step, code string, where at, t, remedy text.Text) {
	c.error(code, where, t, remedy)
	c.found[len(c.found)-1].Trace = trace
}
