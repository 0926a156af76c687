package engine

import (
	"time"

	"flowline/engine/machine"
)

// TaskRow is a task with what a list shows of its instance.
type TaskRow struct {
	ID         string // <instance>.<task>
	Task       machine.Task
	Instance   string
	Flow       string
	Version    int
	RecordType string
	RecordID   string
	Number     string
	Title      string
	Submitter  string
	SeenAt     time.Time
	Data       int // the version of the record's values
}

// TaskQuery narrows a list of tasks. Empty fields do not narrow.
type TaskQuery struct {
	Assignee   string
	Standing   []Standing // with Open: and those of others that Assignee may decide for them
	Open       bool       // open ones; otherwise those that the assignee decided
	Instance   string
	Flow       string
	RecordType string
	Submitter  string
	Narrowing  Narrowing
	Sort       TaskSort // empty: oldest first when open, latest decided first otherwise
	Offset     int
	Limit      int
}

// TaskSort is an order of a list of tasks.
type TaskSort string

// The orders.
const (
	SortNewest TaskSort = "newest" // opened or decided last
	SortOldest TaskSort = "oldest"
	SortDue    TaskSort = "due" // due first; what is never due comes last
	SortNumber TaskSort = "number"
)

// Standing is whose open tasks somebody may decide as well: in these flows (none: all), up to an amount (none: any), opened
// at OpenedFrom or later. What the deputy submitted, or signs in the same activation, is not among them.
type Standing struct {
	Principal  string
	Flows      []string
	MaxAmount  string
	OpenedFrom time.Time
}
