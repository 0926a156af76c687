package machine

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"flowline/engine/record"
)

// BackFacts come with the facts where changes are to be put back: the records that were changed as they are now, but for the
// instance's own, and what children changed.
type BackFacts struct {
	Records []RecordNow `json:"records,omitempty"`
	Parts   []Undoable  `json:"parts,omitempty"`
}

// RecordNow is a record as it is now.
type RecordNow struct {
	Type   string        `json:"type"`
	ID     string        `json:"id"`
	Values record.Values `json:"values,omitempty"`
	Held   bool          `json:"held,omitempty"` // by another instance: nothing of it can be put back
}

// Undoable is a change that can be put back.
type Undoable struct {
	Child      string        `json:"child,omitempty"`    // of this instance, through which another made it; empty: this one did
	Instance   string        `json:"instance,omitempty"` // that other one
	Activation string        `json:"activation"`         // in the one that made it
	At         time.Time     `json:"at"`                 // by the clock of who made it; InOrder mends that
	Type       string        `json:"type,omitempty"`     // of the record
	ID         string        `json:"id,omitempty"`       // empty, and no type: the instance's own
	Before     record.Values `json:"before,omitempty"`
	After      record.Values `json:"after,omitempty"` // empty: it cannot be read any more
}

// Restored is what an instance has put back of another's changes.
type Restored struct {
	Instance   string        `json:"instance"`
	Activation string        `json:"activation"`
	Type       string        `json:"type"`
	Was        record.Values `json:"was,omitempty"`
	Set        record.Values `json:"set,omitempty"`
	Whole      bool          `json:"whole,omitempty"` // nothing of it is kept
}

// stored is what an activation changed, its values not read yet.
type stored struct {
	Link   string          `json:"link"`
	ID     string          `json:"id"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

func (a *Activation) stored() stored {
	var s stored
	if err := json.Unmarshal([]byte(a.Did), &s); err != nil {
		panic("machine: what was changed is not readable: " + err.Error())
	}
	return s
}

func (s stored) values(of *record.Type) (before, after record.Values) {
	before, err := of.Decode(s.Before)
	if err != nil {
		return nil, nil
	}
	if after, err = of.Decode(s.After); err != nil {
		return nil, nil
	}
	return before, after
}

// changedAt is when an update step made its change.
func (a *Activation) changedAt() time.Time {
	if a.LeftAt.IsZero() {
		return a.EnteredAt
	}
	return a.LeftAt
}

// Undoables are the changes of an instance that can be put back; of is the type of its record, and id the record's.
func Undoables(s State, of *record.Type, id string, types record.Catalog) []Undoable {
	var list []Undoable
	for _, a := range s.Activations {
		if !a.undoable() {
			continue
		}
		was, target := a.stored(), of
		c := Undoable{Activation: a.ID, At: a.changedAt(), Type: of.Key, ID: id}
		if was.Link != "" {
			f, _ := of.Field(was.Link)
			known := false
			if target, known = types.RecordType(f.Target); !known {
				continue
			}
			c.Type, c.ID = target.Key, was.ID
		}
		c.Before, c.After = was.values(target)
		list = append(list, c)
	}
	return list
}

// Parts are the children of an instance whose changes are part of what it did: not those that go their own way, which their
// own instances say, nor those of steps that it was taken back to before.
func Parts(s State) []Child {
	if len(s.Children) == 0 {
		return nil
	}
	gone := map[string]bool{}
	for _, a := range s.Activations {
		gone[a.ID] = a.Superseded
	}
	return slices.DeleteFunc(slices.Clone(s.Children), func(c Child) bool { return c.Instance == "" || gone[c.Activation] })
}

// partsOf are, by id, those of some activations.
func (r *run) partsOf(ids []string) []string {
	var list []string
	for _, c := range Parts(r.s) {
		if slices.Contains(ids, c.Activation) && r.waitsAt(c.Node) {
			list = append(list, c.ID)
		}
	}
	return list
}

// undone takes note, of an instance that has ended, that whoever called it has put back what it changed.
func (r *run) undone(ev Event) error {
	if r.s.Caller == nil {
		return errNobodysChild
	}
	r.tellUndone(ev.Restored)
	return nil
}

// tellUndone tells what whoever called this one has put back. It is a version of the values here only as long as the
// instance has not ended.
func (r *run) tellUndone(list []Restored) {
	for _, u := range list {
		a := r.activation(u.Activation)
		told := Entry{Type: EntryUpdated, Node: a.Node, Activation: a.ID, Data: Data{Reason: ReasonUndone}}
		was, of := a.stored(), r.g.Type()
		if was.Link != "" {
			of, _ = r.linked(was.Link, nil)
		}
		switch {
		case len(u.Set) == 0 || of == nil:
		case r.s.Status.Ended():
			told.Data.Fields, told.Data.Detail = slices.Sorted(maps.Keys(u.Set)), was.Link
			told.Data.Before, told.Data.After = u.Was, u.Set
			r.tell(told)
		default:
			r.change(of, was.Link, was.ID, u.Was, u.Set, told)
		}
		a.Undone = a.Undone || len(u.Set) > 0
		if !u.Whole {
			r.tell(Entry{Type: EntryKept, Node: a.Node, Activation: a.ID})
		}
	}
}
