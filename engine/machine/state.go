package machine

import (
	"time"

	"flowline/engine/flow"
)

// Status is where an instance stands.
type Status string

// The statuses. Approved, rejected and terminated are final.
const (
	Running    Status = "running"
	Faulted    Status = "faulted" // an incident is open; other branches go on
	Approved   Status = "approved"
	Rejected   Status = "rejected"
	Terminated Status = "terminated" // by an admin
)

// Ended reports whether s is final.
func (s Status) Ended() bool { return s == Approved || s == Rejected || s == Terminated }

// State is all of an instance that matters for going on. The zero State has not started.
type State struct {
	Flow      string    `json:"flow"`
	Version   int       `json:"version"`
	Status    Status    `json:"status"`
	Submitter string    `json:"submitter"`
	StartedAt time.Time `json:"startedAt"`
	EndedAt   time.Time `json:"endedAt,omitzero"`
	Seq       int64     `json:"seq"` // last number given to an entry; ids count too and never fall

	Tokens      []Token      `json:"tokens,omitempty"`
	Scopes      []Scope      `json:"scopes,omitempty"`
	Activations []Activation `json:"activations,omitempty"`
	Tasks       []Task       `json:"tasks,omitempty"`
	Timers      []Timer      `json:"timers,omitempty"`
	Incidents   []Incident   `json:"incidents,omitempty"`
	Passed      []Pass       `json:"passed,omitempty"` // the path taken, in order
	NextID      int64        `json:"nextId"`           // ids of tokens, tasks … are "t1", "k2" from this one counter

	Unsettled *Unsettled `json:"-"` // nil unless something is asked
}

// Token is a live place in the chart.
type Token struct {
	ID         string `json:"id"`
	Node       string `json:"node"`
	Activation string `json:"activation"`
	Scope      string `json:"scope,omitempty"` // innermost fork scope; empty: the whole
}

// Scope is one firing of a fork (or of a decision that takes all matches).
type Scope struct {
	ID       string `json:"id"`
	Node     string `json:"node"`
	Parent   string `json:"parent,omitempty"`
	Branches int    `json:"branches"` // tokens it made
}

// Outcome is how an activation or a task was settled.
type Outcome string

// The outcomes.
const (
	OutcomeApproved  Outcome = "approved"
	OutcomeRejected  Outcome = "rejected"
	OutcomeDone      Outcome = "done"
	OutcomeCancelled Outcome = "cancelled"
)

// Activation is one entry of a token into a node.
type Activation struct {
	ID        string    `json:"id"`
	Node      string    `json:"node"`
	Round     int       `json:"round"` // 1, 2 … per node
	EnteredAt time.Time `json:"enteredAt"`
	LeftAt    time.Time `json:"leftAt,omitzero"`
	Outcome   Outcome   `json:"outcome,omitempty"`
	Slots     []Slot    `json:"slots,omitempty"`
}

// Slot is one signature wanted.
type Slot struct {
	ID      string  `json:"id"`
	Order   int     `json:"order"` // 0, 1 … ; matters for quorum "order"
	Owner   string  `json:"owner"` // person id
	Outcome Outcome `json:"outcome,omitempty"`
}

// TaskState is where a task stands.
type TaskState string

// The task states. All but waiting and open are final.
const (
	TaskWaiting   TaskState = "waiting" // not yet its turn
	TaskOpen      TaskState = "open"
	TaskApproved  TaskState = "approved"
	TaskRejected  TaskState = "rejected"
	TaskDone      TaskState = "done"
	TaskSkipped   TaskState = "skipped"
	TaskCancelled TaskState = "cancelled"
)

// Task is a to-do of one person for a slot.
type Task struct {
	ID         string          `json:"id"` // unique in the instance; the world knows it as <instance>.<id>
	Activation string          `json:"activation"`
	Node       string          `json:"node"`
	Slot       string          `json:"slot"`
	Type       flow.ActionType `json:"type"` // approve or do
	Assignee   string          `json:"assignee"`
	State      TaskState       `json:"state"`
	Reason     string          `json:"reason,omitempty"` // why skipped or cancelled: submitter; sibling_decided, ended, rejected, terminated, inactive
	OpenedAt   time.Time       `json:"openedAt,omitzero"`
	Due        time.Time       `json:"due,omitzero"`
	Late       bool            `json:"late,omitempty"`
	DecidedAt  time.Time       `json:"decidedAt,omitzero"`
	DecidedBy  string          `json:"decidedBy,omitempty"` // for a cancelled sibling: who decided instead
	Comment    string          `json:"comment,omitempty"`
}

// Timer wakes the instance at a time.
type Timer struct {
	ID   string    `json:"id"`
	Task string    `json:"task,omitempty"`
	At   time.Time `json:"at"`
	Kind string    `json:"kind"` // due
}

// Incident is something the flow could not do.
type Incident struct {
	ID         string    `json:"id"`
	Node       string    `json:"node"`
	Activation string    `json:"activation"`
	Slot       string    `json:"slot,omitempty"` // the one signature that is nobody's; empty: the whole activation
	Reason     string    `json:"reason"`         // rule_failed, no_match, nobody, too_many_hops, too_many_branches, update_failed, no_way, many_ways
	Detail     string    `json:"detail,omitempty"`
	At         time.Time `json:"at"`
	ResolvedAt time.Time `json:"resolvedAt,omitzero"`
}

// Pass is one arrow gone along.
type Pass struct {
	Edge  string    `json:"edge"`
	At    time.Time `json:"at"`
	Token string    `json:"token"`
}
