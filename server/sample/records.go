package sample

import (
	"context"
	"time"

	"github.com/google/uuid"

	"flowline/engine/fault"
	"flowline/engine/record"
)

// namespace makes the ids of sample records: the same name always gets the same id, so that loading again finds what it
// loaded before.
var namespace = uuid.MustParse("6f1d8c1e-6b0a-4c86-9a52-1f5f2a3f7c11")

func idOf(typ, name string) string {
	return uuid.NewSHA1(namespace, []byte(typ+"/"+name)).String()
}

func (l *Loader) records(ctx context.Context) error {
	list, err := types(l.Records)
	if err != nil {
		return err
	}
	for i := range list {
		t := &list[i]
		if err := l.Store.SaveType(ctx, *t); err != nil {
			return fault.Wrap(err, "record type %s", t.Key)
		}
		if err := l.rows(ctx, t); err != nil {
			return err
		}
	}
	return nil
}

func (l *Loader) rows(ctx context.Context, t *record.Type) error {
	all, err := rows(l.Records, t.Key)
	if err != nil {
		return err
	}
	ids := make([]string, len(all))
	for i, r := range all {
		ids[i] = idOf(t.Key, r.ID)
	}
	known, err := l.Store.RecordsByID(ctx, t.Key, ids)
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, r := range known {
		there[r.ID] = true
	}
	for i, r := range all {
		if there[ids[i]] {
			continue
		}
		link(t.Fields, r.Values)
		values, err := t.Parse(r.Values)
		if err != nil {
			return fault.Wrap(err, "sample record %s", r.ID)
		}
		now := l.Now().UTC().Truncate(time.Microsecond)
		row := record.Record{Type: t.Key, ID: ids[i], Revision: 1, Owner: r.Owner, CreatedAt: now, CreatedBy: r.Owner, UpdatedAt: now, Values: values}
		if _, err := l.Store.InsertRecord(ctx, row); err != nil {
			return fault.Wrap(err, "sample record %s", r.ID)
		}
	}
	return nil
}

// link puts ids in the place of names, in links and in the links of detail rows.
func link(fields []record.Field, values map[string]any) {
	for _, f := range fields {
		switch v := values[f.Key].(type) {
		case string:
			if f.Type == record.Link {
				values[f.Key] = idOf(f.Target, v)
			}
		case []any:
			if f.Type != record.Rows {
				continue
			}
			for _, row := range v {
				if cells, ok := row.(map[string]any); ok {
					link(f.Columns, cells)
				}
			}
		}
	}
}
