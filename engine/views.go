package engine

import (
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// PersonRef is a person as others see them.
type PersonRef struct {
	ID         string    `json:"id"`
	Name       text.Text `json:"name"`
	Department text.Text `json:"department,omitzero"`
	Post       text.Text `json:"post,omitzero"` // the first one
}

// RecordRef is a record as a link shows it.
type RecordRef struct {
	Type     string    `json:"type"`
	TypeName text.Text `json:"typeName"`
	ID       string    `json:"id"`
	Number   string    `json:"number"`
	Title    string    `json:"title"`
}

// FlowInfo is a line of the list of flows.
type FlowInfo struct {
	Key        string    `json:"key"`
	Name       text.Text `json:"name"`
	Record     string    `json:"record"`
	RecordName text.Text `json:"recordName"`
	Current    int       `json:"current"` // version that new instances run; 0: none
	UpdatedAt  time.Time `json:"updatedAt"`
	UpdatedBy  PersonRef `json:"updatedBy"`
	Running    int       `json:"running"` // instances under way
}

// DraftView is a flow being drawn.
type DraftView struct {
	Key        string          `json:"key"`
	Revision   int64           `json:"revision"`
	Definition flow.Definition `json:"definition"`
	UpdatedAt  time.Time       `json:"updatedAt"`
	UpdatedBy  PersonRef       `json:"updatedBy"`
	Current    int             `json:"current"`
}

// VersionView is a published version; Definition is absent in lists.
type VersionView struct {
	Flow        string           `json:"flow"`
	Number      int              `json:"number"`
	Note        string           `json:"note"`
	Current     bool             `json:"current"`
	PublishedAt time.Time        `json:"publishedAt"`
	PublishedBy PersonRef        `json:"publishedBy"`
	Definition  *flow.Definition `json:"definition,omitempty"`
}

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

// PreviewStep is a step that lies ahead, under the record's present values.
type PreviewStep struct {
	Node   string          `json:"node"`
	Name   text.Text       `json:"name"`
	Type   flow.ActionType `json:"type"`
	Quorum flow.QuorumMode `json:"quorum,omitempty"`
	People []PersonRef     `json:"people"`         // where somebody picks them: who is picked so far
	Pick   flow.PickBy     `json:"pick,omitempty"` // who picks them; empty: nobody has to
	Runs   text.Text       `json:"runs,omitzero"`  // the flow that a sub-flow step runs, which is taken to be approved
}

// Preview is the path that a submission would take if everybody agreed.
type Preview struct {
	Steps    []PreviewStep `json:"steps"`
	Picks    []PickAsked   `json:"picks,omitempty"`    // whose people the submitter picks
	Problems []text.Text   `json:"problems,omitempty"` // why it would get stuck
}

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
	Comment    string            `json:"comment,omitempty"`
	Files      []string          `json:"files,omitempty"` // ids of what is attached to Comment
	Data       machine.Data      `json:"data,omitzero"`
}

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

// IncidentInfo is a line of the admin's list of incidents.
type IncidentInfo struct {
	machine.Incident
	Instance InstanceInfo `json:"instance"`
	NodeName text.Text    `json:"nodeName"`
}

// NoticeInfo is a message in the bell.
type NoticeInfo struct {
	ID       string             `json:"id"`
	Kind     machine.NoticeKind `json:"kind"`
	Instance string             `json:"instance"`
	Task     string             `json:"task,omitempty"` // <instance>.<task>
	Title    text.Text          `json:"title"`
	Body     text.Text          `json:"body,omitzero"`
	Tasks    []UrgedTask        `json:"tasks,omitempty"` // of an urge about several: each of them
	At       time.Time          `json:"at"`
	ReadAt   time.Time          `json:"readAt,omitzero"`
}

// UrgedTask is one of several tasks that a person was urged about.
type UrgedTask struct {
	Task  string    `json:"task"` // <instance>.<task>
	Title text.Text `json:"title"`
	Body  text.Text `json:"body,omitzero"`
}

// Page is one page of a list, with how many there are in all.
type Page[T any] struct {
	Items []T `json:"items"`
	Total int `json:"total"`
}

// Template is a ready-made flow to begin from.
type Template struct {
	Key         string    `json:"key"`
	Name        text.Text `json:"name"`
	Description text.Text `json:"description,omitzero"`
	Record      string    `json:"record"`
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

// NoticeList is what the bell shows.
type NoticeList struct {
	Items  []NoticeInfo `json:"items"`
	Unread int          `json:"unread"`
}

// Me is the person who asks.
type Me struct {
	ID         string    `json:"id"`
	Name       text.Text `json:"name"`
	Role       org.Role  `json:"role"`
	Department string    `json:"department,omitempty"`
	Posts      []string  `json:"posts,omitempty"`
}

// Colleague is a person as pickers show them.
type Colleague struct {
	ID         string    `json:"id"`
	Name       text.Text `json:"name"`
	Department string    `json:"department,omitempty"`
	Posts      []string  `json:"posts,omitempty"`
	Manager    string    `json:"manager,omitempty"`
	Active     bool      `json:"active"`
}

// CompanyView is the company cut for pickers.
type CompanyView struct {
	People      []Colleague      `json:"people"`
	Departments []org.Department `json:"departments"`
	Posts       []org.Post       `json:"posts"`
}
