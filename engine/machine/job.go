package machine

import (
	"time"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// JobKind names work for the world outside.
type JobKind string

// The job kinds.
const (
	JobNotice JobKind = "notice" // tells a person in the app
	JobCopy   JobKind = "copy"   // gives a person a copy to read

	JobStartChild JobKind = "start_child" // starts a child, and tells so by EventChildStarted or EventChildFailed
	JobEndChild   JobKind = "end_child"   // tells a child that it is called off
	JobTellCaller JobKind = "tell_caller" // tells the instance that called this one that it has ended
	JobTellVoided JobKind = "tell_voided" // tells the instance that this one asked to declare void that it has ended
)

// Job is work sent out once the step is saved. Its id is unique in the instance.
type Job struct {
	ID     string    `json:"id"`
	Kind   JobKind   `json:"kind"`
	Notice Notice    `json:"notice,omitzero"`
	Copy   CopyTo    `json:"copy,omitzero"`
	Child  ChildJob  `json:"child,omitzero"`
	At     time.Time `json:"at"`
}

// ChildJob is what is to be done about a child, or a request to declare void.
type ChildJob struct {
	Child    string `json:"child,omitempty"`    // its id in the instance that called it
	Instance string `json:"instance,omitempty"` // end_child: the child's own; tell_caller, tell_voided: whom to tell
	Version  int    `json:"version,omitempty"`  // start_child: of its flow; 0: the current one
	Reason   string `json:"reason,omitempty"`   // end_child
	// Record is, of start_child, the linked record that it runs over, and Set what is in the one that is made for it; neither:
	// it runs over the record of the instance that calls it.
	Record string        `json:"record,omitempty"`
	Set    record.Values `json:"set,omitempty"`
}

// CopyTo is one copy: who may look, because of which node and moment.
type CopyTo struct {
	To   string      `json:"to"`
	Node string      `json:"node,omitempty"` // empty: of the whole, at its end
	When flow.CopyAt `json:"when"`
	Data int         `json:"data"` // the version of the values
}

// NoticeKind says what a notice is about.
type NoticeKind string

// The notice kinds.
const (
	NoticeTask NoticeKind = "task" // a task is yours
	NoticeLate NoticeKind = "late" // your task is late
	NoticeEnd  NoticeKind = "end"  // what you submitted ended
	NoticeFlow NoticeKind = "flow" // a notify step speaks
	NoticeBack NoticeKind = "back" // what you submitted, or decided, came back to you
	NoticeUrge NoticeKind = "urge" // somebody urges you, or the flow reminds you
	NoticeCopy NoticeKind = "copy" // you have a copy to read
	NoticeSaid NoticeKind = "said" // somebody writes to you in the thread of an instance
	NoticeGone NoticeKind = "gone" // your task is not yours any more, or not to be done

	NoticeVoidAsked   NoticeKind = "void_asked"   // somebody else asks to declare void what you submitted
	NoticeVoidRefused NoticeKind = "void_refused" // and that came to nothing
)

// Notice is a message to one person.
type Notice struct {
	To     string     `json:"to"`
	For    string     `json:"for,omitempty"` // To is this person's deputy
	Kind   NoticeKind `json:"kind"`
	Node   string     `json:"node,omitempty"`
	Task   string     `json:"task,omitempty"`
	By     string     `json:"by,omitempty"`     // of a task that is gone, or a request to void: who did it; empty: the system
	Reason string     `json:"reason,omitempty"` // and why: one of the reasons in tasks.go
	Title  text.Text  `json:"title,omitzero"`   // of a notify step, places filled
	Body   text.Text  `json:"body,omitzero"`
}
