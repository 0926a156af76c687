package machine

import (
	"maps"
	"slices"
)

// Clone copies s: changing the copy never changes s.
func (s State) Clone() State {
	c := s.shallow()
	for i := range c.Activations {
		a := &c.Activations[i]
		a.Slots, a.Groups = slices.Clone(a.Slots), slices.Clone(a.Groups)
		a.From, a.Chose = slices.Clone(a.From), slices.Clone(a.Chose)
	}
	c.Picks = maps.Clone(s.Picks)
	return c
}

// shallow copies s but shares the lists within its activations and returns, and its picks, which Advance replaces instead
// of changing. The lists that an event usually makes longer get room for it.
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
