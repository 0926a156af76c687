package flow

import (
	"maps"

	"flowline/engine/org"
	"flowline/engine/record"
)

// FieldAccess says what may be done with every field of the record's type at a node: what the node says, else edit at
// the start and read anywhere else. An unknown node gives read everywhere. Columns of detail rows are in it under keys
// such as items.price: what the node says of them, else what their rows follow; with hidden rows they are hidden.
func FieldAccess(g *Graph, nodeID string) map[string]record.Access {
	if given, ok := g.access[nodeID]; ok {
		copied := make(map[string]record.Access, len(given))
		for key, a := range given {
			copied[key] = a
		}
		return copied
	}
	return access(g.typ, &Node{})
}

func access(t *record.Type, n *Node) map[string]record.Access {
	fallback := record.Read
	if n.Kind == KindStart {
		fallback = record.Edit
	}
	given := n.Fields()
	all := make(map[string]record.Access, len(t.Fields))
	for i := range t.Fields {
		key := t.Fields[i].Key
		all[key] = fallback
		if a, said := given[key]; said {
			all[key] = a
		}
		columns(all, given, &t.Fields[i])
	}
	return all
}

// CopyAccess says what a copy shows of every field and column: what the flow says of copies, else what the start shows. A
// copy is to read.
func CopyAccess(g *Graph) map[string]record.Access { return maps.Clone(g.copies) }

func copyAccess(t *record.Type, d *Definition) map[string]record.Access {
	given := map[string]record.Access{}
	for i := range d.Nodes {
		if d.Nodes[i].Kind == KindStart {
			maps.Copy(given, d.Nodes[i].Fields())
		}
	}
	if d.Settings != nil {
		maps.Copy(given, d.Settings.CopyFields)
	}
	all := access(t, &Node{Kind: KindStart, Form: &Form{Fields: given}})
	for key, a := range all {
		if a != record.Hidden {
			all[key] = record.Read
		}
	}
	return all
}

// columns adds the columns of detail rows. Rows of which there must be one say nothing of what must be in it.
func columns(all, given map[string]record.Access, f *record.Field) {
	rows := all[f.Key]
	for c := range f.Columns {
		key := record.ColumnKey(f.Key, f.Columns[c].Key)
		all[key] = rows
		if rows == record.Required {
			all[key] = record.Edit
		}
		if a, said := given[key]; said && rows != record.Hidden {
			all[key] = a
		}
	}
}

// Fields are the field rights that a node states itself.
func (n *Node) Fields() map[string]record.Access {
	switch {
	case n.Kind == KindStart && n.Form != nil:
		return n.Form.Fields
	case n.Kind == KindStep && n.Action != nil && n.Action.Approve != nil:
		return n.Action.Approve.Fields
	case n.Kind == KindStep && n.Action != nil && n.Action.Do != nil:
		return n.Action.Do.Fields
	}
	return nil
}

// Asked are the selectors of the people whom a node asks or tells, and where within the node they stand.
func (n *Node) Asked() (path string, by []org.Selector) {
	if n.Kind != KindStep || n.Action == nil {
		return "", nil
	}
	switch a := n.Action; {
	case a.Approve != nil:
		return "action.by", a.Approve.By
	case a.Do != nil:
		return "action.by", a.Do.By
	case a.Notify != nil:
		return "action.to", a.Notify.To
	}
	return "", nil
}
