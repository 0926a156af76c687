package engine

import (
	"errors"
	"slices"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// unsavable collects the update steps of a flow whose values the store would not take: that is the flow's fault, and
// becomes an incident, where the same value filled in by a person is that person's to mend.
type unsavable struct {
	nodes  []string // and instances whose changes cannot be put back
	fields []string // of a change that was approved, whose values are taken: left for somebody to choose
}

// add finds the update steps that err is about, and reports whether there are any that it did not know yet.
func (u *unsavable) add(c Commit, err error) bool {
	before := len(u.nodes)
	u.addNodes(c, err, givenAway(c, err))
	for _, part := range c.Also { // what is put back of what another instance changed goes by that one
		undone := func(e machine.Entry) bool {
			return e.Type == machine.EntryUpdated && e.Data.Reason == machine.ReasonUndone && concerns(e, err)
		}
		if part.Base == 0 && part.Instance.State.Voids != "" { // a request to void; a child that cannot begin is an incident of its parent
			u.addNodes(part, err, false)
			continue
		}
		if id := part.Instance.ID; !slices.Contains(u.nodes, id) && slices.ContainsFunc(part.Journal, undone) {
			u.nodes = append(u.nodes, id)
		}
	}
	return len(u.nodes) > before || u.addFields(c, err)
}

// addNodes finds the update steps of one instance; given says that err is about a linked record.
func (u *unsavable) addNodes(c Commit, err error, given bool) {
	for _, e := range c.Journal {
		about := concerns(e, err) || given && e.Data.Detail != ""
		if e.Type == machine.EntryUpdated && e.By == "" && !slices.Contains(u.nodes, e.Node) && about {
			u.nodes = append(u.nodes, e.Node)
		}
	}
}

// givenAway reports whether err is about a record that a step has another instance begin over and goes on to change: it is
// that one's then, and the change is one of a record that is held.
func givenAway(c Commit, err error) bool {
	s, ok := errors.AsType[*StepError](err)
	if !ok || fault.ReasonOf(err) != "record_moved_on" {
		return false
	}
	return slices.ContainsFunc(c.Also, func(begun Commit) bool {
		changed := func(r record.Change) bool { return r.ID == begun.Instance.RecordID }
		return begun.Instance.ID == s.Instance && begun.Lock && slices.ContainsFunc(c.Changes, changed)
	})
}

// addFields finds the fields of an approved change that err is about.
func (u *unsavable) addFields(c Commit, err error) bool {
	before := len(u.fields)
	if p := c.Instance.Proposal; p != nil && c.Proposes && fault.ReasonOf(err) == "value_taken" {
		for _, at := range fault.From(err).Fields {
			if _, asked := p.Set[at.Path]; asked && !slices.Contains(u.fields, at.Path) {
				u.fields = append(u.fields, at.Path)
			}
		}
	}
	return len(u.fields) > before
}

// concerns reports whether a refusal to save can be about what an entry tells: a value that is taken, or a record that is
// locked, be it another one or, for what is put back once whoever held it has let it go, the own.
func concerns(e machine.Entry, err error) bool {
	f := fault.From(err)
	switch f.Reason {
	case "value_taken":
		return slices.ContainsFunc(f.Fields, func(at fault.Field) bool { return slices.Contains(e.Data.Fields, at.Path) })
	case "record_locked":
		return e.Data.Detail != "" || e.Data.Reason == machine.ReasonUndone
	}
	return false
}
