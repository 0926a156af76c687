package machine

import (
	"encoding/json"
	"maps"
	"slices"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// What an update step changed is put back when the instance goes back to before it, is withdrawn or rejected, where the step
// says so. What its children changed is put back with it, be they under way or ended: all of it in the reverse of the order
// in which it was changed, so each change finds what it left (undo_order.go). A field that somebody else has changed since
// keeps what it has, and that is told.

// did is what an update step changed: of the record in a link field, or of the instance's own.
type did struct {
	Link   string        `json:"link,omitempty"`
	ID     string        `json:"id,omitempty"`
	Before record.Values `json:"before"`
	After  record.Values `json:"after"`
}

func (d did) encode() string {
	b, err := json.Marshal(d)
	if err != nil {
		panic("machine: what was changed is no JSON: " + err.Error())
	}
	return string(b)
}

// undoable are those of some activations whose changes can be put back.
func (r *run) undoable(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !r.past(id).undoable() })
}

func (a *Activation) undoable() bool { return a.Did != "" && !a.Undone && !a.Superseded }

// everything is all activations.
func (r *run) everything() []string {
	ids := make([]string, len(r.s.Activations))
	for i, a := range r.s.Activations {
		ids[i] = a.ID
	}
	return ids
}

// undoesLater puts an event off until the records are known, where changes are to be put back.
func (r *run) undoesLater(ev Event, ids []string) bool {
	if r.undoKnown(ids) {
		return false
	}
	r.hold(ev)
	return true
}

// undoKnown reports whether all is known that putting back the changes of some activations takes. If not, the facts are to
// be asked, and come with it.
func (r *run) undoKnown(ids []string) bool {
	parts := r.partsOf(ids)
	if r.u.BackFacts != nil || len(parts) == 0 && len(r.undoable(ids)) == 0 {
		return true
	}
	r.u.Back, r.u.Parts = true, parts
	return false
}

// undoChanges puts back what those of some activations changed that can be undone, and what their children did.
func (r *run) undoChanges(ids []string) {
	if r.u.BackFacts == nil {
		return
	}
	records, left := r.recordsNow(), r.changesOf(ids)
	r.u.BackFacts = nil
	for len(left) > 0 {
		i := r.nextBack(left, records)
		c := left[i]
		left = slices.Delete(left, i, i+1)
		was, set := record.Values{}, record.Values{}
		for key := range c.After {
			if now, found := r.finds(c, key, records); found {
				was[key], set[key] = now, c.Before[key]
			}
		}
		r.undoOne(c, was, set)
		maps.Copy(records[c.ID], set)
	}
}

// finds gives what a field of a change is now, and reports whether that is what the change left.
func (r *run) finds(c undoing, key string, records map[string]record.Values) (now any, found bool) {
	current, known := records[c.ID]
	if !known || slices.Contains(r.u.Never, c.maker()) {
		return nil, false
	}
	now = current[key]
	if f, ok := c.of.Field(key); ok && f.Type == record.Link {
		now = idValue(now)
	}
	return now, record.EqualValue(now, c.After[key])
}

// recordsNow are the records that changes are put back of, by id; the instance's own has none.
func (r *run) recordsNow() map[string]record.Values {
	records := map[string]record.Values{}
	for _, v := range r.u.Facts {
		if linked, ok := v.(record.Values); ok {
			records[idOf(v)] = maps.Clone(linked)
		}
	}
	for _, one := range r.u.BackFacts.Records {
		if records[one.ID] = maps.Clone(one.Values); one.Held {
			delete(records, one.ID)
		}
	}
	records[""] = laid(r.u.Facts, nil)
	return records
}

// undoing is a change on its way back. One whose values cannot be read any more has none, and is kept.
type undoing struct {
	Undoable
	of   *record.Type
	own  *Activation // nil: a child made it
	link string      // of an own one: the field that points to the record
}

// maker is what of the flow's made the change, as Never names it.
func (c undoing) maker() string {
	if c.own != nil {
		return c.own.Node
	}
	return c.Instance
}

func (r *run) ownChange(a *Activation) undoing {
	was := a.stored()
	c := undoing{Undoable: Undoable{Activation: a.ID, At: a.changedAt()}, of: r.g.Type(), own: a, link: was.Link}
	if was.Link != "" {
		if c.of, _ = r.linked(was.Link, nil); c.of == nil {
			c.of = &record.Type{} // there is no such link any more
		}
		if c.ID = was.ID; c.ID == r.u.Facts["id"] {
			c.ID, c.link = "", ""
		}
	}
	c.Before, c.After = was.values(c.of)
	return c
}

// undoOne puts a change back as far as that can be, and tells of it.
func (r *run) undoOne(c undoing, was, set record.Values) {
	whole := len(c.After) > 0 && len(set) == len(c.After)
	at := Entry{Activation: c.Activation, Data: Data{Reason: ReasonUndone}}
	if c.own != nil {
		at.Node = c.own.Node
	} else {
		child, _ := r.childOf(c.Child)
		at.Node, at.Activation = child.Node, child.Activation
		r.step.Restored = append(r.step.Restored, Restored{
			Instance: c.Instance, Activation: c.Activation, Type: c.of.Key, Was: was, Set: set, Whole: whole,
		})
	}
	switch {
	case len(set) == 0:
	case c.own == nil && c.ID != "":
		r.step.Changes = withChange(r.step.Changes, record.Change{Type: c.of.Key, ID: c.ID, Set: set})
		r.learnLinked(c.ID, set)
	default:
		r.change(c.of, c.link, c.ID, was, set, at)
	}
	if len(set) > 0 {
		r.activation(at.Activation).Undone = true
	}
	if !whole {
		r.tell(Entry{Type: EntryKept, Node: at.Node, Activation: at.Activation})
	}
}

// undoesRejected puts back what a rejected instance changed, before it ends. A step after which nothing but a rejection can
// come is part of that, and stays. False: what that takes has to be asked first, and the end waits for it.
func (r *run) undoesRejected(reason string) bool {
	ids := r.everything()
	if len(r.s.Children) == 0 {
		ids = r.undoable(ids)
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return r.onlyRejected(r.past(id).Node) })
	if !r.undoKnown(ids) {
		r.u.Ending = reason
		r.u.Ready, r.u.Want, r.u.Asked = nil, nil, nil
		return false
	}
	r.undoChanges(ids)
	return true
}

// onlyRejected reports whether no end but a rejection can be come to from a node.
func (r *run) onlyRejected(node string) bool {
	d := r.g.Definition()
	return !slices.ContainsFunc(d.Nodes, func(n flow.Node) bool {
		rejects := n.End != nil && n.End.Result == flow.ResultRejected
		return n.Kind == flow.KindEnd && !rejects && r.g.Reaches(node, n.ID)
	})
}
