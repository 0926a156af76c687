package store

import (
	"slices"
	"strings"

	"gorm.io/gorm"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// table is a table as it should be.
type table struct {
	name    string
	columns []column
	key     []string // primary key
	indexes []index
}

type column struct {
	name string
	form string // type and what follows it
}

type index struct {
	name    string
	columns []string
	unique  bool
	prefix  bool // only the beginning of the text
}

// create is the statement that makes the index; name and columns as the dialect wants them.
func (i index) create(name, table, columns string) string {
	kind := "INDEX "
	if i.unique {
		kind = "UNIQUE INDEX "
	}
	return "CREATE " + kind + quote(name) + " ON " + quote(table) + " (" + columns + ")"
}

// ensure brings the tables of a record type to what they should be: it makes tables, columns and indexes that are missing
// and drops what made a field unique that no longer is. What another copy makes at the same moment counts as made.
func ensure(tx *gorm.DB, d dialect, r *recordTable) error {
	if err := ensureTable(tx, d, r.table(d)); err != nil {
		return wordedDDL(err, r)
	}
	for _, child := range r.details {
		if err := ensureTable(tx, d, child.table(d)); err != nil {
			return err
		}
	}
	return nil
}

func ensureTable(tx *gorm.DB, d dialect, t table) error {
	have, err := d.columnsOf(tx, t.name)
	if err != nil {
		return err
	}
	if len(have) == 0 {
		if err := ddl(tx, t.create(d)); err != nil {
			return err
		}
	} else {
		for _, c := range t.columns {
			if have[c.name] {
				continue
			}
			if err := ddl(tx, "ALTER TABLE "+quote(t.name)+" ADD COLUMN "+quote(c.name)+" "+c.form); err != nil {
				return err
			}
		}
	}
	return ensureIndexes(tx, d, t)
}

func ensureIndexes(tx *gorm.DB, d dialect, t table) error {
	have, err := d.indexesOf(tx, t.name)
	if err != nil {
		return err
	}
	for _, i := range t.indexes {
		if name := d.indexName(t.name, i.name); have[name] {
			delete(have, name)
			continue
		}
		if err := makeIndex(tx, d, t.name, i); err != nil {
			return err
		}
	}
	for name := range have {
		if strings.HasPrefix(name[strings.LastIndexByte(name, '.')+1:], uniquePrefix) {
			if err := ddl(tx, d.dropIndex(t.name, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// makeIndex makes an index. On MySQL a text that was nothing special when its column was made has to become shorter to be
// unique, and is otherwise indexed by its beginning.
func makeIndex(tx *gorm.DB, d dialect, table string, i index) error {
	err := ddl(tx, d.createIndex(table, i))
	switch {
	case tooManyIndexes(err) && !i.unique:
		return nil // slower, not wrong
	case !needsLength(err):
		return err
	case i.unique:
		form := d.column(&record.Field{Type: record.Text}, true)
		if err := ddl(tx, "ALTER TABLE "+quote(table)+" MODIFY COLUMN "+quote(i.columns[0])+" "+form); err != nil {
			return err
		}
	default:
		i.prefix = true
	}
	return ddl(tx, d.createIndex(table, i))
}

// ddl runs a statement; that its work is done already is no error.
func ddl(tx *gorm.DB, sql string) error {
	if _, err := exec(tx, sql); err != nil && !alreadyDone(err) {
		return err
	}
	return nil
}

func (t table) create(d dialect) string {
	parts := make([]string, len(t.columns), len(t.columns)+1)
	for i, c := range t.columns {
		parts[i] = quote(c.name) + " " + c.form
	}
	parts = append(parts, "PRIMARY KEY ("+quoted(t.key)+")")
	parts = append(parts, d.inlineIndexes(t.indexes)...)
	return "CREATE TABLE IF NOT EXISTS " + quote(t.name) + " (" + strings.Join(parts, ", ") + ")" + d.tableEnd()
}

// table is how the records of a type are kept.
func (t *recordTable) table(d dialect) table {
	id, name, when := &record.Field{Type: record.Link}, &record.Field{Type: record.Text}, &record.Field{Type: record.DateTime}
	made := table{name: t.name, key: []string{"id"}, columns: []column{
		{"id", d.column(id, true) + " NOT NULL"},
		{"number", d.column(name, true) + " NOT NULL"},
		{"revision", "BIGINT NOT NULL"},
		{"owner", d.column(id, true) + " NOT NULL"},
		{"locked_by", d.column(id, true) + " NOT NULL"},
		{"created_at", d.column(when, true) + " NOT NULL"},
		{"created_by", d.column(id, true) + " NOT NULL"},
		{"updated_at", d.column(when, true) + " NOT NULL"},
	}, indexes: []index{
		{name: uniquePrefix + "number", columns: []string{"number"}, unique: true},
		{name: "ix_created_at", columns: []string{"created_at", "id"}},
		{name: "ix_owner", columns: []string{"owner", "created_at"}},
		{name: "ix_created_by", columns: []string{"created_by", "created_at"}},
		{name: "ix_updated_at", columns: []string{"updated_at"}},
	}}
	for _, f := range t.scalars {
		wide := f.Type == record.Text && !f.Unique && f.Key != t.Title && slices.Index(t.List, f.Key) >= maxWide
		made.columns = append(made.columns, column{f.Key, d.column(f, t.sought(f) && !wide)})
		switch {
		case f.Unique:
			made.indexes = append(made.indexes, index{name: uniquePrefix + f.Key, columns: []string{f.Key}, unique: true})
		case t.sought(f):
			made.indexes = append(made.indexes, index{name: "ix_" + f.Key, columns: []string{f.Key}, prefix: wide})
		}
	}
	return made
}

// maxWide is how many texts of a list get a column that MySQL can sort by index: it takes 2 000 of a row's 65 535 bytes.
const maxWide = 12

// table is how the rows of a detail field are kept.
func (c detail) table(d dialect) table {
	t := table{name: c.name, key: []string{detailRecord, detailRow}, columns: []column{
		{detailRecord, d.column(&record.Field{Type: record.Link}, true) + " NOT NULL"},
		{detailRow, "INTEGER NOT NULL"},
	}}
	for i := range c.field.Columns {
		t.columns = append(t.columns, column{c.field.Columns[i].Key, d.column(&c.field.Columns[i], false)})
	}
	return t
}

// wordedDDL words what the admin can mend: a field made unique whose values are not, and more fields than a row holds.
func wordedDDL(err error, r *recordTable) error {
	if rowTooWide(err) {
		return badType(r.Type).With("fields", text.T("字段太多或太宽，这个数据库的一行放不下；请减少字段，或把文字字段改为长文本。",
			"A row of this database cannot hold so many fields; use fewer of them, or long texts instead of texts.")).Because(err)
	}
	name, ok := violated(err)
	if !ok {
		return err
	}
	f, ok := r.fieldOf(name)
	if !ok {
		return err
	}
	words := bilingual(text.T("“{name}”里已有重复的值，请先改正，再设为唯一。",
		"{name} holds the same value more than once; correct that first, then make it unique."), "name", f.Name)
	return fault.New(fault.Invalid, "not_unique", words).With("fields."+f.Key+".unique", words)
}

// bilingual fills a place with words that have two languages themselves.
func bilingual(t text.Text, key string, v text.Text) text.Text {
	return text.Text{ZH: t.Fill(key, v.In(text.Chinese)).ZH, EN: t.Fill(key, v.In(text.English)).EN}
}
