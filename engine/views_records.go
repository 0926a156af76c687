package engine

import (
	"time"

	"flowline/engine/record"
	"flowline/engine/text"
)

// FieldView is a field of a record with what the person may do with it. A hidden field is not there at all.
type FieldView struct {
	record.Field
	Access       record.Access            `json:"access"`                 // read, edit or required; of detail rows, for adding, removing and moving them
	ColumnAccess map[string]record.Access `json:"columnAccess,omitempty"` // of detail rows: by column, what may be done with it in the rows there are
}

// RecordView is a record cut to what the person may see.
type RecordView struct {
	RecordRef
	Revision  int64                `json:"revision"`
	Owner     PersonRef            `json:"owner"`
	CreatedAt time.Time            `json:"createdAt"`
	UpdatedAt time.Time            `json:"updatedAt"`
	LockedBy  string               `json:"lockedBy,omitempty"` // instance id
	Fields    []FieldView          `json:"fields"`
	Values    record.Values        `json:"values"`
	Links     map[string]RecordRef `json:"links,omitempty"`   // by field key: what a link points to
	People    map[string]PersonRef `json:"people,omitempty"`  // by person id: people in person fields
	Files     map[string]FileRef   `json:"files,omitempty"`   // by id: what is in file fields. Empty in lists
	Pending   []Pending            `json:"pending,omitempty"` // changes that wait for approval, or for a choice. Empty in lists
}

// Startable is a flow that a person can start on a record.
type Startable struct {
	Key     string      `json:"key"`
	Name    text.Text   `json:"name"`
	Version int         `json:"version"`
	Fields  []FieldView `json:"fields"`          // the form of the start node
	Draft   string      `json:"draft,omitempty"` // id of what the person has begun to fill in
}

// StartDraftInfo is a line of the list of what a person has begun to fill in and not submitted.
type StartDraftInfo struct {
	ID       string    `json:"id"`
	Revision int64     `json:"revision"` // to say which one is saved over
	SavedAt  time.Time `json:"savedAt"`
	Record   RecordRef `json:"record"`         // without id: it is to be added; the title as it was filled in
	Flow     string    `json:"flow,omitempty"` // empty: the record is only to be added
	FlowName text.Text `json:"flowName,omitzero"`
	Blocked  text.Text `json:"blocked,omitzero"` // why it cannot be submitted now
}

// StartDraftView is what a person has begun to fill in, as far as it still fits.
type StartDraftView struct {
	StartDraftInfo
	Set           map[string]any      `json:"set"`
	Picks         map[string][]string `json:"picks,omitempty"`
	Files         []FileRef           `json:"files"`           // what goes with submitting
	Named         map[string]FileRef  `json:"named,omitempty"` // by id: what is in file fields of Set
	RecordChanged bool                `json:"recordChanged,omitempty"`
	FlowChanged   bool                `json:"flowChanged,omitempty"`
	Dropped       []text.Text         `json:"dropped,omitempty"` // fields whose values do not fit any more
}

// RecordSaved is a record as it was saved, with the instances that saving it started.
type RecordSaved struct {
	RecordView
	Started  []string    `json:"started,omitempty"`  // instance ids
	Held     string      `json:"held,omitempty"`     // the instance that has to approve the change first; the record is as it was
	Problems []text.Text `json:"problems,omitempty"` // flows that should have started and could not, and why
}

// RecordFlows is what can be started on a record, and what was.
type RecordFlows struct {
	Startable []Startable    `json:"startable"`
	Instances []InstanceInfo `json:"instances"`
}
