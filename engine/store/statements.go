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

// insert writes rows into a table with one statement, or one per maxBound values. Its text is made once.
type insert struct {
	width int    // columns
	head  string // up to the first row
	row   string
	end   string // what the dialect puts after the values
	one   string // the whole for one row
}

func newInsert(table string, columns []string, end string) insert {
	i := insert{
		width: len(columns),
		head:  "INSERT INTO " + quote(table) + " (" + quoted(columns) + ") VALUES ",
		row:   "(" + strings.Repeat("?,", len(columns)-1) + "?)",
		end:   end,
	}
	i.one = i.head + i.row + i.end
	return i
}

// maxBound keeps a statement below the 32 766 values that SQLite binds, and well below a packet.
const maxBound = 16_000

// rows makes the statements that insert values, which holds row after row.
func (i insert) rows(values []any) []statement {
	most := maxBound / i.width * i.width
	var list []statement
	for len(values) > 0 {
		n := min(len(values), most)
		list = append(list, statement{i.sql(n / i.width), values[:n:n]})
		values = values[n:]
	}
	return list
}

// sql is the statement for n rows.
func (i insert) sql(n int) string {
	if n == 1 {
		return i.one
	}
	var b strings.Builder
	b.Grow(len(i.head) + n*(len(i.row)+1) + len(i.end))
	b.WriteString(i.head)
	for r := range n {
		if r > 0 {
			b.WriteByte(',')
		}
		b.WriteString(i.row)
	}
	b.WriteString(i.end)
	return b.String()
}

// inserts are those of the tables that do not depend on record types.
type inserts struct {
	instances, journal, outbox, messages             insert
	tasks, newTasks                                  insert // a task that is there is changed; those of a new instance are not there
	people, timers, uses, copies, notices, keptFiles insert
	counters, recordTypes                            insert
}

func insertsOf(d dialect) inserts {
	return inserts{
		instances:   newInsert("instances", instanceInserted, ""),
		journal:     newInsert("journal", journalColumns, ""),
		outbox:      newInsert("outbox", outboxColumns, ""),
		messages:    newInsert("messages", messageColumns, ""),
		tasks:       newInsert("tasks", taskColumns, d.replace(taskColumns[:2], taskColumns[2:])),
		newTasks:    newInsert("tasks", taskColumns, ""),
		people:      newInsert("instance_people", peopleColumns, d.skip(peopleColumns)),
		timers:      newInsert("timers", timerColumns, d.skip(timerColumns[:2])),
		uses:        newInsert("file_uses", fileUseColumns, d.skip(fileUseColumns[:3])),
		keptFiles:   newInsert("kept_files", keptFileColumns, d.skip(keptFileColumns)),
		copies:      newInsert("copies", copyColumns, d.replace(copyColumns[:2], copyColumns[2:])),
		notices:     newInsert("notices", noticeColumns, d.skip(noticeColumns[:1])),
		counters:    newInsert("number_counters", counterColumns, d.skip(counterColumns[:2])),
		recordTypes: newInsert("record_types", typeColumns, d.replace(typeColumns[:1], typeColumns[2:])),
	}
}
