package machine

import (
	"time"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// EventType names what happened outside.
type EventType string

// The events. Submitted starts an instance; the answers answer Asks.
const (
	EventSubmitted  EventType = "submitted"
	EventDecided    EventType = "decided" // By decides Task with Outcome, Comment, Set
	EventTimerFired EventType = "timer_fired"
	EventRetried    EventType = "retried"    // By, an admin, has Incident tried again
	EventAssigned   EventType = "assigned"   // By, an admin, names People for the activation of Incident
	EventInactive   EventType = "inactive"   // People were switched off: what they were asked is nobody's
	EventTerminated EventType = "terminated" // By, an admin, ends the instance; Comment says why
	EventPeople     EventType = "people"     // answers an Ask for people: Activation, People
	EventFacts      EventType = "facts"      // answers an Ask for facts: Facts
)

// Event is an input of Advance. Of its fields, those that its Type names are set.
type Event struct {
	Type       EventType     `json:"type"`
	At         time.Time     `json:"at"`
	By         string        `json:"by,omitempty"` // person id; empty: the system
	OnBehalfOf string        `json:"onBehalfOf,omitempty"`
	Task       string        `json:"task,omitempty"`
	Outcome    Outcome       `json:"outcome,omitempty"`
	Comment    string        `json:"comment,omitempty"`
	Set        record.Values `json:"set,omitempty"` // fields the person filled in
	Timer      string        `json:"timer,omitempty"`
	Incident   string        `json:"incident,omitempty"`
	Activation string        `json:"activation,omitempty"`
	People     []string      `json:"people,omitempty"`
	// Facts are the record; a link is the linked record's values with "id". They answer an Ask for facts, and may come
	// with any other event, which spares the Ask.
	Facts record.Values `json:"facts,omitzero"`
	// Unsavable, beside any event, are update steps whose values could not be saved when this event was tried before, such
	// as one that has to be unique and is taken: each is an incident then, instead of a refusal of whoever sent the event.
	Unsavable []string `json:"unsavable,omitempty"`
}

// AskType is what is asked.
type AskType string

// The asks.
const (
	AskPeople AskType = "people" // who is meant by Selectors, for Activation?
	AskFacts  AskType = "facts"  // what does the record say now?
)

// Ask is a question that the caller answers with an event of the same name before it saves. Facts are wanted as they are
// with the changes of the step so far.
type Ask struct {
	Type       AskType
	Activation string
	Selectors  []org.Selector
}

// EntryType names what happened, for people.
type EntryType string

// The entries. Stored; never renamed.
const (
	EntryStarted       EntryType = "instance.started"
	EntryEnded         EntryType = "instance.ended" // Data: status
	EntryTerminated    EntryType = "instance.terminated"
	EntryEntered       EntryType = "node.entered"
	EntryLeft          EntryType = "node.left"
	EntryChose         EntryType = "decision.chose" // Data: edges and the explanation of every rule looked at
	EntryForked        EntryType = "fork.fired"
	EntryJoined        EntryType = "join.fired"
	EntryTaskOpened    EntryType = "task.opened"
	EntryTaskDecided   EntryType = "task.decided"
	EntryTaskCancelled EntryType = "task.cancelled"
	EntryTaskSkipped   EntryType = "task.skipped" // Data: reason
	EntryTaskLate      EntryType = "task.late"
	EntryNotified      EntryType = "people.notified"
	EntryUpdated       EntryType = "record.updated" // Data: field keys, before, after; of a linked record: detail is the link field
	EntryIncident      EntryType = "incident.raised"
	EntryRepaired      EntryType = "incident.repaired"
	EntryAnswered      EntryType = "ask.answered" // only carries its event; nothing to tell people
)

// Entry is one line of the journal. Event is set on the first entry of each event, so that folding the events of a
// journal gives the state again.
type Entry struct {
	Seq        int64     `json:"seq"`
	Type       EntryType `json:"type"`
	At         time.Time `json:"at"`
	By         string    `json:"by,omitempty"`
	OnBehalfOf string    `json:"onBehalfOf,omitempty"`
	Node       string    `json:"node,omitempty"`
	Activation string    `json:"activation,omitempty"`
	Task       string    `json:"task,omitempty"`
	Person     string    `json:"person,omitempty"` // whom it concerns, if not By
	Comment    string    `json:"comment,omitempty"`
	Data       Data      `json:"data,omitzero"`
	Event      *Event    `json:"event,omitempty"`
}

// Data is what an entry says beyond its common fields.
type Data struct {
	Outcome Outcome       `json:"outcome,omitempty"`
	Status  Status        `json:"status,omitempty"`
	Result  flow.Result   `json:"result,omitempty"`
	Reason  string        `json:"reason,omitempty"`
	Detail  string        `json:"detail,omitempty"`
	Edges   []string      `json:"edges,omitempty"`
	Fields  []string      `json:"fields,omitempty"` // keys of fields changed
	Rules   []RuleTrace   `json:"rules,omitempty"`
	Before  record.Values `json:"before,omitempty"`
	After   record.Values `json:"after,omitempty"`
}

// RuleTrace is one rule a decision looked at: what it said, with which values.
type RuleTrace struct {
	Edge   string        `json:"edge"`
	Rule   string        `json:"rule"`
	Result bool          `json:"result"`
	Failed bool          `json:"failed,omitempty"` // it could not be evaluated: Result says nothing
	Values record.Values `json:"values,omitempty"` // field path → value, such as "record.customer.credit_score": 65
}

// JobKind names work for the world outside.
type JobKind string

// JobNotice tells a person in the app.
const JobNotice JobKind = "notice"

// Job is work sent out once the step is saved. Its id is unique in the instance.
type Job struct {
	ID     string    `json:"id"`
	Kind   JobKind   `json:"kind"`
	Notice Notice    `json:"notice,omitzero"`
	At     time.Time `json:"at"`
}

// NoticeKind says what a notice is about.
type NoticeKind string

// The notice kinds.
const (
	NoticeTask NoticeKind = "task" // a task is yours
	NoticeLate NoticeKind = "late" // your task is late
	NoticeEnd  NoticeKind = "end"  // what you submitted ended
	NoticeFlow NoticeKind = "flow" // a notify step speaks
)

// Notice is a message to one person.
type Notice struct {
	To    string     `json:"to"`
	Kind  NoticeKind `json:"kind"`
	Node  string     `json:"node,omitempty"`
	Task  string     `json:"task,omitempty"`
	Title text.Text  `json:"title,omitzero"` // of a notify step, places filled
	Body  text.Text  `json:"body,omitzero"`
}

// Step is what follows from an event: save State, Journal, Changes and Jobs in one transaction, then send the Jobs.
// While Asks is not empty nothing is saved: the first is answered by another event, and so on. Asks lists everything that
// is open, so only the latest list counts.
type Step struct {
	State   State           // the instance after the event
	Journal []Entry         // what happened, in order
	Asks    []Ask           // questions to answer before saving
	Jobs    []Job           // work for outside
	Changes []record.Change // new values of records in Flowline's own database; empty ID: the instance's record
}
