package engine

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// A child over a record that its parent's links to is in the charge of whoever submitted the parent, who may have no right to
// that record. Being in charge then shows nothing of it: what shows of a record is the stricter of what the step and what the
// company lets.

// overLinked reports whether an instance is such a child; or a request to declare another void, which whoever has no right to
// the record any more may make too.
func (in Instance) overLinked() bool {
	return in.State.Caller != nil && in.State.Caller.Linked || in.State.Voids != ""
}

// accessAtTask is what may be done with each field of the record at a task, by whose task it is.
func (v *version) accessAtTask(a actor, in Instance, rec record.Record, t machine.Task) map[string]record.Access {
	if t.Type == machine.TaskSubmit && in.overLinked() && !a.owns(rec) {
		return map[string]record.Access{}
	}
	return v.accessAt(t.Node)
}

// access is accessAtTask of the instance that moves, for whoever fills something in. forbidden (field_not_editable).
func (m *move) access(ctx context.Context, a actor, t machine.Task, filled map[string]any) (map[string]record.Access, error) {
	if err := m.read(ctx); err != nil {
		return nil, err
	}
	access := m.version.accessAtTask(a, m.before, *m.rec, t)
	if len(access) == 0 && len(filled) > 0 {
		return nil, errOthersRecord
	}
	return access, nil
}

var errOthersRecord = fault.New(fault.Forbidden, "field_not_editable", text.T(
	"这条记录不归您管，不能在这里修改；请只写意见后提交。",
	"This record is not yours to change here; submit with a comment only."))

// title is the title of an instance's record as a line of a list shows it. The state of an instance is not read for a list:
// of every child with a record of its own it is asked whose that is.
func (e *Engine) title(ctx context.Context, a actor, v *version, in Instance) (string, error) {
	title := v.titleFor(a, in.Submitter, in.Title)
	if title == "" || in.Parent == "" || in.Holder != "" || in.Submitter != a.ID {
		return title, nil
	}
	rec, err := e.store.Record(ctx, in.RecordType, in.RecordID)
	if err != nil || !a.owns(rec) {
		return "", err
	}
	return title, nil
}

// titleToSubmit is that of a task to submit again.
func (e *Engine) titleToSubmit(ctx context.Context, a actor, row TaskRow) (string, error) {
	in, err := e.store.Instance(ctx, row.Instance)
	if err != nil || !in.overLinked() {
		return row.Title, err
	}
	rec, err := e.store.Record(ctx, in.RecordType, in.RecordID)
	if err != nil || !a.owns(rec) {
		return "", err
	}
	return row.Title, nil
}
