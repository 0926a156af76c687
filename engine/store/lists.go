package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
)

// narrow adds a Narrowing to where. When is the list's time; node the column of its step, empty where lines are no steps.
func (s *Store) narrow(where *conditions, n engine.Narrowing, when, node string) {
	if !n.From.IsZero() {
		where.add(when+" >= ?", at(n.From))
	}
	if !n.To.IsZero() {
		where.add(when+" < ?", at(n.To))
	}
	words := strings.TrimSpace(n.Search)
	if words == "" {
		return
	}
	pattern := "%" + escaped(words) + "%"
	title, args := s.dialect.contains("i.title"), []any{pattern, pattern}
	for _, u := range n.Untitled {
		title += " AND NOT (i.flow = ? AND i.version = ?"
		args = append(args, u.Flow, u.Version)
		if node != "" && u.Node != "" {
			title += " AND " + node + " = ?"
			args = append(args, u.Node)
		}
		title += ")"
	}
	named := "i.submitter IN (SELECT id FROM people WHERE " + s.dialect.contains("name_zh") + " OR " + s.dialect.contains("name_en") + ")"
	where.add("("+s.dialect.contains("i.number")+" OR "+title+" OR "+named+")", append(args, pattern, pattern)...)
}

// TaskSteps implements engine.ListStore.
func (s *Store) TaskSteps(ctx context.Context, q engine.TaskQuery) ([]engine.StepRef, error) {
	q.Narrowing = engine.Narrowing{}
	return s.stepRefs(ctx, "t.node", tasksAndInstances, s.tasksWhere(q))
}

// InstanceVersions implements engine.ListStore.
func (s *Store) InstanceVersions(ctx context.Context, q engine.InstanceQuery) ([]engine.StepRef, error) {
	q.Narrowing = engine.Narrowing{}
	from, when := instancesFrom(q)
	return s.stepRefs(ctx, "''", from, s.instancesWhere(q, when))
}

func (s *Store) stepRefs(ctx context.Context, node, from string, where conditions) ([]engine.StepRef, error) {
	rows, err := query(s.read(ctx), "SELECT DISTINCT i.flow, i.version, "+node+" FROM "+from+where.where(), where.args...)
	return collect(rows, err, "list the steps of a list", func(scan scanner) (r engine.StepRef, err error) {
		return r, scan(&r.Flow, &r.Version, &r.Node)
	})
}

// SeenTask implements engine.ListStore.
func (s *Store) SeenTask(ctx context.Context, id string, now time.Time) error {
	instance, task, _ := strings.Cut(id, ".")
	return s.change(ctx, "mark task "+id+" as seen", func(tx *gorm.DB) error {
		_, err := exec(tx, "UPDATE tasks SET seen_at = ? WHERE instance = ? AND task = ? AND seen_at IS NULL", at(now), instance, task)
		return err
	})
}

// Unread implements engine.ListStore. Both counts are read from an index alone, for whoever stands in for nobody.
func (s *Store) Unread(ctx context.Context, person string, standing []engine.Standing) (u engine.Unread, err error) {
	var seen int
	from, where := "tasks t", conditions{}
	where.add("t.state = 'open'")
	where.asked(person, standing)
	if len(standing) > 0 {
		from = tasksAndInstances
	}
	err = queryRow(s.read(ctx), "SELECT COUNT(*), COUNT(t.seen_at) FROM "+from+where.where(), where.args...).Scan(&u.Open, &seen)
	if err == nil {
		u.Tasks = u.Open - seen
		err = queryRow(s.read(ctx), "SELECT COUNT(*) FROM copies WHERE person = ? AND read_at IS NULL", person).Scan(&u.Copies)
	}
	return u, fault.Wrap(mapped(err), "count what %s has not read", person)
}

// scanCopied reads an instance with the copy of it.
func scanCopied(scan scanner) (engine.Instance, error) {
	var (
		c        engine.CopyRow
		when, at sql.NullTime
	)
	i, err := scanInstance(scan, &c.ID, &c.Person, &when, &at, &c.Node, &c.When, &c.Data)
	c.Instance, c.At, c.ReadAt = i.ID, when.Time, at.Time
	i.Copy = c
	return i, err
}
