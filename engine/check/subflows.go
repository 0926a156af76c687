package check

import (
	"slices"
	"strconv"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// Flows are the other flows by key, as they are published; nil: not known, and nothing is said of them.
type Flows map[string]flow.Definition

// subflows want a published flow that fits the record, does not lead back here, and is told and asked what fields can hold.
func (c *checker) subflows() {
	if c.typ == nil {
		return
	}
	c.each(flow.KindStep, func(n *flow.Node) {
		if n.Action == nil || n.Action.Subflow == nil {
			return
		}
		s := n.Action.Subflow
		c.eachOf(n, s)
		c.finish(n, s)
		of := c.childType(n, s)
		if of != nil {
			c.called(n, s, of)
			c.mappings(n, s, of)
		}
		if s.Over == flow.OverSame {
			c.sharesRecord(n, s)
		}
		if !s.Detached && s.Reject == nil && !c.refusalDrawn(n) {
			c.warn("rejected_child_ends", at{node: n.ID, path: "action.reject"},
				named(text.T("“{name}”没有画子流程被拒绝时的箭头，那时整个流程会以“已拒绝”结束。", "No arrow is drawn for when the sub-flow at {name} is rejected; the whole flow then ends as rejected."), n),
				text.T("画一条“不同意”的箭头，或写明拒绝后怎么办。", "Draw an arrow for a rejection, or say what a rejection does."))
		}
	})
}

// childType is the type of the record that the child runs over; nil when it cannot be told, which is a problem.
func (c *checker) childType(n *flow.Node, s *flow.Subflow) *record.Type {
	switch s.Over {
	case flow.OverLinked:
		return c.linkTarget(at{node: n.ID, path: "action.link"}, s.Link)
	case flow.OverNew:
		of, known := c.types.RecordType(s.Of)
		if !known {
			c.error("unknown_record_type", at{node: n.ID, path: "action.of"},
				text.T("没有记录类型“{type}”。", "There is no record type {type}.").Fill("type", s.Of),
				text.T("选择子流程所用的记录类型。", "Choose the record type of the sub-flow."))
			return nil
		}
		return of
	case flow.OverSame:
	}
	return c.typ
}

// called looks at the flow that is to run.
func (c *checker) called(n *flow.Node, s *flow.Subflow, of *record.Type) {
	where := at{node: n.ID, path: "action.flow"}
	if s.Flow == "" {
		c.error("subflow_without_flow", where,
			named(text.T("“{name}”没有选子流程。", "No sub-flow is chosen at {name}."), n),
			text.T("选择一个已发布的流程。", "Choose a flow that is published."))
		return
	}
	if s.Flow == c.d.Key {
		c.recursive(where, n, []string{s.Flow})
		return
	}
	if c.flows == nil {
		return
	}
	d, known := c.flows[s.Flow]
	if !known {
		c.error("unknown_flow", where,
			named(text.T("“{name}”要启动的流程“{flow}”还没有发布。", "The flow {flow}, which {name} is to run, is not published."), n).Fill("flow", s.Flow),
			text.T("先发布那个流程，或另选一个。", "Publish that flow first, or choose another."))
		return
	}
	if d.Record != of.Key {
		c.error("subflow_of_other_type", where,
			fill(named(text.T("“{name}”要启动的流程不是用于{type}的。", "The flow that {name} is to run is not for {type}."), n), "type", typeName(of)),
			text.T("另选一个流程，或改变它处理的记录。", "Choose another flow, or the record that it runs over."))
	}
	c.picksNobody(where, n, d)
	if way := c.wayBack(s.Flow, nil); way != nil {
		c.recursive(where, n, way)
	} else if deep := c.depth(s.Flow); deep > flow.MaxDepth {
		c.error("subflow_too_deep", where,
			named(text.T("从“{name}”起，子流程里套子流程有 {deep} 层，最多 {n} 层。", "From {name} on, flows lie {deep} deep in one another; at most {n} may."), n).
				Fill("deep", strconv.Itoa(deep), "n", strconv.Itoa(flow.MaxDepth)),
			text.T("把其中几层画进同一个流程。", "Draw some of them into one flow."))
	}
}

func (c *checker) recursive(where at, n *flow.Node, way []string) {
	c.error("subflow_recursive", where,
		named(text.T("“{name}”的子流程会再启动本流程：{way}，没有尽头。", "The sub-flow at {name} runs this flow again, without end: {way}."), n).
			Fill("way", strings.Join(append([]string{c.d.Key}, way...), " → ")),
		text.T("另选一个子流程，或改那个流程。", "Choose another sub-flow, or change that flow."))
}

// wayBack is the flows by which one leads to the flow that is checked; nil when it does not.
func (c *checker) wayBack(from string, way []string) []string {
	if slices.Contains(way, from) {
		return nil
	}
	way = append(slices.Clip(way), from)
	if from == c.d.Key {
		return way
	}
	for _, next := range calls(c.flows[from]) {
		if found := c.wayBack(next, way); found != nil {
			return found
		}
	}
	return nil
}

// depth is how deep flows lie in one another from one on, of those that do not run in a circle.
func (c *checker) depth(from string) int {
	deepest := 0
	for _, next := range calls(c.flows[from]) {
		if next != from {
			deepest = max(deepest, c.depthWithin(next, []string{from}))
		}
	}
	return 1 + deepest
}

func (c *checker) depthWithin(from string, way []string) int {
	deepest := 0
	for _, next := range calls(c.flows[from]) {
		if !slices.Contains(way, next) && next != from && len(way) <= flow.MaxDepth {
			deepest = max(deepest, c.depthWithin(next, append(slices.Clip(way), from)))
		}
	}
	return 1 + deepest
}

// calls are the flows that a flow's steps run.
func calls(d flow.Definition) []string {
	var keys []string
	for i := range d.Nodes {
		if a := d.Nodes[i].Action; a != nil && a.Subflow != nil && !slices.Contains(keys, a.Subflow.Flow) {
			keys = append(keys, a.Subflow.Flow)
		}
	}
	return keys
}

// picksNobody finds a step whose people are picked by whoever submits, which nobody does by hand here.
func (c *checker) picksNobody(where at, n *flow.Node, d flow.Definition) {
	for i := range d.Nodes {
		if pick := policiesOf(&d.Nodes[i]).pick; pick != nil && pick.By == flow.PickSubmitter {
			c.error("subflow_wants_picks", where,
				named(text.T("“{name}”的子流程要由提交人选处理人，自动启动时没有人选。", "In the sub-flow at {name} whoever submits picks people; started by itself, nobody does."), n),
				text.T("在那个流程里改为按岗位、部门或字段选人。", "Have that flow name people by post, department or field."))
			return
		}
	}
}

// sharesRecord: what runs over this flow's own record is within it.
func (c *checker) sharesRecord(n *flow.Node, s *flow.Subflow) {
	if s.Detached {
		c.error("subflow_not_waited_for", at{node: n.ID, path: "action.detached"},
			named(text.T("“{name}”的子流程处理同一条记录，必须等它结束。", "The sub-flow at {name} runs over the same record, so it has to be waited for."), n),
			text.T("打开“等待结果”，或让它处理另一条记录。", "Wait for it, or have it run over another record."))
	}
	held := slices.ContainsFunc(c.d.Start, func(t flow.Trigger) bool { return t.Hold })
	if held {
		c.error("subflow_of_held_change", at{node: n.ID, path: "action.over"},
			named(text.T("本流程审批的是尚未生效的修改，“{name}”的子流程看不到修改后的记录。", "This flow approves a change before it is made; the sub-flow at {name} would not see it."), n),
			text.T("新建一条记录，把要审的字段填进去。", "Have a record made for it, with the fields it is to judge."))
	}
}

// mappings looks at what goes into the child and comes back.
func (c *checker) mappings(n *flow.Node, s *flow.Subflow, of *record.Type) {
	in := at{node: n.ID, path: "action.in"}
	if s.Over == flow.OverNew {
		c.assigns(in, s.In, rule.Scope{Type: c.typ, Types: c.types, Item: s.Item(c.typ)}, of)
		c.complete(in, s.In, of)
	} else if len(s.In) > 0 {
		c.error("subflow_in_unused", in,
			named(text.T("“{name}”的子流程不新建记录，传入的字段没有用处。", "The sub-flow at {name} has no record made for it, so there is nothing to fill in."), n),
			text.T("删除传入的字段，或改为新建记录。", "Take the fields away, or have a record made."))
	}
	out := at{node: n.ID, path: "action.out"}
	switch {
	case len(s.Out) == 0:
	case s.Over == flow.OverSame || s.Each != nil || s.Detached:
		c.error("subflow_out_unused", out,
			named(text.T("“{name}”不能带回字段：要么是同一条记录，要么有多个子流程，要么不等待。", "Nothing can be taken back at {name}: it is the same record, or there are several sub-flows, or none is waited for."), n),
			text.T("删除带回的字段。", "Take those fields away."))
	default:
		c.assigns(out, s.Out, rule.Scope{Type: of, Types: c.types}, c.typ)
	}
}

// eachOf looks at what there is one child for each of.
func (c *checker) eachOf(n *flow.Node, s *flow.Subflow) {
	e := s.Each
	if e == nil {
		return
	}
	where := at{node: n.ID, path: "action.each"}
	switch {
	case e.Count > 0:
	case e.Rows == "" && e.Options == "":
		c.error("each_of_nothing", where,
			named(text.T("“{name}”没有写明按什么启动多个子流程。", "{name} does not say what there is a sub-flow for each of."), n),
			text.T("选择明细字段、多选字段，或写个数。", "Choose rows, a field of several options, or a number."))
	case s.Item(c.typ) == nil:
		c.error("each_of_wrong_field", where,
			named(text.T("“{name}”按字段“{field}”启动多个子流程，而它不是明细，也不是多选。", "{name} wants a sub-flow for each of {field}, which is neither rows nor a field of several options."), n).Fill("field", e.Rows+e.Options),
			text.T("选择明细字段或多选字段。", "Choose rows or a field of several options."))
	case s.Over != flow.OverNew:
		c.error("each_without_record", where,
			named(text.T("“{name}”的每个子流程都处理同一条记录，不知道自己是为哪一项。", "Every sub-flow at {name} runs over the same record, and does not know which one it is for."), n),
			text.T("改为给每个子流程新建一条记录。", "Have a record made for each."))
	}
}

func (c *checker) finish(n *flow.Node, s *flow.Subflow) {
	f := s.Finish
	if f == nil || f.Mode != flow.FinishN {
		return
	}
	if few := s.Each != nil && s.Each.Count > 0 && f.N > s.Each.Count; f.N < 1 || few {
		c.error("finish_out_of_reach", at{node: n.ID, path: "action.finish.n"},
			named(text.T("“{name}”要通过的子流程个数不对。", "The number of sub-flows to be approved at {name} cannot be reached, or is none."), n),
			text.T("写 1 到子流程个数之间的数。", "Give a number from one to that of the sub-flows."))
	}
}
