package store

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"gorm.io/gorm"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// SaveType implements engine.RecordStore. It first makes what is missing in the database, then saves the type: whoever
// reads the new type finds its columns. Each step can be done again, by this copy or another, with the same result; MySQL
// cannot undo DDL, so columns that a refused type left behind stay, unused, until it is saved after all.
func (s *Store) SaveType(ctx context.Context, t record.Type) error {
	if err := checkType(&t); err != nil {
		return err
	}
	doc, err := json.Marshal(t)
	if err != nil {
		return fault.Wrap(err, "save record type %s", t.Key)
	}
	compare := func(tx *gorm.DB) error {
		old, err := storedType(tx, t.Key)
		if fault.Is(err, fault.NotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return losses(&old, &t)
	}
	doing := "save record type " + t.Key
	if err := s.change(ctx, doing, compare); err != nil {
		return err
	}
	err = s.dialect.schema(ctx, s, func(tx *gorm.DB) error { return ensure(tx, s.dialect, newRecordTable(t)) })
	if err != nil {
		return fault.Wrap(mapped(err), "%s", doing)
	}
	save := s.inserts.recordTypes.rows([]any{t.Key, at(time.Now()), string(doc)})
	err = s.change(ctx, doing, func(tx *gorm.DB) error {
		if err := compare(tx); err != nil {
			return err
		}
		return runAll(tx, save)
	})
	if err != nil {
		return err
	}
	_, err = s.types.load(ctx)
	return err
}

var typeColumns = []string{"type_key", "created_at", "doc"}

// checkType is what the tables need beyond a sound type.
func checkType(t *record.Type) error {
	if err := t.Check(); err != nil {
		return err
	}
	e := badType(t)
	for i := range t.Fields {
		f := &t.Fields[i]
		switch f.Type {
		case record.LongText, record.MultiChoice, record.File, record.Rows, record.Boolean:
			if f.Unique {
				e = e.With(place(i)+".unique", text.T("这种字段不能设为唯一。", "A field of this type cannot be unique."))
			}
		}
	}
	return orNil(e)
}

// losses refuses what would lose data of records that exist.
func losses(old, t *record.Type) error {
	e := badType(t)
	for i := range old.Fields {
		was := &old.Fields[i]
		now, there := t.Field(was.Key)
		if !there {
			e = e.With("fields", text.T("不能删除字段“{key}”，里面的数据会丢失。", "Field {key} cannot be removed: its data would be lost.").Fill("key", was.Key))
			continue
		}
		e = alters(e, "fields."+was.Key, was, now)
		for c := range was.Columns {
			column, there := columnOf(now, was.Columns[c].Key)
			if !there {
				e = e.With("fields."+was.Key, text.T("不能删除明细列“{key}”，里面的数据会丢失。", "Column {key} cannot be removed: its data would be lost.").Fill("key", was.Columns[c].Key))
				continue
			}
			e = alters(e, "fields."+was.Key+"."+was.Columns[c].Key, &was.Columns[c], column)
		}
	}
	return orNil(e)
}

// alters adds to e when now holds something else than was did.
func alters(e *fault.Error, at string, was, now *record.Field) *fault.Error {
	if was.Type == now.Type && was.Places() == now.Places() && was.Target == now.Target {
		return e
	}
	return e.With(at, text.T("不能更改已有字段的类型、小数位数或链接目标，请新建一个字段。",
		"The type, decimals or target of a field that exists cannot be changed; add a new field."))
}

func columnOf(f *record.Field, key string) (*record.Field, bool) {
	for i := range f.Columns {
		if f.Columns[i].Key == key {
			return &f.Columns[i], true
		}
	}
	return nil, false
}

func badType(t *record.Type) *fault.Error {
	return fault.New(fault.Invalid, "bad_record_type", text.T("记录类型“{key}”不能这样保存。", "Record type {key} cannot be saved like this."), "key", t.Key)
}

func orNil(e *fault.Error) error {
	if len(e.Fields) == 0 {
		return nil
	}
	return e
}

func place(field int) string { return "fields[" + strconv.Itoa(field) + "]" }
