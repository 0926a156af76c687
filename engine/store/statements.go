package store

import (
	"strings"

	"gorm.io/gorm"
)

// statement is one statement made ready before its transaction begins, so that the transaction is short.
type statement struct {
	sql  string
	args []any
}

func (s statement) run(tx *gorm.DB) (int64, error) { return exec(tx, s.sql, s.args...) }

// runAll runs statements whose counts do not matter.
func runAll(tx *gorm.DB, list []statement) error {
	for _, s := range list {
		if _, err := s.run(tx); err != nil {
			return err
		}
	}
	return nil
}

// insert writes rows into a table with one statement, or one per maxBound values.
type insert struct {
	table   string
	columns []string
	end     string // what the dialect puts after the values
}

// maxBound keeps a statement below the 32 766 values that SQLite binds, and well below a packet.
const maxBound = 16_000

// rows makes the statements that insert values, which holds row after row.
func (i insert) rows(values []any) []statement {
	width := len(i.columns)
	most := maxBound / width * width
	var list []statement
	for len(values) > 0 {
		n := min(len(values), most)
		list = append(list, statement{i.sql(n / width), values[:n:n]})
		values = values[n:]
	}
	return list
}

// sql is the statement for n rows.
func (i insert) sql(n int) string {
	var b strings.Builder
	head, row := i.head(), i.row()
	b.Grow(len(head) + n*(len(row)+1) + len(i.end))
	b.WriteString(head)
	for r := range n {
		if r > 0 {
			b.WriteByte(',')
		}
		b.WriteString(row)
	}
	b.WriteString(i.end)
	return b.String()
}

func (i insert) head() string {
	return "INSERT INTO " + quote(i.table) + " (" + quoted(i.columns) + ") VALUES "
}

func (i insert) row() string { return "(" + strings.Repeat("?,", len(i.columns)-1) + "?)" }
