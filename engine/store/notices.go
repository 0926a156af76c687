package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
)

var noticeColumns = []string{"id", "person", "instance", "at", "read_at", "kind", "notice", "mail_at"}

// DeliverNotice implements engine.OutboxStore. A notice has its job's id as primary key, so a job that two copies do, or
// one does again after a crash, leaves one notice.
func (s *Store) DeliverNotice(ctx context.Context, n engine.NoticeRow) error {
	doc, err := json.Marshal(n.Notice)
	if err != nil {
		return fault.Wrap(err, "deliver notice %s", n.ID)
	}
	add := s.inserts.notices.rows(
		[]any{n.ID, n.Notice.To, n.Instance, at(n.At), at(n.ReadAt), string(n.Notice.Kind), string(doc), at(n.MailAt)})
	return s.change(ctx, "deliver notice "+n.ID, func(tx *gorm.DB) error {
		if err := runAll(tx, add); err != nil {
			return err
		}
		_, err := exec(tx, "DELETE FROM outbox WHERE id = ?", n.ID)
		return err
	})
}

// Notices implements engine.OutboxStore.
func (s *Store) Notices(ctx context.Context, person string, limit int) ([]engine.NoticeRow, int, error) {
	rows, err := query(s.read(ctx), "SELECT "+noticeRead+" FROM notices WHERE person = ? ORDER BY at DESC, id DESC LIMIT ?", person, limited(limit))
	list, err := collect(rows, err, "list notices", scanNotice)
	if err != nil {
		return nil, 0, err
	}
	var unread int
	err = queryRow(s.read(ctx), "SELECT COUNT(*) FROM notices WHERE person = ? AND read_at IS NULL", person).Scan(&unread)
	return list, unread, fault.Wrap(mapped(err), "count notices")
}

// noticeRead are the columns that scanNotice takes.
const noticeRead = "id, instance, at, read_at, notice, also, mail_at"

func scanNotice(scan scanner) (n engine.NoticeRow, err error) {
	var (
		when, read, mail sql.NullTime
		doc              string
		also             []byte
	)
	if err := scan(&n.ID, &n.Instance, &when, &read, &doc, &also, &mail); err != nil {
		return n, err
	}
	n.At, n.ReadAt, n.MailAt = when.Time, read.Time, mail.Time
	if len(also) > 0 {
		if err := json.Unmarshal(also, &n.Also); err != nil {
			return n, err
		}
	}
	return n, json.Unmarshal([]byte(doc), &n.Notice)
}

// ReadNotices implements engine.OutboxStore.
func (s *Store) ReadNotices(ctx context.Context, person string, ids []string, now time.Time) error {
	where := conditions{}
	where.add("person = ?", person)
	where.add("read_at IS NULL")
	where.oneOf("id", anys(ids))
	return s.change(ctx, "mark notices as read", func(tx *gorm.DB) error {
		_, err := exec(tx, "UPDATE notices SET read_at = ?"+where.where(), append([]any{at(now)}, where.args...)...)
		return err
	})
}
