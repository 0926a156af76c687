package machine

import (
	"slices"
	"time"

	"flowline/engine/flow"
)

// Status is where an instance stands.
type Status string

// The statuses. Approved, rejected and terminated are final.
const (
	Running    Status = "running"
	Faulted    Status = "faulted"   // an incident is open; other branches go on
	Returned   Status = "returned"  // whoever submitted has it back, to mend and submit again
	Suspended  Status = "suspended" // an admin stopped it for a while: nothing is decided, no timer runs
	Approved   Status = "approved"
	Rejected   Status = "rejected"
	Withdrawn  Status = "withdrawn"  // by whoever submitted
	Terminated Status = "terminated" // by an admin
	Voided     Status = "voided"     // after its end, by an admin or with an approval
)

// Ended reports whether nothing of the instance is open any more. Only being declared void changes it then.
func (s Status) Ended() bool {
	switch s {
	case Approved, Rejected, Withdrawn, Terminated, Voided:
		return true
	}
	return false
}

// State is all of an instance that matters for going on. The zero State has not started. A state and the next one share the
// activations, tasks and passes that stayed as they were: whoever wants to change one makes a Clone first.
type State struct {
	Flow      string `json:"flow"`
	Version   int    `json:"version"`
	Status    Status `json:"status"`
	Submitter string `json:"submitter"`
	// Responsible answers for the instance instead of Submitter, who has left; empty: Submitter does.
	Responsible string `json:"responsible,omitempty"`

	StartedAt time.Time `json:"startedAt"`
	EndedAt   time.Time `json:"endedAt,omitzero"`
	Seq       int64     `json:"seq"` // last number given to an entry; ids count too and never fall

	Tokens      []Token       `json:"tokens,omitempty"`
	Scopes      []Scope       `json:"scopes,omitempty"`
	Activations []*Activation `json:"activations,omitempty"`
	Tasks       []*Task       `json:"tasks,omitempty"`
	Timers      []Timer       `json:"timers,omitempty"`
	Incidents   []Incident    `json:"incidents,omitempty"`
	Passed      []*Pass       `json:"passed,omitempty"`  // the path taken, in order
	Returns     []Comeback    `json:"returns,omitempty"` // returns that have not come forward again
	NextID      int64         `json:"nextId"`            // ids of tokens, tasks … are "t1", "k2" from this one counter

	// Data numbers the versions of the record's values: 1 as submitted, one more with each change that the flow makes.
	Data int `json:"data,omitempty"`
	// Picks are the people chosen by hand, by node.
	Picks map[string][]string `json:"picks,omitempty"`
	// Copied is who was sent copies.
	Copied []Copied `json:"copied,omitempty"`
	// Children are what sub-flow steps had run, in order; Caller is whose child this instance is, nil: nobody's.
	Children []Child `json:"children,omitempty"`
	Caller   *Call   `json:"caller,omitempty"`
	// Voiding is the latest request to declare this instance void, nil: there was none; Voids is the instance that this one
	// is such a request about, empty: it is none.
	Voiding *Voiding `json:"voiding,omitempty"`
	Voids   string   `json:"voids,omitempty"`
	// Refused says that every branch of a fork ended, one of them with a rejection that was to count at the end.
	Refused bool `json:"refused,omitempty"`
	// SuspendedAt is since when it is stopped; zero: it runs. SuspendedBy says by whom.
	SuspendedAt time.Time `json:"suspendedAt,omitzero"`
	SuspendedBy Stopper   `json:"suspendedBy,omitempty"`

	Unsettled *Unsettled `json:"-"` // nil unless something is asked
}

// Voiding is a request to declare an ended instance void. It is an instance of its own, so nothing of this one is open
// again; a request is replaced, never changed.
type Voiding struct {
	Instance string   `json:"instance"`          // the request
	By       string   `json:"by"`                // who asks
	Status   Status   `json:"status,omitempty"`  // how it ended; empty: it is under way
	Earlier  []string `json:"earlier,omitempty"` // the requests before it, oldest first
}

// VoidRequests are all that were ever made to declare the instance void, oldest first.
func (s State) VoidRequests() []string {
	if s.Voiding == nil {
		return nil
	}
	return append(slices.Clone(s.Voiding.Earlier), s.Voiding.Instance)
}

// Stopper is what stopped an instance. It goes on once nothing does any more.
type Stopper string

// The stoppers.
const (
	StoppedByAdmin  Stopper = ""       // an admin stopped this instance
	StoppedByCaller Stopper = "caller" // the instance that waits for it is stopped
	StoppedByBoth   Stopper = "both"
)

// InCharge is who answers for the instance: returns and notices are for them.
func (s State) InCharge() string {
	if s.Responsible != "" {
		return s.Responsible
	}
	return s.Submitter
}

// Own reports whether the request is a person's own: who submitted it, and who has submitted it again since. Who only answers
// for it instead of somebody who has left did not ask for what there is to judge.
func (s State) Own(person string) bool {
	if person == s.Submitter {
		return true
	}
	for i := range s.Tasks {
		if k := s.Tasks[i]; k.Type == TaskSubmit && k.State == TaskDone && (k.Assignee == person || k.DecidedBy == person) {
			return true
		}
	}
	return false
}

// Token is a live place in the chart.
type Token struct {
	ID         string `json:"id"`
	Node       string `json:"node"`
	Activation string `json:"activation"`
	Scope      string `json:"scope,omitempty"` // innermost fork scope; empty: the whole
	From       string `json:"from,omitempty"`  // the activation it came from; empty: the start's token
}

// Scope is one firing of a fork (or of a decision that takes all matches).
type Scope struct {
	ID       string `json:"id"`
	Node     string `json:"node"`
	Parent   string `json:"parent,omitempty"`
	Branches int    `json:"branches"`          // tokens it made
	Refused  bool   `json:"refused,omitempty"` // a branch was rejected; the instance ends so when the others have come in
	Joined   bool   `json:"joined,omitempty"`  // the join that closes it has fired; what is left in it goes its own way
}

// Outcome is how an activation or a task was settled.
type Outcome string

// The outcomes.
const (
	OutcomeApproved  Outcome = "approved"
	OutcomeRejected  Outcome = "rejected"
	OutcomeDone      Outcome = "done"
	OutcomeAbstained Outcome = "abstained" // of a task in a vote
	OutcomeAdvised   Outcome = "advised"   // of a delegated task: an opinion, without power
	OutcomeReturned  Outcome = "returned"
	OutcomeLate      Outcome = "late" // of a step: time ran out, and it is left by the arrow for that
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
	Groups    []Group   `json:"groups,omitempty"` // signers added before or after somebody

	From       []string `json:"from,omitempty"`       // the activations that its tokens came from
	Scope      string   `json:"scope,omitempty"`      // the scope it was entered in
	Chose      []string `json:"chose,omitempty"`      // of a decision: the edges taken
	Again      string   `json:"again,omitempty"`      // the earlier activation whose people are asked again
	Keep       string   `json:"keep,omitempty"`       // of the people asked again, the one who signs again; what the others agreed to is kept
	Did        string   `json:"undo,omitempty"`       // of an update step that can be undone: what it changed, as JSON
	Undone     bool     `json:"undone,omitempty"`     // that was put back
	Superseded bool     `json:"superseded,omitempty"` // the instance was taken back to before it; what was decided stays to be seen
}

// Slot is one signature wanted.
type Slot struct {
	ID        string  `json:"id"`
	Order     int     `json:"order"` // 0, 1 … ; matters for quorum "order"
	Owner     string  `json:"owner"` // person id
	Outcome   Outcome `json:"outcome,omitempty"`
	Weight    int     `json:"weight,omitempty"`    // in a vote; 0: 1
	Veto      bool    `json:"veto,omitempty"`      // a rejection of it ends the step at once
	Group     string  `json:"group,omitempty"`     // the group it was added in; empty: the step's own
	AddedBy   string  `json:"addedBy,omitempty"`   // who added it
	Transfers int     `json:"transfers,omitempty"` // how often it changed hands
}

// GroupKind says where added signers stand.
type GroupKind string

// The kinds. Signers added beside are slots of the step itself.
const (
	GroupBefore GroupKind = "before" // they sign, then whoever added them does
	GroupAfter  GroupKind = "after"  // whoever added them has signed; it counts when they have
)

// Group is the signers that an assignee added before or after the own signature.
type Group struct {
	ID    string          `json:"id"`
	Kind  GroupKind       `json:"kind"`
	Slot  string          `json:"slot"` // the signature they were added to
	Task  string          `json:"task"` // whose assignee added them
	Mode  flow.QuorumMode `json:"mode"` // any, all or order
	Depth int             `json:"depth"`
	Done  Outcome         `json:"done,omitempty"` // what they came to
}

// Comeback is a return that has not come forward again: where it came from, and how it is to go back there.
type Comeback struct {
	From    string   `json:"from"`              // the activation that it was returned from
	To      string   `json:"to"`                // the activation that it was returned to
	Node    string   `json:"node"`              // the node of From
	Owner   string   `json:"owner"`             // who returned it
	Scope   string   `json:"scope,omitempty"`   // the scope of From
	Direct  bool     `json:"direct,omitempty"`  // straight to From's node, if nothing in between matters
	Choice  bool     `json:"choice,omitempty"`  // whoever gets it back may say whether straight
	Changed []string `json:"changed,omitempty"` // fields of the record changed since, of detail rows the columns
}

// TaskState is where a task stands.
type TaskState string

// The task states. All but waiting, open, pending and delegated are final.
const (
	TaskWaiting   TaskState = "waiting" // not yet its turn
	TaskOpen      TaskState = "open"
	TaskApproved  TaskState = "approved"
	TaskRejected  TaskState = "rejected"
	TaskDone      TaskState = "done"
	TaskReturned  TaskState = "returned"
	TaskAbstained TaskState = "abstained"
	TaskPending   TaskState = "approved_pending" // agreed, but signers added after have still to sign
	TaskMoved     TaskState = "transferred"
	TaskDelegated TaskState = "delegated" // somebody else is asked for an opinion; it comes back
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
	Reason     string          `json:"reason,omitempty"` // why skipped, waiting or cancelled: one of the reasons in tasks.go
	OpenedAt   time.Time       `json:"openedAt,omitzero"`
	Due        time.Time       `json:"due,omitzero"`
	Late       bool            `json:"late,omitempty"`
	DecidedAt  time.Time       `json:"decidedAt,omitzero"`
	DecidedBy  string          `json:"decidedBy,omitempty"` // for a cancelled sibling: who decided instead
	Comment    string          `json:"comment,omitempty"`
	Data       int             `json:"data,omitempty"`       // the version of the values that was decided on
	OnBehalfOf string          `json:"onBehalfOf,omitempty"` // whose deputy decided
	Origin     string          `json:"origin,omitempty"`     // the task that it was transferred, delegated or taken back from
	Advice     bool            `json:"advice,omitempty"`     // only an opinion is asked: it goes back to Origin's assignee
	Claimed    bool            `json:"claimed,omitempty"`    // out of a pool: the others wait
	UrgedAt    time.Time       `json:"urgedAt,omitzero"`
}

// Timer wakes the instance at a time.
type Timer struct {
	ID        string    `json:"id"`
	Task      string    `json:"task,omitempty"`
	At        time.Time `json:"at"`
	Kind      string    `json:"kind"`               // due or late
	Rule      int       `json:"rule,omitempty"`     // late: which of the things that the step says
	Done      int       `json:"done,omitempty"`     // how often that has happened already, of what is repeated
	StoppedAt time.Time `json:"stoppedAt,omitzero"` // since when it stands still; zero: it runs
}

// Incident is something the flow could not do.
type Incident struct {
	ID         string    `json:"id"`
	Node       string    `json:"node"`
	Activation string    `json:"activation"`
	Slot       string    `json:"slot,omitempty"` // the one signature that is nobody's; empty: the whole activation
	Reason     string    `json:"reason"`         // rule_failed, no_match, nobody, too_many_hops, too_many_branches, update_failed, no_way, many_ways, child_failed, too_deep, too_many_children, too_few
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
