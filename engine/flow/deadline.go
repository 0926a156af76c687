package flow

// Count says in which time lengths of time are counted.
type Count string

// The ways of counting.
const (
	CountClock Count = ""     // by the clock, nights and holidays too
	CountWork  Count = "work" // working time alone; a day is a working day
)

// Deadline says from when, and in which time, a step's Due is counted. It stands still while the instance is suspended
// and while whoever is asked waits for signers added before them. A date in the record does not move for that: what would
// have happened on it meanwhile happens as soon as the instance goes on.
type Deadline struct {
	Count  Count  `json:"count,omitempty"`
	Field  string `json:"field,omitempty"`  // from this date field of the record; absent: from when somebody is asked
	Before bool   `json:"before,omitempty"` // with Field: Due lies before it
	Frozen bool   `json:"frozen,omitempty"` // with Field: it stays when the field is changed; absent: it follows
}

// LateDo is what happens by itself at a time relative to a deadline.
type LateDo string

// What can happen. The manager is that of whoever is asked; where there is none, the flow's admins.
const (
	LateRemind   LateDo = "remind"   // whoever is asked is reminded
	LateCopy     LateDo = "copy"     // the manager gets a copy to read
	LateBeside   LateDo = "beside"   // the manager is asked too
	LateTransfer LateDo = "transfer" // the manager is asked instead
	LateApprove  LateDo = "approve"  // it is approved
	LateReject   LateDo = "reject"   // it is rejected
	LateReturn   LateDo = "return"   // the instance goes back
	LateLine     LateDo = "line"     // the step is left by its arrow for this
)

// LateTo says where LateReturn leads.
type LateTo string

// The targets.
const (
	LateToStart    LateTo = ""         // whoever submitted
	LateToPrevious LateTo = "previous" // the step passed before
	LateToNode     LateTo = "node"     // a named step; where the instance has not been there, whoever submitted
)

// Late is one thing that happens at a time relative to the deadline, for each task that is still open then: at the
// deadline itself, or Before or After it, counted like the deadline.
type Late struct {
	Before string `json:"before,omitempty"` // ISO 8601 duration
	After  string `json:"after,omitempty"`  // likewise
	Do     LateDo `json:"do"`
	Every  string `json:"every,omitempty"` // remind: again after as long
	Times  int    `json:"times,omitempty"` // remind, with Every: how often in all; absent: once
	To     LateTo `json:"to,omitempty"`    // return
	Node   string `json:"node,omitempty"`  // return, to a named step
}

// Settles reports whether it ends a task, or takes it from whoever is asked.
func (l Late) Settles() bool {
	switch l.Do {
	case LateApprove, LateReject, LateReturn, LateLine:
		return true
	case LateRemind, LateCopy, LateBeside, LateTransfer:
	}
	return false
}

// Escalates reports whether it is about the manager of whoever is asked.
func (l Late) Escalates() bool { return l.Do == LateCopy || l.Do == LateBeside || l.Do == LateTransfer }

// Timing is all that a step says about time.
type Timing struct {
	Due      string
	Deadline Deadline
	Late     []Late
}

// Timing is what a step that asks people says about time; nothing, for any other node.
func (n *Node) Timing() Timing {
	switch {
	case n.Action == nil:
	case n.Action.Approve != nil:
		a := n.Action.Approve
		return timing(a.Due, a.Deadline, a.Late)
	case n.Action.Do != nil:
		a := n.Action.Do
		return timing(a.Due, a.Deadline, a.Late)
	}
	return Timing{}
}

func timing(due string, d *Deadline, late []Late) Timing {
	t := Timing{Due: due, Late: late}
	if d != nil {
		t.Deadline = *d
	}
	return t
}

// Set reports whether there is a deadline.
func (t Timing) Set() bool { return t.Due != "" || t.Deadline.Field != "" }
