package record

import "flowline/engine/text"

// FieldType says what a field holds.
type FieldType string

// The field types, with the canonical Go value in Values, its JSON form, and its type in a rule (CEL).
const (
	Text        FieldType = "text"         // string · string · string
	LongText    FieldType = "long_text"    // string · string · string
	Number      FieldType = "number"       // decimal.Decimal with Decimals places · "12.50" · number
	Money       FieldType = "money"        // decimal.Decimal with 2 places · "12.50" · number
	Boolean     FieldType = "boolean"      // bool · true · bool
	Date        FieldType = "date"         // Day · "2026-01-31" · timestamp (midnight UTC)
	DateTime    FieldType = "datetime"     // time.Time in UTC · RFC 3339 · timestamp
	Choice      FieldType = "choice"       // string, an Option's key · string · string
	MultiChoice FieldType = "multi_choice" // []string of Option keys · ["a","b"] · list(string)
	Link        FieldType = "link"         // string, a record's id · string · the linked record, one level deep
	Person      FieldType = "person"       // string, a person's id · string · string
	File        FieldType = "file"         // []string of attachment ids · ["…"] · list(string)
	Rows        FieldType = "rows"         // []Values, detail rows of Columns · [{…}] · list(map)
)

// Field is one column of a record type.
type Field struct {
	Key      string    `json:"key"` // ASCII: [a-z][a-z0-9_]{0,39}; also the column's name
	Name     text.Text `json:"name"`
	Type     FieldType `json:"type"`
	Help     text.Text `json:"help,omitzero"`
	Required bool      `json:"required,omitempty"` // always, whatever a step says
	Unique   bool      `json:"unique,omitempty"`   // no two records share a value: stops two sellers claiming one customer
	Decimals int       `json:"decimals,omitempty"` // of a number, 0 to 6; money has 2
	Options  []Option  `json:"options,omitempty"`  // of a choice
	Target   string    `json:"target,omitempty"`   // of a link: the type it points to
	Columns  []Field   `json:"columns,omitempty"`  // of rows; not rows again
	Unit     text.Text `json:"unit,omitzero"`
	Section  text.Text `json:"section,omitzero"` // heading it stands under in forms
}

// Option is one choice.
type Option struct {
	Key  string    `json:"key"`
	Name text.Text `json:"name"`
}

// Type is a kind of record: one SQL table.
type Type struct {
	Key    string    `json:"key"` // ASCII like a field's; the table is named rec_<key>
	Name   text.Text `json:"name"`
	Plural text.Text `json:"plural,omitzero"`
	Title  string    `json:"title"`            // key of the text field that names a record
	Prefix string    `json:"prefix,omitempty"` // of its numbers, such as HT for HT-2026-0001
	List   []string  `json:"list,omitempty"`   // field keys shown as columns of a list
	Fields []Field   `json:"fields"`
}

// Field finds a field by key.
func (t *Type) Field(key string) (*Field, bool) {
	for i := range t.Fields {
		if t.Fields[i].Key == key {
			return &t.Fields[i], true
		}
	}
	return nil, false
}

// Catalog finds record types by key.
type Catalog interface {
	RecordType(key string) (*Type, bool)
}

// Types is a Catalog in memory.
type Types map[string]*Type

// RecordType finds a type by key.
func (c Types) RecordType(key string) (*Type, bool) { t, ok := c[key]; return t, ok }

// Access is what a person may do with a field at a step, weakest first.
type Access string

// The accesses. Required means edit, and must not be empty when the step is approved or done.
const (
	Hidden   Access = "hidden"
	Read     Access = "read"
	Edit     Access = "edit"
	Required Access = "required"
)
