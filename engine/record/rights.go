package record

import "slices"

// Shows reports whether a field may be seen. A field of which nothing is said may not.
func (a Access) Shows() bool { return a != "" && a != Hidden }

// Changes reports whether a field may be changed.
func (a Access) Changes() bool { return a == Edit || a == Required }

// ColumnKey is the name of a column of detail rows among field rights: items.price.
func ColumnKey(rows, column string) string { return rows + "." + column }

// Rights are what may be done with each field of a record and, by ColumnKey, with each column of its detail rows. What is
// not in them is hidden.
type Rights map[string]Access

// Column is what may be done with a column of detail rows.
func (r Rights) Column(f *Field, column string) Access {
	if !r[f.Key].Shows() {
		return Hidden
	}
	return r[ColumnKey(f.Key, column)]
}

// Change reports whether a field may be changed, of detail rows at least one column.
func (r Rights) Change(f *Field) bool {
	return r[f.Key].Changes() || slices.ContainsFunc(f.Columns, func(c Field) bool { return r.Column(f, c.Key).Changes() })
}

// Restrict reports whether a field holds detail rows that may be changed only in part: not every column, or no row added.
func (r Rights) Restrict(f *Field) bool {
	if !r.Change(f) {
		return false
	}
	return !r[f.Key].Changes() || slices.ContainsFunc(f.Columns, func(c Field) bool { return !r.Column(f, c.Key).Changes() })
}

// Field is a field with the columns that may be seen of it.
func (r Rights) Field(f Field) Field {
	f.Columns = slices.DeleteFunc(slices.Clone(f.Columns), func(c Field) bool { return !r.Column(&f, c.Key).Shows() })
	return f
}

// Value is what may be seen of a field's value: nothing, or of detail rows the columns that may be seen.
func (r Rights) Value(f *Field, v any) any {
	if !r[f.Key].Shows() {
		return nil
	}
	if f.Type != Rows || Empty(v) {
		return v
	}
	rows := rowsIn(v)
	cut := make([]Values, len(rows))
	for i, row := range rows {
		cut[i] = Values{}
		for _, c := range f.Columns {
			if value, there := row[c.Key]; there && r.Column(f, c.Key).Shows() {
				cut[i][c.Key] = value
			}
		}
	}
	return cut
}

// rowsIn are detail rows, in their canonical form or as JSON gives them.
func rowsIn(v any) []Values {
	rows, _ := v.([]Values)
	items, _ := v.([]any)
	for _, item := range items {
		switch row := item.(type) {
		case Values:
			rows = append(rows, row)
		case map[string]any:
			rows = append(rows, row)
		}
	}
	return rows
}
