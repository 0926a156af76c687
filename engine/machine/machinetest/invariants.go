package machinetest

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/google/go-cmp/cmp"

	"flowline/engine/flow"
	"flowline/engine/machine"
)

// Broken tells which of the things that always hold do not, of a state that a step led to from before. The step is a
// settled one: nothing is asked.
func Broken(g *flow.Graph, before machine.State, step machine.Step) []string {
	c := checker{g: g, s: step.State}
	c.tokens()
	c.scopes()
	c.joins(before, step.Journal)
	c.tasks()
	c.groups()
	c.children(before)
	c.ended()
	c.voiding(before)
	c.told(before, step.Journal)
	c.history(before)
	c.saved()
	return c.broken
}

// Folded is how far a journal was folded, and what it came to: nothing at first.
type Folded struct {
	state  machine.State
	events int
}

// BrokenFold tells whether the events of a journal, once saved and read back, do not lead to the state.
func BrokenFold(g *flow.Graph, s machine.State, journal []machine.Entry) []string {
	_, broken := Folded{}.On(g, s, journal)
	return broken
}

// On folds what the journal has grown by, and tells whether that does not lead to the state.
func (f Folded) On(g *flow.Graph, s machine.State, journal []machine.Entry) (Folded, []string) {
	all := machine.EventsOf(journal)
	if f.events > len(all) {
		f = Folded{}
	}
	var events []machine.Event
	saved, err := json.Marshal(all[f.events:])
	if err == nil {
		err = json.Unmarshal(saved, &events)
	}
	for i := range events {
		if err == nil {
			events[i], err = machine.ReadEvent(g, events[i])
		}
	}
	next := Folded{events: len(all)}
	if err == nil {
		next.state, err = machine.Fold(g, f.state, events)
	}
	if err != nil {
		return Folded{}, []string{"folding the events: " + err.Error()}
	}
	if diff := differ(s, next.state); diff != "" {
		return Folded{}, []string{"folding the events gives another state (-saved +folded):\n" + diff}
	}
	return next, nil
}

// differ tells in what two values differ; "" when they do not. Equal ones, which is nearly all, are soon told.
func differ(a, b any) string {
	if reflect.DeepEqual(a, b) {
		return ""
	}
	return cmp.Diff(a, b)
}

type checker struct {
	g      *flow.Graph
	s      machine.State
	broken []string
}

func (c *checker) say(format string, args ...any) {
	c.broken = append(c.broken, fmt.Sprintf(format, args...))
}

func (c *checker) activation(id string) machine.Activation {
	for _, a := range c.s.Activations {
		if a.ID == id {
			return *a
		}
	}
	c.say("no activation %s", id)
	return machine.Activation{}
}

func (c *checker) held(activation string) bool {
	return slices.ContainsFunc(c.s.Incidents, func(i machine.Incident) bool { return i.Activation == activation && i.ResolvedAt.IsZero() })
}

func (c *checker) asked(activation string) bool {
	return slices.ContainsFunc(c.s.Tasks, func(k *machine.Task) bool { return k.Activation == activation && k.State == machine.TaskOpen })
}

// called reports whether a child of an activation is under way. While an instance is suspended nothing goes on by what
// they came to.
func (c *checker) called(activation string) bool {
	return slices.ContainsFunc(c.s.Children, func(x machine.Child) bool {
		live := x.State == machine.ChildWanted || x.State == machine.ChildStarted
		return x.Activation == activation && (live || c.s.Status == machine.Suspended)
	})
}

// children that are to be started, or are waited for, belong to a token; one that ended stays as it was.
func (c *checker) children(before machine.State) {
	live := map[string]bool{}
	for _, t := range c.s.Tokens {
		live[t.Activation] = true
	}
	for _, x := range c.s.Children {
		detached := c.g.Node(x.Node).Action.Subflow.Detached
		wanted := x.State == machine.ChildWanted || x.State == machine.ChildFailed || x.State == machine.ChildStarted && !detached
		if wanted && !live[x.Activation] {
			c.say("child %s is %s and no token waits for it", x.ID, x.State)
		}
	}
	for i, x := range before.Children {
		switch x.State {
		case machine.ChildWanted, machine.ChildStarted, machine.ChildFailed:
		default:
			if c.s.Children[i] != x {
				c.say("child %s was %s and has changed", x.ID, x.State)
			}
		}
	}
}

// tokens stand on nodes of the graph, in an activation of that node, and wait for something.
func (c *checker) tokens() {
	for _, t := range c.s.Tokens {
		n := c.g.Node(t.Node)
		if n == nil {
			c.say("token %s stands on no node: %s", t.ID, t.Node)
			continue
		}
		a := c.activation(t.Activation)
		if a.Node != t.Node || !a.LeftAt.IsZero() {
			c.say("token %s at %s is in activation %s of %s, left at %v", t.ID, t.Node, a.ID, a.Node, a.LeftAt)
		}
		if !c.asked(a.ID) && !c.held(a.ID) && !c.called(a.ID) && n.Kind != flow.KindJoin {
			c.say("token %s at %s waits for nothing", t.ID, t.Node)
		}
	}
	if onlyJoins := len(c.s.Tokens) > 0 && !slices.ContainsFunc(c.s.Tokens, func(t machine.Token) bool {
		return c.asked(t.Activation) || c.held(t.Activation) || c.called(t.Activation)
	}); onlyJoins {
		c.say("every token waits in a join: %v", c.s.Tokens)
	}
}

// scopes hold no more tokens than they made branches, and are gone when they hold none.
func (c *checker) scopes() {
	parents := map[string]string{}
	for _, s := range c.s.Scopes {
		parents[s.ID] = s.Parent
	}
	in, below := map[string]int{}, map[string]int{}
	for _, t := range c.s.Tokens {
		if _, known := parents[t.Scope]; t.Scope != "" && !known {
			c.say("token %s is in no scope: %s", t.ID, t.Scope)
		}
		in[t.Scope]++
		for id := t.Scope; id != ""; id = parents[id] {
			below[id]++
		}
	}
	for _, s := range c.s.Scopes {
		if in[s.ID] > s.Branches {
			c.say("scope %s made %d branches and holds %d tokens", s.ID, s.Branches, in[s.ID])
		}
		if below[s.ID] == 0 {
			c.say("scope %s is empty", s.ID)
		}
		if _, known := parents[s.Parent]; s.Parent != "" && !known {
			c.say("scope %s lies in none: %s", s.ID, s.Parent)
		}
	}
}

// tasks that can still be decided belong to a token that waits; timers belong to open tasks.
func (c *checker) tasks() {
	live := map[string]bool{}
	for _, t := range c.s.Tokens {
		live[t.Activation] = true
	}
	open, waits := map[string]bool{}, map[string]bool{}
	for _, k := range c.s.Tasks {
		waits[k.ID] = k.State == machine.TaskOpen || k.State == machine.TaskWaiting
		if open[k.ID] = k.State == machine.TaskOpen; goesOn[k.State] && !live[k.Activation] {
			c.say("task %s is %s and no token waits for it", k.ID, k.State)
		}
		if k.Node != c.activation(k.Activation).Node {
			c.say("task %s of %s is in an activation of another node", k.ID, k.Node)
		}
	}
	for _, t := range c.s.Timers {
		if !open[t.Task] && t.StoppedAt.IsZero() {
			c.say("timer %s runs for task %s, which is not open", t.ID, t.Task)
		}
		if t.At.IsZero() || !waits[t.Task] {
			c.say("timer %s is set to %v for task %s", t.ID, t.At, t.Task)
		}
	}
}

// goesOn are the states that are not final.
var goesOn = map[machine.TaskState]bool{
	machine.TaskOpen: true, machine.TaskWaiting: true, machine.TaskDelegated: true, machine.TaskPending: true,
}

// groups: what is asked belongs to a signature that is still wanted, and every opinion to a task that waits for it.
func (c *checker) groups() {
	tasks := map[string]machine.Task{}
	for _, k := range c.s.Tasks {
		tasks[k.ID] = *k
	}
	advised := map[string]int{}
	for _, k := range c.s.Tasks {
		if !goesOn[k.State] {
			continue
		}
		if k.Advice {
			advised[k.Origin]++
			if tasks[k.Origin].State != machine.TaskDelegated {
				c.say("opinion %s is asked for task %s, which is %s", k.ID, k.Origin, tasks[k.Origin].State)
			}
		}
		c.slotOf(*k)
	}
	for _, k := range c.s.Tasks {
		if k.State == machine.TaskDelegated && advised[k.ID] != 1 {
			c.say("task %s is delegated and %d opinions are asked for it", k.ID, advised[k.ID])
		}
	}
	for _, a := range c.s.Activations {
		for _, g := range a.Groups {
			if g.Done == "" && a.LeftAt.IsZero() && !goesOn[tasks[g.Task].State] {
				c.say("group %s is asked for task %s, which is %s", g.ID, g.Task, tasks[g.Task].State)
			}
		}
	}
}

// slotOf: a task that goes on is for a signature that is not given, in a group that is not done.
func (c *checker) slotOf(k machine.Task) {
	a := c.activation(k.Activation)
	i := slices.IndexFunc(a.Slots, func(s machine.Slot) bool { return s.ID == k.Slot })
	if i < 0 || a.Slots[i].Outcome != "" {
		c.say("task %s is %s for a signature that is not wanted", k.ID, k.State)
		return
	}
	for _, g := range a.Groups {
		if g.ID == a.Slots[i].Group && g.Done != "" {
			c.say("task %s is %s in a group that came to %s", k.ID, k.State, g.Done)
		}
	}
}

// voiding: what is asked to be declared void was approved, and is as it was until that is answered; once it is void it stays so.
func (c *checker) voiding(before machine.State) {
	v := c.s.Voiding
	if v != nil && v.Status == "" && c.s.Status != machine.Approved {
		c.say("%s, and it is asked to be declared void", c.s.Status)
	}
	if v != nil && (v.Status == machine.Approved) != (c.s.Status == machine.Voided) {
		c.say("%s, and the request to declare it void was %s", c.s.Status, v.Status)
	}
	if before.Status == machine.Voided && c.s.Status != machine.Voided {
		c.say("it was void and is %s", c.s.Status)
	}
}

// ended: a finished instance has nothing open, and a running one has something.
func (c *checker) ended() {
	s := c.s
	incident := slices.ContainsFunc(s.Incidents, func(i machine.Incident) bool { return i.ResolvedAt.IsZero() })
	if !s.Status.Ended() {
		if len(s.Tokens) == 0 {
			c.say("%s without a token", s.Status)
		}
		if stopped := s.Status == machine.Suspended; stopped == s.SuspendedAt.IsZero() {
			c.say("%s, suspended since %v", s.Status, s.SuspendedAt)
		} else if !stopped && incident != (s.Status == machine.Faulted) {
			c.say("%s, and an incident is open: %v", s.Status, incident)
		}
		return
	}
	live := slices.ContainsFunc(s.Tasks, func(k *machine.Task) bool { return goesOn[k.State] })
	if len(s.Tokens)+len(s.Scopes)+len(s.Timers) > 0 || live || incident || s.EndedAt.IsZero() {
		c.say("%s, and something is open", s.Status)
	}
	for _, a := range s.Activations {
		if a.LeftAt.IsZero() {
			c.say("%s, and activation %s of %s is not left", s.Status, a.ID, a.Node)
		}
	}
}
