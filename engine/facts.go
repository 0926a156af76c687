package engine

import (
	"context"
	"maps"
	"slices"

	"flowline/engine/fault"
	"flowline/engine/record"
)

// read reads the instance's record, unless it is read, with the changes of the step so far.
func (m *move) read(ctx context.Context) error {
	if m.rec != nil {
		return nil
	}
	rec, err := m.store.Record(ctx, m.before.RecordType, m.before.RecordID)
	if err != nil {
		return fault.Wrap(err, "read the record of instance %s", m.before.ID)
	}
	m.overlay(rec)
	if m.proposal != nil {
		rec.Values = m.proposal.values()
	}
	m.rec = &rec
	return nil
}

// overlay lays the changes of the step so far over a record as it is stored.
func (m *move) overlay(rec record.Record) {
	for _, c := range m.step.Changes {
		if c.ID == rec.ID {
			maps.Copy(rec.Values, c.Set)
		}
	}
}

// facts is what rules may see of the instance's record as it is at this point of the step.
func (m *move) facts(ctx context.Context) (record.Values, error) { return m.factsWith(ctx, nil) }

// factsWith is facts with values laid over the record that are not changed yet.
func (m *move) factsWith(ctx context.Context, set record.Values) (record.Values, error) {
	if err := m.read(ctx); err != nil {
		return nil, err
	}
	rec := *m.rec
	if len(set) > 0 {
		rec.Values = rec.Values.Clone()
		maps.Copy(rec.Values, set)
	}
	if m.linked == nil {
		m.linked = map[string]record.Values{}
	}
	t := m.graph.Type()
	if err := readLinks(ctx, m.store, t, rec.Values, m.version.links, m.linked); err != nil {
		return nil, err
	}
	for _, c := range m.step.Changes {
		if values, ok := m.linked[c.ID]; ok {
			maps.Copy(values, c.Set)
		}
	}
	return factsOf(t, rec, m.linked), nil
}

// readLinks reads the records that the named links of values point to, those that are not in known yet.
func readLinks(ctx context.Context, store Store, t *record.Type, values record.Values, links []string, known map[string]record.Values) error {
	wanted := map[string][]string{}
	for _, key := range links {
		f, ok := t.Field(key)
		id, _ := values[key].(string)
		if !ok || id == "" || known[id] != nil || slices.Contains(wanted[f.Target], id) {
			continue
		}
		wanted[f.Target] = append(wanted[f.Target], id)
	}
	for target, ids := range wanted {
		rows, err := store.RecordsByID(ctx, target, ids)
		if err != nil {
			return fault.Wrap(err, "read the records that a %s points to", t.Key)
		}
		for _, r := range rows {
			known[r.ID] = withColumns(r)
		}
	}
	return nil
}

// factsOf is a record as rules see it: with its system columns, and each link as the record it points to, or as its id
// alone when no rule looks further.
func factsOf(t *record.Type, r record.Record, linked map[string]record.Values) record.Values {
	facts := withColumns(r)
	for _, f := range t.Fields {
		id, _ := facts[f.Key].(string)
		if f.Type != record.Link || id == "" {
			continue
		}
		if values, ok := linked[id]; ok {
			facts[f.Key] = values.Clone()
		} else {
			facts[f.Key] = record.Values{"id": id}
		}
	}
	return facts
}

// withColumns is a copy of a record's values with its system columns among them.
func withColumns(r record.Record) record.Values {
	v := r.Values.Clone()
	if v == nil {
		v = record.Values{}
	}
	v["id"], v["number"], v["owner"] = r.ID, r.Number, r.Owner
	v["created_by"], v["created_at"], v["updated_at"] = r.CreatedBy, r.CreatedAt, r.UpdatedAt
	return v
}
