package machine

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// Call says of which instance this one is a child: what it comes to is for a step there.
type Call struct {
	Instance string `json:"instance"`
	Child    string `json:"child"`           // the id of the child there
	Depth    int    `json:"depth"`           // 1: that one is nobody's child
	Waits    bool   `json:"waits,omitempty"` // that one waits for it
	// Linked says that it runs over a record that the one of the caller links to: whoever is in charge may have no right to it.
	Linked bool `json:"linked,omitempty"`
}

// ChildState is where a child stands, as far as the instance that called it goes.
type ChildState string

// The child states. All but wanted, started and failed are final. A child that is not waited for stays started.
const (
	ChildWanted   ChildState = "wanted" // to be started
	ChildStarted  ChildState = "started"
	ChildFailed   ChildState = "failed" // it could not be started, or ended without an answer: an incident stands for it
	ChildApproved ChildState = "approved"
	ChildRejected ChildState = "rejected"
	ChildCalled   ChildState = "called_off" // it is wanted no more
	ChildReplaced ChildState = "replaced"   // it failed, and another was started instead
)

// Child is one run of another flow, called by a step.
type Child struct {
	ID         string     `json:"id"` // unique in the instance
	Activation string     `json:"activation"`
	Node       string     `json:"node"`
	Flow       string     `json:"flow"`
	Version    int        `json:"version,omitempty"`  // 0: not started yet
	Instance   string     `json:"instance,omitempty"` // its own, once started
	State      ChildState `json:"state"`
	Reason     string     `json:"reason,omitempty"` // why it failed or was called off
	Item       string     `json:"item,omitempty"`   // which of several: the row's number, or the option
}

// wish is a child that the record as it is wants.
type wish struct {
	item   string
	record string        // the linked record that it is to run over
	set    record.Values // of the record that is to be made for it
}

// live reports whether the child is still wanted.
func (c *Child) live() bool {
	return c.State == ChildWanted || c.State == ChildStarted || c.State == ChildFailed
}

// childOf finds a child by id.
func (r *run) childOf(id string) (*Child, error) {
	i := slices.IndexFunc(r.s.Children, func(c Child) bool { return c.ID == id })
	if i < 0 {
		return nil, errUnknownChild
	}
	return &r.s.Children[i], nil
}

// childrenOf are the children of an activation that count.
func (r *run) childrenOf(activation string) []*Child {
	var list []*Child
	for i := range r.s.Children {
		if c := &r.s.Children[i]; c.Activation == activation && c.State != ChildReplaced {
			list = append(list, c)
		}
	}
	return list
}

// begin asks for a child to be started.
func (r *run) begin(c *Child, w wish, settings *flow.Subflow) {
	c.State, c.Reason = ChildWanted, ""
	version := 0
	if settings.Version == flow.VersionPinned {
		for _, other := range r.s.Children {
			if other.Node == c.Node && other.Flow == c.Flow && other.Version > 0 {
				version = other.Version
				break
			}
		}
	}
	r.step.Jobs = append(r.step.Jobs, Job{ID: r.id("j"), Kind: JobStartChild, At: r.at, Child: ChildJob{Child: c.ID, Version: version, Record: w.record, Set: w.set}})
}

// callOff ends the children of an activation that are still wanted: those under way are told.
func (r *run) callOff(activation, reason string) {
	for i := range r.s.Children {
		c := &r.s.Children[i]
		if c.Activation != activation || !c.live() {
			continue
		}
		if c.State == ChildStarted && !r.waitsAt(c.Node) {
			continue // it goes its own way
		}
		if c.State == ChildStarted {
			r.step.Jobs = append(r.step.Jobs, Job{ID: r.id("j"), Kind: JobEndChild, At: r.at, Child: ChildJob{Child: c.ID, Instance: c.Instance, Reason: reason}})
		}
		c.State, c.Reason = ChildCalled, reason
		r.tell(Entry{Type: EntryChildCalledOff, By: r.u.By, Node: c.Node, Activation: activation, Data: Data{Reason: reason, Detail: c.Item, Child: c.Instance}})
	}
}

// waitsAt reports whether a sub-flow step waits for its children.
func (r *run) waitsAt(node string) bool {
	n := r.node(node)
	return n.Action != nil && n.Action.Subflow != nil && !n.Action.Subflow.Detached
}
