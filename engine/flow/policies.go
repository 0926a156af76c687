package flow

import (
	"flowline/engine/org"
	"flowline/engine/record"
)

// Settings are what holds for every step of a flow.
type Settings struct {
	Withdraw     WithdrawWhen   `json:"withdraw,omitempty"`     // absent: until somebody has decided
	OpenedBlocks bool           `json:"openedBlocks,omitempty"` // nothing is taken back once the next person has opened it
	Dedup        DedupScope     `json:"dedup,omitempty"`        // absent: in the whole instance
	Admins       []org.Selector `json:"admins,omitempty"`       // who is asked where nobody is found; absent: the admins of the product
	Copy         []Copy         `json:"copy,omitempty"`         // who gets a copy when the instance has ended
	CopiesUrge   bool           `json:"copiesUrge,omitempty"`   // who has a copy may urge
	// CopyFields says which fields a copy shows: hidden or read. One that is not in it is as the start has it.
	CopyFields map[string]record.Access `json:"copyFields,omitempty"`
	// VoidFlow is the key of the flow, over the same records, that has to approve before what was approved is declared void,
	// for which whoever submitted may then ask; absent: an admin declares it so.
	VoidFlow string `json:"voidFlow,omitempty"`
}

// Voiding is the key of the flow that has to approve before what was approved is declared void; empty: none has to.
func (d *Definition) Voiding() string {
	if d.Settings == nil {
		return ""
	}
	return d.Settings.VoidFlow
}

// WithdrawWhen says until when whoever submitted may withdraw.
type WithdrawWhen string

// The limits of withdrawing.
const (
	WithdrawUndecided WithdrawWhen = ""      // until somebody has decided
	WithdrawAlways    WithdrawWhen = "ever"  // until the end
	WithdrawNever     WithdrawWhen = "never" // not at all
)

// DedupScope says when somebody who has agreed once is not asked again.
type DedupScope string

// The scopes. In every one of them the person is asked again when the data has changed or input is wanted.
const (
	DedupWhole       DedupScope = ""            // agreed anywhere in this round
	DedupConsecutive DedupScope = "consecutive" // agreed at the step or signature right before
	DedupOff         DedupScope = "off"
)

// EmptyDo says what happens where nobody is found to ask.
type EmptyDo string

// The ways out.
const (
	EmptyAdmins  EmptyDo = ""        // the flow's admins are asked
	EmptyApprove EmptyDo = "approve" // the step is passed
	EmptyReject  EmptyDo = "reject"  // the step is rejected
	EmptyPeople  EmptyDo = "people"  // those named are asked
	EmptyBlock   EmptyDo = "block"   // an incident waits for an admin
)

// Empty is the way out where nobody is found.
type Empty struct {
	Do EmptyDo        `json:"do,omitempty"`
	By []org.Selector `json:"by,omitempty"` // with people
}

// SelfDo says what happens when whoever submitted would have to approve.
type SelfDo string

// The ways.
const (
	SelfSkip    SelfDo = ""        // the others decide; there are none: the step is passed
	SelfAsk     SelfDo = "ask"     // is asked like anybody
	SelfManager SelfDo = "manager" // the direct manager is asked instead
	SelfHead    SelfDo = "head"    // the head of the department is asked instead
)

// PickBy says who picks the people of a step.
type PickBy string

// Who picks.
const (
	PickSubmitter PickBy = "submitter" // when submitting
	PickPrevious  PickBy = "previous"  // whoever approves the step before
)

// Pick lets a person choose whom a step asks, out of those that the step's By means.
type Pick struct {
	By  PickBy `json:"by"`
	Min int    `json:"min,omitempty"` // absent: 1
	Max int    `json:"max,omitempty"` // absent: as many as there are
}

// RejectTo says where a rejection leads that has no arrow of its own.
type RejectTo string

// The ways of a rejection.
const (
	RejectEnd      RejectTo = ""         // the instance ends as rejected
	RejectStart    RejectTo = "start"    // back to whoever submitted
	RejectPrevious RejectTo = "previous" // back to the step passed before
	RejectNode     RejectTo = "node"     // back to a named step
)

// RejectBranch says what a rejection in a parallel branch means for the others.
type RejectBranch string

// What becomes of the others.
const (
	RejectAll   RejectBranch = ""       // everything ends
	RejectOwn   RejectBranch = "branch" // this branch ends; the join does not wait for it
	RejectLater RejectBranch = "wait"   // the others go on; the instance ends as rejected when all of them have come to the join
)

// Reject is what a rejection does.
type Reject struct {
	To       RejectTo     `json:"to,omitempty"`
	Node     string       `json:"node,omitempty"`     // with node
	Parallel RejectBranch `json:"parallel,omitempty"` // with end, within a fork
}

// ReturnTo says where an approver may return to.
type ReturnTo string

// The targets.
const (
	ReturnAny      ReturnTo = ""         // whoever submitted, or any step passed
	ReturnStart    ReturnTo = "start"    // whoever submitted
	ReturnPrevious ReturnTo = "previous" // the step passed before
	ReturnNodes    ReturnTo = "nodes"    // those named
)

// ReturnMode says how a returned instance comes forward again.
type ReturnMode string

// The modes.
const (
	ReturnRerun     ReturnMode = ""          // step by step
	ReturnDirect    ReturnMode = "direct"    // straight to whoever returned it, unless what was changed matters in between
	ReturnReturner  ReturnMode = "returner"  // whoever returns it says
	ReturnSubmitter ReturnMode = "submitter" // whoever gets it back says
)

// Return is how a step may be returned from.
type Return struct {
	To        ReturnTo   `json:"to,omitempty"`
	Nodes     []string   `json:"nodes,omitempty"` // with nodes
	Mode      ReturnMode `json:"mode,omitempty"`
	KeepVotes bool       `json:"keepVotes,omitempty"` // straight back, only the one who returned it signs again
}

// Transfer is how a task changes hands by its assignee's wish.
type Transfer struct {
	Merge   bool `json:"merge,omitempty"`   // it may go to whoever is asked here too: they then sign once for both
	Restart bool `json:"restart,omitempty"` // the deadline begins anew, unless it is counted from a date
}

// Passing is how the tasks of a node change hands.
func (n *Node) Passing() Transfer {
	switch {
	case n.Action == nil:
	case n.Action.Approve != nil && n.Action.Approve.Transfer != nil:
		return *n.Action.Approve.Transfer
	case n.Action.Do != nil && n.Action.Do.Transfer != nil:
		return *n.Action.Do.Transfer
	}
	return Transfer{}
}

// TaskAction is something an assignee may do with a task besides deciding it.
type TaskAction string

// The task actions. Each may be forbidden at a step.
const (
	CanReturn    TaskAction = "return"
	CanTransfer  TaskAction = "transfer"
	CanDelegate  TaskAction = "delegate"
	CanAddBefore TaskAction = "add_before"
	CanAddAfter  TaskAction = "add_after"
	CanAddBeside TaskAction = "add_beside"
	CanAbstain   TaskAction = "abstain"
	CanTakeBack  TaskAction = "take_back"
)

// CopyAt says when copies go out.
type CopyAt string

// The moments.
const (
	CopyEntered  CopyAt = "entered"
	CopyPassed   CopyAt = "passed"
	CopyRejected CopyAt = "rejected"
	CopyEnded    CopyAt = "ended" // of a flow: when the instance has ended
	CopyLate     CopyAt = "late"  // because time ran out, to a manager: said by a step's Late, never by a Copy
)

// Copy sends people a copy to read.
type Copy struct {
	At CopyAt         `json:"at"`
	To []org.Selector `json:"to"`
}

// Fraction is an exact share, such as 2 of 3.
type Fraction struct {
	Of  int `json:"of"`  // numerator
	All int `json:"all"` // denominator
}

// Abstention says how an abstention counts.
type Abstention string

// The ways of counting.
const (
	AbstainCounts   Abstention = ""         // against reaching the share: it stays in the whole
	AbstainExcluded Abstention = "excluded" // it is taken out of the whole
)

// Vote is how votes are counted.
type Vote struct {
	Share   Fraction   `json:"share"`             // of the weight of all that must agree
	Over    bool       `json:"over,omitempty"`    // more than the share, not just the share
	Abstain Abstention `json:"abstain,omitempty"` // absent: counts against
	Weights []Weight   `json:"weights,omitempty"` // whoever is in none has weight 1
}

// Weight gives people a weight of their own.
type Weight struct {
	By     []org.Selector `json:"by"`
	Weight int            `json:"weight"`
}
