package engine

import (
	"context"
	"slices"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// taskID is how the world knows a task of an instance.
func taskID(instance, task string) string { return instance + "." + task }

// splitTask takes a task's id apart. not_found for what cannot be one.
func splitTask(id string) (instance, task string, err error) {
	instance, task, ok := strings.Cut(id, ".")
	if !ok || instance == "" || task == "" {
		return "", "", errNoTask
	}
	return instance, task, nil
}

// Tasks lists the person's own tasks: open ones, or those that he decided. invalid for what cannot be asked.
func (e *Engine) Tasks(ctx context.Context, who string, asked TasksAsked) (Page[TaskInfo], error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return Page[TaskInfo]{}, err
	}
	q := TaskQuery{
		Assignee: who, Standing: e.standing(a), Open: !asked.Done, Flow: asked.Flow, RecordType: asked.RecordType, Submitter: asked.Submitter,
		Sort: asked.Sort, Offset: asked.Offset, Limit: asked.Limit,
	}
	switch q.Sort {
	case "", SortNewest, SortOldest, SortDue, SortNumber:
	default:
		return Page[TaskInfo]{}, badField("sort", text.T("排序只能是 newest、oldest、due 或 number。", "The order is newest, oldest, due or number."))
	}
	q.Narrowing, err = e.narrowing(asked.Finding, func() ([]StepRef, error) {
		steps, err := e.store.TaskSteps(ctx, q)
		return e.untitled(ctx, steps, err, func(v *version, s StepRef) bool { return v.shows(s.Node) })
	})
	if err != nil {
		return Page[TaskInfo]{}, err
	}
	rows, total, err := e.store.Tasks(ctx, q)
	if err != nil {
		return Page[TaskInfo]{}, err
	}
	page := Page[TaskInfo]{Items: make([]TaskInfo, len(rows)), Total: total}
	for i, row := range rows {
		v, err := e.known.version(ctx, row.Flow, row.Version)
		if err != nil {
			return Page[TaskInfo]{}, err
		}
		if row.Task.Type == machine.TaskSubmit && row.Title != "" {
			if row.Title, err = e.titleToSubmit(ctx, a, row); err != nil {
				return Page[TaskInfo]{}, err
			}
		}
		page.Items[i] = e.taskInfo(a, v, row)
		if page.Items[i].Assignee.ID != who {
			page.Items[i].For = &page.Items[i].Assignee
		}
	}
	return page, nil
}

// taskInfo is a task as a line of a list; its record's title is there only if the step shows it.
func (e *Engine) taskInfo(a actor, v *version, row TaskRow) TaskInfo {
	n, _ := v.node(row.Task.Node)
	if !v.shows(row.Task.Node) {
		row.Title = ""
	}
	info := TaskInfo{
		ID: row.ID, Instance: row.Instance, Flow: row.Flow, FlowName: v.Definition.Name,
		Node: row.Task.Node, NodeName: n.Name, Type: row.Task.Type,
		Record:    e.recordRef(v, row.RecordID, row.Number, row.Title),
		Submitter: a.ref(row.Submitter), Assignee: a.ref(row.Task.Assignee),
		State: row.Task.State, OpenedAt: row.Task.OpenedAt, Due: row.Task.Due, Late: row.Task.Late,
		DecidedAt: row.Task.DecidedAt, Comment: row.Task.Comment, SeenAt: row.SeenAt, Data: row.Data,
	}
	info.Overdue, info.WorkTime = e.overdue(&n, row.Task)
	return info
}

// Task gives one task with the form to decide it by: just the fields that its step shows. It is for its assignee and that
// one's deputies, and for admins to read; not_found for everybody else.
func (e *Engine) Task(ctx context.Context, who, id string) (TaskView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return TaskView{}, err
	}
	instance, task, err := splitTask(id)
	if err != nil {
		return TaskView{}, err
	}
	m, err := e.load(ctx, instance, false)
	if err != nil {
		return TaskView{}, hideAs(errNoTask, err)
	}
	t, err := m.task(a, task)
	if err != nil {
		return TaskView{}, err
	}
	if err := m.read(ctx); err != nil {
		return TaskView{}, hideAs(errNoTask, err)
	}
	info := e.taskInfo(a, m.version, TaskRow{
		ID: id, Task: t, Instance: instance, Flow: m.before.Flow, Version: m.before.Version,
		RecordType: m.before.RecordType, RecordID: m.before.RecordID,
		Number: m.before.Number, Title: m.before.Title, Submitter: m.before.Submitter,
		Data: m.before.State.Data,
	})
	stands := m.standsFor(a, t) && m.state.DeputyFor(t, who) == nil
	if stands || t.OnBehalfOf != "" && t.DecidedBy == who {
		info.For = &info.Assignee
	}
	access := m.version.accessAtTask(a, m.before, *m.rec, t)
	if !access[m.graph.Type().Title].Shows() {
		info.Record.Title = ""
	}
	if t.State != machine.TaskOpen || t.Assignee != who && !stands {
		access = readOnly(access)
	}
	view := TaskView{TaskInfo: info, Revision: m.before.Revision}
	opened, err := e.opened(ctx, m.version, instance)
	if err != nil {
		return TaskView{}, err
	}
	undoable, err := e.undoableParts(ctx, m)
	if err != nil {
		return TaskView{}, err
	}
	view.may(a, m, t, opened, undoable)
	view.onTime(m, t)
	if mine := t.Assignee == who || stands; mine && t.State == machine.TaskOpen {
		if view.Draft, err = e.keptDraft(ctx, m, who, id, access); err != nil {
			return TaskView{}, err
		}
		if view.Picks, err = e.picksToDecide(ctx, a, m, t, agreement(t), nil); err != nil {
			return TaskView{}, err
		}
	}
	if n, ok := m.version.node(t.Node); ok {
		view.Description, view.Tool = n.Description, n.Tool
	}
	if view.Form, err = e.oneRecord(ctx, a, m.graph.Type(), *m.rec, access); err != nil {
		return TaskView{}, err
	}
	if err := e.nameKept(ctx, m.graph.Type(), &view); err != nil {
		return TaskView{}, err
	}
	if view.Proposal, err = e.pending(ctx, a, m.proposal, m.graph.Type(), access); err != nil {
		return TaskView{}, err
	}
	view.Changed, err = e.changedSince(ctx, a, m, t, access)
	return view, err
}

// task finds a task for a person who may know of it: once it was opened, its assignee, who stands in for them now or decided
// for them; and admins.
func (m *move) task(a actor, id string) (machine.Task, error) {
	for _, t := range m.before.State.Tasks {
		mine := t.Assignee == a.ID || t.OnBehalfOf != "" && t.DecidedBy == a.ID || m.standsFor(a, *t)
		if t.ID == id && (a.isAdmin() || mine && !t.OpenedAt.IsZero()) {
			return *t, nil
		}
	}
	return machine.Task{}, errNoTask
}

func readOnly(access map[string]record.Access) map[string]record.Access {
	out := make(map[string]record.Access, len(access))
	for key, a := range access {
		if a != record.Hidden {
			a = record.Read
		}
		out[key] = a
	}
	return out
}

// Decide settles a task by its assignee, or for them by a deputy: approved, rejected or done, with a comment and what he filled in. Faults:
// not_found, also for somebody else's task; conflict (task_already_decided: who did it, and when); forbidden
// (not_your_task for an admin; field_not_editable); refused (deputy_submitted, deputy_signs); invalid (bad_values,
// comment_required, field_required).
func (e *Engine) Decide(ctx context.Context, who string, d Verdict) (InstanceInfo, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return InstanceInfo{}, err
	}
	instance, task, err := splitTask(d.Task)
	if err != nil {
		return InstanceInfo{}, err
	}
	comment := strings.TrimSpace(d.Comment)
	if err := plainText("comment", comment); err != nil {
		return InstanceInfo{}, err
	}
	decided := func(s machine.State) bool {
		return slices.ContainsFunc(s.Tasks, func(t *machine.Task) bool {
			return t.ID == task && t.DecidedBy == who && t.State != machine.TaskCancelled
		})
	}
	in, err := e.step(ctx, who, d.Key, instance, decided, func(ctx context.Context, m *move) (machine.Event, error) {
		t, err := m.task(a, task)
		if err != nil {
			return machine.Event{}, err
		}
		principal := ""
		if m.standsFor(a, t) {
			principal = t.Assignee
		}
		if err := e.open(a, t, principal); err != nil {
			return machine.Event{}, err
		}
		if err := e.attach(ctx, a, instance, d.Files); err != nil {
			return machine.Event{}, err
		}
		ev := machine.Event{
			Type: machine.EventDecided, At: m.at, By: who, OnBehalfOf: principal, Task: task, Outcome: d.Outcome, Comment: comment,
			Files: unique(d.Files), Seen: d.Seen, Direct: d.Direct, Picks: d.Picks,
		}
		if len(d.Set) > 0 {
			access, err := m.access(ctx, a, t, d.Set)
			if err != nil {
				return machine.Event{}, err
			}
			if ev.Set, err = e.fillIn(ctx, a, m.graph.Type(), access, m.rec.Values, d.Set); err != nil {
				return machine.Event{}, err
			}
		}
		if t.Type == machine.TaskSubmit {
			asked, err := e.picksToDecide(ctx, a, m, t, d.Outcome, ev.Set)
			if err != nil {
				return machine.Event{}, err
			}
			return ev, wantedPicks(asked, d.Picks)
		}
		return ev, nil
	})
	if err != nil {
		return InstanceInfo{}, fault.Wrap(hideAs(errNoTask, err), "decide %s", d.Task)
	}
	return e.instanceInfo(ctx, a, in)
}

// open refuses to decide a task that is not open, or not this person's, in words that say who did what and when.
func (e *Engine) open(a actor, t machine.Task, principal string) error {
	if wanted(t) || t.State == machine.TaskDelegated {
		if t.Assignee != a.ID && t.Assignee != principal {
			return errNotYours
		}
		return nil // whether it is their turn yet is the machine's to say
	}
	switch {
	case t.DecidedAt.IsZero() || t.DecidedBy == "" && t.Reason == "":
		return errClosed
	case t.DecidedBy == "": // nobody did it, such as where time ran out
		return fault.New(fault.Conflict, errClosed.Reason, machine.Notice{Reason: t.Reason}.Why())
	}
	return machine.Handled{By: t.DecidedBy, At: t.DecidedAt}.Refusal(a.ref(t.DecidedBy).Name, e.inWords(t.DecidedAt))
}

var (
	errNotYours = fault.New(fault.Forbidden, "not_your_task", text.T(
		"这个待办是别人的，只有他本人可以处理。",
		"This task is somebody else's; only that person can decide it."))
	errClosed = fault.New(fault.Conflict, "task_already_decided", text.T(
		"该待办已经关闭，无需再处理。",
		"This task is closed; there is nothing left to do."))
)
