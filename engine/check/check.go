package check

import (
	"cmp"
	"slices"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Check finds everything about a flow that would not work, or hardly be meant. Types must know the flow's record type;
// without a directory (nil) nothing is said of people, without flows (nil) nothing of the other flows. The order is the
// document's: what concerns the flow as a whole, then nodes, then edges; at one place errors before warnings.
func Check(d flow.Definition, types record.Catalog, dir *org.Directory, flows Flows) []Problem {
	c := &checker{d: &d, types: types, dir: dir, flows: flows, g: flow.Index(d), never: map[string]bool{}}
	if types != nil {
		c.typ, _ = types.RecordType(d.Record)
	}
	for _, subject := range subjects {
		subject(c)
	}
	c.sort()
	return c.found
}

// Blocks reports whether problems stand in the way of publishing.
func Blocks(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity == Error })
}

// subjects has one function per file, each with a fixture of the file's name.
var subjects = []func(*checker){
	(*checker).whole,
	(*checker).writings,
	(*checker).triggers,
	(*checker).starts,
	(*checker).ends,
	(*checker).edges,
	(*checker).ways,
	(*checker).reachable,
	(*checker).decisions,
	(*checker).rules,
	(*checker).steps,
	(*checker).people,
	(*checker).chains,
	(*checker).chosen,
	(*checker).votes,
	(*checker).picks,
	(*checker).empties,
	(*checker).returns,
	(*checker).deadlines,
	(*checker).late,
	(*checker).unused,
	(*checker).fields,
	(*checker).updates,
	(*checker).subflows,
	(*checker).callers,
	(*checker).voiding,
	(*checker).notices,
	(*checker).forks,
	(*checker).joins,
	(*checker).loops,
	(*checker).values,
	(*checker).states,
}

type checker struct {
	d     *flow.Definition
	types record.Catalog
	typ   *record.Type // nil: unknown
	dir   *org.Directory
	flows Flows
	g     *flow.Graph
	never map[string]bool // arrows that no record takes
	found []Problem
}

// at is a place on the chart.
type at struct {
	node, edge, path string
}

func (c *checker) add(s Severity, code string, where at, t, remedy text.Text) {
	c.found = append(c.found, Problem{Code: code, Severity: s, Node: where.node, Edge: where.edge, Path: where.path, Text: t, Remedy: remedy})
}

func (c *checker) error(code string, where at, t, remedy text.Text) {
	c.add(Error, code, where, t, remedy)
}

func (c *checker) warn(code string, where at, t, remedy text.Text) {
	c.add(Warning, code, where, t, remedy)
}

// each visits the nodes of a kind.
func (c *checker) each(kind flow.Kind, visit func(*flow.Node)) {
	for i := range c.d.Nodes {
		if n := &c.d.Nodes[i]; n.Kind == kind {
			visit(n)
		}
	}
}

// name is what people call a node: its name, or its id when it has none.
func name(n *flow.Node) text.Text {
	if n.Name.Empty() {
		return text.T(n.ID, n.ID)
	}
	return text.T(n.Name.In(text.Chinese), n.Name.In(text.English))
}

// named fills {name} with a node's name in each language.
func named(t text.Text, n *flow.Node) text.Text { return fill(t, "name", name(n)) }

func fill(t text.Text, key string, with text.Text) text.Text {
	return text.Text{ZH: t.Fill(key, with.ZH).ZH, EN: t.Fill(key, with.EN).EN}
}

func (c *checker) sort() {
	place := map[string]int{}
	for i, n := range c.d.Nodes {
		place[n.ID] = i + 1
	}
	for i, e := range c.d.Edges {
		place["\x00"+e.ID] = len(c.d.Nodes) + i + 1
	}
	of := func(p Problem) int {
		if p.Edge != "" {
			return place["\x00"+p.Edge]
		}
		return place[p.Node]
	}
	slices.SortStableFunc(c.found, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(of(a), of(b)), cmp.Compare(a.Severity, b.Severity))
	})
}
