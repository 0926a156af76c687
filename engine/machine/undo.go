package machine

import (
	"encoding/json"
	"maps"
	"slices"

	"flowline/engine/record"
)

// What an update step changed is put back when the instance goes back to before it, or is withdrawn, where the step says so.
// A field that somebody else has changed since keeps what it has, and that is told.

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

// undoable are those of some activations whose changes can be put back, the latest first.
func (r *run) undoable(ids []string) []string {
	ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		a := r.past(id)
		return a.Undo == "" || a.Undone || a.Superseded
	})
	slices.Reverse(ids)
	return ids
}

// everything is all activations.
func (r *run) everything() []string {
	ids := make([]string, len(r.s.Activations))
	for i, a := range r.s.Activations {
		ids[i] = a.ID
	}
	return ids
}

// undoesLater puts an event off until the record is known, where changes are to be put back.
func (r *run) undoesLater(ev Event, ids []string) bool {
	if r.u.Known || len(r.undoable(ids)) == 0 {
		return false
	}
	r.hold(ev)
	return true
}

// undoChanges puts back what those of some activations changed that can be undone. The record is known by then.
func (r *run) undoChanges(ids []string) {
	facts := laid(r.u.Facts, nil)
	for _, id := range r.undoable(ids) {
		r.undoChange(r.activation(id), facts)
	}
}

func (r *run) undoChange(a *Activation, facts record.Values) {
	var stored struct {
		Link   string          `json:"link"`
		ID     string          `json:"id"`
		Before json.RawMessage `json:"before"`
		After  json.RawMessage `json:"after"`
	}
	if err := json.Unmarshal([]byte(a.Undo), &stored); err != nil {
		panic("machine: what was changed is not readable: " + err.Error())
	}
	of, id, current := r.g.Type(), "", facts
	if stored.Link != "" {
		of, id = r.linked(stored.Link, facts)
		linked, _ := facts[stored.Link].(record.Values)
		current = maps.Clone(linked)
		facts[stored.Link] = current
	}
	if of == nil || id != stored.ID || current == nil {
		r.tell(Entry{Type: EntryKept, Node: a.Node, Activation: a.ID})
		return
	}
	before, err := of.Decode(stored.Before)
	var after record.Values
	if err == nil {
		after, err = of.Decode(stored.After)
	}
	set := record.Values{}
	for _, key := range slices.Sorted(maps.Keys(after)) {
		now := current[key]
		if f, ok := of.Field(key); ok && f.Type == record.Link {
			now = idValue(now)
		}
		if record.EqualValue(now, after[key]) && !slices.Contains(r.u.Never, a.Node) {
			set[key] = before[key]
		}
	}
	if err == nil && len(set) > 0 {
		r.change(of, stored.Link, id, current, set, Entry{Node: a.Node, Activation: a.ID, Data: Data{Reason: ReasonUndone}})
		maps.Copy(current, set)
		a.Undone = true
	}
	if err != nil || len(set) < len(after) {
		r.tell(Entry{Type: EntryKept, Node: a.Node, Activation: a.ID})
	}
}
