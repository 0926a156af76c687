package check

import (
	"maps"
	"slices"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// callers finds the published flows that run this one as a sub-flow, or have it approve what is declared void, and could not
// any more if this were published.
func (c *checker) callers() {
	if c.types == nil || c.d.Key == "" {
		return
	}
	with := maps.Clone(c.flows)
	for _, key := range slices.Sorted(maps.Keys(c.flows)) {
		d := c.flows[key]
		if key == c.d.Key || !uses(d, c.d.Key) {
			continue
		}
		with[c.d.Key] = *c.d
		there := &checker{d: &d, types: c.types, flows: with}
		there.typ, _ = c.types.RecordType(d.Record)
		for _, p := range there.callsTo(c.d.Key) {
			c.error("caller_would_fail", at{},
				fill(fill(text.T("“{flow}”要用到本流程，这一版它不能用：{why}", "{flow} makes use of this flow, and could not use this version: {why}"),
					"flow", text.T(d.Name.In(text.Chinese), d.Name.In(text.English))), "why", p.Text),
				text.T("先修改并发布那个流程，或改回它能用的样子。", "Change and publish that flow first, or leave this one as that flow needs it."))
		}
	}
}

// uses reports whether a flow runs another, or has it approve what is declared void.
func uses(d flow.Definition, key string) bool {
	return d.Voiding() == key || slices.Contains(calls(d), key)
}

// callsTo finds what is wrong with the steps that run one flow, and with its approving what is declared void. That it runs in
// a circle is told where the circle is closed.
func (c *checker) callsTo(key string) []Problem {
	if c.typ == nil {
		return nil
	}
	c.each(flow.KindStep, func(n *flow.Node) {
		if n.Action == nil || n.Action.Subflow == nil || n.Action.Subflow.Flow != key {
			return
		}
		if of := c.childType(n, n.Action.Subflow); of != nil {
			c.called(n, n.Action.Subflow, of)
		}
	})
	if c.d.Voiding() == key {
		c.voiding()
		c.found = slices.DeleteFunc(c.found, func(p Problem) bool { return p.Severity != Error })
	}
	return slices.DeleteFunc(c.found, func(p Problem) bool { return p.Code == "subflow_recursive" })
}
