package store

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
)

var journalColumns = []string{"instance", "seq", "type", "at", "entry"}

// journalStatement appends the entries of a step: one row, as the list of them, with number, type and time of the first. Two
// steps that write the same number of an instance cannot both be saved.
func (s *Store) journalStatement(instance string, entries []machine.Entry) ([]statement, error) {
	if len(entries) == 0 {
		return nil, nil
	}
	doc, err := document(entries)
	if err != nil {
		return nil, err
	}
	first := &entries[0]
	return s.inserts.journal.rows([]any{instance, first.Seq, string(first.Type), at(first.At), doc}), nil
}

// Journal implements engine.InstanceStore. The values in its events are canonical again, as far as the record type still
// has their fields: folding the events gives the state.
func (s *Store) Journal(ctx context.Context, instance string) ([]machine.Entry, error) {
	rows, err := query(s.read(ctx), "SELECT i.record_type, j.entry FROM journal j JOIN instances i ON i.id = j.instance WHERE j.instance = ? ORDER BY j.seq", instance)
	var typ string
	steps, err := collect(rows, err, "read the journal of "+instance, func(scan scanner) ([]machine.Entry, error) {
		var doc []byte
		if err := scan(&typ, &doc); err != nil {
			return nil, err
		}
		return entriesOf(doc)
	})
	entries := slices.Concat(steps...)
	if err != nil || len(entries) == 0 {
		return entries, err
	}
	t, err := s.types.table(ctx, typ)
	if fault.Is(err, fault.NotFound) {
		return entries, nil
	}
	if err != nil {
		return nil, err
	}
	for i := range entries {
		s.types.canonical(t.Type, &entries[i])
	}
	return entries, nil
}

// entriesOf reads a row: the entries of a step or, as rows were once written, one entry.
func entriesOf(doc []byte) (list []machine.Entry, err error) {
	d := json.NewDecoder(bytes.NewReader(doc))
	d.UseNumber()
	if bytes.HasPrefix(doc, []byte("[")) {
		err = d.Decode(&list)
		return list, err
	}
	list = make([]machine.Entry, 1)
	err = d.Decode(&list[0])
	return list, err
}

// canonical gives the values of an entry their Go forms back.
func (c *catalog) canonical(t *record.Type, e *machine.Entry) {
	all := []*record.Values{&e.Data.Before, &e.Data.After}
	if e.Event != nil {
		all = append(all, &e.Event.Set, &e.Event.Facts)
		if m := e.Event.Merge; m != nil {
			all = append(all, &m.Before, &m.Set, &m.Left, &m.Gone)
		}
	}
	for _, v := range all {
		if *v != nil {
			*v = c.revive(t, *v)
		}
	}
}

// revive makes canonical values of decoded JSON. In facts a link is the linked record, whose values follow its own type. A
// value that the type no longer understands stays as it is.
func (c *catalog) revive(t *record.Type, raw map[string]any) record.Values {
	out := make(record.Values, len(raw))
	for key, v := range raw {
		f, known := t.Field(key)
		if linked, ok := v.(map[string]any); ok && known && f.Type == record.Link {
			if target, ok := c.RecordType(f.Target); ok {
				out[key] = c.revive(target, linked)
				continue
			}
		}
		out[key] = revived(t, key, v)
	}
	return out
}

// systemType reads the columns that every record has.
var systemType = record.Type{Fields: systemFields}

func revived(t *record.Type, key string, v any) any {
	from := t
	if _, ok := t.Field(key); !ok {
		from = &systemType
	}
	parsed, err := from.Parse(map[string]any{key: v})
	if err != nil {
		if n, ok := v.(json.Number); ok {
			if whole, err := n.Int64(); err == nil {
				return whole
			}
		}
		return v
	}
	return parsed[key]
}
