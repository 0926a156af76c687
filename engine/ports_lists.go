package engine

import (
	"context"
	"time"

	"flowline/engine/flow"
)

// ListStore keeps what people's own lists need beyond the instances and tasks themselves.
type ListStore interface {
	// SeenTask remembers when a task, <instance>.<task>, was first opened by whom it is for; later calls change nothing.
	SeenTask(ctx context.Context, id string, at time.Time) error
	// Unread counts what waits for a person, with the tasks that the person may decide for others.
	Unread(ctx context.Context, person string, standing []Standing) (Unread, error)
	// TaskSteps lists the steps that a query without its Narrowing finds tasks of.
	TaskSteps(ctx context.Context, q TaskQuery) ([]StepRef, error)
	// InstanceVersions lists the versions that a query without its Narrowing finds instances of; Node is empty.
	InstanceVersions(ctx context.Context, q InstanceQuery) ([]StepRef, error)

	// DeliverCopy does a copy job: adds the copy and the notice of it and removes the job, once, however often it is called.
	// Of several copies of an instance for a person the newest is kept, unread again.
	DeliverCopy(ctx context.Context, c CopyRow, n NoticeRow) error
	// Copy gives a person's copy of an instance. not_found.
	Copy(ctx context.Context, person, instance string) (CopyRow, error)
	// CopiesOf gives the copies that people have of an instance, in no order.
	CopiesOf(ctx context.Context, instance string, people []string) ([]CopyRow, error)
	// ReadCopies marks a person's copies of instances as read at now; no instances: all.
	ReadCopies(ctx context.Context, person string, instances []string, now time.Time) error
}

// Unread is how much waits for a person.
type Unread struct {
	Open   int `json:"open"`   // open tasks
	Tasks  int `json:"tasks"`  // those of them never opened
	Copies int `json:"copies"` // copies not read
}

// StepRef names a step of a version.
type StepRef struct {
	Flow    string
	Version int
	Node    string // empty: any
}

// CopyRow is a copy that a person got of an instance.
type CopyRow struct {
	ID       string // the job's
	Instance string
	Person   string
	At       time.Time
	ReadAt   time.Time
	Node     string // the step that it is about; empty: the whole
	When     flow.CopyAt
	Data     int // the version of the values
}

// Narrowing narrows a list of tasks or instances by what its lines show. Empty fields do not narrow.
type Narrowing struct {
	From, To time.Time // by the time that the list is sorted by: opened, decided, started, copied; To is not in it any more
	Late     bool      // only what has an open task that is late
	Search   string    // in the number and the title of the record, and in the names of who submitted
	Untitled []StepRef // where the title is not to be found by what is in it
}
