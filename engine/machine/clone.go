package machine

import (
	"maps"
	"slices"
)

// Clone copies s: changing the copy never changes s.
func (s State) Clone() State {
	c := s.shallow()
	for i := range c.Activations {
		a := *c.Activations[i]
		a.Slots, a.Groups = slices.Clone(a.Slots), slices.Clone(a.Groups)
		a.From, a.Chose = slices.Clone(a.From), slices.Clone(a.Chose)
		c.Activations[i] = &a
	}
	for i := range c.Tasks {
		k := *c.Tasks[i]
		c.Tasks[i] = &k
	}
	for i := range c.Passed {
		p := *c.Passed[i]
		c.Passed[i] = &p
	}
	c.Picks = maps.Clone(s.Picks)
	c.tidy()
	return c
}

// shallow copies s but shares its activations and tasks, which Advance copies one by one as it changes them (see own), the
// path taken, which only grows, and what its returns and picks hold, which is replaced instead of changed. The lists that an
// event usually makes longer get room for it.
func (s State) shallow() State {
	c := s
	c.Tokens = roomy(s.Tokens, 2)
	c.Scopes = slices.Clone(s.Scopes)
	c.Activations = roomy(s.Activations, 4)
	c.Tasks = roomy(s.Tasks, 4)
	c.Timers = slices.Clone(s.Timers)
	c.Incidents = slices.Clone(s.Incidents)
	c.Passed = roomy(s.Passed, 4)
	c.Returns = slices.Clone(s.Returns)
	c.Copied = slices.Clone(s.Copied)
	c.Children = slices.Clone(s.Children)
	c.Unsettled = s.Unsettled.clone()
	return c
}

func roomy[T any](s []T, more int) []T {
	return append(make([]T, 0, len(s)+more), s...)
}

// shared tells which entries of a list are those of the state before, and so are not to be changed. The list only grows:
// what is at a place stays there.
type shared struct {
	before int    // how many entries the state before has
	copied []bool // which of them were copied since
}

// own gives the entry at a place of a list to be changed: a copy, the first time that it is asked for, which stands in the
// list from then on. What is only looked at is read from the list itself. An entry that is changed without this is changed in
// the state before too, which the walks and transcripts notice.
func own[T any](list []*T, s *shared, i int) *T {
	if i < s.before {
		if s.copied == nil {
			s.copied = make([]bool, s.before)
		}
		if !s.copied[i] {
			entry := *list[i]
			list[i], s.copied[i] = &entry, true
		}
	}
	return list[i]
}
