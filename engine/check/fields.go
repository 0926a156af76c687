package check

import (
	"maps"
	"slices"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// fields wants field rights to be about fields that exist, and what must be filled in to be seen.
func (c *checker) fields() {
	if c.typ == nil {
		return
	}
	if set := c.d.Settings; set != nil {
		for _, key := range slices.Sorted(maps.Keys(set.CopyFields)) {
			c.field(at{path: "settings.copyFields." + key}, set.CopyFields, key)
		}
	}
	for i := range c.d.Nodes {
		n := &c.d.Nodes[i]
		path := "action.fields."
		if n.Kind == flow.KindStart {
			path = "form.fields."
		}
		given := n.Fields()
		for _, key := range slices.Sorted(maps.Keys(given)) {
			f, known := c.field(at{node: n.ID, path: path + key}, given, key)
			if known && n.Kind == flow.KindStart && f.Required && given[key] == record.Hidden {
				c.warn("required_field_hidden", at{node: n.ID, path: path + key},
					fill(text.T("字段“{field}”必填，在提交表单里却看不见。", "Field {field} must always be filled in, and is hidden in the form."), "field", fieldName(f)),
					text.T("让提交人能看见并填写它。", "Let the submitter see it and fill it in."))
			}
		}
	}
}

// field wants a right to be about a field or column that exists. Known is that it is a field.
func (c *checker) field(where at, given map[string]record.Access, key string) (f *record.Field, known bool) {
	if rows, column, isColumn := strings.Cut(key, "."); isColumn {
		c.column(where, given, rows, column)
		return nil, false
	}
	if f, known = c.typ.Field(key); !known {
		c.unknownField(where, c.typ, key)
	}
	return f, known
}

// column wants the rights of a column to be about one that detail rows have and show.
func (c *checker) column(where at, given map[string]record.Access, rows, column string) {
	f, known := c.typ.Field(rows)
	switch {
	case !known:
		c.unknownField(where, c.typ, record.ColumnKey(rows, column))
	case f.Type != record.Rows:
		c.error("column_without_rows", where,
			fill(text.T("字段“{field}”不是明细，没有列。", "Field {field} holds no rows and has no columns."), "field", fieldName(f)),
			text.T("选择一个明细字段的列。", "Choose a column of a field that holds rows."))
	case !slices.ContainsFunc(f.Columns, func(col record.Field) bool { return col.Key == column }):
		c.error("unknown_column", where,
			fill(text.T("明细“{field}”没有列“{column}”。", "The rows in {field} have no column {column}."), "field", fieldName(f)).Fill("column", column),
			text.T("选择一个现有的列。", "Choose a column that exists."))
	case given[rows] == record.Hidden && given[record.ColumnKey(rows, column)] != record.Hidden:
		c.warn("column_of_hidden_rows", where,
			fill(text.T("明细“{field}”整个隐藏，列的权限不起作用。", "The rows in {field} are hidden, so what is said of the column has no effect."), "field", fieldName(f)),
			text.T("让明细可见，或去掉列的权限。", "Let the rows be seen, or say nothing of the column."))
	}
}
