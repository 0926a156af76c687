package store

import (
	"context"
	"database/sql"
	"time"

	"gorm.io/gorm"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

var noRecord = text.T("没有这条记录。", "There is no such record.")

// Record implements engine.RecordStore.
func (s *Store) Record(ctx context.Context, typ, id string) (record.Record, error) {
	t, err := s.types.table(ctx, typ)
	if err != nil {
		return record.Record{}, err
	}
	return s.record(s.read(ctx), t, id)
}

// record reads one row. not_found.
func (s *Store) record(db *gorm.DB, t *recordTable, id string) (record.Record, error) {
	list, err := s.recordsWhere(db, t, " WHERE id = ?", id)
	if err != nil {
		return record.Record{}, err
	}
	if len(list) == 0 {
		return record.Record{}, notFound("record_not_found", noRecord)
	}
	return list[0], nil
}

// RecordsByID implements engine.RecordStore. The rows come in no particular order.
func (s *Store) RecordsByID(ctx context.Context, typ string, ids []string) ([]record.Record, error) {
	t, err := s.types.table(ctx, typ)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	var all []record.Record
	for len(ids) > 0 {
		n := min(len(ids), maxBound)
		some, err := s.recordsWhere(s.read(ctx), t, " WHERE id IN "+places(n), anys(ids[:n])...)
		if err != nil {
			return nil, err
		}
		all, ids = append(all, some...), ids[n:]
	}
	return all, nil
}

func (s *Store) recordsWhere(db *gorm.DB, t *recordTable, where string, args ...any) ([]record.Record, error) {
	rows, err := query(db, "SELECT "+t.columns+" FROM "+quote(t.name)+where, args...)
	list, err := collect(rows, err, "read records of "+t.Key, s.scanRecord(t))
	if err != nil {
		return nil, err
	}
	return list, s.addDetails(db, t, list)
}

// scanRecord reads the columns of a row of t, without detail rows.
func (s *Store) scanRecord(t *recordTable) func(scanner) (record.Record, error) {
	return func(scan scanner) (record.Record, error) {
		r := record.Record{Type: t.Key}
		var created, updated sql.NullTime
		v, err := values(s.dialect, scan, t.scalars, &r.ID, &r.Number, &r.Revision, &r.Owner, &r.LockedBy, &created, &r.CreatedBy, &updated)
		r.CreatedAt, r.UpdatedAt, r.Values = created.Time, updated.Time, v
		return r, err
	}
}

// addDetails reads the detail rows of records, with one statement per field of rows.
func (s *Store) addDetails(db *gorm.DB, t *recordTable, list []record.Record) error {
	if len(list) == 0 {
		return nil
	}
	byID := make(map[string]record.Values, len(list))
	ids := make([]any, len(list))
	for i, r := range list {
		byID[r.ID], ids[i] = r.Values, r.ID
	}
	for _, child := range t.details {
		fields := child.fields()
		type line struct {
			record string
			values record.Values
		}
		rows, err := query(db, "SELECT "+child.columns+" FROM "+quote(child.name)+" WHERE "+quote(detailRecord)+" IN "+places(len(ids))+
			" ORDER BY "+quote(detailRecord)+", "+quote(detailRow), ids...)
		lines, err := collect(rows, err, "read detail rows of "+t.Key, func(scan scanner) (l line, err error) {
			l.values, err = values(s.dialect, scan, fields, &l.record)
			return l, err
		})
		if err != nil {
			return err
		}
		for _, l := range lines {
			have, _ := byID[l.record][child.field.Key].([]record.Values)
			byID[l.record][child.field.Key] = append(have, l.values)
		}
	}
	return nil
}

func (c detail) fields() []*record.Field {
	fields := make([]*record.Field, len(c.field.Columns))
	for i := range fields {
		fields[i] = &c.field.Columns[i]
	}
	return fields
}

// InsertRecord implements engine.RecordStore.
func (s *Store) InsertRecord(ctx context.Context, r record.Record) (record.Record, error) {
	row, err := s.newRow(ctx, r)
	if err != nil {
		return record.Record{}, err
	}
	var saved record.Record
	err = s.change(ctx, "add a record of "+r.Type, func(tx *gorm.DB) error {
		if _, err := s.insertRow(tx, row, ""); err != nil {
			return err
		}
		saved, err = s.record(tx, row.table, r.ID)
		return err
	})
	return saved, err
}

// UpdateRecord implements engine.RecordStore.
func (s *Store) UpdateRecord(ctx context.Context, c record.Change, now time.Time) (record.Record, error) {
	u, err := s.newUpdate(ctx, c)
	if err != nil {
		return record.Record{}, err
	}
	var saved record.Record
	err = s.change(ctx, "change a record of "+c.Type, func(tx *gorm.DB) error {
		if err := s.updateRow(tx, u, now); err != nil {
			return err
		}
		saved, err = s.record(tx, u.table, c.ID)
		return err
	})
	return saved, fault.Wrap(err, "change record %s", c.ID)
}
