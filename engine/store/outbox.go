package store

import (
	"context"
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
)

var outboxColumns = []string{"id", "instance", "kind", "ready_at", "owner", "tries", "problem", "job"}

// jobStatements put the jobs of a step into the outbox.
func (s *Store) jobStatements(instance string, jobs []machine.Job, now time.Time) ([]statement, error) {
	values := make([]any, 0, len(jobs)*len(outboxColumns))
	for i := range jobs {
		j := &jobs[i]
		doc, err := document(j)
		if err != nil {
			return nil, err
		}
		ready := j.At
		if ready.IsZero() {
			ready = now
		}
		values = append(values, instance+"."+j.ID, instance, string(j.Kind), at(ready), "", 0, "", doc)
	}
	return s.inserts.outbox.rows(values), nil
}

// wakeJobs makes the jobs of an instance that were put off ready. Their ids begin with the instance's and a point; nobody
// may have claimed them. It may find none.
func wakeJobs(instance string, now time.Time) statement {
	return statement{"UPDATE outbox SET ready_at = ? WHERE id > ? AND id < ? AND owner = '' AND ready_at > ?", []any{at(now), instance + ".", instance + "/", at(now)}}
}

// ClaimJobs implements engine.OutboxStore. Tries counts the claims of a job, this one included.
func (s *Store) ClaimJobs(ctx context.Context, owner string, now time.Time, lease time.Duration, n int) ([]engine.OutboxJob, error) {
	if waiting, err := s.anyDue(ctx, "outbox", "ready_at", now); err != nil || !waiting {
		return nil, err
	}
	var claimed []engine.OutboxJob
	err := s.change(ctx, "claim jobs", func(tx *gorm.DB) error {
		var rows []struct {
			ID       string
			Instance string
			Tries    int
			Job      string
		}
		found := tx.Table("outbox").Clauses(skipLocked).Select("id, instance, tries, job").
			Where("ready_at <= ?", at(now)).Order("ready_at, id").Limit(n).Find(&rows)
		if found.Error != nil || len(rows) == 0 {
			return found.Error
		}
		claimed = make([]engine.OutboxJob, len(rows))
		ids := make([]string, len(rows))
		for i, r := range rows {
			claimed[i] = engine.OutboxJob{ID: r.ID, Instance: r.Instance, Tries: r.Tries + 1}
			ids[i] = r.ID
			if err := json.Unmarshal([]byte(r.Job), &claimed[i].Job); err != nil {
				return fault.Wrap(err, "decode job %s", r.ID)
			}
		}
		return tx.Table("outbox").Where("id IN ?", ids).
			Updates(map[string]any{"ready_at": at(now.Add(lease)), "owner": owner, "tries": gorm.Expr("tries + 1")}).Error
	})
	if err != nil {
		return nil, err
	}
	return claimed, nil
}

// FinishJob implements engine.OutboxStore.
func (s *Store) FinishJob(ctx context.Context, id string) error {
	return s.change(ctx, "finish job "+id, func(tx *gorm.DB) error {
		_, err := exec(tx, "DELETE FROM outbox WHERE id = ?", id)
		return err
	})
}

// RetryJob implements engine.OutboxStore. A job that is done meanwhile stays done.
func (s *Store) RetryJob(ctx context.Context, id string, next time.Time, problem string) error {
	return s.change(ctx, "give back job "+id, func(tx *gorm.DB) error {
		_, err := exec(tx, "UPDATE outbox SET ready_at = ?, owner = '', problem = ? WHERE id = ?", at(next), problem, id)
		return err
	})
}
