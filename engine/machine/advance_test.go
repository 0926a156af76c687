package machine_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
	"flowline/engine/text"
)

// 会签 of 200: whatever the order, the step is passed exactly once, and what comes after is entered exactly once.
func TestTwoHundredSignatures(t *testing.T) {
	g := machinetest.Flow(t, "start s\napprove m by post:all quorum all\napprove n by person:gus\nend e\ns -> m -> n -> e")
	p := machinetest.Play{Graph: g, People: map[string][]string{}}
	for i := range 200 {
		p.People["post:all"] = append(p.People["post:all"], fmt.Sprintf("p%d", i))
	}
	mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
	tasks := p.Open()
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(tasks), func(i, j int) { tasks[i], tasks[j] = tasks[j], tasks[i] })
	for _, k := range tasks {
		mustDo(t, &p, machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: machine.OutcomeApproved})
	}
	if open := p.Open(); len(open) != 1 || open[0].Node != "n" || countEntries(p.Journal, machine.EntryEntered) != 2 {
		t.Errorf("open are %v", open)
	}
}

// Advance is pure: the state it is given stays as it is, also where the next one shares memory with it, and the same
// event gives the same step again.
func TestAdvanceChangesNothingAndRepeats(t *testing.T) {
	g := machinetest.Flow(t, "start s\nfork f\napprove a by person:bob,person:cyd quorum all\napprove b by person:dan due P1D\njoin j\nend e\ns -> f\nf -> a -> j\nf -> b -> j\nj -> e")
	p := machinetest.Play{Graph: g}
	mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
	for len(p.Open()) > 0 {
		k := p.Open()[0]
		ev := machine.Event{Type: machine.EventDecided, At: monday, By: k.Assignee, Task: k.ID, Outcome: machine.OutcomeApproved}
		before, frozen := p.State, p.State.Clone()
		one, err := machine.Advance(g, before, ev)
		two, again := machine.Advance(g, before, ev)
		if err != nil || again != nil {
			t.Fatal(err, again)
		}
		if diff := cmp.Diff(one, two); diff != "" {
			t.Error("the same event gave another step:", diff)
		}
		if diff := cmp.Diff(frozen, before); diff != "" {
			t.Error("the state before has changed:", diff)
		}
		mustDo(t, &p, ev)
		if diff := cmp.Diff(frozen, before); diff != "" {
			t.Error("the state before has changed later:", diff)
		}
	}
}

// Changing a clone changes nothing of what it was made of.
func TestCloneIsDeep(t *testing.T) {
	p := machinetest.Play{Graph: machinetest.Flow(t, "start s\napprove m by person:bob due P1D\nend e\ns -> m -> e")}
	mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
	was := encode(t, p.State)
	c := p.State.Clone()
	c.Tokens[0].Node, c.Tasks[0].Comment, c.Timers[0].Kind, c.Passed[0].Edge = "x", "x", "x", "x"
	c.Activations[0].Node, c.Activations[1].Slots[0].Outcome = "x", "x"
	if encode(t, p.State) != was {
		t.Error("the clone shares memory")
	}
}

// A version runs on while others are published, and two flows may use the same node ids: an instance goes only with the
// graph that it started with.
func TestAnInstanceKeepsItsVersion(t *testing.T) {
	p := machinetest.Play{Graph: machinetest.Flow(t, "start s\napprove m by person:bob\nend e\ns -> m -> e")}
	mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
	d := p.Graph.Definition()
	d.Key = "other"
	_, err := machine.Advance(machinetest.Compile(t, d), p.State, machine.Event{
		Type: machine.EventDecided, At: monday, By: "bob", Task: p.Open()[0].ID, Outcome: machine.OutcomeApproved})
	if !fault.Is(err, fault.Internal) {
		t.Errorf("got %v", err)
	}
}

// Facts that come with an event spare the question.
func TestFactsGivenAreNotAsked(t *testing.T) {
	g := machinetest.Flow(t, "start s fields amount:required\ndecision c\nend e\nend big\ns -> c\nc -> big : record.amount > 100\nc -> e : else")
	facts := record.Values{"amount": decimal.NewFromInt(500)}
	step, err := machine.Advance(g, machine.State{}, machine.Event{Type: machine.EventSubmitted, At: monday, By: "ann", Facts: facts})
	if err != nil || len(step.Asks) != 0 || step.State.Status != machine.Approved {
		t.Errorf("asks %v, status %s, %v", step.Asks, step.State.Status, err)
	}
}

// Who comes too late is told by whom, and when, in words that the caller chooses.
func TestHandledBy(t *testing.T) {
	p := machinetest.Play{Graph: machinetest.Flow(t, "start s\napprove m by person:bob,person:cyd\nend e\ns -> m -> e")}
	mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
	late := p.Open()[1]
	mustDo(t, &p, machine.Event{Type: machine.EventDecided, By: "bob", Task: p.Open()[0].ID, Outcome: machine.OutcomeApproved})
	_, err := p.Do(machine.Event{Type: machine.EventDecided, At: monday, By: "cyd", Task: late.ID, Outcome: machine.OutcomeApproved})
	h, ok := machine.HandledBy(fault.Wrap(err, "decide"))
	if !ok || h.By != "bob" || !h.At.Equal(monday) {
		t.Fatalf("handled by %+v, %v", h, ok)
	}
	if got := h.Refusal(text.T("鲍勃", "Bob"), "9:00").Text; got != text.T("鲍勃 已于 9:00 处理了这个待办，您不用再处理。", "Already handled by Bob at 9:00; there is nothing left for you to do.") {
		t.Error(got)
	}
	if _, ok := machine.HandledBy(fault.New(fault.Conflict, "other", text.T("", ""))); ok {
		t.Error("another fault is no Handled")
	}
}

// A comment may be long, but not endless.
func TestCommentLimit(t *testing.T) {
	p := machinetest.Play{Graph: machinetest.Flow(t, "start s\napprove m by person:bob\nend e\ns -> m -> e")}
	mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
	ev := machine.Event{Type: machine.EventDecided, At: monday, By: "bob", Task: p.Open()[0].ID, Outcome: machine.OutcomeApproved}
	ev.Comment = strings.Repeat("长", machine.MaxComment+1)
	if _, err := p.Do(ev); fault.ReasonOf(err) != "comment_too_long" {
		t.Errorf("got %v", err)
	}
	ev.Comment = "bad \xff bytes"
	if _, err := p.Do(ev); fault.ReasonOf(err) != "comment_unreadable" {
		t.Errorf("got %v", err)
	}
	ev.Comment = strings.Repeat("长", machine.MaxComment)
	mustDo(t, &p, ev)
}

// A graph is shared by many instances at once.
func TestManyInstancesOverOneGraph(t *testing.T) {
	g := machinetest.Flow(t, "start s\nfork f\napprove a by person:bob\napprove b by person:cyd\njoin j\ndecision c\nend e\nend big\ns -> f\nf -> a -> j\nf -> b -> j\nj -> c\nc -> big : record.amount > 100\nc -> e : else")
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			p := machinetest.Play{Graph: g, Record: record.Values{"amount": decimal.NewFromInt(int64(i * 20))}}
			mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
			for len(p.Open()) > 0 {
				k := p.Open()[0]
				mustDo(t, &p, machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: machine.OutcomeApproved})
			}
			if p.State.Status != machine.Approved {
				t.Error(p.State.Status)
			}
		})
	}
	all.Wait()
}

// A flow that forks in a circle in which nobody is asked is stopped soon, with an incident for each branch.
func TestForkingInACircleIsStopped(t *testing.T) {
	p := machinetest.Play{Graph: machinetest.Flow(t, "start s\nfork f\nfork g\njoin j\nend e\ns -> f\nf -> g\nf -> j\ng -> f\ng -> j\nj -> e")}
	mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
	if p.State.Status != machine.Faulted || len(p.State.Tokens) > machine.MaxBranches {
		t.Errorf("%s with %d tokens", p.State.Status, len(p.State.Tokens))
	}
}

// Then puts steps together: one change for each record, everything else in order.
func TestStepThen(t *testing.T) {
	one := machine.Step{
		Journal: []machine.Entry{{Seq: 1}}, Jobs: []machine.Job{{ID: "j1"}}, Asks: []machine.Ask{{Type: machine.AskFacts}},
		Changes: []record.Change{{Type: "contract", Set: record.Values{"a": "1", "b": "1"}}},
	}
	two := machine.Step{
		State: machine.State{Seq: 2}, Journal: []machine.Entry{{Seq: 2}}, Jobs: []machine.Job{{ID: "j2"}},
		Changes: []record.Change{{Type: "contract", Set: record.Values{"b": "2"}}, {Type: "customer", ID: "c1", Set: record.Values{"x": "3"}}},
	}
	want := machine.Step{
		State: machine.State{Seq: 2}, Journal: []machine.Entry{{Seq: 1}, {Seq: 2}}, Jobs: []machine.Job{{ID: "j1"}, {ID: "j2"}},
		Changes: []record.Change{{Type: "contract", Set: record.Values{"a": "1", "b": "2"}}, {Type: "customer", ID: "c1", Set: record.Values{"x": "3"}}},
	}
	if diff := cmp.Diff(want, one.Then(two)); diff != "" {
		t.Error(diff)
	}
	if b, _ := json.Marshal(one.Changes[0].Set); string(b) != `{"a":"1","b":"1"}` {
		t.Errorf("Then changed the first step: %s", b)
	}
}
