package engine

import (
	"strings"
	"sync"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/record"
)

// version is a published version with its rules compiled on first use. It is shared and never changes.
type version struct {
	Version
	types record.Catalog

	compile  sync.Once
	graph    *flow.Graph
	triggers []trigger
	links    []string // link fields whose records the flow's rules read
	err      error

	soften  sync.Once
	willing *flow.Graph
	softErr error
}

func newVersion(row Version, types record.Catalog) *version {
	return &version{Version: row, types: types}
}

// ready compiles the version. It was checked before it was published, so an error means that the record types have
// changed since.
func (v *version) ready() (*flow.Graph, error) {
	v.compile.Do(func() {
		v.graph, v.err = flow.Compile(v.Definition, v.Number, v.types)
		if v.err == nil {
			v.triggers = triggersOf(v.graph)
			v.links = linksRead(v.Definition, v.graph.Type())
		}
		v.err = fault.Wrap(v.err, "compile %s v%d", v.Flow, v.Number)
	})
	return v.graph, v.err
}

// softened is the graph with nothing required, for looking at the path ahead: nobody has filled in anything yet.
func (v *version) softened() (*flow.Graph, error) {
	v.soften.Do(func() {
		d := v.Definition
		d.Nodes = make([]flow.Node, len(v.Definition.Nodes))
		for i, n := range v.Definition.Nodes {
			d.Nodes[i] = softNode(n)
		}
		v.willing, v.softErr = flow.Compile(d, v.Number, softTypes{v.types, d.Record})
		v.softErr = fault.Wrap(v.softErr, "compile %s v%d", v.Flow, v.Number)
	})
	return v.willing, v.softErr
}

func softNode(n flow.Node) flow.Node {
	if n.Form != nil {
		n.Form = &flow.Form{Fields: softFields(n.Form.Fields)}
	}
	if n.Action == nil {
		return n
	}
	action := *n.Action
	if action.Approve != nil {
		settings := *action.Approve
		settings.Fields = softFields(settings.Fields)
		action.Approve = &settings
	}
	if action.Do != nil {
		settings := *action.Do
		settings.Fields = softFields(settings.Fields)
		action.Do = &settings
	}
	n.Action = &action
	return n
}

func softFields(fields map[string]record.Access) map[string]record.Access {
	out := make(map[string]record.Access, len(fields))
	for key, access := range fields {
		if access == record.Required {
			access = record.Edit
		}
		out[key] = access
	}
	return out
}

// softTypes is a catalog whose type key requires nothing.
type softTypes struct {
	record.Catalog
	key string
}

// RecordType finds a type by key.
func (c softTypes) RecordType(key string) (*record.Type, bool) {
	t, ok := c.Catalog.RecordType(key)
	if !ok || key != c.key {
		return t, ok
	}
	soft := *t
	soft.Fields = softColumns(t.Fields)
	return &soft, true
}

func softColumns(fields []record.Field) []record.Field {
	out := make([]record.Field, len(fields))
	for i, f := range fields {
		f.Required = false
		f.Columns = softColumns(f.Columns)
		out[i] = f
	}
	return out
}

// byHand gives the trigger by which a person submits; ok is false when the flow starts only by itself.
func (v *version) byHand() (trigger, bool) {
	if len(v.triggers) == 0 {
		return trigger{}, true // a flow that does not say how it starts is submitted
	}
	for _, t := range v.triggers {
		if t.On == flow.OnSubmitted {
			return t, true
		}
	}
	return trigger{}, false
}

// start gives the id of the start node.
func (v *version) start() string {
	for _, n := range v.Definition.Nodes {
		if n.Kind == flow.KindStart {
			return n.ID
		}
	}
	return ""
}

// accessAt is what may be done with each field of the record at a node.
func (v *version) accessAt(node string) map[string]record.Access {
	return flow.FieldAccess(v.graph, node)
}

// linksRead lists the link fields of t whose records some text of the definition reads, as in record.customer.score.
// Naming one too many costs a read, one too few would be a rule without its facts, so the search is a plain one.
func linksRead(d flow.Definition, t *record.Type) []string {
	texts := &strings.Builder{}
	say := func(s string) { texts.WriteString(s); texts.WriteByte('\n') }
	assigns := func(list []flow.Assign) {
		for _, a := range list {
			say(a.From)
		}
	}
	for _, s := range d.Start {
		say(s.When)
		assigns(s.Map)
	}
	for _, edge := range d.Edges {
		say(edge.When)
	}
	for _, n := range d.Nodes {
		_, asked := n.Asked()
		for _, by := range asked {
			say(by.Field)
		}
		if n.Action == nil {
			continue
		}
		if u := n.Action.Update; u != nil {
			say(u.Target + ".") // its values before the update are told
			assigns(u.Set)
		}
		if m := n.Action.Notify; m != nil {
			say(m.Title.ZH)
			say(m.Title.EN)
			say(m.Body.ZH)
			say(m.Body.EN)
		}
	}
	all := texts.String()
	var links []string
	for _, f := range t.Fields {
		if f.Type == record.Link && mentions(all, f.Key) {
			links = append(links, f.Key)
		}
	}
	return links
}

// mentions reports whether the text holds key with something after it that looks into a record or shows its title.
func mentions(all, key string) bool {
	for rest := all; ; {
		at := strings.Index(rest, key)
		if at < 0 {
			return false
		}
		rest = rest[at+len(key):]
		next := strings.TrimLeft(rest, " \t\r\n\"']")
		if next != "" && strings.ContainsRune(".[}", rune(next[0])) {
			return true
		}
	}
}
