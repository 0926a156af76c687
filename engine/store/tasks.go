package store

import (
	"context"
	"database/sql"
	"strings"

	"flowline/engine"
	"flowline/engine/machine"
)

// taskColumns are those of the table tasks, in the order in which taskInsert writes and Tasks reads them.
var taskColumns = []string{
	"instance", "task", "assignee", "state", "activation", "node", "slot", "type", "reason", "opened_at", "due", "late",
	"decided_at", "decided_by", "comment", "origin", "advice",
}

// taskStatements save the tasks that a step opened or changed. A new instance has none yet.
func (s *Store) taskStatements(instance string, tasks []machine.Task, fresh bool) []statement {
	values := make([]any, 0, len(tasks)*len(taskColumns))
	for _, t := range tasks {
		values = append(values, instance, t.ID, t.Assignee, string(t.State), t.Activation, t.Node, t.Slot, string(t.Type), t.Reason,
			at(t.OpenedAt), at(t.Due), t.Late, at(t.DecidedAt), t.DecidedBy, t.Comment, t.Origin, t.Advice)
	}
	if fresh {
		return s.inserts.newTasks.rows(values)
	}
	return s.inserts.tasks.rows(values)
}

// Tasks implements engine.InstanceStore.
func (s *Store) Tasks(ctx context.Context, q engine.TaskQuery) ([]engine.TaskRow, int, error) {
	return page(ctx, s, "list tasks", pageOf{
		columns: "t.instance, t.task, t.assignee, t.state, t.activation, t.node, t.slot, t.type, t.reason, t.opened_at, t.due, t.late, t.decided_at, t.decided_by, t.comment, " +
			"i.flow, i.version, i.record_type, i.record_id, i.number, i.title, i.submitter, t.seen_at, " +
			"COALESCE(JSON_EXTRACT(i.state, '$.data'), 0)",
		from: tasksAndInstances, where: s.tasksWhere(q), order: taskOrder(q), offset: q.Offset, limit: limited(q.Limit),
	}, scanTask)
}

const tasksAndInstances = "tasks t JOIN instances i ON i.id = t.instance"

func (s *Store) tasksWhere(q engine.TaskQuery) conditions {
	var where conditions
	when := "t.opened_at"
	if q.Open {
		where.add("t.state = 'open'")
		where.asked(q.Assignee, q.Standing)
	} else {
		where.equal("t.decided_by", q.Assignee)
		where.add(settled)
		when = "t.decided_at"
	}
	where.equal("t.instance", q.Instance)
	where.equal("i.flow", q.Flow)
	where.equal("i.record_type", q.RecordType)
	where.equal("i.submitter", q.Submitter)
	if q.Narrowing.Late {
		where.add("t.late")
	}
	s.narrow(&where, q.Narrowing, when, "t.node")
	return where
}

// settled are the states of tasks that somebody has dealt with, as the index tasks_settled has them.
const settled = "t.state IN ('approved', 'rejected', 'done', 'returned', 'abstained', 'approved_pending', 'transferred')"

// taskOrder is the ORDER BY; the last parts make it total, so that pages never overlap.
func taskOrder(q engine.TaskQuery) string {
	when := "t.decided_at"
	if q.Open {
		when = "t.opened_at"
	}
	sort := q.Sort
	if sort == "" && q.Open {
		sort = engine.SortOldest
	}
	switch sort {
	case engine.SortOldest:
		return when + ", t.instance, t.task"
	case engine.SortDue:
		return "t.due IS NULL, t.due, t.instance, t.task"
	case engine.SortNumber:
		return "i.number, t.instance, t.task"
	}
	return when + " DESC, t.instance DESC, t.task DESC"
}

// asked narrows open tasks to a person's own and those that the person may decide for others: as State.DeputyFor has it, not
// the own request, nor a second signature beside one that stands.
func (c *conditions) asked(person string, standing []engine.Standing) {
	if len(standing) == 0 {
		c.equal("t.assignee", person)
		return
	}
	sql, args := "t.assignee = ?", []any{person}
	for _, s := range standing {
		var one conditions
		one.equal("t.assignee", s.Principal)
		one.oneOf("i.flow", anys(s.Flows))
		if s.MaxAmount != "" {
			one.add("i.amount <= ?", hundredths(s.MaxAmount))
		}
		if !s.OpenedFrom.IsZero() {
			one.add("t.opened_at >= ?", at(s.OpenedFrom))
		}
		one.add("i.submitter <> ? AND NOT EXISTS (SELECT 1 FROM tasks x WHERE x.instance = t.instance AND x.type = 'submit' AND x.state = 'done' AND "+
			"(x.assignee = ? OR x.decided_by = ?))", person, person, person)
		one.add("NOT EXISTS (SELECT 1 FROM tasks x WHERE x.instance = t.instance AND x.activation = t.activation AND NOT x.advice AND "+
			"(x.assignee = ? AND x.state NOT IN ('cancelled', 'transferred') OR x.decided_by = ? AND x.state IN ('approved', 'rejected', 'done', 'returned', 'abstained', 'approved_pending') AND "+
			"NOT EXISTS (SELECT 1 FROM tasks y WHERE y.instance = x.instance AND y.activation = x.activation AND y.slot = x.slot AND y.origin = x.task AND NOT y.advice)))", person, person)
		sql += " OR " + strings.Join(one.sql, " AND ")
		args = append(args, one.args...)
	}
	c.add("("+sql+")", args...)
}

func scanTask(scan scanner) (engine.TaskRow, error) {
	var (
		r                          engine.TaskRow
		opened, due, decided, seen sql.NullTime
	)
	t := &r.Task
	err := scan(&r.Instance, &t.ID, &t.Assignee, &t.State, &t.Activation, &t.Node, &t.Slot, &t.Type, &t.Reason, &opened, &due, &t.Late,
		&decided, &t.DecidedBy, &t.Comment, &r.Flow, &r.Version, &r.RecordType, &r.RecordID, &r.Number, &r.Title, &r.Submitter, &seen, &r.Data)
	t.OpenedAt, t.Due, t.DecidedAt, r.SeenAt = opened.Time, due.Time, decided.Time, seen.Time
	r.ID = r.Instance + "." + t.ID
	return r, err
}
