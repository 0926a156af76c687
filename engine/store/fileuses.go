package store

import (
	"flowline/engine"
	"flowline/engine/machine"
	"flowline/engine/record"
)

var fileUseColumns = []string{"file", "holder", "field", "record_type"}

// useStatements bind files to what names them; what is bound there already stays so.
func (s *Store) useStatements(uses []engine.FileUse) []statement {
	var values []any
	for _, u := range uses {
		values = append(values, u.File, u.Holder, u.Field, u.RecordType)
	}
	return s.inserts.uses.rows(values)
}

// usesInRecord are the files that values of a record name.
func usesInRecord(t *record.Type, id string, v record.Values) []engine.FileUse {
	var uses []engine.FileUse
	name := func(field string, value any) {
		files, _ := value.([]string)
		for _, f := range files {
			uses = append(uses, engine.FileUse{File: f, RecordType: t.Key, Holder: id, Field: field})
		}
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		switch f.Type {
		case record.File:
			name(f.Key, v[f.Key])
		case record.Rows:
			rows, _ := v[f.Key].([]record.Values)
			for _, row := range rows {
				for _, c := range f.Columns {
					if c.Type == record.File {
						name(record.ColumnKey(f.Key, c.Key), row[c.Key])
					}
				}
			}
		}
	}
	return uses
}

// usesInJournal are the files that went with what people said.
func usesInJournal(instance string, entries []machine.Entry) []engine.FileUse {
	var uses []engine.FileUse
	for _, e := range entries {
		for _, f := range e.Files {
			uses = append(uses, engine.FileUse{File: f, Holder: instance})
		}
	}
	return uses
}
