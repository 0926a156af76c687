package machine

import "flowline/engine/flow"

// Fold gives the state that events lead to from s, in their order. All of an instance's journal lead from nothing to its
// saved state.
func Fold(g *flow.Graph, s State, events []Event) (State, error) {
	for _, ev := range events {
		step, err := Advance(g, s, ev)
		if err != nil {
			return State{}, err
		}
		s = step.State
	}
	return s, nil
}

// EventsOf takes the events out of a journal.
func EventsOf(journal []Entry) []Event {
	var events []Event
	for _, e := range journal {
		if e.Event != nil {
			events = append(events, *e.Event)
		}
	}
	return events
}
