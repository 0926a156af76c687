package machine

import "time"

// NodeState is how a node looks on the chart of an instance.
type NodeState string

// The node states.
const (
	NodeIdle    NodeState = "idle"    // not reached
	NodeHere    NodeState = "here"    // somebody is asked now
	NodeWaiting NodeState = "waiting" // a join that waits for other branches
	NodeDone    NodeState = "done"
	NodeRefused NodeState = "refused"
	NodeFault   NodeState = "fault" // an incident is open
)

// NodeProgress is what the chart shows at one node.
type NodeProgress struct {
	State  NodeState `json:"state"`
	Visits []Visit   `json:"visits,omitempty"`
}

// Visit is one entry into the node.
type Visit struct {
	Round     int       `json:"round"`
	EnteredAt time.Time `json:"enteredAt"`
	LeftAt    time.Time `json:"leftAt,omitzero"`
	Outcome   Outcome   `json:"outcome,omitempty"`
	People    []Signer  `json:"people,omitempty"`
}

// Signer is one person asked at a visit.
type Signer struct {
	Person  string    `json:"person"`
	Deputy  string    `json:"deputy,omitempty"` // who signed on their behalf
	State   TaskState `json:"state"`
	At      time.Time `json:"at,omitzero"`
	Comment string    `json:"comment,omitempty"`
	Late    bool      `json:"late,omitempty"`
}

// Progress is what the chart of an instance shows: by node id, and how often each edge was passed.
type Progress struct {
	Nodes map[string]NodeProgress `json:"nodes"`
	Edges map[string]int          `json:"edges"`
}
