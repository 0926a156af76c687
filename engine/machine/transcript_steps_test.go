package machine_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

// shared reads which child, and what it has changed of the record.
func (x *transcript) shared(w []string) string {
	news := &machine.ChildNews{}
	undo := w[0] == "undo"
	if undo {
		w = w[1:]
	}
	if w[0] != "-" {
		news = x.news(w[0])
	}
	news.Set, news.Before = x.set(w[1:]), record.Values{}
	for key, v := range news.Set {
		news.Before[key] = x.inst.Record[key]
		x.inst.Record[key] = v
	}
	if undo {
		x.inst.Parts = append(x.inst.Parts, machine.Undoable{
			Child: news.ID, Instance: "x-" + news.ID, Activation: fmt.Sprint("a", len(x.inst.Parts)+1), At: x.now, Before: news.Before, After: news.Set,
		})
	}
	return x.event(machine.Event{Type: machine.EventShared, Child: news})
}

// decide reads whose task it is, as ofTask does, and what the decision brings.
func (x *transcript) decide(outcome machine.Outcome, words []string) string {
	ev := x.ofTask(machine.EventDecided, words)
	ev.Picks, ev.Seen = picksOf(words), seenBy(words)
	ev.Outcome, ev.Set, ev.Direct = outcome, x.set(words[1:]), slices.Contains(words, "direct")
	return x.event(ev)
}

// ofTask reads "bob", "bob@node" or "bob:k7", and after it "comment=why".
func (x *transcript) ofTask(event machine.EventType, words []string) machine.Event {
	who, id, given := strings.Cut(words[0], ":")
	by, _, _ := strings.Cut(who, "@")
	ev := machine.Event{Type: event, By: by}
	for _, w := range words[1:] {
		if c, is := strings.CutPrefix(w, "comment="); is {
			ev.Comment = c
		}
	}
	if k, ok := x.inst.TaskOf(who); ok && !given {
		id = k.ID
	}
	ev.Task = id
	return ev
}

// toPeople reads whose task it is and then people, "bob cyd,dan".
func (x *transcript) toPeople(event machine.EventType, w []string) string {
	ev := x.ofTask(event, w)
	ev.People = strings.Split(w[1], ",")
	return x.event(ev)
}

func (x *transcript) event(ev machine.Event) string {
	x.t.Helper()
	if ev.At.IsZero() {
		x.now = x.now.Add(time.Minute)
		ev.At = x.now
	}
	before := x.inst.State
	frozen := encode(x.t, before)
	step, err := x.inst.Do(ev)
	if encode(x.t, before) != frozen {
		x.t.Error("Advance changed the state that it was given")
	}
	if err != nil {
		return refusal(err)
	}
	for _, broken := range machinetest.Broken(x.inst.Graph, before, step) {
		x.t.Error(broken)
	}
	for _, broken := range machinetest.BrokenFold(x.inst.Graph, x.inst.State, x.inst.Journal) {
		x.t.Error(broken)
	}
	return told(step) + standing(x.inst.State)
}

func (x *transcript) read(ev machine.Event) machine.Event {
	ev, err := machine.ReadEvent(x.inst.Graph, ev)
	if err != nil {
		x.t.Fatal(err)
	}
	return ev
}

// advance feeds one event and answers nothing: what is asked is shown.
func (x *transcript) advance(src string) string {
	var ev machine.Event
	if err := json.Unmarshal([]byte(src), &ev); err != nil {
		x.t.Fatal(err)
	}
	if ev.At.IsZero() {
		ev.At = x.now
	}
	step, err := machinetest.Advance(x.inst.Graph, x.inst.State, x.read(ev))
	if err != nil {
		return refusal(err)
	}
	x.inst.State = step.State
	x.inst.Journal = append(x.inst.Journal, step.Journal...)
	var b strings.Builder
	for _, a := range step.Asks {
		by, err := json.Marshal(a.Selectors)
		if err != nil {
			x.t.Fatal(err)
		}
		fmt.Fprintf(&b, "asks %s %s %s%s\n", a.Type, a.Activation, purpose(a), by)
	}
	return told(step) + b.String() + standing(step.State)
}

func encode(t *testing.T, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func purpose(a machine.Ask) string {
	if a.Purpose == "" {
		return ""
	}
	return a.Purpose + " "
}
