package engine

import (
	"context"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// sight is what a person may see of the record of an instance: all of it, or the fields of the steps where he was asked.
type sight struct {
	all    bool
	fields map[string]record.Access // hidden ones are not in it
	linked map[string]bool          // link fields whose record he may see as well
}

// sees reports whether a field, or a path that begins with it, may be shown.
func (s sight) sees(key string) bool { return s.all || s.fields[key] != "" }

// add joins what a node lets its people see.
func (s *sight) add(access map[string]record.Access) {
	for key, a := range access {
		if a == record.Hidden {
			continue
		}
		if s.fields == nil {
			s.fields = map[string]record.Access{}
		}
		if strength[a] > strength[s.fields[key]] {
			s.fields[key] = a
		}
	}
}

var strength = map[record.Access]int{record.Read: 1, record.Edit: 2, record.Required: 3}

// looking is an instance with the eyes of one person.
type looking struct {
	instance Instance
	version  *version
	graph    *flow.Graph
	record   record.Record
	sight    sight
	copy     *CopyMark // nil: he has none
}

// look loads an instance for a person who may see it: who submitted it, was ever asked, also by any request to declare it
// void, told or given a copy, may see its record, or is an admin. not_found for everybody else.
func (e *Engine) look(ctx context.Context, a actor, id string) (looking, error) {
	in, err := e.store.Instance(ctx, id)
	if err != nil {
		return looking{}, hideAs(errNoInstance, err)
	}
	v, err := e.known.version(ctx, in.Flow, in.Version)
	if err != nil {
		return looking{}, err
	}
	g, err := v.ready()
	if err != nil {
		return looking{}, err
	}
	rec, err := e.store.Record(ctx, in.RecordType, in.RecordID)
	if err != nil {
		return looking{}, hideAs(errNoInstance, err)
	}
	l := looking{instance: in, version: v, graph: g, record: rec}
	part, err := e.copied(ctx, a, &l)
	if err != nil {
		return looking{}, err
	}
	if a.owns(rec) {
		l.sight.all = true
		return l, e.lookThrough(ctx, a, &l)
	}
	m := &move{before: in, at: e.at()}
	if in.Submitter == a.ID || in.State.InCharge() == a.ID {
		part = true
		if !in.overLinked() {
			l.sight.add(v.accessAt(v.start()))
		}
	}
	part = l.asked(a, m, v) || part
	judges, err := e.judges(ctx, a, &l)
	if err != nil {
		return looking{}, err
	}
	part = judges || part
	for _, p := range in.People {
		part = part || p == a.ID
	}
	if !part {
		return looking{}, errNoInstance
	}
	return l, e.lookThrough(ctx, a, &l)
}

// asked adds what the tasks of an instance over the record, which was opened for a person, show, and reports whether there
// are any.
func (l *looking) asked(a actor, m *move, v *version) (any bool) {
	for _, t := range m.before.State.Tasks {
		stands := m.standsFor(a, *t) || t.OnBehalfOf != "" && t.DecidedBy == a.ID
		if (t.Assignee == a.ID || stands) && !t.OpenedAt.IsZero() {
			any = true
			l.sight.add(v.accessAtTask(a, m.before, l.record, *t))
		}
	}
	return any
}

// lookThrough finds out which linked records the person may see too: what a rule read there is shown to him only then.
func (e *Engine) lookThrough(ctx context.Context, a actor, l *looking) error {
	l.sight.linked = map[string]bool{}
	for _, key := range l.version.links {
		f, ok := l.graph.Type().Field(key)
		id, _ := l.record.Values[key].(string)
		if !ok || id == "" || !l.sight.sees(key) {
			continue
		}
		if a.isAdmin() {
			l.sight.linked[key] = true
			continue
		}
		ok, err := e.mayLink(ctx, a, f.Target, id)
		if err != nil {
			return err
		}
		l.sight.linked[key] = ok
	}
	return nil
}

// lookBack closes the links that pointed elsewhere when something was read or changed there, to a record that the person
// may not see: the journal tells of what was then.
func (e *Engine) lookBack(ctx context.Context, a actor, l *looking, journal []machine.Entry) error {
	if a.isAdmin() {
		return nil
	}
	may := map[string]bool{"": true} // by record
	for key, open := range l.sight.linked {
		f, _ := l.graph.Type().Field(key)
		for _, id := range pointedTo(key, journal) {
			if _, known := may[id]; open && !known && id != l.record.Values[key] {
				var err error
				if may[id], err = e.mayLink(ctx, a, f.Target, id); err != nil {
					return err
				}
			}
			open = open && (may[id] || id == l.record.Values[key])
		}
		l.sight.linked[key] = open
	}
	return nil
}

// pointedTo lists the records that a link of the instance's record was seen to point to.
func pointedTo(link string, journal []machine.Entry) []string {
	var ids []string
	for _, entry := range journal {
		if entry.Type == machine.EntryUpdated && entry.Data.Detail == "" { // of the instance's own record
			ids = append(ids, pointsTo(entry.Data.Before[link]))
		}
		if entry.Event != nil {
			ids = append(ids, pointsTo(entry.Event.Facts[link]))
		}
	}
	return ids
}

// pointsTo is the id in a link, which facts hold with the record that it points to.
func pointsTo(link any) string {
	switch v := link.(type) {
	case record.Values:
		link = v["id"]
	case map[string]any:
		link = v["id"]
	}
	id, _ := link.(string)
	return id
}

// entry is a journal entry for the eyes of the person: no event, and no field, value or detail of what is hidden from
// him.
func (l looking) entry(e machine.Entry) TimelineEntry {
	out := TimelineEntry{
		Seq: e.Seq, Type: e.Type, At: e.At, By: e.By, OnBehalfOf: e.OnBehalfOf, Person: e.Person, Node: e.Node, Comment: e.Comment,
		Files: e.Files, Data: e.Data,
	}
	if n := l.graph.Node(e.Node); n != nil {
		out.NodeName = n.Name
	}
	switch link := e.Data.Detail; {
	case e.Type != machine.EntryUpdated || link == "":
		out.Data.Before, out.Data.After = l.values(e.Data.Before), l.values(e.Data.After)
		out.Data.Fields = keep(e.Data.Fields, func(key string) bool {
			return l.sight.sees(key) && !l.unseen(key, e.Data.After, out.Data)
		})
	case !l.sight.linked[link]: // the changed record is another one, and not for these eyes
		out.Data.Fields, out.Data.Before, out.Data.After = nil, nil, nil
	}
	out.Data.Rules = nil
	for _, r := range e.Data.Rules {
		r.Values = l.traced(r.Values)
		out.Data.Rules = append(out.Data.Rules, r)
	}
	if !l.sight.all && e.Type != machine.EntryUpdated {
		out.Data.Detail = "" // may quote a value
	}
	return out
}

// incident is an open incident for the eyes of the person.
func (l looking) incident(i machine.Incident) machine.Incident {
	if !l.sight.all {
		i.Detail = ""
	}
	return i
}

// values keeps of a record's values those that may be seen.
func (l looking) values(v record.Values) record.Values {
	if v == nil || l.sight.all {
		return v
	}
	out, access := record.Values{}, l.access()
	for key, value := range v {
		f, known := l.graph.Type().Field(key)
		switch {
		case !l.sight.sees(key):
		case known:
			out[key] = access.Value(f, value)
		default:
			out[key] = value
		}
	}
	return out
}

// unseen reports whether a field was changed, but in nothing of what may be seen of it, and then takes it out of what is
// told. Changed is all that was.
func (l looking) unseen(key string, changed record.Values, told machine.Data) bool {
	_, was := changed[key]
	if l.sight.all || !was || !record.EqualValue(told.Before[key], told.After[key]) {
		return false
	}
	delete(told.Before, key)
	delete(told.After, key)
	return true
}

// traced keeps of what a rule read the values that may be seen. Paths are record.field or record.link.field.
func (l looking) traced(v record.Values) record.Values {
	out := record.Values{}
	for path, value := range v {
		parts := strings.SplitN(path, ".", 3)
		if len(parts) < 2 {
			continue
		}
		key, _, inRow := strings.Cut(parts[1], "[")
		f, isField := l.graph.Type().Field(key)
		switch {
		case isField && inRow && !l.sight.sees(record.ColumnKey(key, parts[len(parts)-1])):
		case isField && f.Type == record.Rows && !inRow && l.sight.sees(key):
			out[path] = l.values(record.Values{key: value})[key]
		case isField && !l.sight.sees(key):
		case isField && f.Type == record.Link && len(parts) == 3 && !l.sight.linked[key]:
		case isField && f.Type == record.Link && len(parts) == 2:
		case !isField && !l.sight.all:
		default:
			out[path] = value
		}
	}
	return out
}

func keep(keys []string, ok func(string) bool) []string {
	var out []string
	for _, k := range keys {
		if ok(k) {
			out = append(out, k)
		}
	}
	return out
}

// titleFor is the title of an instance's record as a line of a list shows it: left out when some step hides the title
// from its people and it is not known here that this person is none of them.
func (v *version) titleFor(a actor, submitter, title string) string {
	if a.isAdmin() || title == "" {
		return title
	}
	t, ok := v.types.RecordType(v.Definition.Record)
	if !ok {
		return ""
	}
	if set := v.Definition.Settings; set != nil && submitter != a.ID && set.CopyFields[t.Title] == record.Hidden {
		return ""
	}
	for _, n := range v.Definition.Nodes {
		concerns := n.Kind == flow.KindStart || submitter != a.ID // who is in charge, or has a copy, may see no more than the start shows
		if concerns && n.Fields()[t.Title] == record.Hidden {
			return ""
		}
	}
	return title
}
