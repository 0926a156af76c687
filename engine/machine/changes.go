package machine

import (
	"maps"
	"slices"

	"flowline/engine/record"
)

// change gives a record new values, tells what changed with the entry, and keeps the facts true. Link is the field that
// points to the record, and id its id; both are empty for the instance's own record. Values that are as they were are
// left out. It answers what they were and are.
func (r *run) change(of *record.Type, link, id string, before, set record.Values, told Entry) (was, now record.Values) {
	was, now = record.Values{}, record.Values{}
	for key, v := range set {
		old := before[key]
		if f, ok := of.Field(key); ok && f.Type == record.Link {
			old = idValue(old)
		}
		if !record.EqualValue(old, v) {
			was[key], now[key] = old, v
		}
	}
	if len(now) == 0 {
		return was, now
	}
	r.u.BackFacts = nil // what was read for putting changes back may hold no more
	told.Type, told.Person = EntryUpdated, ""
	told.Data = Data{Fields: slices.Sorted(maps.Keys(now)), Before: was, After: now, Reason: told.Data.Reason}
	if link != "" {
		told.Data.Detail = link
	}
	if link == "" {
		r.s.Data++
		told.Data.Version = r.s.Data
		r.changedSince(parts(of, was, now))
	}
	r.tell(told)
	r.step.Changes = withChange(r.step.Changes, record.Change{Type: of.Key, ID: id, Set: now})
	if link != "" {
		r.learnLinked(id, now)
		return was, now
	}
	r.learn(now)
	r.followDates(told.Data.Fields)
	return was, now
}

// parts are the fields that were changed, of detail rows the columns: a row that is added or moved changes each of them.
func parts(of *record.Type, was, now record.Values) []string {
	var list []string
	for _, key := range slices.Sorted(maps.Keys(now)) {
		f, _ := of.Field(key)
		if f.Type != record.Rows {
			list = append(list, key)
			continue
		}
		before, _ := was[key].([]record.Values)
		after, _ := now[key].([]record.Values)
		for _, c := range f.Columns {
			if !slices.EqualFunc(before, after, func(x, y record.Values) bool { return record.EqualValue(x[c.Key], y[c.Key]) }) {
				list = append(list, record.ColumnKey(key, c.Key))
			}
		}
	}
	return list
}

// changedSince notes for every return that has not come forward again which fields, or columns, were changed since.
func (r *run) changedSince(fields []string) {
	for i := range r.s.Returns {
		c := &r.s.Returns[i]
		c.Changed = slices.Clone(c.Changed)
		for _, f := range fields {
			if !slices.Contains(c.Changed, f) {
				c.Changed = append(c.Changed, f)
			}
		}
	}
}

// learn lays new values of the instance's record over the facts. What a link now points to is not known: the facts are
// asked again.
func (r *run) learn(set record.Values) {
	facts := laid(r.u.Facts, set)
	for key, v := range set {
		f, ok := r.g.Type().Field(key)
		if !ok || f.Type != record.Link || record.Empty(v) {
			continue
		}
		r.u.Known, r.u.Facts = false, nil
		return
	}
	r.u.Facts = facts
}

// learnLinked lays new values of a linked record over the facts, wherever it is linked.
func (r *run) learnLinked(id string, set record.Values) {
	facts := laid(r.u.Facts, nil)
	for key, v := range facts {
		if linked, ok := v.(record.Values); ok && idOf(v) == id {
			facts[key] = laid(linked, set)
		}
	}
	r.u.Facts = facts
}

// idOf is the id of what a link in the facts points to; "" when it is empty.
func idOf(v any) string {
	if linked, ok := v.(record.Values); ok {
		v = linked["id"]
	}
	id, _ := v.(string)
	return id
}

func idValue(v any) any {
	if id := idOf(v); id != "" {
		return id
	}
	return nil
}
