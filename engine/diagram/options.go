package diagram

import (
	"time"

	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Options say what a drawing shows beyond the flow itself. The zero Options draw a draft, in Chinese.
type Options struct {
	Lang    text.Lang
	Lanes   bool // roles as swim lanes, with the people still named in each step
	Zone    *time.Location
	Types   record.Catalog                  // to name fields in rules; nil: rules as they are written
	Who     func(sel []org.Selector) string // names the role or the people; nil: see WhoIn
	People  func(id string) string          // names a person; nil: the id
	Version int                             // 0: a draft
	Status  string                          // of the version, in words, such as "current"; empty: none
	Date    time.Time                       // of the version; zero: none

	Progress *machine.Progress // how far an instance is; nil: the flow alone
	Subject  string            // what the instance runs over, such as "HT-2026-0001 Minnan Textile"
}

func (o Options) zone() *time.Location {
	if o.Zone == nil {
		return time.UTC
	}
	return o.Zone
}

func (o Options) person(id string) string {
	if o.People != nil {
		if name := o.People(id); name != "" {
			return name
		}
	}
	return id
}
