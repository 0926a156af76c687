package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// whole looks at the flow as such: its name, its record type, ids that are there twice, lanes.
func (c *checker) whole() {
	if c.d.Name.Empty() {
		c.error("flow_without_name", at{path: "name"},
			text.T("流程没有名称。", "The flow has no name."),
			text.T("给流程起一个名称。", "Give the flow a name."))
	}
	if c.typ == nil {
		c.error("unknown_record_type", at{path: "record"},
			text.T("没有记录类型“{type}”。", "There is no record type {type}.").Fill("type", c.d.Record),
			text.T("选择流程要用的记录类型。", "Choose the record type that the flow runs over."))
	}
	seen := map[string]bool{}
	for i := range c.d.Nodes {
		c.twice(seen, at{node: c.d.Nodes[i].ID, path: "id"}, "n:"+c.d.Nodes[i].ID)
		c.lane(&c.d.Nodes[i])
	}
	for i := range c.d.Edges {
		c.twice(seen, at{edge: c.d.Edges[i].ID, path: "id"}, "e:"+c.d.Edges[i].ID)
	}
}

func (c *checker) twice(seen map[string]bool, where at, id string) {
	if seen[id] {
		c.error("id_twice", where,
			text.T("编号重复。", "The id is there twice."),
			text.T("删除其中一个，重新画。", "Delete one of them and draw it again."))
	}
	seen[id] = true
}

func (c *checker) lane(n *flow.Node) {
	if n.Lane == "" {
		return
	}
	for _, l := range c.d.Lanes {
		if l.ID == n.Lane {
			return
		}
	}
	c.warn("unknown_lane", at{node: n.ID, path: "lane"},
		named(text.T("“{name}”所在的泳道不存在。", "{name} stands in a lane that does not exist."), n),
		text.T("把它放进一条泳道，或去掉泳道。", "Put it into a lane, or take the lane off it."))
}
