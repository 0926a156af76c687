package machine_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
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
			return x.event(machine.Event{Type: machine.EventCalledOff, Reason: w[0], Restored: x.undone(w)})
		},
		// undone tells an instance that has ended what whoever called it has put back.
		"undone": func(x *transcript, w, _ []string) string {
			return x.event(machine.Event{Type: machine.EventUndone, Restored: x.undone(append(w, "undone"))})
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
