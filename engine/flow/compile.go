package flow

import (
	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// Compile makes a definition ready to run. It refuses only what cannot run at all: an unknown record type, edges without
// their nodes, ids that are there twice, a step without settings, a rule that does not compile. The fault is invalid
// (flow_does_not_compile) and names each place.
func Compile(d Definition, version int, types record.Catalog) (*Graph, error) {
	c := compiler{g: newGraph(d)}
	c.g.version, c.g.types = version, types
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
	g.link(c.say)
	c.steps()
	if len(c.wrong) > 0 {
		return
	}
	c.rules()
	g.findWays()
	g.copies = copyAccess(typ, &g.def)
	g.access = map[string]map[string]record.Access{}
	for i := range g.def.Nodes {
		g.access[g.def.Nodes[i].ID] = access(typ, &g.def.Nodes[i])
	}
}

func (c *compiler) steps() {
	for i := range c.g.def.Nodes {
		if n := &c.g.def.Nodes[i]; n.Kind == KindStep && (n.Action == nil || n.Action.settings() == nil) {
			c.say(place("nodes", i)+".action", text.T("请选择这一步做什么。", "Choose what this step does."))
		}
	}
}

func (c *compiler) rules() {
	g := c.g
	scope := rule.Scope{Type: g.typ, Types: g.types}
	for i := range g.def.Edges {
		e := &g.def.Edges[i]
		if e.When != "" && !e.Default {
			g.edgeRules[e.ID] = c.rule(place("edges", i)+".when", e.When, scope, rule.Condition)
		}
	}
	for i := range g.def.Nodes {
		n := &g.def.Nodes[i]
		if n.Kind == KindStep && n.Action.Update != nil {
			g.assigns[n.ID] = c.assigns(place("nodes", i)+".action.set", n.Action.Update.Set, scope)
		}
		if n.Kind == KindStep && n.Action.Subflow != nil {
			c.subflow(place("nodes", i)+".action", n.ID, n.Action.Subflow)
		}
	}
	for i := range g.def.Start {
		t := &g.def.Start[i]
		at := place("start", i)
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

// subflow compiles what goes into a child and comes back from it.
func (c *compiler) subflow(at, node string, s *Subflow) {
	g := c.g
	of := s.Child(g.typ, g.types)
	if of == nil {
		c.say(at+".over", text.T("看不出子流程用哪种记录，请重新选择。", "It cannot be told which record the sub-flow runs over; choose it again."))
		return
	}
	g.assigns[node] = c.assigns(at+".in", s.In, rule.Scope{Type: g.typ, Types: g.types, Item: s.Item(g.typ)})
	g.outs[node] = c.assigns(at+".out", s.Out, rule.Scope{Type: of, Types: g.types})
}

func (c *compiler) assigns(at string, set []Assign, in rule.Scope) []*rule.Program {
	programs := make([]*rule.Program, len(set))
	for i := range set {
		if set[i].From != "" {
			programs[i] = c.rule(place(at, i)+".from", set[i].From, in, rule.Value)
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
