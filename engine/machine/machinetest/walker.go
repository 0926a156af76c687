package machinetest

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/flow/flowtest"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// crowd are the people of a walk.
var crowd = []string{"ann", "bob", "cyd", "dan", "eve", "fay"}

// Walker does anything at all to an instance of a random sound flow: every action by anybody, sensible or not. The same
// seed does the same.
type Walker struct {
	Play     Play
	Steps    int            // events taken
	Drawn    map[string]int // how often each kind of event and each option was drawn
	Happened map[string]int // and how often it came to anything: the event was taken, the option decided what followed
	Broken   []string       // what did not hold, with what had been done

	kept Kept
	dice *rand.Rand
	more *rand.Rand // draws what walks came to know later, apart, so that it changes nothing of the rest
	now  time.Time
}

// Walk begins a walk.
func Walk(seed uint64) (*Walker, error) {
	w := &Walker{dice: rand.New(rand.NewPCG(seed, 2026)), more: rand.New(rand.NewPCG(seed, 2027)),
		now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Drawn: map[string]int{}, Happened: map[string]int{}}
	d := rapid.Custom(func(t *rapid.T) flow.Definition { return flowtest.SoundFlow(t, crowd...) }).Example(int(seed))
	w.subflows(&d)
	w.policies(&d)
	w.Play = Play{Linked: map[string]record.Values{}, Off: map[string]bool{}, Record: record.Values{
		"amount": decimal.NewFromInt(int64(w.dice.IntN(200))), "months": decimal.NewFromInt(int64(w.dice.IntN(36))), "urgent": w.dice.IntN(2) == 0,
		"signed": record.Day("2026-03-04"),
	}}
	w.morePolicies(&d)
	w.morePeople()
	g, err := flow.Compile(d, 1, Types())
	if err != nil {
		return nil, err
	}
	w.Play.Graph = g
	w.drew(optionsOf(g)...)
	w.kept, err = begun(d, w.Play)
	return w, err
}

// Kept is the walk so far.
func (w *Walker) Kept() Kept { return w.kept }

// policies gives the flow and its steps random ones.
func (w *Walker) policies(d *flow.Definition) {
	d.Settings = &flow.Settings{
		Withdraw: pick(w, flow.WithdrawUndecided, flow.WithdrawAlways),
		Dedup:    pick(w, flow.DedupOff, flow.DedupWhole, flow.DedupConsecutive),
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Action == nil || n.Action.Approve == nil {
			continue
		}
		a := n.Action.Approve
		a.Quorum = pick(w,
			flow.Quorum{Mode: flow.QuorumAny}, flow.Quorum{Mode: flow.QuorumAny, AllRejects: true},
			flow.Quorum{Mode: flow.QuorumAll}, flow.Quorum{Mode: flow.QuorumAll, WaitAll: true}, flow.Quorum{Mode: flow.QuorumOrder},
			flow.Quorum{Mode: flow.QuorumVote, Vote: &flow.Vote{Share: flow.Fraction{Of: 1, All: 2}}},
			flow.Quorum{Mode: flow.QuorumVote, Vote: &flow.Vote{Share: flow.Fraction{Of: 2, All: 3}, Over: true, Abstain: flow.AbstainExcluded}},
		)
		a.Reject = pick(w, nil, nil, &flow.Reject{To: flow.RejectStart}, &flow.Reject{To: flow.RejectPrevious},
			&flow.Reject{Parallel: flow.RejectOwn}, &flow.Reject{Parallel: flow.RejectLater})
		a.Return = pick(w, nil, &flow.Return{Mode: flow.ReturnDirect}, &flow.Return{Mode: flow.ReturnDirect, KeepVotes: true},
			&flow.Return{Mode: flow.ReturnReturner}, &flow.Return{Mode: flow.ReturnSubmitter})
		a.Self = pick(w, flow.SelfSkip, flow.SelfAsk)
		if w.dice.IntN(3) == 0 {
			a.Due = "PT1H"
			a.Deadline = pick(w, nil, &flow.Deadline{Count: flow.CountWork}, &flow.Deadline{Field: "signed", Before: true})
			a.Late = append(w.late(), w.lateLine(d, n.ID)...)
		}
		if w.dice.IntN(2) == 0 {
			a.Fields = map[string]record.Access{"note": record.Edit, "amount": record.Edit, "signed": record.Edit}
		}
	}
}

// late draws what happens around a deadline.
func (w *Walker) late() []flow.Late {
	all := []flow.Late{
		{Before: "PT30M", Do: flow.LateRemind}, {Do: flow.LateRemind, Every: "PT20M", Times: 3}, {After: "PT10M", Do: flow.LateCopy},
		{After: "PT20M", Do: flow.LateBeside}, {After: "PT30M", Do: flow.LateTransfer}, {After: "PT1H", Do: flow.LateApprove},
		{After: "PT1H", Do: flow.LateReject}, {After: "PT1H", Do: flow.LateReturn}, {After: "PT1H", Do: flow.LateReturn, To: flow.LateToPrevious},
	}
	w.dice.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:w.dice.IntN(4)]
}

// lateLine draws, now and then, an arrow for time running out beside the one that leads on.
func (w *Walker) lateLine(d *flow.Definition, node string) []flow.Late {
	for _, e := range d.Edges {
		if e.From == node && e.On == flow.OnApproved && w.dice.IntN(4) == 0 {
			d.Edges = append(d.Edges, flow.Edge{ID: e.ID + "-late", From: node, To: e.To, On: flow.OnLate})
			return []flow.Late{{After: "PT15M", Do: flow.LateLine}}
		}
	}
	return nil
}

// Go takes up to n events, most of them such as make sense, and checks after each what always holds.
func (w *Walker) Go(n int) {
	w.do(w.submitting())
	if w.Play.State.Status == "" {
		return // whom to pick was not to be found: nothing has begun
	}
	for range n {
		if w.Play.State.Status.Ended() || len(w.Broken) > 0 {
			break
		}
		w.do(w.any())
	}
	if !w.Play.State.Status.Ended() && len(w.Broken) == 0 {
		w.do(machine.Event{Type: machine.EventTerminated, By: "admin", Comment: "enough"})
	}
	w.afterwards()
	w.Broken = append(w.Broken, BrokenFold(w.Play.Graph, w.Play.State, w.Play.Journal)...)
	if !w.Play.State.Status.Ended() {
		w.Broken = append(w.Broken, "an admin could not end it")
	}
}

func (w *Walker) do(ev machine.Event) {
	w.now = w.now.Add(time.Minute)
	ev.At = w.now
	before := w.Play.State
	w.drew(optionsOfEvent(ev)...)
	h := Happening{Event: ev}
	if ev.Child != nil {
		h.Told = w.told()
	}
	step, err := w.meet(h)
	for range 8 {
		if err == nil || !w.amend(&h.Event, err) {
			break
		}
		step, err = w.meet(h)
	}
	ev = h.Event
	if err != nil {
		return
	}
	w.Steps++
	w.happened(before, ev, step)
	for _, broken := range Broken(w.Play.Graph, before, step) {
		w.Broken = append(w.Broken, fmt.Sprintf("after %+v: %s", ev, broken))
	}
}

// meet feeds what happens, and keeps it unless it is refused. What panics is kept.
func (w *Walker) meet(h Happening) (machine.Step, error) {
	before := w.kept.Events
	w.kept.Events = append(before, h.renamed(names(w.Play.State)))
	step, err := w.Play.Meet(h)
	if err != nil {
		w.kept.Events = before
	}
	return step, err
}

// any draws an event.
func (w *Walker) any() machine.Event {
	s := w.Play.State
	if w.chance(4) {
		if ev, drawn := w.further(); drawn {
			return ev
		}
	}
	if !s.SuspendedAt.IsZero() {
		return machine.Event{Type: machine.EventResumed, By: "admin", Comment: "on again"}
	}
	if running := machine.Ticking(s.Timers); len(running) > 0 && w.dice.IntN(8) == 0 {
		m := running[w.dice.IntN(len(running))]
		if m.At.After(w.now) {
			w.now = m.At
		}
		return machine.Event{Type: machine.EventTimerFired, Timer: m.ID, Since: w.now.Add(-time.Hour)}
	}
	for _, k := range s.Tasks {
		if k.State == machine.TaskDelegated && w.dice.IntN(8) == 0 {
			return machine.Event{Type: machine.EventRecalled, By: k.Assignee, Task: k.ID}
		}
	}
	if open := w.Play.Open(); len(open) > 0 && w.dice.IntN(10) < 8 {
		return w.withTask(open[w.dice.IntN(len(open))])
	}
	if ev, any := w.child(); any && w.dice.IntN(10) < 8 {
		return ev
	}
	switch w.dice.IntN(10) {
	case 7:
		return machine.Event{Type: machine.EventInactive, People: []string{pick(w, "eve", "fay")}}
	case 0:
		if i := w.incident(); i != "" {
			return machine.Event{Type: machine.EventAssigned, By: "admin", Incident: i, People: w.people(1)}
		}
	case 1:
		if i := w.incident(); i != "" {
			return machine.Event{Type: machine.EventRetried, By: "admin", Incident: i}
		}
	case 3:
		if len(s.Tokens) > 0 {
			t := s.Tokens[w.dice.IntN(len(s.Tokens))]
			if to := machine.Landings(w.Play.Graph, s, t.Activation); len(to) > 0 {
				return machine.Event{Type: machine.EventJumped, By: "admin", Activation: t.Activation, Node: to[w.dice.IntN(len(to))], Comment: "repair"}
			}
		}
	case 4:
		return machine.Event{Type: machine.EventSuspended, By: "admin", Comment: "pause"}
	case 5:
		if w.dice.IntN(5) == 0 {
			return machine.Event{Type: machine.EventWithdrawn, By: "ann"}
		}
		return machine.Event{Type: machine.EventUrged, By: "ann", Since: w.now.Add(-time.Hour)}
	case 6:
		leaver := crowd[w.dice.IntN(len(crowd))]
		return machine.Event{Type: machine.EventHandedOver, By: "admin", People: []string{leaver}, To: w.person()}
	}
	if len(s.Tasks) == 0 {
		return machine.Event{Type: machine.EventResumed, By: "admin", Comment: "on again"}
	}
	k := s.Tasks[w.dice.IntN(len(s.Tasks))]
	for _, x := range s.Tasks {
		if x.State == machine.TaskDelegated && w.dice.IntN(4) == 0 {
			return machine.Event{Type: machine.EventRecalled, By: x.Assignee, Task: x.ID}
		}
		if x.DecidedBy != "" && w.dice.IntN(3) == 0 && machine.CanBeTakenBack(w.Play.Graph, s, *x, x.DecidedBy, nil) {
			return machine.Event{Type: machine.EventTakenBack, By: x.DecidedBy, Task: x.ID}
		}
	}
	return pick(w,
		machine.Event{Type: machine.EventTakenBack, By: k.DecidedBy, Task: k.ID},
		machine.Event{Type: machine.EventRecalled, By: k.Assignee, Task: k.ID},
		machine.Event{Type: machine.EventPutBack, By: k.Assignee, Task: k.ID},
		machine.Event{Type: machine.EventSignersRemoved, By: k.Assignee, Task: k.ID, People: w.people(2)},
		machine.Event{Type: machine.EventReassigned, By: "admin", Task: k.ID, People: w.people(1), Comment: "ill"},
		machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: machine.OutcomeApproved},
	)
}

// withTask draws what its assignee does with an open task: mostly deciding it.
func (w *Walker) withTask(k machine.Task) machine.Event {
	ev := machine.Event{By: k.Assignee, Task: k.ID, Comment: "so", People: w.people(1)}
	if to := machine.Targets(w.Play.Graph, w.Play.State, k); len(to) > 0 && w.dice.IntN(6) == 0 {
		ev.Type, ev.Node, ev.Direct = machine.EventReturned, to[w.dice.IntN(len(to))].Node, w.dice.IntN(2) == 0
		return ev
	}
	switch w.dice.IntN(12) {
	case 0:
		ev.Type = machine.EventTransferred
	case 1:
		ev.Type = machine.EventDelegated
	case 2:
		ev.Type, ev.People = machine.EventSignersAdded, w.people(2)
		ev.Place = pick(w, machine.PlaceBefore, machine.PlaceAfter, machine.PlaceBeside)
		ev.Mode = pick(w, flow.QuorumAny, flow.QuorumAll, flow.QuorumOrder)
	case 3:
		ev.Type = machine.EventClaimed
	default:
		ev.Type, ev.Outcome, ev.People = machine.EventDecided, w.outcome(k), nil
		ev.Direct = w.dice.IntN(2) == 0
		if w.dice.IntN(4) == 0 {
			ev.Set = record.Values{"amount": decimal.NewFromInt(int64(w.dice.IntN(200)))}
		}
	}
	return ev
}

func (w *Walker) outcome(k machine.Task) machine.Outcome {
	outcomes := machine.Outcomes(w.Play.Graph, k)
	if len(outcomes) == 0 {
		return machine.OutcomeApproved
	}
	if w.dice.IntN(5) > 0 {
		return outcomes[0]
	}
	return outcomes[w.dice.IntN(len(outcomes))]
}

func (w *Walker) incident() string {
	for _, i := range w.Play.State.Incidents {
		if i.ResolvedAt.IsZero() {
			return i.ID
		}
	}
	return ""
}

func (w *Walker) person() string { return crowd[w.dice.IntN(len(crowd))] }

func (w *Walker) people(most int) []string {
	var out []string
	for range 1 + w.dice.IntN(most) {
		out = append(out, w.person())
	}
	return out
}

func pick[T any](w *Walker, among ...T) T { return oneOf(w.dice, among...) }

func oneOf[T any](dice *rand.Rand, among ...T) T { return among[dice.IntN(len(among))] }
