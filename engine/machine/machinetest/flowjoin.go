package machinetest

import (
	"strconv"

	"flowline/engine/flow"
)

// join reads "first", or how many and, after it, "hold".
func (s *settings) join() *flow.Join {
	if s.flag("first") {
		return &flow.Join{Mode: flow.JoinFirst}
	}
	for i, word := range s.words {
		n, err := strconv.Atoi(word)
		if err != nil {
			continue
		}
		s.words = append(s.words[:i:i], s.words[i+1:]...)
		j := &flow.Join{Mode: flow.JoinN, N: n}
		if s.flag("hold") {
			j.Short = flow.ShortHold
		}
		return j
	}
	return nil
}
