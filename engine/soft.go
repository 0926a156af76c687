package engine

import (
	"sync"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// softGraph is a graph for looking ahead, made on first use.
type softGraph struct {
	once  sync.Once
	graph *flow.Graph
	err   error
}

// softened is the graph with nothing required, for looking at the path ahead: nobody has filled in anything yet.
func (v *version) softened() (*flow.Graph, error) { return v.soft(&v.willing, softNode) }

// waitingForAll is the softened graph in which every join waits for all its branches: which of them comes first is not
// known beforehand, and whatever may come to be belongs to the path ahead.
func (v *version) waitingForAll() (*flow.Graph, error) {
	return v.soft(&v.patient, func(n flow.Node) flow.Node {
		n.Join = nil
		return softNode(n)
	})
}

func (v *version) soft(s *softGraph, soften func(flow.Node) flow.Node) (*flow.Graph, error) {
	s.once.Do(func() {
		d := v.Definition
		d.Nodes = make([]flow.Node, len(v.Definition.Nodes))
		for i, n := range v.Definition.Nodes {
			d.Nodes[i] = soften(n)
		}
		s.graph, s.err = flow.Compile(d, v.Number, softTypes{v.types, d.Record})
		s.err = v.wrapped(s.err)
	})
	return s.graph, s.err
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
		settings.Pick, settings.Comment = nil, false // whoever might be picked is shown
		settings.Fields = softFields(settings.Fields)
		action.Approve = &settings
	}
	if action.Do != nil {
		settings := *action.Do
		settings.Pick = nil
		settings.Fields = softFields(settings.Fields)
		action.Do = &settings
	}
	if action.Subflow != nil {
		settings := *action.Subflow
		settings.Out = nil // there is no child's record to read
		action.Subflow = &settings
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
