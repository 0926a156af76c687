package store

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
)

// DeliverUrge implements engine.OutboxStore. The person's own row is held meanwhile, so that of two that come at once the
// second finds the first.
func (s *Store) DeliverUrge(ctx context.Context, n engine.NoticeRow, since time.Time) error {
	return s.change(ctx, "deliver urge "+n.ID, func(tx *gorm.DB) error {
		var held []string
		if err := tx.Table("people").Clauses(forUpdate).Where("id = ?", n.Notice.To).Pluck("id", &held).Error; err != nil {
			return err
		}
		if err := mergeUrge(tx, n, since); err != nil {
			return err
		}
		_, err := exec(tx, "DELETE FROM outbox WHERE id = ?", n.ID)
		return err
	})
}

// mergeUrge adds an urge to the one that the person got since a time, or as one of its own.
func mergeUrge(tx *gorm.DB, n engine.NoticeRow, since time.Time) error {
	before, err := lastUrge(tx, n.Notice.To, since)
	if err != nil {
		return err
	}
	if before == nil {
		doc, err := json.Marshal(n.Notice)
		if err != nil {
			return err
		}
		_, err = exec(tx, "INSERT INTO notices (id, person, instance, at, notice) VALUES (?, ?, ?, ?, ?)", n.ID, n.Notice.To, n.Instance, at(n.At), string(doc))
		if _, there := violated(err); there {
			return nil // delivered before
		}
		return err
	}
	same := func(u engine.Urged) bool {
		return u.ID == n.ID || u.Instance == n.Instance && u.Notice.Task == n.Notice.Task
	}
	if before.ID == n.ID || before.Instance == n.Instance && before.Notice.Task == n.Notice.Task || slices.ContainsFunc(before.Also, same) {
		return nil
	}
	also, err := json.Marshal(append(before.Also, engine.Urged{ID: n.ID, Instance: n.Instance, Notice: n.Notice}))
	if err != nil {
		return err
	}
	_, err = exec(tx, "UPDATE notices SET also = ?, read_at = NULL WHERE id = ?", string(also), before.ID)
	return err
}

// lastUrge is the newest urge that a person got since a time; nil when there is none.
func lastUrge(tx *gorm.DB, person string, since time.Time) (*engine.NoticeRow, error) {
	rows, err := tx.Raw("SELECT id, instance, at, read_at, notice, also FROM notices WHERE person = ? AND at > ? ORDER BY at DESC, id DESC", person, at(since)).Rows()
	list, err := collect(rows, err, "look for an urge", scanNotice)
	if err != nil {
		return nil, fault.Wrap(err, "look for an urge of %s", person)
	}
	if i := slices.IndexFunc(list, func(n engine.NoticeRow) bool { return n.Notice.Kind == machine.NoticeUrge }); i >= 0 {
		return &list[i], nil
	}
	return nil, nil //nolint:nilnil // that there is none is no fault
}
