package store

import (
	"context"
	"database/sql"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/machine"
)

var timerColumns = []string{"instance", "timer", "task", "kind", "due_at", "ready_at", "owner"}

// timerStatements make the pending timers of an instance those of a step. Had is how many there were, -1 when that is not
// known. A timer that stays keeps its lease.
func (s *Store) timerStatements(instance string, pending []machine.Timer, had int) []statement {
	var all []statement
	if had != 0 {
		gone := statement{"DELETE FROM timers WHERE instance = ?", []any{instance}}
		if len(pending) > 0 {
			gone.sql += " AND timer NOT IN " + places(len(pending))
			for _, t := range pending {
				gone.args = append(gone.args, t.ID)
			}
		}
		all = append(all, gone)
	}
	values := make([]any, 0, len(pending)*len(timerColumns))
	for _, t := range pending {
		values = append(values, instance, t.ID, t.Task, t.Kind, at(t.At), at(t.At), "")
	}
	return append(all, s.inserts.timers.rows(values)...)
}

// ClaimTimers implements engine.InstanceStore.
func (s *Store) ClaimTimers(ctx context.Context, owner string, now time.Time, lease time.Duration, n int) ([]engine.DueTimer, error) {
	if due, err := s.anyDue(ctx, "timers", "ready_at", now); err != nil || !due {
		return nil, err
	}
	var claimed []engine.DueTimer
	err := s.change(ctx, "claim timers", func(tx *gorm.DB) error {
		var rows []struct {
			Instance string
			Timer    string
			Task     string
			Kind     string
			DueAt    sql.NullTime
		}
		found := tx.Table("timers").Clauses(skipLocked).Select("instance, timer, task, kind, due_at").
			Where("ready_at <= ?", at(now)).Order("due_at, instance, timer").Limit(n).Find(&rows)
		if found.Error != nil || len(rows) == 0 {
			return found.Error
		}
		claimed = make([]engine.DueTimer, len(rows))
		keys := make([][]any, len(rows))
		for i, r := range rows {
			claimed[i] = engine.DueTimer{Instance: r.Instance, Timer: machine.Timer{ID: r.Timer, Task: r.Task, Kind: r.Kind, At: r.DueAt.Time}}
			keys[i] = []any{r.Instance, r.Timer}
		}
		return tx.Table("timers").Where("(instance, timer) IN ?", keys).
			Updates(map[string]any{"ready_at": at(now.Add(lease)), "owner": owner}).Error
	})
	if err != nil {
		return nil, err
	}
	return claimed, nil
}

// anyDue looks whether anything waits, so that an idle worker does not disturb those who write.
func (s *Store) anyDue(ctx context.Context, table, column string, now time.Time) (bool, error) {
	var one int
	err := queryRow(s.read(ctx), "SELECT 1 FROM "+quote(table)+" WHERE "+quote(column)+" <= ? LIMIT 1", at(now)).Scan(&one)
	if missing(err) {
		return false, nil
	}
	return err == nil, mapped(err)
}
