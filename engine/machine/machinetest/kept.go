package machinetest

import (
	"bytes"
	"encoding/json"
	"fmt"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// Kept is a walk as it was taken: the flow, what was known at first, and each event in turn. It is taken again as it was,
// whatever a seed has walkers draw by then.
type Kept struct {
	Flow   json.RawMessage          `json:"flow"`
	Record record.Values            `json:"record"`
	Linked map[string]record.Values `json:"linked,omitempty"`
	People map[string][]string      `json:"people,omitempty"`
	Events []Happening              `json:"events"`
}

// Happening is an event, and what the record of the child that it tells of says by then.
type Happening struct {
	machine.Event
	Told record.Values `json:"told,omitempty"`
}

// begun is what a walk over a flow starts from.
func begun(d flow.Definition, p Play) (Kept, error) {
	document, err := d.Encode()
	own, linked := p.changed(nil)
	return Kept{Flow: document, Record: own, Linked: linked, People: p.People}, err
}

// ParseKept reads what was written as JSON.
func ParseKept(data []byte) (k Kept, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	d.DisallowUnknownFields()
	return k, d.Decode(&k)
}

// Again takes a kept walk once more and says how many of its events were taken, and what does not hold. An event that is
// refused today is passed over: what followed it is tried all the same.
func (k Kept) Again() (taken int, broken []string, err error) {
	d, err := flow.Parse(k.Flow)
	if err != nil {
		return 0, nil, err
	}
	g, err := flow.Compile(d, 1, Types())
	if err != nil {
		return 0, nil, err
	}
	p := Play{Graph: g, Record: k.Record, Linked: k.Linked, People: k.People}
	if err := typed(Types()["contract"], &p.Record); err != nil {
		return 0, nil, err
	}
	for id, v := range k.Linked {
		if err := typed(Types()["customer"], &v); err != nil {
			return 0, nil, err
		}
		p.Linked[id] = v
	}
	for _, h := range k.Events {
		if h.Event, err = machine.ReadEvent(g, h.Event); err != nil {
			return 0, nil, err
		}
		if err := typed(Types()["customer"], &h.Told); err != nil {
			return 0, nil, err
		}
		before := p.State
		step, err := p.Meet(h.renamed(ids(before)))
		if err != nil {
			continue
		}
		taken++
		for _, b := range Broken(g, before, step) {
			broken = append(broken, fmt.Sprintf("after %+v: %s", h.Event, b))
		}
	}
	return taken, append(broken, BrokenFold(g, p.State, p.Journal)...), nil
}

// typed makes values of what JSON says.
func typed(of *record.Type, v *record.Values) (err error) {
	if *v != nil {
		*v, err = of.Parse(*v)
	}
	return err
}

// Meet feeds an event, with what else has come about by then: people who were switched off, values that another instance
// wrote into the shared record, what a child's record says.
func (p *Play) Meet(h Happening) (machine.Step, error) {
	switch {
	case h.Type == machine.EventInactive:
		p.switchOff(h.People)
	case h.Type == machine.EventShared:
		p.Record, _ = p.changed([]record.Change{{Set: h.Child.Set}})
	}
	if h.Told != nil {
		if p.Told == nil {
			p.Told = map[string]record.Values{}
		}
		p.Told[h.Child.ID] = h.Told
	}
	return p.Do(h.Event)
}

func (p *Play) switchOff(people []string) {
	if p.Off == nil {
		p.Off = map[string]bool{}
	}
	for _, id := range people {
		p.Off[id] = true
	}
}
