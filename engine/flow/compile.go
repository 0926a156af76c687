package flow

import (
	"strconv"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// Compile makes a definition ready to run. It refuses only what cannot run at all: an unknown record type, edges without
// their nodes, ids that are there twice, a step without settings, a rule that does not compile. The fault is invalid
// (flow_does_not_compile) and names each place.
func Compile(d Definition, version int, types record.Catalog) (*Graph, error) {
	c := compiler{g: &Graph{
		def: d, version: version, types: types,
		index: map[string]int{}, out: map[string][]*Edge{}, in: map[string][]*Edge{},
		edgeRules: map[string]*rule.Program{}, assigns: map[string][]*rule.Program{},
	}}
	c.run()
	if len(c.wrong) == 0 {
		return c.g, nil
	}
	e := fault.New(fault.Invalid, "flow_does_not_compile", text.T("流程“{flow}”还不能运行，请改正标出的地方。", "The flow {flow} cannot run yet; mend the places marked."), "flow", d.Key)
	for _, w := range c.wrong {
		e = e.With(w.Path, w.Text)
	}
	return nil, e
}

type compiler struct {
	g     *Graph
	wrong []fault.Field
}

func (c *compiler) say(path string, t text.Text) {
	c.wrong = append(c.wrong, fault.Field{Path: path, Text: t})
}

func (c *compiler) run() {
	g := c.g
	typ, known := recordType(g.types, g.def.Record)
	if !known {
		c.say("record", text.T("没有记录类型“{type}”。", "There is no record type {type}.").Fill("type", g.def.Record))
		return
	}
	g.typ = typ
	c.nodes()
	c.edges()
	if len(c.wrong) > 0 {
		return
	}
	c.rules()
	g.reach = newReach(&g.def, g.index)
	g.forkOf, g.joinOf = pairs(g)
	g.closings.of = newClosings(g)
	g.access = map[string]map[string]record.Access{}
	for i := range g.def.Nodes {
		g.access[g.def.Nodes[i].ID] = access(typ, &g.def.Nodes[i])
	}
}

func (c *compiler) nodes() {
	g := c.g
	for i := range g.def.Nodes {
		n := &g.def.Nodes[i]
		at := "nodes[" + strconv.Itoa(i) + "]"
		if _, twice := g.index[n.ID]; twice || n.ID == "" {
			c.say(at+".id", twiceText(n.ID))
			continue
		}
		g.index[n.ID] = i
		if n.Kind == KindStart {
			g.starts = append(g.starts, n)
		}
		if n.Kind == KindStep && (n.Action == nil || n.Action.settings() == nil) {
			c.say(at+".action", text.T("请选择这一步做什么。", "Choose what this step does."))
		}
	}
}

func (c *compiler) edges() {
	g := c.g
	seen := map[string]bool{}
	for i := range g.def.Edges {
		e := &g.def.Edges[i]
		at := "edges[" + strconv.Itoa(i) + "]"
		if seen[e.ID] || e.ID == "" {
			c.say(at+".id", twiceText(e.ID))
			continue
		}
		seen[e.ID] = true
		_, from := g.index[e.From]
		_, to := g.index[e.To]
		if !from || !to {
			c.say(at, text.T("连线的一端没有接上节点。", "One end of the arrow is not at a node."))
			continue
		}
		g.out[e.From] = append(g.out[e.From], e)
		g.in[e.To] = append(g.in[e.To], e)
	}
}

func (c *compiler) rules() {
	g := c.g
	scope := rule.Scope{Type: g.typ, Types: g.types}
	for i := range g.def.Edges {
		e := &g.def.Edges[i]
		if e.When != "" && !e.Default {
			g.edgeRules[e.ID] = c.rule("edges["+strconv.Itoa(i)+"].when", e.When, scope, rule.Condition)
		}
	}
	for i := range g.def.Nodes {
		n := &g.def.Nodes[i]
		if n.Kind == KindStep && n.Action.Update != nil {
			g.assigns[n.ID] = c.assigns("nodes["+strconv.Itoa(i)+"].action.set", n.Action.Update.Set, scope)
		}
	}
	for i := range g.def.Start {
		t := &g.def.Start[i]
		at := "start[" + strconv.Itoa(i) + "]"
		in := rule.Scope{Type: g.typ, Types: g.types, Old: t.On == OnChanged}
		if t.Of != "" {
			of, known := recordType(g.types, t.Of)
			if !known {
				c.say(at+".of", text.T("没有记录类型“{type}”。", "There is no record type {type}.").Fill("type", t.Of))
				g.triggers = append(g.triggers, trigger{})
				continue
			}
			in.Type = of
		}
		compiled := trigger{from: c.assigns(at+".map", t.Map, in)}
		if t.When != "" {
			compiled.when = c.rule(at+".when", t.When, in, rule.Condition)
		}
		g.triggers = append(g.triggers, compiled)
	}
}

func (c *compiler) assigns(at string, set []Assign, in rule.Scope) []*rule.Program {
	programs := make([]*rule.Program, len(set))
	for i := range set {
		if set[i].From != "" {
			programs[i] = c.rule(at+"["+strconv.Itoa(i)+"].from", set[i].From, in, rule.Value)
		}
	}
	return programs
}

func (c *compiler) rule(at, source string, in rule.Scope, want rule.Want) *rule.Program {
	p, issues := rule.Compile(source, in, want)
	for _, issue := range issues {
		c.say(at, issue.Text)
	}
	return p
}

func recordType(types record.Catalog, key string) (*record.Type, bool) {
	if types == nil {
		return nil, false
	}
	t, ok := types.RecordType(key)
	return t, ok && t != nil
}

func twiceText(id string) text.Text {
	return text.T("编号“{id}”为空或重复。", "The id {id} is empty or there twice.").Fill("id", id)
}
