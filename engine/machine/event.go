package machine

import (
	"time"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
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

	EventReturned       EventType = "returned"        // By returns Task to Node; Direct says how it comes back; Comment says why
	EventWithdrawn      EventType = "withdrawn"       // By, who submitted, takes the whole back
	EventTakenBack      EventType = "taken_back"      // By takes the own decision of Task back
	EventSignersAdded   EventType = "signers_added"   // By has People sign Place (before, after, beside) Task, as Mode
	EventSignersRemoved EventType = "signers_removed" // By has People, added to Task before, not sign
	EventTransferred    EventType = "transferred"     // By gives Task to People[0] for good
	EventReassigned     EventType = "reassigned"      // By, an admin, gives Task to People[0]; Comment says why
	EventDelegated      EventType = "delegated"       // By asks People[0] for an opinion on Task
	EventRecalled       EventType = "recalled"        // By takes a delegated Task back unanswered
	EventClaimed        EventType = "claimed"         // By takes Task out of the pool
	EventPutBack        EventType = "put_back"        // By puts a claimed Task back
	EventUrged          EventType = "urged"           // By urges the assignees of the open tasks
	EventJumped         EventType = "jumped"          // By, an admin, moves the token of Activation to Node
	EventSuspended      EventType = "suspended"       // By, an admin
	EventResumed        EventType = "resumed"         // By, an admin
	EventHandedOver     EventType = "handed_over"     // People leave; To takes over what they were asked and submitted. By: an admin, or the system
	EventVoided         EventType = "voided"          // By, an admin, declares an ended instance void
	EventVoidAsked      EventType = "void_asked"      // By asks to have it declared void; Child is the request, which has begun
	EventVoidAnswered   EventType = "void_answered"   // the request that Child is has ended

	EventChildStarted EventType = "child_started" // Child runs
	EventChildFailed  EventType = "child_failed"  // Child could not be started
	EventChildEnded   EventType = "child_ended"   // Child has ended
	EventCalledOff    EventType = "called_off"    // whoever called this instance wants it no more; Reason says why
	EventUndone       EventType = "undone"        // whoever called this instance, which has ended, put back what it changed: Restored
	EventHeldUp       EventType = "held_up"       // the instance that waits for this one is suspended
	EventLetGo        EventType = "let_go"        // it is resumed
	EventShared       EventType = "shared"        // another instance over the same record changed it, as Child says: one of its children, or, without an id, another

	EventMerged EventType = "merged" // the change that an ended instance approved was made to the record, as Merge says; By chose, or nobody had to

	EventPeople EventType = "people" // answers an Ask for people: Activation, Purpose, People
	EventFacts  EventType = "facts"  // answers an Ask for facts: Facts
	EventTimes  EventType = "times"  // answers an Ask for times: Times
	EventChild  EventType = "child"  // answers an Ask for what the record of a child says: Child, Facts
)

// Event is an input of Advance. Of its fields, those that its Type names are set.
type Event struct {
	Type       EventType       `json:"type"`
	At         time.Time       `json:"at"`
	By         string          `json:"by,omitempty"` // person id; empty: the system
	OnBehalfOf string          `json:"onBehalfOf,omitempty"`
	Task       string          `json:"task,omitempty"`
	Outcome    Outcome         `json:"outcome,omitempty"`
	Comment    string          `json:"comment,omitempty"`
	Files      []string        `json:"files,omitempty"` // ids of attachments to Comment
	Set        record.Values   `json:"set,omitempty"`   // fields the person filled in
	Timer      string          `json:"timer,omitempty"`
	Incident   string          `json:"incident,omitempty"`
	Activation string          `json:"activation,omitempty"`
	Purpose    string          `json:"purpose,omitempty"`
	People     []string        `json:"people,omitempty"`
	To         string          `json:"to,omitempty"`
	Node       string          `json:"node,omitempty"`
	Direct     bool            `json:"direct,omitempty"` // of a return, or of submitting again where that has the choice
	Place      Place           `json:"place,omitempty"`
	Mode       flow.QuorumMode `json:"mode,omitempty"`
	// Picks are the people chosen for later steps, by node, with submitting or deciding.
	Picks map[string][]string `json:"picks,omitempty"`
	// Unattended says of submitting that no person is there to pick anybody: it was set off by something else.
	Unattended bool `json:"unattended,omitempty"`
	// Seen is the version of the values that By looked at; 0: not said. Deciding on another is refused.
	Seen int `json:"seen,omitempty"`
	// Opened are, of taking back and withdrawing, the open tasks that were looked at by whose they are. A flow may let that
	// stand in the way.
	Opened []string `json:"opened,omitempty"`
	// Decided says of withdrawing that a decision stands in a child under way.
	Decided bool `json:"decided,omitempty"`
	// Since is, of urging and of a timer that may remind somebody, since when nobody may be urged twice.
	Since time.Time `json:"since,omitzero"`
	// Caller is, of submitting, the instance whose child this one is; nil: nobody's.
	Caller *Call `json:"caller,omitempty"`
	// Voids is, of submitting, the instance that this one is a request to declare void.
	Voids string `json:"voids,omitempty"`
	// Child is what is told of a child, or of a request to declare void.
	Child  *ChildNews `json:"child,omitempty"`
	Reason string     `json:"reason,omitempty"` // of being called off
	// BackFacts come with facts that are wanted to put changes back.
	BackFacts *BackFacts `json:"undo,omitempty"`
	// Restored is, of being called off or undone, what whoever called this instance put back of its changes.
	Restored []Restored `json:"undone,omitempty"`
	// Merge says what became of the change that was asked for.
	Merge *Merge `json:"merge,omitempty"`
	// Facts are the record; a link is the linked record's values with "id". They answer an Ask for facts, and may come
	// with any other event, which spares the Ask.
	Facts record.Values `json:"facts,omitzero"`
	// Times are the moments asked for, in the order of the questions.
	Times []time.Time `json:"times,omitempty"`
	// Found answers Asks for people that the event itself raises, by purpose, and may come with it.
	Found map[string][]string `json:"found,omitempty"`
	// Unsavable, beside any event, are update steps whose values could not be saved when this event was tried before, such
	// as one that has to be unique and is taken: each is an incident then, instead of a refusal of whoever sent the event. Of
	// changes to be put back it may name instances too, whose changes stay.
	Unsavable []string `json:"unsavable,omitempty"`
}

// Merge is how an approved change of a record that went on changing meanwhile was laid over it.
type Merge struct {
	Before record.Values `json:"before"`         // the record's values, of all the fields asked for that differed
	Set    record.Values `json:"set"`            // what was applied
	Left   record.Values `json:"left,omitempty"` // what was not, because somebody else changed the field meanwhile: a person chooses
	Gone   record.Values `json:"gone,omitempty"` // what was given up for the values that the record has
}

// Place is where added signers stand.
type Place string

// The places.
const (
	PlaceBefore Place = "before"
	PlaceAfter  Place = "after"
	PlaceBeside Place = "beside"
)

// AskType is what is asked.
type AskType string

// The asks.
const (
	AskPeople AskType = "people" // who is meant by Selectors, for Purpose of Activation?
	AskFacts  AskType = "facts"  // what does the record say now?
	AskTimes  AskType = "times"  // when are Times?
	AskChild  AskType = "child"  // what does the record of Child say?
)

// Ask is a question that the caller answers with an event of the same name before it saves. Facts are wanted as they are
// with the changes of the step so far.
type Ask struct {
	Type       AskType
	Activation string // empty: what is asked about is the event, or the whole instance
	Purpose    string // tells questions of one activation apart; empty: whom the step asks
	Selectors  []org.Selector
	Set        record.Values // what the event that waits for the answer brings: it lies over the record
	Times      []Reckoning
	Child      string
	Back       bool     // of facts: BackFacts are wanted with them
	Parts      []string // with Back: the children whose changes are to be in it, by id
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
	EntryTaskSkipped   EntryType = "task.skipped"         // Data: reason
	EntryInherited     EntryType = "instance.handed_over" // Person: who answers for it instead of whoever submitted
	EntryTaskLate      EntryType = "task.late"

	EntryReturned     EntryType = "instance.returned"    // Data: nodes (target first, then what is done again), reason
	EntryResubmitted  EntryType = "instance.resubmitted" // Data: nodes (where it goes straight to), reason (why not straight)
	EntryWithdrawn    EntryType = "instance.withdrawn"
	EntrySuspended    EntryType = "instance.suspended"
	EntryResumed      EntryType = "instance.resumed"
	EntryVoided       EntryType = "instance.voided" // Data: child, if a request to declare it void was approved
	EntryVoidAsked    EntryType = "void.asked"      // Data: child: the request
	EntryVoidRefused  EntryType = "void.refused"    // Data: child, status
	EntryJumped       EntryType = "token.jumped"    // Data: nodes (from, to)
	EntryTakenBack    EntryType = "task.taken_back"
	EntrySignersAdded EntryType = "signers.added"    // Data: people, detail: place
	EntrySignersLess  EntryType = "signers.removed"  // Data: people
	EntryTransferred  EntryType = "task.transferred" // Person: to whom
	EntryDelegated    EntryType = "task.delegated"   // Person: who is asked
	EntryAdvised      EntryType = "task.advised"     // the opinion of who was asked
	EntryRecalled     EntryType = "task.recalled"
	EntryClaimed      EntryType = "task.claimed"
	EntryPutBack      EntryType = "task.put_back"
	EntryUrged        EntryType = "task.urged"
	EntryCopied       EntryType = "people.copied" // Data: people
	EntryNotified     EntryType = "people.notified"
	EntryUpdated      EntryType = "record.updated" // Data: field keys, before, after; of a linked record: detail is the link field; by another instance over the record: reason
	EntryKept         EntryType = "change.kept"    // of an update step that can be undone: not all was put back, as it was changed since
	EntryMerged       EntryType = "change.merged"  // Data: field keys, before, after: the approved change was made
	EntryUnmerged     EntryType = "change.left"    // Data likewise: changed by somebody else meanwhile, so not overwritten
	EntryGivenUp      EntryType = "change.dropped" // Data likewise: the record keeps its value

	EntryChildStarted   EntryType = "child.started"       // Data: child; detail: which of several
	EntryChildEnded     EntryType = "child.ended"         // Data: child, status; detail likewise
	EntryChildCalledOff EntryType = "child.called_off"    // Data: child, reason; detail likewise
	EntryCalledOff      EntryType = "instance.called_off" // of the child: Data: reason

	EntryIncident EntryType = "incident.raised"
	EntryRepaired EntryType = "incident.repaired"
	EntryAnswered EntryType = "ask.answered" // only carries its event; nothing to tell people
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
	Files      []string  `json:"files,omitempty"` // ids of attachments to Comment
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
	Nodes   []string      `json:"nodes,omitempty"`
	People  []string      `json:"people,omitempty"`
	Version int           `json:"version,omitempty"` // of the record's values, as they were decided on or are now
	Fields  []string      `json:"fields,omitempty"`  // keys of fields changed
	Child   string        `json:"child,omitempty"`   // id of the instance that a sub-flow step had run, or that is a request to void
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

// Step is what follows from an event: save State, Journal, Changes and Jobs in one transaction, then send the Jobs.
// While Asks is not empty nothing is saved: the first is answered by another event, and so on. Asks lists everything that
// is open, so only the latest list counts.
type Step struct {
	State    State           // the instance after the event
	Journal  []Entry         // what happened, in order
	Asks     []Ask           // questions to answer before saving
	Jobs     []Job           // work for outside
	Changes  []record.Change // new values of records in Flowline's own database; empty ID: the instance's record
	Restored []Restored      // what of Changes puts back changes of other instances, which are to be told
}
