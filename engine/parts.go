package engine

import (
	"context"
	"slices"
	"strconv"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Part is an instance that a sub-flow step had run, as whoever may see the one it is part of sees it: that it is there, and
// where it stands. What is in it is for whoever may look at it by own right.
type Part struct {
	Node      string             `json:"node"`
	Round     int                `json:"round"` // of the step
	Flow      string             `json:"flow"`
	FlowName  text.Text          `json:"flowName"`
	Item      text.Text          `json:"item,omitzero"` // which of several
	State     machine.ChildState `json:"state"`
	Status    machine.Status     `json:"status,omitempty"`   // of the instance, once there is one
	Instance  string             `json:"instance,omitempty"` // only for whoever may look at it
	Number    string             `json:"number,omitempty"`   // of its record, likewise
	StartedAt time.Time          `json:"startedAt,omitzero"`
	EndedAt   time.Time          `json:"endedAt,omitzero"`
	Reason    string             `json:"reason,omitempty"` // why it failed or was called off
}

// PartOf is the instance whose step had this one run.
type PartOf struct {
	FlowName text.Text `json:"flowName"`
	NodeName text.Text `json:"nodeName"`
	Number   string    `json:"number,omitempty"`   // of its record; only for whoever may look at it
	Instance string    `json:"instance,omitempty"` // likewise
}

// parts lists what the steps of an instance had run, in order.
func (e *Engine) parts(ctx context.Context, a actor, l looking) ([]Part, error) {
	children := l.instance.State.Children
	if len(children) == 0 {
		return nil, nil
	}
	rounds := map[string]int{}
	for _, act := range l.instance.State.Activations {
		rounds[act.ID] = act.Round
	}
	out := make([]Part, len(children))
	for i, c := range children {
		out[i] = Part{Node: c.Node, Round: rounds[c.Activation], Flow: c.Flow, FlowName: text.T(c.Flow, c.Flow), State: c.State, Reason: c.Reason, Item: itemName(l, c)}
		if v, err := e.calledVersion(ctx, c.Flow, c.Version); err == nil {
			out[i].FlowName = v.Definition.Name
		}
		if c.Instance == "" {
			continue
		}
		in, err := e.store.Instance(ctx, c.Instance)
		if err != nil {
			return nil, fault.Wrap(err, "read a part of %s", l.instance.ID)
		}
		out[i].Status, out[i].StartedAt, out[i].EndedAt = in.Status, in.StartedAt, in.EndedAt
		if _, err := e.look(ctx, a, c.Instance); err == nil {
			out[i].Instance, out[i].Number = in.ID, in.Number
		} else if !fault.Is(err, fault.NotFound) {
			return nil, err
		}
	}
	return out, nil
}

// partOf says which part an entry tells of, as its line in the list of parts does: which of several, and the record's number.
func (l looking) partOf(e machine.Entry, parts []Part) (item text.Text, number string) {
	switch e.Type {
	case machine.EntryChildStarted, machine.EntryChildEnded, machine.EntryChildCalledOff:
	default:
		return item, ""
	}
	for i, c := range l.instance.State.Children {
		if c.Activation == e.Activation && c.Item == e.Data.Detail && c.Instance == e.Data.Child {
			return parts[i].Item, parts[i].Number
		}
	}
	return item, ""
}

// itemName says which of several a child is for, to whoever may see the field that they come from.
func itemName(l looking, c machine.Child) text.Text {
	g := l.graph
	each := g.Node(c.Node).Action.Subflow.Each
	if c.Item == "" || each != nil && (each.Options != "" && !l.sight.sees(each.Options) || each.Rows != "" && !l.sight.sees(each.Rows)) {
		return text.Text{}
	}
	if each != nil && each.Options != "" {
		if f, known := g.Type().Field(each.Options); known {
			if i := slices.IndexFunc(f.Options, func(o record.Option) bool { return o.Key == c.Item }); i >= 0 {
				return f.Options[i].Name
			}
		}
		return text.T(c.Item, c.Item)
	}
	if each != nil && each.Rows != "" {
		return text.T("第 "+c.Item+" 行", "Row "+c.Item)
	}
	if n, err := strconv.Atoi(c.Item); err == nil {
		return text.T("第 "+strconv.Itoa(n)+" 个", "No. "+strconv.Itoa(n))
	}
	return text.T(c.Item, c.Item)
}

// partOf tells of which instance one is part.
func (e *Engine) partOf(ctx context.Context, a actor, in Instance) (*PartOf, error) {
	parent, err := e.store.Instance(ctx, in.Parent)
	if err != nil {
		return nil, fault.Wrap(err, "read what %s is part of", in.ID)
	}
	v, err := e.known.version(ctx, parent.Flow, parent.Version)
	if err != nil {
		return nil, err
	}
	out := &PartOf{FlowName: v.Definition.Name}
	if c, known := childIn(parent.State, in.State.Caller.Child, everyState...); known {
		if n, known := v.node(c.Node); known {
			out.NodeName = n.Name
		}
	}
	switch _, err := e.look(ctx, a, parent.ID); {
	case err == nil:
		out.Instance, out.Number = parent.ID, parent.Number
	case !fault.Is(err, fault.NotFound):
		return nil, err
	}
	return out, nil
}

var everyState = []machine.ChildState{
	machine.ChildWanted, machine.ChildStarted, machine.ChildFailed, machine.ChildApproved, machine.ChildRejected, machine.ChildCalled, machine.ChildReplaced,
}
