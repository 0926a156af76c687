package engine

import (
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// TaskInfo is a line of a list of tasks.
type TaskInfo struct {
	ID        string            `json:"id"` // <instance>.<task>
	Instance  string            `json:"instance"`
	Flow      string            `json:"flow"`
	FlowName  text.Text         `json:"flowName"`
	Node      string            `json:"node"`
	NodeName  text.Text         `json:"nodeName"`
	Type      flow.ActionType   `json:"type"`
	Record    RecordRef         `json:"record"`
	Submitter PersonRef         `json:"submitter"`
	Assignee  PersonRef         `json:"assignee"`
	For       *PersonRef        `json:"for,omitempty"` // a deputy decides, or decided, on this person's behalf
	State     machine.TaskState `json:"state"`
	OpenedAt  time.Time         `json:"openedAt,omitzero"`
	Due       time.Time         `json:"due,omitzero"`
	Late      bool              `json:"late,omitempty"`
	DecidedAt time.Time         `json:"decidedAt,omitzero"`
	Comment   string            `json:"comment,omitempty"`
	SeenAt    time.Time         `json:"seenAt,omitzero"` // when its assignee first opened it
	Data      int               `json:"data"`            // the version of the values that is shown; sent back with the decision as seen
	// Overdue is by how many minutes it is late, in the time that its deadline is counted in: WorkTime leaves out nights,
	// weekends and holidays.
	Overdue  int  `json:"overdue,omitempty"`
	WorkTime bool `json:"workTime,omitempty"`
}

// TaskView is a task with the form to decide it by. The instance is read separately.
type TaskView struct {
	TaskInfo
	Description text.Text  `json:"description,omitzero"`
	Tool        string     `json:"tool,omitempty"`
	Form        RecordView `json:"recordView"`
	Revision    int64      `json:"revision"`           // the instance's
	Proposal    *Pending   `json:"proposal,omitempty"` // the change of the record that is to be approved
	Changed     *Changed   `json:"changed,omitempty"`  // since the assignee looked last; absent: nothing, or he never did

	Can   []string        `json:"can"`             // what the viewer may do with it now: outcomes, doings, and for adding signers where
	Back  []BackTo        `json:"back,omitempty"`  // with return: where to
	Mode  flow.ReturnMode `json:"mode,omitempty"`  // with return: how it comes forward again
	Way   bool            `json:"way,omitempty"`   // whoever decides may say that it goes straight to who returned it
	Added []PersonRef     `json:"added,omitempty"` // with remove_signers: who may be removed
	// Picks are the steps whose people whoever decides picks, under the values that are shown. Absent: whatever is decided,
	// nobody is picked in this flow.
	Picks []PickAsked `json:"picks,omitzero"`
	Draft *TaskDraft  `json:"draft,omitempty"` // what the viewer keeps for it before deciding
	// Coming is what happens by itself unless somebody decides before, in order.
	Coming []Coming `json:"coming,omitempty"`
}

// Coming is one thing that a flow does by itself around a deadline.
type Coming struct {
	At time.Time   `json:"at"`
	Do flow.LateDo `json:"do"`
}

// BackTo is a step that may be returned to.
type BackTo struct {
	Node   string      `json:"node"`
	Name   text.Text   `json:"name"`
	People []PersonRef `json:"people"` // who is asked again
	Done   []BackDone  `json:"done,omitempty"`
}

// BackDone is a step without people that has been done between there and here.
type BackDone struct {
	Node   string    `json:"node"`
	Name   text.Text `json:"name"`
	Undone bool      `json:"undone"` // what it changed is put back, unless somebody has changed it since
}
