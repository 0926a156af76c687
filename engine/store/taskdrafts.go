package store

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// TaskDraft implements engine.TaskDraftStore.
func (s *Store) TaskDraft(ctx context.Context, task, person string) (engine.TaskDraft, error) {
	d := engine.TaskDraft{Task: task, Person: person}
	var (
		form    string
		files   []byte
		savedAt time.Time
	)
	err := queryRow(s.read(ctx), "SELECT revision, data, form, comment, files, saved_at FROM task_drafts WHERE task = ? AND person = ?", task, person).
		Scan(&d.Revision, &d.Data, &form, &d.Comment, &files, &savedAt)
	if missing(err) {
		return engine.TaskDraft{}, notFound("no_task_draft", text.T("这个待办没有暂存的内容。", "Nothing is kept for this task."))
	}
	if err != nil {
		return engine.TaskDraft{}, fault.Wrap(mapped(err), "read a draft of task %s", task)
	}
	d.SavedAt = savedAt.UTC()
	if len(files) > 0 {
		if err := json.Unmarshal(files, &d.Files); err != nil {
			return d, fault.Wrap(err, "read a draft of task %s", task)
		}
	}
	decoder := json.NewDecoder(strings.NewReader(form))
	decoder.UseNumber()
	return d, fault.Wrap(decoder.Decode(&d.Set), "read a draft of task %s", task)
}

// SaveTaskDraft implements engine.TaskDraftStore. The task's own row is held meanwhile: the step that closes it comes
// before, and is seen here, or after, and takes the draft with it.
func (s *Store) SaveTaskDraft(ctx context.Context, d engine.TaskDraft) error {
	form, err := json.Marshal(d.Set)
	if err != nil {
		return fault.Wrap(err, "keep a draft of task %s", d.Task)
	}
	files, err := json.Marshal(d.Files)
	if err != nil {
		return fault.Wrap(err, "keep a draft of task %s", d.Task)
	}
	return s.change(ctx, "keep a draft of task "+d.Task, func(tx *gorm.DB) error {
		if err := decidable(tx, d.Task); err != nil {
			return err
		}
		if err := writeTaskDraft(tx, d, string(form), string(files)); err != nil {
			return err
		}
		return s.keepFiles(tx, d.Task, d.Person, d.Holds)
	})
}

func writeTaskDraft(tx *gorm.DB, d engine.TaskDraft, form, files string) error {
	if d.Revision == 1 {
		_, err := exec(tx, "INSERT INTO task_drafts (task, person, revision, data, form, comment, files, saved_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?)",
			d.Task, d.Person, d.Data, form, d.Comment, files, at(d.SavedAt))
		if _, taken := violated(err); taken {
			return taskDraftMovedOn()
		}
		return err
	}
	found, err := exec(tx, "UPDATE task_drafts SET revision = ?, data = ?, form = ?, comment = ?, files = ?, saved_at = ? WHERE task = ? AND person = ? AND revision = ?",
		d.Revision, d.Data, form, d.Comment, files, at(d.SavedAt), d.Task, d.Person, d.Revision-1)
	if err == nil && found == 0 {
		return taskDraftMovedOn()
	}
	return err
}

// decidable holds a task's row, and refuses one that nobody decides any more.
func decidable(tx *gorm.DB, id string) error {
	instance, task, _ := strings.Cut(id, ".")
	var states []machine.TaskState
	err := tx.Table("tasks").Clauses(forUpdate).Where("instance = ? AND task = ?", instance, task).Pluck("state", &states).Error
	if err != nil {
		return err
	}
	if len(states) == 0 || !keepsDrafts(states[0]) {
		return conflict("task_already_decided", text.T("该待办已经关闭，没有暂存。", "This task is closed, so nothing was kept."))
	}
	return nil
}

func keepsDrafts(s machine.TaskState) bool {
	return s == machine.TaskOpen || s == machine.TaskWaiting || s == machine.TaskDelegated
}

func taskDraftMovedOn() error {
	return conflict("task_draft_moved_on", text.T("您在别处保存过这个待办的内容，这里的没有覆盖它。请选择载入那一份，或保留这里的。",
		"You kept something for this task elsewhere; this did not overwrite it. Load that, or keep what is here."))
}

// dropDrafts forgets what was kept for tasks that nobody decides any more. Their kept files are stale from then on.
func dropDrafts(instance string, tasks []machine.Task) []statement {
	var ids []any
	for _, t := range tasks {
		if !keepsDrafts(t.State) {
			ids = append(ids, instance+"."+t.ID)
		}
	}
	var list []statement
	for len(ids) > 0 {
		n := min(len(ids), maxBound)
		list = append(list, statement{"DELETE FROM task_drafts WHERE task IN " + places(n), ids[:n]})
		ids = ids[n:]
	}
	return list
}
