package machine

import (
	"maps"
	"slices"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/record"
)

// ReadEvent gives an event that was read from JSON its values back in their canonical forms, so that folding a stored
// journal comes to what happened. The fault is that of record.Type.Parse.
func ReadEvent(g *flow.Graph, ev Event) (Event, error) {
	var err error
	if ev.Set != nil {
		if ev.Set, err = g.Type().Parse(ev.Set); err != nil {
			return Event{}, fault.Wrap(err, "read what was filled in at %s", ev.Task)
		}
	}
	if ev.Facts != nil {
		of := g.Type()
		if ev.Type == EventChild {
			of = g.Node(ev.Node).Action.Subflow.Child(g.Type(), g.Types())
		}
		if ev.Facts, err = readFacts(of, g.Types(), ev.Facts); err != nil {
			return Event{}, fault.Wrap(err, "read the facts of %s", of.Key)
		}
	}
	if c := ev.Child; c != nil && c.Set != nil {
		told := *c
		if told.Set, err = g.Type().Parse(c.Set); err == nil {
			told.Before, err = g.Type().Parse(c.Before)
		}
		if err != nil {
			return Event{}, fault.Wrap(err, "read what was changed of a shared record")
		}
		ev.Child = &told
	}
	return readBack(g, ev)
}

// readBack reads what changes are put back by, and what was, each by the type of its record. What is of a type that is there
// no more is left as it is.
func readBack(g *flow.Graph, ev Event) (Event, error) {
	var err error
	read := func(typ string, v record.Values) record.Values {
		of, known := g.Type(), true
		if typ != "" {
			of, known = g.Types().RecordType(typ)
		}
		if !known || err != nil || v == nil {
			return v
		}
		var values record.Values
		values, err = of.Parse(v)
		return values
	}
	if ev.BackFacts != nil {
		u := BackFacts{Records: slices.Clone(ev.BackFacts.Records), Parts: slices.Clone(ev.BackFacts.Parts)}
		for i, one := range u.Records {
			u.Records[i].Values = read(one.Type, one.Values)
		}
		for i, one := range u.Parts {
			u.Parts[i].Before, u.Parts[i].After = read(one.Type, one.Before), read(one.Type, one.After)
		}
		ev.BackFacts = &u
	}
	ev.Restored = slices.Clone(ev.Restored)
	for i, one := range ev.Restored {
		ev.Restored[i].Was, ev.Restored[i].Set = read(one.Type, one.Was), read(one.Type, one.Set)
	}
	return ev, fault.Wrap(err, "read changes that are put back")
}

// readFacts reads the fields by their types, a link as the values of the record it points to, and the columns that every
// record has by theirs. What the type does not have any more is left as it is.
func readFacts(of *record.Type, types record.Catalog, raw record.Values) (record.Values, error) {
	facts := maps.Clone(raw)
	own := map[string]any{}
	for key, v := range raw {
		f, known := of.Field(key)
		if !known {
			facts[key] = readColumn(key, v)
			continue
		}
		linked, isRecord := asValues(v)
		if f.Type != record.Link || !isRecord {
			own[key] = v
			continue
		}
		target, known := types.RecordType(f.Target)
		if !known {
			continue
		}
		values, err := readFacts(target, types, linked)
		if err != nil {
			return nil, err
		}
		facts[key] = values
	}
	values, err := of.Parse(own)
	if err != nil {
		return nil, err
	}
	maps.Copy(facts, values)
	return facts, nil
}

func asValues(v any) (record.Values, bool) {
	switch x := v.(type) {
	case record.Values:
		return x, true
	case map[string]any:
		return x, true
	}
	return nil, false
}

// columns are the times among what every record has.
var columns = &record.Type{Fields: []record.Field{
	{Key: "created_at", Type: record.DateTime}, {Key: "updated_at", Type: record.DateTime},
}}

func readColumn(key string, v any) any {
	if values, err := columns.Parse(map[string]any{key: v}); err == nil {
		return values[key]
	}
	return v
}
