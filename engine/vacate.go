package engine

import (
	"context"
	"errors"

	"flowline/engine/fault"
	"flowline/engine/machine"
)

// Vacate takes their open tasks from everybody who is switched off: each step goes on with the others it asked, or has an
// incident until an admin names somebody. SavePerson does so at once; this is for what was cut short, and for a task that
// another copy opened before it knew.
func (e *Engine) Vacate(ctx context.Context) error {
	dir, err := e.directory(ctx)
	if err != nil {
		return err
	}
	var failed []error
	for _, p := range dir.company.People {
		if !p.Active {
			failed = append(failed, e.vacate(ctx, "", p.ID))
		}
	}
	return errors.Join(failed...)
}

// vacate takes a person's open tasks; what fails for one instance is tried for the others all the same.
func (e *Engine) vacate(ctx context.Context, by, person string) error {
	asking, err := e.instancesAsking(ctx, person)
	if err != nil {
		return fault.Wrap(err, "list the open tasks of %s", person)
	}
	var failed []error
	for _, id := range asking {
		_, err := e.step(ctx, "", "", id, nil, func(_ context.Context, m *move) (machine.Event, error) {
			for _, t := range m.before.State.Tasks {
				if t.State == machine.TaskOpen && t.Assignee == person {
					return machine.Event{Type: machine.EventInactive, At: m.at, By: by, People: []string{person}}, nil
				}
			}
			return machine.Event{}, errNothingAsked
		})
		if err != nil && fault.ReasonOf(err) != errNothingAsked.Reason {
			failed = append(failed, fault.Wrap(err, "take the tasks of %s in %s", person, id))
		}
	}
	return errors.Join(failed...)
}

// instancesAsking lists the instances in which a person has an open task.
func (e *Engine) instancesAsking(ctx context.Context, person string) ([]string, error) {
	const atOnce = 200
	var ids []string
	for offset := 0; ; offset += atOnce {
		rows, _, err := e.store.Tasks(ctx, TaskQuery{Assignee: person, Open: true, Offset: offset, Limit: atOnce})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			ids = append(ids, row.Instance)
		}
		if len(rows) < atOnce {
			return unique(ids), nil
		}
	}
}

var errNothingAsked = fault.New(fault.NotFound, "nothing_asked", errNoTask.Text)
