package machinetest

import (
	"maps"
	"slices"
	"strings"
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
)

// Play is one instance under way, with the record it runs over and the people there are.
type Play struct {
	Graph   *flow.Graph
	State   machine.State
	Journal []machine.Entry
	Record  record.Values            // of the instance; a link is an id
	Linked  map[string]record.Values // by id
	People  map[string][]string      // who is meant by "post:finance", "head:sales", "manager" …
	Off     map[string]bool          // who is switched off, and so never meant
	Told    map[string]record.Values // what the records of children say, by the child's id
	Parts   []machine.Undoable       // what children changed that can be put back
}

// Do feeds an event and answers what is asked. An error has changed nothing.
func (p *Play) Do(ev machine.Event) (machine.Step, error) {
	step, err := Advance(p.Graph, p.State, ev)
	for err == nil && len(step.Asks) > 0 {
		var next machine.Step
		next, err = Advance(p.Graph, step.State, p.answer(step, step.Asks[0], ev))
		step = step.Then(next)
	}
	if err != nil {
		return machine.Step{}, err
	}
	p.State = step.State
	p.Journal = append(p.Journal, step.Journal...)
	p.Record, p.Linked = p.changed(step.Changes)
	return step, nil
}

func (p *Play) answer(step machine.Step, ask machine.Ask, ev machine.Event) machine.Event {
	facts := p.Facts(step.Changes)
	if ask.Type == machine.AskFacts {
		return machine.Event{Type: machine.EventFacts, At: ev.At, Facts: facts, BackFacts: p.backFacts(step, ask)}
	}
	maps.Copy(facts, ask.Set)
	if ask.Type == machine.AskTimes {
		return machine.Event{Type: machine.EventTimes, At: ev.At, Times: p.moments(ask.Times, facts)}
	}
	if ask.Type == machine.AskChild {
		c, _ := p.Child(ask.Child)
		return machine.Event{Type: machine.EventChild, At: ev.At, Activation: ask.Activation, Node: c.Node, Child: &machine.ChildNews{ID: ask.Child}, Facts: p.Told[ask.Child]}
	}
	var found []string
	for _, s := range ask.Selectors {
		found = append(found, p.meant(s, step.State.InCharge(), facts)...)
	}
	found = slices.DeleteFunc(found, func(id string) bool { return p.Off[id] })
	return machine.Event{Type: machine.EventPeople, At: ev.At, Activation: ask.Activation, Purpose: ask.Purpose, People: found}
}

// backFacts answers what putting changes back takes.
func (p *Play) backFacts(step machine.Step, ask machine.Ask) *machine.BackFacts {
	if !ask.Back {
		return nil
	}
	u := &machine.BackFacts{}
	_, linked := p.changed(step.Changes)
	for _, f := range p.Graph.Type().Fields {
		of, known := p.Graph.Types().RecordType(f.Target)
		for _, id := range slices.Sorted(maps.Keys(linked)) {
			if known && f.Type == record.Link {
				u.Records = append(u.Records, machine.RecordNow{Type: of.Key, ID: id, Values: linked[id]})
			}
		}
	}
	for _, c := range p.Parts {
		if slices.Contains(ask.Parts, c.Child) {
			u.Parts = append(u.Parts, c)
		}
	}
	return u
}

func (p *Play) meant(s org.Selector, submitter string, facts record.Values) []string {
	inField, _ := facts[s.Field].(string)
	known := map[bool][]string{
		s.Person != "":    {s.Person},
		s.Submitter:       {submitter},
		s.Field != "":     {inField},
		s.Post != "":      p.People["post:"+s.Post],
		s.HeadOf != "":    p.People["head:"+s.HeadOf],
		s.ManagerOf != "": p.managerOf(s.ManagerOf),
		s.Admins:          p.People["admins"],
		s.Chain != nil:    p.People["chain"],
	}
	return known[true]
}

// managerOf is somebody's manager, written "manager:bob"; without one of their own, that of everybody.
func (p *Play) managerOf(whom string) []string {
	if own, known := p.People["manager:"+org.PersonOf(whom)]; known {
		return own
	}
	return p.People["manager"]
}

// halfDays is a clockwork in which an hour of work takes two.
type halfDays struct{ machine.ByClock }

// Add implements machine.Clockwork.
func (h halfDays) Add(from time.Time, s machine.Span) time.Time {
	return h.ByClock.Add(h.ByClock.Add(from, s), s)
}

// moments are what is asked for: a working hour takes two, and a date ends at its midnight.
func (p *Play) moments(asked []machine.Reckoning, facts record.Values) []time.Time {
	times := make([]time.Time, len(asked))
	for i, q := range asked {
		from := q.From
		if q.Field != "" {
			day, _ := facts[q.Field].(record.Day)
			var err error
			if from, err = time.Parse(time.DateOnly, string(day)); err != nil {
				continue
			}
		}
		if q.Work {
			times[i] = q.Moment(from, halfDays{})
		} else {
			times[i] = q.Moment(from, machine.ByClock{})
		}
	}
	return times
}

// Facts are the record as rules see it, with changes that are not made yet.
func (p *Play) Facts(changes []record.Change) record.Values {
	own, linked := p.changed(changes)
	for _, f := range p.Graph.Type().Fields {
		id, _ := own[f.Key].(string)
		if f.Type != record.Link || id == "" {
			continue
		}
		values := record.Values{"id": id}
		maps.Copy(values, linked[id])
		own[f.Key] = values
	}
	return own
}

func (p *Play) changed(changes []record.Change) (own record.Values, linked map[string]record.Values) {
	own, linked = record.Values{}, maps.Clone(p.Linked)
	maps.Copy(own, p.Record)
	for _, c := range changes {
		if c.ID == "" {
			maps.Copy(own, c.Set)
			continue
		}
		values := record.Values{}
		maps.Copy(values, linked[c.ID])
		maps.Copy(values, c.Set)
		linked[c.ID] = values
	}
	return own, linked
}

// Open lists the tasks that somebody can decide now.
func (p *Play) Open() []machine.Task {
	var open []machine.Task
	for _, k := range p.State.Tasks {
		if k.State == machine.TaskOpen {
			open = append(open, *k)
		}
	}
	return open
}

// Child finds a child by its id, or the newest at a node, written "v", or "v#fj" for the one of an item.
func (p *Play) Child(which string) (machine.Child, bool) {
	node, item, _ := strings.Cut(which, "#")
	for _, c := range slices.Backward(p.State.Children) {
		if c.ID == which || c.Node == node && (item == "" || c.Item == item) {
			return c, true
		}
	}
	return machine.Child{}, false
}

// TaskOf finds the newest task of a person, written "bob" or "bob@node".
func (p *Play) TaskOf(who string) (machine.Task, bool) {
	person, node, _ := strings.Cut(who, "@")
	for _, k := range slices.Backward(p.State.Tasks) {
		if k.Assignee == person && (node == "" || k.Node == node) {
			return *k, true
		}
	}
	return machine.Task{}, false
}

// IncidentAt finds the newest open incident at a node.
func (p *Play) IncidentAt(node string) string {
	for _, i := range slices.Backward(p.State.Incidents) {
		if i.Node == node && i.ResolvedAt.IsZero() {
			return i.ID
		}
	}
	return ""
}

// TimerOf finds the timer of a person's newest task, written as for TaskOf.
func (p *Play) TimerOf(who string) string {
	k, _ := p.TaskOf(who)
	for _, m := range p.State.Timers {
		if m.Task == k.ID {
			return m.ID
		}
	}
	return ""
}
