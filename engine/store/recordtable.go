package store

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"flowline/engine/record"
)

// recordTable is a record type as a table: one column per field, one table more per field of detail rows.
type recordTable struct {
	*record.Type
	name    string
	scalars []*record.Field // fields with a column
	details []detail        // fields of rows
	columns string          // for SELECT: systemColumns, then scalars
}

// detail is a field of rows with its table.
type detail struct {
	field   *record.Field
	name    string
	columns string // for SELECT
}

// systemColumns are those that every record has. record.Reserved keeps fields from having their names.
var systemColumns = []string{"id", "number", "revision", "owner", "locked_by", "created_at", "created_by", "updated_at"}

// systemFields describes the system columns that a list may filter and sort by.
var systemFields = []record.Field{
	{Key: "id", Type: record.Link},
	{Key: "number", Type: record.Text},
	{Key: "owner", Type: record.Person},
	{Key: "locked_by", Type: record.Link},
	{Key: "created_at", Type: record.DateTime},
	{Key: "created_by", Type: record.Person},
	{Key: "updated_at", Type: record.DateTime},
}

// Columns of a detail table beside the fields': a field's key begins with a letter.
const (
	detailRecord = "_record"
	detailRow    = "_row"
)

func newRecordTable(t record.Type) *recordTable {
	r := &recordTable{Type: &t, name: "rec_" + t.Key}
	names := slices.Clone(systemColumns)
	for i := range t.Fields {
		f := &t.Fields[i]
		if f.Type == record.Rows {
			r.details = append(r.details, newDetail(t.Key, f))
			continue
		}
		r.scalars = append(r.scalars, f)
		names = append(names, f.Key)
	}
	r.columns = quoted(names)
	return r
}

func newDetail(typ string, f *record.Field) detail {
	names := []string{detailRecord}
	for i := range f.Columns {
		names = append(names, f.Columns[i].Key)
	}
	return detail{field: f, name: detailName(typ, f.Key), columns: quoted(names)}
}

// detailName joins with a sign that no key holds, so that no two types and fields share a table, and keeps within the 64
// characters of a MySQL name.
func detailName(typ, field string) string {
	name := "rec_" + typ + "$" + field
	if len(name) <= 60 {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	return name[:46] + "$" + hex.EncodeToString(sum[:6])
}

// unknown gives a key of v that is no field, or "".
func (t *recordTable) unknown(v record.Values) string {
	var first string
	for key := range v {
		if _, ok := t.Field(key); !ok && (first == "" || key < first) {
			first = key
		}
	}
	return first
}

// column finds a field or a system column by key.
func (t *recordTable) column(key string) (*record.Field, bool) {
	if f, ok := t.Field(key); ok {
		return f, true
	}
	for i := range systemFields {
		if systemFields[i].Key == key {
			return &systemFields[i], true
		}
	}
	return nil, false
}

// sought reports whether a field's column gets an index: unique ones, the title, what links to records and people, and
// what lists show and so sort and filter by.
func (t *recordTable) sought(f *record.Field) bool {
	switch f.Type {
	case record.Rows, record.MultiChoice, record.File, record.LongText:
		return false
	case record.Link, record.Person:
		return true
	}
	return f.Unique || f.Key == t.Title || slices.Contains(t.List, f.Key)
}

// fieldOf gives the field that a violated unique key is about.
func (t *recordTable) fieldOf(column string) (*record.Field, bool) {
	return t.Field(strings.TrimPrefix(column, uniquePrefix))
}
