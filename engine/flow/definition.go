package flow

import (
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Format is the document format that this program writes.
const Format = 1

// Limits of a document.
const (
	MaxBytes = 2 << 20 // 2 MiB
	MaxNodes = 500
	MaxEdges = 1000
)

// Definition is the flow document.
type Definition struct {
	Format      int       `json:"format"`
	Key         string    `json:"key"` // [a-z][a-z0-9-]{0,59}
	Name        text.Text `json:"name"`
	Description text.Text `json:"description,omitzero"`
	Record      string    `json:"record"` // record type it runs over
	Start       []Trigger `json:"start,omitempty"`
	Lanes       []Lane    `json:"lanes,omitempty"`
	Settings    *Settings `json:"settings,omitempty"`
	Nodes       []Node    `json:"nodes"`
	Edges       []Edge    `json:"edges"`
}

// TriggerOn says what starts a flow.
type TriggerOn string

// The triggers.
const (
	OnSubmitted TriggerOn = "submitted" // a person submits a record by hand
	OnAdded     TriggerOn = "added"     // a record was added
	OnChanged   TriggerOn = "changed"   // a field of a record was changed
)

// Trigger is one way to start. With Of another type's record sets it off, and Map says how a record of the flow's own
// type is made from that one.
type Trigger struct {
	On    TriggerOn `json:"on"`
	Field string    `json:"field,omitempty"` // for changed
	When  string    `json:"when,omitempty"`  // rule over record and, for changed, old
	Of    string    `json:"of,omitempty"`    // record type; empty: the flow's own
	Hold  bool      `json:"hold,omitempty"`  // for changed, of the flow's own type: the change waits until the flow has approved it
	Map   []Assign  `json:"map,omitempty"`   // with Of: fields of the new record; From reads the record that set it off
}

// Assign gives a field a value: a fixed one, or one read by a rule.
type Assign struct {
	Field string `json:"field"`
	Value any    `json:"value,omitempty"` // fixed, in the field's JSON form
	From  string `json:"from,omitempty"`  // CEL, such as record.customer.owner or record.id
}

// Lane is a band of the chart, usually a department.
type Lane struct {
	ID   string    `json:"id"`
	Name text.Text `json:"name"`
}

// Point is a place on the canvas, in pixels: the top left corner of a node.
type Point struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
}

// Kind is what a node is.
type Kind string

// The kinds.
const (
	KindStart    Kind = "start"
	KindStep     Kind = "step"
	KindDecision Kind = "decision"
	KindFork     Kind = "fork"
	KindJoin     Kind = "join"
	KindEnd      Kind = "end"
)

// Node is one symbol. Of Form, Action, Decision, Join and End only the one of its kind is set.
type Node struct {
	ID          string    `json:"id"` // [A-Za-z][A-Za-z0-9_-]{0,39}
	Kind        Kind      `json:"kind"`
	Name        text.Text `json:"name,omitzero"`
	Description text.Text `json:"description,omitzero"` // what to do here and why
	Tool        string    `json:"tool,omitempty"`       // what it is done with, such as "ERP"
	Lane        string    `json:"lane,omitempty"`
	At          *Point    `json:"at,omitempty"`

	Form     *Form     `json:"form,omitempty"`     // start: what the submitter fills in
	Action   *Action   `json:"action,omitempty"`   // step
	Decision *Decision `json:"decision,omitempty"` // decision; absent: first match
	Join     *Join     `json:"join,omitempty"`     // join; absent: waits for all that can still come
	End      *End      `json:"end,omitempty"`      // end; absent: approved, this branch
}

// Form says what may be done with the record's fields. A field that is not named: edit at start, read later. A key such as
// items.price names a column of detail rows; one that is not named follows its rows.
type Form struct {
	Fields map[string]record.Access `json:"fields,omitempty"`
}

// Match is how a decision chooses.
type Match string

// The matches.
const (
	MatchFirst Match = "first" // the first edge in order whose rule is true; else the default
	MatchAll   Match = "all"   // every edge whose rule is true; none: the default
)

// Decision is the settings of a decision node.
type Decision struct {
	Match Match `json:"match"`
}

// Result is how an instance ends.
type Result string

// The results.
const (
	ResultApproved Result = "approved"
	ResultRejected Result = "rejected"
)

// End is the settings of an end node.
type End struct {
	Result Result `json:"result"`
	Whole  bool   `json:"whole,omitempty"` // ends the whole instance, other branches too
}

// EdgeOn is which outcome of a step an edge is for.
type EdgeOn string

// The outcomes an edge can be for: of people's approval, and of a sub-flow. Without an edge for rejected, a rejection ends
// the instance as rejected.
const (
	OnApproved EdgeOn = ""
	OnRejected EdgeOn = "rejected"
	OnLate     EdgeOn = "late" // time ran out, and the step says that this arrow is taken then
)

// Edge is one arrow. The order of a decision's edges is their order in the document.
type Edge struct {
	ID      string    `json:"id"`
	From    string    `json:"from"`
	To      string    `json:"to"`
	Name    text.Text `json:"name,omitzero"`
	On      EdgeOn    `json:"on,omitempty"`
	When    string    `json:"when,omitempty"`    // rule, on the edges of a decision
	Default bool      `json:"default,omitempty"` // taken when no rule is true
}

// ActionType is what a step does.
type ActionType string

// The action types of this program.
const (
	ActionApprove ActionType = "approve"
	ActionDo      ActionType = "do"
	ActionNotify  ActionType = "notify"
	ActionUpdate  ActionType = "update"
	ActionSubflow ActionType = "subflow"
)

// Action is a step's action: its type and, of that type's settings, exactly one. In JSON it is one object whose "type"
// says which settings stand beside it.
type Action struct {
	Type    ActionType
	Approve *Approve
	Do      *Do
	Notify  *Notify
	Update  *Update
	Subflow *Subflow
}

// QuorumMode is how many must agree.
type QuorumMode string

// The quorum modes: 或签, 会签, 依次, 票签.
const (
	QuorumAny   QuorumMode = "any"
	QuorumAll   QuorumMode = "all"
	QuorumOrder QuorumMode = "order"
	QuorumVote  QuorumMode = "vote"
)

// Quorum says how many of the people asked must agree.
type Quorum struct {
	Mode       QuorumMode     `json:"mode"`
	WaitAll    bool           `json:"waitAll,omitempty"`    // all: everybody answers first; then one rejection rejects
	AllRejects bool           `json:"allRejects,omitempty"` // any: rejected only when everybody has rejected
	Veto       []org.Selector `json:"veto,omitempty"`       // all, vote: a rejection of these ends it at once; all: of the others does not
	Vote       *Vote          `json:"vote,omitempty"`       // vote
}

// Approve asks people for a yes or a no.
type Approve struct {
	By     []org.Selector           `json:"by"`
	Quorum Quorum                   `json:"quorum"`
	Due    string                   `json:"due,omitempty"` // ISO 8601 duration, such as P1D or PT4H; then it is marked late
	Fields map[string]record.Access `json:"fields,omitempty"`

	Deadline *Deadline `json:"deadline,omitempty"` // how Due is counted; absent: by the clock, from when somebody is asked
	Late     []Late    `json:"late,omitempty"`     // what happens by itself around the deadline

	Empty   *Empty       `json:"empty,omitempty"`   // nobody is found; absent: the flow's admins are asked
	Self    SelfDo       `json:"self,omitempty"`    // absent: whoever submitted is left out
	Pick    *Pick        `json:"pick,omitempty"`    // somebody picks out of By; absent: all of By are asked
	Reject  *Reject      `json:"reject,omitempty"`  // without an arrow for it; absent: the instance ends as rejected
	Return  *Return      `json:"return,omitempty"`  // absent: to anywhere passed, and forward again step by step
	Comment bool         `json:"comment,omitempty"` // agreeing wants a comment too
	Forbid  []TaskAction `json:"forbid,omitempty"`  // what is not offered here
	Copy    []Copy       `json:"copy,omitempty"`

	Transfer *Transfer `json:"transfer,omitempty"` // absent: not to whoever signs here already, and with the deadline there is
	// BeforeRejects says that a rejection by those added before somebody is that one's own. Absent: an opinion, and they decide.
	BeforeRejects bool `json:"beforeRejects,omitempty"`
}

// Do asks one of the people to do or fill in something and to say when it is done.
type Do struct {
	By     []org.Selector           `json:"by"`
	Due    string                   `json:"due,omitempty"`
	Fields map[string]record.Access `json:"fields,omitempty"`

	Deadline *Deadline `json:"deadline,omitempty"`
	Late     []Late    `json:"late,omitempty"`

	Empty  *Empty       `json:"empty,omitempty"`
	Pick   *Pick        `json:"pick,omitempty"`
	Return *Return      `json:"return,omitempty"`
	Forbid []TaskAction `json:"forbid,omitempty"`
	Copy   []Copy       `json:"copy,omitempty"`

	Transfer *Transfer `json:"transfer,omitempty"`
}

// Notify tells people in the app. Title and Body may hold {record.field}.
type Notify struct {
	To    []org.Selector `json:"to"`
	Title text.Text      `json:"title"`
	Body  text.Text      `json:"body,omitzero"`
}

// Update changes fields of the record, or of the record in its link field Target.
type Update struct {
	Target string   `json:"target,omitempty"`
	Set    []Assign `json:"set"`
	Undo   bool     `json:"undo,omitempty"` // the former values are put back when the instance goes back to before it, is withdrawn or rejected
}
