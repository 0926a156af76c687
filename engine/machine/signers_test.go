package machine_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
)

// Whatever people do with their tasks, in whatever order, every state on the way keeps the invariants, and the instance
// ends once they only decide, or an admin has to name somebody.
func TestWhateverPeopleDoWithTheirTasks(t *testing.T) {
	quorums := []string{"any", "all", "order", "any unanimous", "all everybody", "all veto person:bob", "vote share 2/3", "vote share 1/2 over excluded"}
	rapid.Check(t, func(t *rapid.T) {
		src := "start s\nsettings admins person:adm\nend e\ns -> m -> n -> e\n"
		for _, id := range []string{"m", "n"} {
			src += fmt.Sprintf("approve %s by person:bob,person:cyd,person:dan due P1D quorum %s\n", id, rapid.SampledFrom(quorums).Draw(t, "quorum"))
		}
		d, err := machinetest.ParseFlow(src)
		if err != nil {
			t.Fatal(err)
		}
		w := newWalk(t, d, nil)
		w.play.Off = map[string]bool{}
		w.do(machine.Event{Type: machine.EventSubmitted, By: "ann"})
		for range rapid.IntRange(0, 25).Draw(t, "deeds") {
			if w.play.State.Status.Ended() {
				break
			}
			w.try(deed(t, &w.play))
		}
		for n := 0; len(w.play.Open()) > 0; n++ {
			if n > 200 {
				t.Fatal("deciding does not come to an end")
			}
			w.do(decision(t, w.play.Open()[0]))
		}
		if s := w.play.State.Status; !s.Ended() && s != machine.Faulted { // more are switched off than there are admins to ask
			t.Fatalf("nobody is asked and the instance is %s", s)
		}
		w.fold()
	})
}

func decision(t *rapid.T, k machine.Task) machine.Event {
	ev := machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: machine.OutcomeAdvised, Comment: "so be it"}
	if !k.Advice {
		ev.Outcome = rapid.SampledFrom([]machine.Outcome{machine.OutcomeApproved, machine.OutcomeApproved, machine.OutcomeRejected}).Draw(t, "outcome")
	}
	return ev
}

// deed is anything that can be done with one of the tasks; it may be refused.
func deed(t *rapid.T, p *machinetest.Play) machine.Event {
	k := *rapid.SampledFrom(p.State.Tasks).Draw(t, "task")
	person := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom([]string{"bob", "cyd", "dan", "eve", "fay", "gus", "hal", "ida", "jo"}).Draw(t, "person")
	})
	people := rapid.SliceOfNDistinct(person, 1, 2, rapid.ID[string]).Draw(t, "people")
	ev := machine.Event{By: k.Assignee, Task: k.ID, People: people[:1], Comment: "please"}
	ev.Type = rapid.SampledFrom([]machine.EventType{
		machine.EventTransferred, machine.EventDelegated, machine.EventDelegated, machine.EventRecalled, machine.EventSignersAdded,
		machine.EventSignersAdded, machine.EventSignersAdded, machine.EventSignersRemoved, machine.EventClaimed, machine.EventPutBack,
		machine.EventReassigned, machine.EventDecided, machine.EventDecided, machine.EventTakenBack, machine.EventInactive, machine.EventHandedOver,
	}).Draw(t, "deed")
	switch ev.Type {
	case machine.EventDecided:
		return decision(t, k)
	case machine.EventSignersAdded:
		ev.People = people
		ev.Place = rapid.SampledFrom([]machine.Place{machine.PlaceBefore, machine.PlaceAfter, machine.PlaceBeside}).Draw(t, "place")
		ev.Mode = rapid.SampledFrom([]flow.QuorumMode{flow.QuorumAny, flow.QuorumAll, flow.QuorumOrder}).Draw(t, "mode")
	case machine.EventInactive:
		p.Off[people[0]] = true
	case machine.EventHandedOver:
		ev.To = people[len(people)-1]
	}
	return ev
}
