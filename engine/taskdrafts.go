package engine

import (
	"context"
	"strings"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// TaskDraftStore keeps what people have filled in at tasks and not sent yet. It is gone with the step that closes the task.
type TaskDraftStore interface {
	// TaskDraft gives what a person keeps for a task. not_found (no_task_draft).
	TaskDraft(ctx context.Context, task, person string) (TaskDraft, error)
	// SaveTaskDraft keeps d, if what was kept before is of the revision before d's, or there is none and d's is 1; the files
	// of Holds, and no others, stay for its sake. conflict: task_draft_moved_on; task_already_decided once nobody decides the
	// task any more, be it in this very moment.
	SaveTaskDraft(ctx context.Context, d TaskDraft) error
}

// TaskDraft is a form and a comment that a person keeps for a task before deciding it. Nobody else ever sees it.
type TaskDraft struct {
	Task     string         `json:"-"` // <instance>.<task>
	Person   string         `json:"-"`
	Set      map[string]any `json:"set"` // as it was filled in; detail rows only while the record's values are those of Data
	Comment  string         `json:"comment,omitempty"`
	Files    []string       `json:"-"`               // what goes with the comment
	Attached []FileRef      `json:"files,omitempty"` // the same, by name
	Data     int            `json:"data"`            // the version of the values that was looked at
	Revision int64          `json:"revision"`        // to say which one is saved over; 0: nothing is kept yet
	SavedAt  time.Time      `json:"savedAt"`
	Holds    []string       `json:"-"` // every file that it names; to save
}

// KeepTask keeps what a person has filled in at a task that is theirs to decide, half-filled as it may be, over what they
// kept at d.Revision. It decides nothing and requires nothing. Faults: not_found; conflict (task_already_decided,
// task_draft_moved_on); forbidden (not_your_task, field_not_editable); refused (deputy_submitted, deputy_signs); invalid
// (bad_values, bad_input).
func (e *Engine) KeepTask(ctx context.Context, who string, d TaskDraft) (TaskDraft, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return TaskDraft{}, err
	}
	m, t, err := e.deciding(ctx, a, d.Task)
	if err != nil {
		return TaskDraft{}, err
	}
	if t.Assignee != who {
		if err := m.state.DeputyFor(t, who); err != nil {
			return TaskDraft{}, err
		}
	}
	if err := plainText("comment", d.Comment); err != nil {
		return TaskDraft{}, err
	}
	access, err := m.access(ctx, a, t, d.Set)
	if err != nil {
		return TaskDraft{}, err
	}
	set, err := e.fillIn(ctx, a, m.graph.Type(), access, m.rec.Values, d.Set)
	if err != nil {
		return TaskDraft{}, fault.Wrap(err, "keep task %s", d.Task)
	}
	if err := machine.Admits(m.graph, t, set); err != nil {
		return TaskDraft{}, fault.Wrap(err, "keep task %s", d.Task)
	}
	if err := e.attach(ctx, a, m.before.ID, d.Files); err != nil {
		return TaskDraft{}, err
	}
	if d.Set == nil {
		d.Set = map[string]any{}
	}
	d.Person, d.Comment, d.SavedAt, d.Files = who, strings.TrimSpace(d.Comment), e.at(), unique(d.Files)
	d.Holds = unique(append(filesKept(m.graph.Type(), d.Set), d.Files...))
	d.Revision++
	if err := e.store.SaveTaskDraft(ctx, d); err != nil {
		return TaskDraft{}, err
	}
	d.Attached, err = e.named(ctx, d.Files)
	return d, err
}

// deciding loads an instance with its record for a person who may decide a task of it now. Faults as of Decide.
func (e *Engine) deciding(ctx context.Context, a actor, id string) (*move, machine.Task, error) {
	instance, task, err := splitTask(id)
	if err != nil {
		return nil, machine.Task{}, err
	}
	m, err := e.load(ctx, instance, false)
	if err != nil {
		return nil, machine.Task{}, hideAs(errNoTask, err)
	}
	t, err := m.task(a, task)
	if err != nil {
		return nil, t, err
	}
	principal := ""
	if m.standsFor(a, t) {
		principal = t.Assignee
	}
	if err := e.open(a, t, principal); err != nil {
		return nil, t, err
	}
	return m, t, hideAs(errNoTask, m.read(ctx))
}

// keptDraft gives what a person keeps for a task, as far as it can still be filled in; nil when there is nothing.
func (e *Engine) keptDraft(ctx context.Context, m *move, who, task string, access record.Rights) (*TaskDraft, error) {
	d, err := e.store.TaskDraft(ctx, task, who)
	if fault.Is(err, fault.NotFound) {
		return nil, nil //nolint:nilnil // that nothing is kept is no fault
	}
	if err != nil {
		return nil, err
	}
	for key := range d.Set {
		f, known := m.graph.Type().Field(key)
		moved := known && f.Type == record.Rows && d.Data != m.state.Data // which row was which is not known any more
		if !known || !access.Change(f) || moved {
			delete(d.Set, key)
		}
	}
	d.Attached, err = e.named(ctx, d.Files)
	return &d, err
}
