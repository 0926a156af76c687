package store

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
)

// DeliverUrge implements engine.OutboxStore. The person's own row is held meanwhile, so that of two that come at once the
// second finds the first. That the job is still there tells that it was not done before, whatever became of its notice.
func (s *Store) DeliverUrge(ctx context.Context, n engine.NoticeRow, since time.Time) error {
	return s.change(ctx, "deliver urge "+n.ID, func(tx *gorm.DB) error {
		var held []string
		if err := tx.Table("people").Clauses(forUpdate).Where("id = ?", n.Notice.To).Pluck("id", &held).Error; err != nil {
			return err
		}
		waited, err := exec(tx, "DELETE FROM outbox WHERE id = ?", n.ID)
		if err != nil || waited == 0 {
			return err // done before, and the notice may have gone into another since
		}
		return mergeUrge(tx, n, since)
	})
}

// mergeUrge adds an urge to the one that the person got since a time, which is new again then, or as one of its own. What
// they were urged about before and have done is not named any more.
func mergeUrge(tx *gorm.DB, n engine.NoticeRow, since time.Time) error {
	before, found, err := lastUrge(tx, n.Notice.To, since)
	if err != nil {
		return err
	}
	if !found {
		doc, err := json.Marshal(n.Notice)
		if err != nil {
			return err
		}
		_, err = exec(tx, "INSERT INTO notices (id, person, instance, at, kind, notice, mail_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
			n.ID, n.Notice.To, n.Instance, at(n.At), string(n.Notice.Kind), string(doc), at(n.MailAt))
		return err
	}
	all := []engine.Urged{{ID: n.ID, Instance: n.Instance, Notice: n.Notice}}
	for _, u := range slices.Backward(append([]engine.Urged{{ID: before.ID, Instance: before.Instance, Notice: before.Notice}}, before.Also...)) {
		if u.Instance == n.Instance && u.Notice.Task == n.Notice.Task {
			continue
		}
		open, err := taskOpen(tx, u)
		if err != nil {
			return err
		}
		if open {
			all = slices.Insert(all, 0, u)
		}
	}
	first, err := json.Marshal(all[0].Notice)
	if err != nil {
		return err
	}
	also, err := json.Marshal(all[1:])
	if err != nil {
		return err
	}
	_, err = exec(tx, "UPDATE notices SET instance = ?, at = ?, notice = ?, also = ?, read_at = NULL, mail_at = ?, mail_tries = 0, mail_lost = '', mail_problem = '' WHERE id = ?",
		all[0].Instance, at(n.At), string(first), string(also), at(n.MailAt), before.ID)
	return err
}

// taskOpen reports whether what somebody was urged about is still to be done.
func taskOpen(tx *gorm.DB, u engine.Urged) (open bool, err error) {
	err = queryRow(tx, "SELECT COUNT(*) > 0 FROM tasks WHERE instance = ? AND task = ? AND state = 'open'", u.Instance, u.Notice.Task).Scan(&open)
	return open, err
}

// lastUrge is the newest urge that a person got since a time, if there is one.
func lastUrge(tx *gorm.DB, person string, since time.Time) (last engine.NoticeRow, found bool, err error) {
	rows, err := tx.Raw("SELECT "+noticeRead+" FROM notices WHERE person = ? AND kind = 'urge' AND at > ? ORDER BY at DESC, id DESC LIMIT 1",
		person, at(since)).Rows()
	list, err := collect(rows, err, "look for an urge", scanNotice)
	if err != nil {
		return last, false, fault.Wrap(err, "look for an urge of %s", person)
	}
	if len(list) == 0 {
		return last, false, nil
	}
	return list[0], true, nil
}
