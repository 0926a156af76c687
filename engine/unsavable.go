package engine

import (
	"slices"

	"flowline/engine/fault"
	"flowline/engine/machine"
)

// unsavable collects the update steps of a flow whose values the store would not take: that is the flow's fault, and
// becomes an incident, where the same value filled in by a person is that person's to mend.
type unsavable struct {
	nodes []string
}

// add finds the update steps that err is about, and reports whether there are any that it did not know yet.
func (u *unsavable) add(c Commit, err error) bool {
	before := len(u.nodes)
	for _, e := range c.Journal {
		if e.Type == machine.EntryUpdated && e.By == "" && !slices.Contains(u.nodes, e.Node) && concerns(e, err) {
			u.nodes = append(u.nodes, e.Node)
		}
	}
	return len(u.nodes) > before
}

// concerns reports whether a refusal to save can be about what an entry tells: a value that is taken, or another record
// that is locked.
func concerns(e machine.Entry, err error) bool {
	f := fault.From(err)
	switch f.Reason {
	case "value_taken":
		return slices.ContainsFunc(f.Fields, func(at fault.Field) bool { return slices.Contains(e.Data.Fields, at.Path) })
	case "record_locked":
		return e.Data.Detail != ""
	}
	return false
}
