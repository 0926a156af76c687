package machine_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

// Whatever is drawn, whatever the record holds and whatever people do: nothing panics, the invariants hold after every
// step, and what is refused changes nothing.
func TestAnyFlowKeepsTheInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		own, linked := machinetest.WildRecord(t)
		w := newWalk(t, machinetest.WildFlow(t), own)
		w.play.Linked = linked
		w.play.People = map[string][]string{"post:vacant": nil}
		w.do(machine.Event{Type: machine.EventSubmitted, By: rapid.SampledFrom([]string{"ann", "bob"}).Draw(t, "submitter")})
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			if w.play.State.Status.Ended() {
				break
			}
			w.try(wildEvent(t, w))
		}
		w.try(machine.Event{Type: machine.EventTerminated, By: "admin", Comment: "enough"})
		if !w.play.State.Status.Ended() {
			t.Fatal("an admin could not end it")
		}
		w.fold()
	})
}

// wildEvent draws an event that mostly makes sense.
func wildEvent(t *rapid.T, w *walk) machine.Event {
	s := w.play.State
	switch rapid.IntRange(0, 9).Draw(t, "event") {
	case 0:
		if len(s.Incidents) > 0 {
			i := rapid.SampledFrom(s.Incidents).Draw(t, "incident")
			return machine.Event{Type: machine.EventRetried, By: "admin", Incident: i.ID}
		}
	case 1:
		if len(s.Incidents) > 0 {
			i := rapid.SampledFrom(s.Incidents).Draw(t, "incident")
			return machine.Event{Type: machine.EventAssigned, By: "admin", Incident: i.ID, People: []string{"dan", "ann", "dan"}}
		}
	case 2:
		if len(s.Timers) > 0 {
			m := rapid.SampledFrom(s.Timers).Draw(t, "timer")
			w.now = w.now.Add(time.Hour)
			return machine.Event{Type: machine.EventTimerFired, Timer: m.ID}
		}
	}
	if len(s.Tasks) == 0 {
		return machine.Event{Type: machine.EventPeople, Activation: "a1", People: []string{"ann"}}
	}
	k := *rapid.SampledFrom(s.Tasks).Draw(t, "task")
	if open := w.play.Open(); len(open) > 0 && rapid.IntRange(0, 9).Draw(t, "open") > 0 {
		k = rapid.SampledFrom(open).Draw(t, "task")
	}
	outcomes := []machine.Outcome{machine.OutcomeApproved, machine.OutcomeApproved, machine.OutcomeRejected}
	if k.Type == "do" {
		outcomes = []machine.Outcome{machine.OutcomeDone}
	}
	ev := machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: rapid.SampledFrom(outcomes).Draw(t, "outcome"), Comment: "so"}
	if sets := rapid.IntRange(0, 3).Draw(t, "sets"); sets < len(wildSets) {
		ev.Set = wildSets[sets]
	}
	return ev
}

var wildSets = []record.Values{{"note": "seen"}, {"note": "seen", "amount": nil}, {"customer": "c2"}}
