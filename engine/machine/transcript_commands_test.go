package machine_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

var commands map[string]func(x *transcript, words, lines []string) string

func init() {
	commands = map[string]func(x *transcript, words, lines []string) string{
		"flow": func(x *transcript, _, lines []string) string {
			x.inst.Graph = machinetest.Flow(x.t, strings.Join(lines, "\n"))
			return "ok\n"
		},
		"people": func(x *transcript, _, lines []string) string {
			for _, line := range lines {
				key, list, _ := strings.Cut(line, "=")
				x.inst.People[strings.TrimSpace(key)] = strings.Fields(list)
			}
			return "ok\n"
		},
		"off": func(x *transcript, w, _ []string) string { return x.switched(w[0], true) },
		"on":  func(x *transcript, w, _ []string) string { return x.switched(w[0], false) },
		"inactive": func(x *transcript, w, _ []string) string {
			x.inst.Off[w[0]] = true
			return x.event(machine.Event{Type: machine.EventInactive, People: w})
		},
		"handover": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventHandedOver, By: "admin", People: w[:1], To: w[1]})
		},
		"record": func(x *transcript, _, lines []string) string { return x.setRecord(lines) },
		"submit": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventSubmitted, By: w[0], Set: x.set(w[1:]), Picks: picksOf(w)})
		},
		"trigger": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventSubmitted, By: w[0], Unattended: true})
		},
		"approve": func(x *transcript, w, _ []string) string { return x.decide(machine.OutcomeApproved, w) },
		"reject":  func(x *transcript, w, _ []string) string { return x.decide(machine.OutcomeRejected, w) },
		"deputy": func(x *transcript, w, _ []string) string {
			k, _ := x.inst.TaskOf(w[1])
			return x.event(machine.Event{
				Type: machine.EventDecided, By: w[0], OnBehalfOf: k.Assignee, Task: k.ID, Outcome: machine.OutcomeApproved,
			})
		},
		"transfer": func(x *transcript, w, _ []string) string { return x.toPeople(machine.EventTransferred, w) },
		"delegate": func(x *transcript, w, _ []string) string { return x.toPeople(machine.EventDelegated, w) },
		"recall":   func(x *transcript, w, _ []string) string { return x.event(x.ofTask(machine.EventRecalled, w)) },
		"advise":   func(x *transcript, w, _ []string) string { return x.decide(machine.OutcomeAdvised, w) },
		"reassign": func(x *transcript, w, _ []string) string {
			ev := x.ofTask(machine.EventReassigned, w)
			ev.By, ev.People = "admin", strings.Split(w[1], ",")
			return x.event(ev)
		},
		// add reads "bob before cyd,dan any".
		"add": func(x *transcript, w, _ []string) string {
			ev := x.ofTask(machine.EventSignersAdded, w)
			ev.Place, ev.People, ev.Seen = machine.Place(w[1]), strings.Split(w[2], ","), seenBy(w)
			if len(w) > 3 && !strings.Contains(w[3], "=") {
				ev.Mode = flow.QuorumMode(w[3])
			}
			return x.event(ev)
		},
		"remove":  func(x *transcript, w, _ []string) string { return x.toPeople(machine.EventSignersRemoved, w) },
		"claim":   func(x *transcript, w, _ []string) string { return x.event(x.ofTask(machine.EventClaimed, w)) },
		"putback": func(x *transcript, w, _ []string) string { return x.event(x.ofTask(machine.EventPutBack, w)) },
		// urge reads whose instance it is and how long nobody is to have been urged.
		"urge": func(x *transcript, w, _ []string) string {
			d, err := time.ParseDuration(w[1])
			if err != nil {
				x.t.Fatal(err)
			}
			return x.event(machine.Event{Type: machine.EventUrged, By: w[0], Since: x.now.Add(-d)})
		},
		"offers": func(x *transcript, w, _ []string) string {
			k, _ := x.inst.TaskOf(w[0])
			return fmt.Sprintln(machine.Offers(x.inst.Graph, x.inst.State, k))
		},
		"abstain": func(x *transcript, w, _ []string) string { return x.decide(machine.OutcomeAbstained, w) },
		"done":    func(x *transcript, w, _ []string) string { return x.decide(machine.OutcomeDone, w) },
		"return": func(x *transcript, w, _ []string) string {
			ev := x.ofTask(machine.EventReturned, w)
			ev.Node = w[1]
			ev.Direct = slices.Contains(w, "direct")
			return x.event(ev)
		},
		"takeback": func(x *transcript, w, _ []string) string { return x.event(x.ofTask(machine.EventTakenBack, w)) },
		"withdraw": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventWithdrawn, By: w[0]})
		},
		"suspend": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventSuspended, By: "admin", Comment: strings.Join(w, " ")})
		},
		"resume": func(x *transcript, _, _ []string) string {
			return x.event(machine.Event{Type: machine.EventResumed, By: "admin", Comment: "on again"})
		},
		"heldup": func(x *transcript, _, _ []string) string { return x.event(machine.Event{Type: machine.EventHeldUp}) },
		"letgo":  func(x *transcript, _, _ []string) string { return x.event(machine.Event{Type: machine.EventLetGo}) },
		"void": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventVoided, By: "admin", Comment: strings.Join(w, " ")})
		},
		// askvoid has somebody ask to declare it void, by the request "x-void"; answered tells how that ended.
		"askvoid": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventVoidAsked, By: w[0], Comment: strings.Join(w[1:], " "), Child: &machine.ChildNews{Instance: "x-void"}})
		},
		"answered": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventVoidAnswered, Child: &machine.ChildNews{Instance: "x-void", Status: machine.Status(w[0])}})
		},
		// request submits the instance as a request to declare another void.
		"request": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventSubmitted, By: w[0], Comment: strings.Join(w[1:], " "), Voids: "x-lease"})
		},
		// jump moves the token at the first node to the second.
		"jump": func(x *transcript, w, _ []string) string {
			ev := machine.Event{Type: machine.EventJumped, By: "admin", Node: w[1], Comment: strings.Join(w[2:], " ")}
			for _, t := range x.inst.State.Tokens {
				if t.Node == w[0] {
					ev.Activation = t.Activation
				}
			}
			return x.event(ev)
		},
		// started, unstarted and ended tell of a child, named as Play.Child does.
		"started": func(x *transcript, w, _ []string) string {
			news := x.news(w[0])
			news.Instance, news.Version = "x-"+news.ID, 1
			if len(w) > 1 {
				news.Version, _ = strconv.Atoi(w[1])
			}
			return x.event(machine.Event{Type: machine.EventChildStarted, Child: news})
		},
		"unstarted": func(x *transcript, w, _ []string) string {
			news := x.news(w[0])
			news.Reason = w[1]
			return x.event(machine.Event{Type: machine.EventChildFailed, Child: news})
		},
		"ended": func(x *transcript, w, _ []string) string {
			news := x.news(w[0])
			news.Status = machine.Status(w[1])
			return x.event(machine.Event{Type: machine.EventChildEnded, Child: news})
		},
		// shared tells what a child, or "-" for another, has changed of the record; with "undo" first, so that it can be put back.
		"shared": func(x *transcript, w, _ []string) string { return x.shared(w) },
		// told says what the record of a child says.
		"told": func(x *transcript, w, lines []string) string {
			c, _ := x.inst.Child(w[0])
			of := x.inst.Graph.Node(c.Node).Action.Subflow.Child(x.inst.Graph.Type(), x.inst.Graph.Types())
			own := map[string]any{}
			for _, line := range lines {
				key, v, _ := strings.Cut(line, "=")
				own[strings.TrimSpace(key)] = machinetest.Value(strings.TrimSpace(v))
			}
			x.inst.Told = map[string]record.Values{c.ID: x.parse(of, own)}
			return "ok\n"
		},
		// child submits the instance as a child of another; "waits" or not.
		"child": func(x *transcript, w, _ []string) string {
			depth, _ := strconv.Atoi(w[1])
			caller := &machine.Call{Instance: "parent", Child: "c7", Depth: depth, Waits: slices.Contains(w, "waits")}
			return x.event(machine.Event{Type: machine.EventSubmitted, By: w[0], Caller: caller})
		},
		"calledoff": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventCalledOff, Reason: w[0], Undone: x.undone(w)})
		},
		// undone tells an instance that has ended what whoever called it has put back.
		"undone": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventUndone, Undone: x.undone(append(w, "undone"))})
		},
		"wait": func(x *transcript, w, _ []string) string {
			d, err := time.ParseDuration(w[0])
			if err != nil {
				x.t.Fatal(err)
			}
			x.now = x.now.Add(d)
			return x.now.Format(time.DateTime) + "\n"
		},
		"timer": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventTimerFired, Timer: or(x.inst.TimerOf(w[0]), w[0])})
		},
		"retry": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventRetried, By: "admin", Incident: or(x.inst.IncidentAt(w[0]), w[0])})
		},
		"assign": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventAssigned, By: "admin", Incident: or(x.inst.IncidentAt(w[0]), w[0]), People: w[1:]})
		},
		"terminate": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventTerminated, By: "admin", Comment: strings.Join(w, " ")})
		},
		"event": func(x *transcript, _, lines []string) string {
			var ev machine.Event
			if err := json.Unmarshal([]byte(strings.Join(lines, "")), &ev); err != nil {
				x.t.Fatal(err)
			}
			return x.event(x.read(ev))
		},
		// quietly shows only where the instance then stands.
		"quietly": func(x *transcript, w, lines []string) string {
			answer := commands[w[0]](x, w[1:], lines)
			return answer[strings.Index(answer, "\n= ")+1:]
		},
		"advance":  func(x *transcript, _, lines []string) string { return x.advance(strings.Join(lines, "")) },
		"progress": func(x *transcript, _, _ []string) string { return x.progress() },
		"state": func(x *transcript, _, _ []string) string {
			b, err := json.MarshalIndent(x.inst.State, "", "  ")
			if err != nil {
				x.t.Fatal(err)
			}
			return string(b) + "\n"
		},
	}
}

func (x *transcript) news(which string) *machine.ChildNews {
	c, ok := x.inst.Child(which)
	if !ok {
		return &machine.ChildNews{ID: which}
	}
	return &machine.ChildNews{ID: c.ID}
}

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

// undone are all the changes of the instance, put back, or with "kept" left as they are; none where neither is among the words.
func (x *transcript) undone(words []string) []machine.Undone {
	var list []machine.Undone
	kept := slices.Contains(words, "kept")
	if !kept && !slices.Contains(words, "undone") {
		return nil
	}
	of := x.inst.Graph.Type()
	for _, c := range slices.Backward(machine.Undoables(x.inst.State, of, "", x.inst.Graph.Types())) {
		u := machine.Undone{Instance: "i", Activation: c.Activation, Type: c.Type, Was: c.After, Set: c.Before, Whole: true}
		if kept {
			u.Was, u.Set, u.Whole = nil, nil, false
		}
		list = append(list, u)
	}
	return list
}

func (x *transcript) switched(who string, off bool) string {
	x.inst.Off[who] = off
	return "ok\n"
}

// setRecord reads "field = value" and, for the record in a link field, "field.field = value".
func (x *transcript) setRecord(lines []string) string {
	of := x.inst.Graph.Type()
	own, linked := map[string]any{}, map[string]map[string]any{}
	for _, line := range lines {
		key, v, _ := strings.Cut(line, "=")
		key, v = strings.TrimSpace(key), strings.TrimSpace(v)
		if link, field, is := strings.Cut(key, "."); is {
			if linked[link] == nil {
				linked[link] = map[string]any{}
			}
			linked[link][field] = machinetest.Value(v)
			continue
		}
		own[key] = machinetest.Value(v)
	}
	x.inst.Record = x.parse(of, own)
	for link, raw := range linked {
		f, _ := of.Field(link)
		target, _ := x.inst.Graph.Types().RecordType(f.Target)
		id, _ := x.inst.Record[link].(string)
		x.inst.Linked[id] = x.parse(target, raw)
	}
	return "ok\n"
}

func (x *transcript) parse(of *record.Type, raw map[string]any) record.Values {
	v, err := of.Parse(raw)
	if err != nil {
		x.t.Fatal(err)
	}
	return v
}

// set reads "field=value" words. Fields that the type does not have come through as they are.
func (x *transcript) set(words []string) record.Values {
	var set record.Values
	for _, w := range words {
		key, v, is := strings.Cut(w, "=")
		if !is || key == "comment" || key == "seen" || strings.HasPrefix(key, "pick:") {
			continue
		}
		if set == nil {
			set = record.Values{}
		}
		if _, known := x.inst.Graph.Type().Field(key); !known {
			set[key] = v
			continue
		}
		set[key] = x.parse(x.inst.Graph.Type(), map[string]any{key: machinetest.Value(v)})[key]
	}
	return set
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

// picksOf reads "pick:node=bob,cyd".
func picksOf(words []string) map[string][]string {
	var picks map[string][]string
	for _, w := range words {
		node, people, is := strings.Cut(strings.TrimPrefix(w, "pick:"), "=")
		if is && strings.HasPrefix(w, "pick:") {
			if picks == nil {
				picks = map[string][]string{}
			}
			picks[node] = strings.Split(people, ",")
		}
	}
	return picks
}

// seenBy reads "seen=2", the version of the values that was looked at.
func seenBy(words []string) int {
	for _, w := range words {
		if n, is := strings.CutPrefix(w, "seen="); is {
			seen, err := strconv.Atoi(n)
			if err == nil {
				return seen
			}
		}
	}
	return 0
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

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
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
