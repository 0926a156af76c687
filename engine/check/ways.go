package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// ways wants one way on from each node that does not choose or split: with none a token is stuck, with several it is
// left open which one is meant.
func (c *checker) ways() {
	for i := range c.d.Nodes {
		n := &c.d.Nodes[i]
		ways := map[flow.EdgeOn]int{}
		for _, e := range c.g.Out(n.ID) {
			ways[e.On]++
		}
		approved := ways[flow.OnApproved]
		if n.Kind != flow.KindEnd && approved == 0 {
			c.error("no_way_on", at{node: n.ID},
				named(text.T("“{name}”之后没有连线，流程会停在这里。", "No arrow leads on from {name}; the flow would stop here."), n),
				text.T("把它接到下一步或结束。", "Connect it to the next step, or to an end."))
		}
		if chooses := n.Kind == flow.KindDecision || n.Kind == flow.KindFork || n.Kind == flow.KindEnd; !chooses && approved > 1 {
			c.error("several_ways_on", at{node: n.ID},
				named(text.T("“{name}”之后有多条连线，不知道走哪一条。", "Several arrows lead on from {name}, and nothing says which one to take."), n),
				text.T("同时走就加一个并行分支，按条件走就加一个判断。", "Put a fork there to go all ways at once, or a decision to choose."))
		}
		if ways[flow.OnLate] > 1 {
			c.error("several_ways_on", at{node: n.ID},
				named(text.T("“{name}”有多条超时连线。", "Several arrows are for time running out at {name}."), n),
				text.T("只留一条超时连线。", "Keep one of them."))
		}
		if ways[flow.OnRejected] > 1 {
			c.error("several_ways_on", at{node: n.ID},
				named(text.T("“{name}”有多条驳回连线。", "Several arrows are for a rejection at {name}."), n),
				text.T("只留一条驳回连线。", "Keep one of them."))
		}
	}
}
