package engine

import (
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// InstanceInfo is a line of a list of instances.
type InstanceInfo struct {
	ID          string         `json:"id"`
	Flow        string         `json:"flow"`
	FlowName    text.Text      `json:"flowName"`
	Version     int            `json:"version"`
	Record      RecordRef      `json:"record"`
	Submitter   PersonRef      `json:"submitter"`
	Status      machine.Status `json:"status"`
	StartedAt   time.Time      `json:"startedAt"`
	EndedAt     time.Time      `json:"endedAt,omitzero"`
	UpdatedAt   time.Time      `json:"updatedAt"`
	HasIncident bool           `json:"hasIncident,omitempty"`
	Copy        *CopyMark      `json:"copy,omitempty"` // the reader's copy: in the list of copies, and of one instance
}

// InstanceView is an instance with its chart and history.
type InstanceView struct {
	InstanceInfo
	Revision   int64                `json:"revision"`
	HeldUp     bool                 `json:"heldUp,omitempty"` // suspended with the instance that it is part of
	Definition flow.Definition      `json:"definition"`
	Progress   machine.Progress     `json:"progress"`
	Timeline   []TimelineEntry      `json:"timeline"`
	Incidents  []machine.Incident   `json:"incidents,omitempty"` // open ones
	Proposal   *Pending             `json:"proposal,omitempty"`  // the change of the record that it is about
	MyTasks    []string             `json:"myTasks,omitempty"`   // ids of the viewer's open tasks
	Can        []string             `json:"can"`                 // what the viewer may do with it now
	Open       []OpenTask           `json:"open,omitempty"`      // with reassign: the tasks that wait for somebody
	Standing   []Movable            `json:"standing,omitempty"`  // with jump: where it stands, and where that can be moved to
	Receipts   []Receipt            `json:"receipts,omitempty"`  // for who is in charge and admins: who has a copy, and has read it
	Parts      []Part               `json:"parts,omitempty"`     // what its sub-flow steps had run
	PartOf     *PartOf              `json:"partOf,omitempty"`    // whose sub-flow step had it run
	Voiding    *Voiding             `json:"voiding,omitempty"`   // the latest request to declare it void
	Voids      *Voids               `json:"voids,omitempty"`     // what it asks to have declared void
	People     map[string]PersonRef `json:"people"`              // everybody named in Progress and Timeline
	Files      map[string]FileRef   `json:"files,omitempty"`     // by id: what is attached in Timeline
}

// Receipt is that somebody has a copy of an instance.
type Receipt struct {
	Person string    `json:"person"`
	Data   int       `json:"data"` // the version of the values that the copy was sent on
	ReadAt time.Time `json:"readAt,omitzero"`
}

// Movable is a place where an instance stands and can be moved from.
type Movable struct {
	Activation string   `json:"activation"`
	Node       string   `json:"node"`
	To         []string `json:"to"` // nodes that it can be moved to
}

// OpenTask is a task that waits for somebody.
type OpenTask struct {
	ID       string    `json:"id"` // <instance>.<task>
	Node     string    `json:"node"`
	Assignee PersonRef `json:"assignee"`
}

// TimelineEntry is a journal entry for people: without the event, and without values that the viewer may not see.
type TimelineEntry struct {
	Seq        int64             `json:"seq"`
	Type       machine.EntryType `json:"type"`
	At         time.Time         `json:"at"`
	By         string            `json:"by,omitempty"`
	OnBehalfOf string            `json:"onBehalfOf,omitempty"` // By decided as this person's deputy
	Person     string            `json:"person,omitempty"`
	Node       string            `json:"node,omitempty"`
	NodeName   text.Text         `json:"nodeName,omitzero"`
	Item       text.Text         `json:"item,omitzero"`    // of several sub-flows of a step, which this is about
	Number     string            `json:"number,omitempty"` // of a sub-flow's record, for whoever may look at it
	Comment    string            `json:"comment,omitempty"`
	Files      []string          `json:"files,omitempty"` // ids of what is attached to Comment
	Data       machine.Data      `json:"data,omitzero"`
}

// IncidentInfo is a line of the admin's list of incidents.
type IncidentInfo struct {
	machine.Incident
	Instance InstanceInfo `json:"instance"`
	NodeName text.Text    `json:"nodeName"`
}
