package machinetest

import (
	"reflect"

	"flowline/engine/flow"
	"flowline/engine/machine"
)

// Advance is machine.Advance, and panics when that has changed the state which it was given: the next state shares with it
// what the event leaves as it is. All walks, transcripts and plays go through here.
func Advance(g *flow.Graph, s machine.State, ev machine.Event) (machine.Step, error) {
	was := s.Clone()
	step, err := machine.Advance(g, s, ev)
	if !reflect.DeepEqual(s, was) {
		panic("machine: " + string(ev.Type) + " has changed the state before: " + differ(was, s))
	}
	return step, err
}
