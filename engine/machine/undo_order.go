package machine

import (
	"slices"
	"time"

	"flowline/engine/record"
)

// What an instance and its children changed lies in the order of the steps that led to it, whatever the clocks of the copies
// of the program said that made it. Only what branches did beside each other is told apart by time, and if the time is wrong
// the values tell: a change cannot come after one that left something else than it found.

// InOrder gives changes in the order in which they were made, as far as steps and clocks tell. They come by the activations of
// an instance, its own ones and those of the children called there; of each child in order. At is moved to where none is
// earlier than one that led to it.
func InOrder(s State, made map[string][]Undoable) []Undoable {
	var list []Undoable
	last := map[string]time.Time{} // of the changes up to an activation
	for _, a := range s.Activations {
		var since time.Time
		for _, from := range a.From {
			since = latest(since, last[from])
		}
		last[a.ID] = since
		for _, c := range made[a.ID] {
			c.At = latest(since, c.At)
			last[a.ID] = latest(last[a.ID], c.At)
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b Undoable) int { return a.At.Compare(b.At) })
	return list
}

// changesOf are the changes of some activations that can be put back, and those of their children, in order.
func (r *run) changesOf(ids []string) []undoing {
	made := map[string][]Undoable{}
	for _, id := range ids {
		if a := r.past(id); a.undoable() {
			made[id] = []Undoable{{Activation: id, At: a.changedAt()}}
		}
	}
	for _, p := range r.u.BackFacts.Parts {
		if c, err := r.childOf(p.Child); err == nil && slices.Contains(ids, c.Activation) {
			made[c.Activation] = append(made[c.Activation], p)
		}
	}
	var list []undoing
	for _, c := range InOrder(r.s, made) {
		if c.Child == "" {
			list = append(list, r.ownChange(r.past(c.Activation)))
			continue
		}
		of := r.g.Type()
		if c.Type != "" {
			of, _ = r.g.Types().RecordType(c.Type)
		}
		if of != nil {
			list = append(list, undoing{Undoable: c, of: of})
		}
	}
	return list
}

// nextBack is which of the changes that are left is put back next: the last one that nothing is in the way of. Where each
// waits for another, somebody else came in between: then the last that finds some of what it left, or else the last.
func (r *run) nextBack(left []undoing, records map[string]record.Values) int {
	some := -1
	for i, c := range slices.Backward(left) {
		waits := false
		for key := range c.After {
			_, found := r.finds(c, key, records)
			waits = waits || !found && r.awaited(left, i, key)
			if found && some < 0 {
				some = i
			}
		}
		if !waits {
			return i
		}
	}
	if some < 0 {
		return len(left) - 1
	}
	return some
}

// awaited reports whether a field of a change comes to what that one left when another is put back.
func (r *run) awaited(left []undoing, i int, key string) bool {
	c := left[i]
	return slices.ContainsFunc(left, func(other undoing) bool {
		before, changed := other.Before[key]
		return changed && other.ID == c.ID && !slices.Contains(r.u.Never, c.maker()) && record.EqualValue(before, c.After[key])
	})
}
