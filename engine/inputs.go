package engine

import (
	"flowline/engine/machine"
	"flowline/engine/text"
)

// NewFlow is what a person says to begin a flow.
type NewFlow struct {
	Key      string    `json:"key,omitempty"` // empty: made from the name
	Name     text.Text `json:"name"`
	Record   string    `json:"record,omitempty"`   // record type; empty: the template's
	Template string    `json:"template,omitempty"` // key of a template; empty: an empty canvas
}

// RecordsAsked narrows, sorts and pages a list of records for a person.
type RecordsAsked struct {
	Type    string
	Search  string
	Filters []FilterAsked
	Sort    string // field key or system column; "-" before it: falling
	Offset  int
	Limit   int
}

// FilterAsked is one condition as it stands in an address: the value is text, read as the field's type. The values of
// "in" are parted by commas.
type FilterAsked struct {
	Field string
	Op    Operator
	Value string
}

// Submission starts a flow on a record.
type Submission struct {
	Flow   string              // flow key
	Record string              // record id
	Set    map[string]any      // what the submitter filled in, as it came
	Picks  map[string][]string // people chosen for later steps, by node
	Files  []string            // ids of what is attached to submitting
	Kept   bool                // a draft of it was kept, and is forgotten
	Key    string              // idempotency key; empty: none
}

// Scope is whose instances a person asks for.
type Scope string

// The scopes.
const (
	ScopeMine     Scope = "mine"     // I submitted them
	ScopeInvolved Scope = "involved" // I was ever asked or told
	ScopeCopied   Scope = "copied"   // I have a copy
	ScopeAll      Scope = "all"      // everybody's: for the admin, or of one record that I may see
)

// InstancesAsked narrows a list of instances. Empty fields do not narrow.
type InstancesAsked struct {
	Scope      Scope // empty: mine
	Status     []machine.Status
	Flow       string
	RecordType string
	Record     string
	Incident   bool // only those with an open incident
	Submitter  string
	Finding
	Offset int
	Limit  int
}

// TasksAsked narrows, sorts and pages a list of a person's tasks. Empty fields do not narrow.
type TasksAsked struct {
	Done       bool // those that he decided; otherwise the open ones
	Flow       string
	RecordType string
	Submitter  string
	Finding
	Sort   TaskSort
	Offset int
	Limit  int
}

// Verdict is how a person decides a task.
type Verdict struct {
	Task    string          // <instance>.<task>
	Outcome machine.Outcome // approved, rejected or done
	Comment string
	Files   []string            // ids of what is attached to the comment
	Set     map[string]any      // fields filled in, as they came
	Seen    int                 // version of the values that the person looked at; 0: not said
	Direct  bool                // straight back to who returned it, where the person may choose
	Picks   map[string][]string // people chosen for later steps, by node
	Key     string              // idempotency key; empty: none
}

// Repair is what an admin does about an incident.
type Repair struct {
	Instance string
	Incident string
	People   []string // of Assign: who does it instead
	Reason   string   // what was done about it; stands in the history
	Key      string   // idempotency key; empty: none
}

// Drawing says how a diagram is to look.
type Drawing struct {
	Lang  text.Lang
	Lanes bool
}
