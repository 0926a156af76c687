package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
)

var copyColumns = []string{"person", "instance", "id", "at", "read_at", "node", "moment", "data"}

// DeliverCopy implements engine.ListStore. A copy that is there from the same job, or from one that is newer, stays.
func (s *Store) DeliverCopy(ctx context.Context, c engine.CopyRow, n engine.NoticeRow) error {
	doc, err := json.Marshal(n.Notice)
	if err != nil {
		return fault.Wrap(err, "deliver copy %s", c.ID)
	}
	keep := append(
		s.inserts.copies.rows(
			[]any{c.Person, c.Instance, c.ID, at(c.At), at(c.ReadAt), c.Node, string(c.When), c.Data}),
		s.inserts.notices.rows(
			[]any{n.ID, n.Notice.To, n.Instance, at(n.At), at(n.ReadAt), string(n.Notice.Kind), string(doc), at(n.MailAt)})...)
	return s.change(ctx, "deliver copy "+c.ID, func(tx *gorm.DB) error {
		var id string
		var when time.Time
		there := tx.Table("copies").Clauses(forUpdate).Select("id, at").Where("person = ? AND instance = ?", c.Person, c.Instance).Row()
		err := there.Scan(&id, &when)
		if err != nil && !missing(err) {
			return err
		}
		if missing(err) || id != c.ID && !when.After(c.At) {
			if err := runAll(tx, keep); err != nil {
				return err
			}
		}
		_, err = exec(tx, "DELETE FROM outbox WHERE id = ?", c.ID)
		return err
	})
}

// Copy implements engine.ListStore.
func (s *Store) Copy(ctx context.Context, person, instance string) (engine.CopyRow, error) {
	c := engine.CopyRow{Person: person, Instance: instance}
	var read sql.NullTime
	err := queryRow(s.read(ctx), "SELECT id, at, read_at, node, moment, data FROM copies WHERE person = ? AND instance = ?", person, instance).
		Scan(&c.ID, &c.At, &read, &c.Node, &c.When, &c.Data)
	if missing(err) {
		return engine.CopyRow{}, notFound("copy_not_found", text.T("没有这份抄送。", "There is no such copy."))
	}
	c.At, c.ReadAt = c.At.UTC(), read.Time
	return c, fault.Wrap(mapped(err), "read the copy of %s", instance)
}

// CopiesOf implements engine.ListStore. Each is found by its key.
func (s *Store) CopiesOf(ctx context.Context, instance string, people []string) ([]engine.CopyRow, error) {
	where := conditions{}
	where.add("instance = ?", instance)
	where.oneOf("person", anys(people))
	rows, err := query(s.read(ctx), "SELECT person, id, at, read_at, node, moment, data FROM copies"+where.where(), where.args...)
	return collect(rows, err, "list the copies of "+instance, func(scan scanner) (engine.CopyRow, error) {
		var (
			c    = engine.CopyRow{Instance: instance}
			read sql.NullTime
		)
		err := scan(&c.Person, &c.ID, &c.At, &read, &c.Node, &c.When, &c.Data)
		c.At, c.ReadAt = c.At.UTC(), read.Time
		return c, err
	})
}

// ReadCopies implements engine.ListStore.
func (s *Store) ReadCopies(ctx context.Context, person string, instances []string, now time.Time) error {
	where := conditions{}
	where.add("person = ?", person)
	where.add("read_at IS NULL")
	where.oneOf("instance", anys(instances))
	return s.change(ctx, "mark copies as read", func(tx *gorm.DB) error {
		_, err := exec(tx, "UPDATE copies SET read_at = ?"+where.where(), append([]any{at(now)}, where.args...)...)
		return err
	})
}
