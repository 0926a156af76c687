package machine_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

var monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// Random sound flows with random decisions always finish, and on the way there exactly those are asked whom a much
// simpler model of the same flow expects.
func TestSoundFlowsFinishAsTheModelSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := machinetest.SoundPlan(t, rapid.IntRange(0, 3).Draw(t, "depth"))
		w := newWalk(t, plan.Definition(), record.Values{"amount": decimal.NewFromInt(int64(plan.Amount))})
		w.do(machine.Event{Type: machine.EventSubmitted, By: "ann"})
		for n := 0; ; n++ {
			if diff := cmp.Diff(plan.Open(), w.open(), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("asked are others than the model expects (-model +machine):\n%s", diff)
			}
			if w.play.State.Status != plan.Status() {
				t.Fatalf("the instance is %s, the model says %s", w.play.State.Status, plan.Status())
			}
			open := w.play.Open()
			if len(open) == 0 {
				break
			}
			k := rapid.SampledFrom(open).Draw(t, "task")
			outcome := machine.OutcomeApproved
			switch {
			case k.Type == flow.ActionDo:
				outcome = machine.OutcomeDone
			case n < 60 && rapid.IntRange(0, 3).Draw(t, "rejects") == 0:
				outcome = machine.OutcomeRejected
			}
			w.do(machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: outcome, Comment: "so be it"})
			plan.Decide(k.Assignee, k.Node, outcome)
		}
		if !w.play.State.Status.Ended() {
			t.Fatalf("nobody is asked and the instance is %s", w.play.State.Status)
		}
		w.fold()
	})
}

// walk plays an instance and asserts the invariants after every step.
type walk struct {
	t    *rapid.T
	play machinetest.Play
	now  time.Time
}

func newWalk(t *rapid.T, d flow.Definition, r record.Values) *walk {
	g, err := flow.Compile(d, 1, machinetest.Types())
	if err != nil {
		t.Fatal(err)
	}
	return &walk{t: t, now: monday, play: machinetest.Play{Graph: g, Record: r, Linked: map[string]record.Values{}}}
}

// try feeds an event, and reports whether it was taken.
func (w *walk) try(ev machine.Event) bool {
	w.now = w.now.Add(time.Minute)
	if ev.At.IsZero() {
		ev.At = w.now
	}
	before := w.play.State
	step, err := w.play.Do(ev)
	if err != nil {
		return false
	}
	if n := asked(step); n > 1 && ev.Set["customer"] == nil {
		w.t.Errorf("the record was asked for %d times", n)
	}
	for _, broken := range machinetest.Broken(w.play.Graph, before, step) {
		w.t.Error(broken)
	}
	return true
}

// asked counts how often a step wanted the record: once, unless it sets a link and then looks where that leads.
func asked(step machine.Step) int {
	n := 0
	for _, ev := range machine.EventsOf(step.Journal) {
		if ev.Facts != nil {
			n++
		}
	}
	return n
}

func (w *walk) do(ev machine.Event) {
	if !w.try(ev) {
		w.t.Fatalf("refused: %+v", ev)
	}
}

func (w *walk) fold() {
	for _, broken := range machinetest.BrokenFold(w.play.Graph, w.play.State, w.play.Journal) {
		w.t.Error(broken)
	}
}

func (w *walk) open() []string {
	var open []string
	for _, k := range w.play.Open() {
		open = append(open, k.Assignee+"@"+k.Node)
	}
	slices.Sort(open)
	return open
}
