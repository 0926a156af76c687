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
	"decided_at", "decided_by", "comment",
}

// taskStatements save the tasks that a step opened or changed. A new instance has none yet.
func (s *Store) taskStatements(instance string, tasks []machine.Task, fresh bool) []statement {
	values := make([]any, 0, len(tasks)*len(taskColumns))
	for _, t := range tasks {
		values = append(values, instance, t.ID, t.Assignee, string(t.State), t.Activation, t.Node, t.Slot, string(t.Type), t.Reason,
			at(t.OpenedAt), at(t.Due), t.Late, at(t.DecidedAt), t.DecidedBy, t.Comment)
	}
	end := ""
	if !fresh {
		end = s.dialect.replace(taskColumns[:2], taskColumns[2:])
	}
	return insert{"tasks", taskColumns, end}.rows(values)
}

// Tasks implements engine.InstanceStore.
func (s *Store) Tasks(ctx context.Context, q engine.TaskQuery) ([]engine.TaskRow, int, error) {
	var where conditions
	order := "t.opened_at, t.instance, t.task"
	if q.Open {
		where.add("t.state = 'open'")
		where.asked(q.Assignee, q.Standing)
	} else {
		where.equal("t.decided_by", q.Assignee)
		where.add("t.state IN ('approved', 'rejected', 'done')")
		order = "t.decided_at DESC, t.instance DESC, t.task DESC"
	}
	where.equal("t.instance", q.Instance)
	return page(ctx, s, "list tasks", pageOf{
		columns: "t.instance, t.task, t.assignee, t.state, t.activation, t.node, t.slot, t.type, t.reason, t.opened_at, t.due, t.late, t.decided_at, t.decided_by, t.comment, " +
			"i.flow, i.version, i.record_type, i.record_id, i.number, i.title, i.submitter",
		from:  "tasks t JOIN instances i ON i.id = t.instance",
		where: where, order: order, offset: q.Offset, limit: limited(q.Limit),
	}, scanTask)
}

// asked narrows open tasks to a person's own and those that the person may decide for others.
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
		one.add("i.submitter <> ?", person)
		one.add("NOT EXISTS (SELECT 1 FROM tasks x WHERE x.instance = t.instance AND x.activation = t.activation AND "+
			"(x.assignee = ? AND x.state NOT IN ('cancelled', 'transferred') OR x.decided_by = ? AND x.state IN ('approved', 'rejected', 'done')))", person, person)
		sql += " OR " + strings.Join(one.sql, " AND ")
		args = append(args, one.args...)
	}
	c.add("("+sql+")", args...)
}

func scanTask(scan scanner) (engine.TaskRow, error) {
	var (
		r                    engine.TaskRow
		opened, due, decided sql.NullTime
	)
	t := &r.Task
	err := scan(&r.Instance, &t.ID, &t.Assignee, &t.State, &t.Activation, &t.Node, &t.Slot, &t.Type, &t.Reason, &opened, &due, &t.Late,
		&decided, &t.DecidedBy, &t.Comment, &r.Flow, &r.Version, &r.RecordType, &r.RecordID, &r.Number, &r.Title, &r.Submitter)
	t.OpenedAt, t.Due, t.DecidedAt = opened.Time, due.Time, decided.Time
	r.ID = r.Instance + "." + t.ID
	return r, err
}
