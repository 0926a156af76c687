package machine

import "slices"

// Clone copies s: changing the copy never changes s.
func (s State) Clone() State {
	c := s.shallow()
	for i := range c.Activations {
		c.Activations[i].Slots = slices.Clone(c.Activations[i].Slots)
	}
	return c
}

// shallow copies s but shares the slots of its activations, which Advance replaces instead of changing. The lists that
// an event usually makes longer get room for it.
func (s State) shallow() State {
	c := s
	c.Tokens = roomy(s.Tokens, 2)
	c.Scopes = slices.Clone(s.Scopes)
	c.Activations = roomy(s.Activations, 4)
	c.Tasks = roomy(s.Tasks, 4)
	c.Timers = slices.Clone(s.Timers)
	c.Incidents = slices.Clone(s.Incidents)
	c.Passed = roomy(s.Passed, 4)
	c.Unsettled = s.Unsettled.clone()
	return c
}

func roomy[T any](s []T, more int) []T {
	return append(make([]T, 0, len(s)+more), s...)
}
