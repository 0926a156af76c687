package machinetest

import (
	"bytes"
	"encoding/json"

	"flowline/engine/machine"
)

// told: entries are numbered on, the first carries the event, a join fires once in an activation.
func (c *checker) told(before machine.State, journal []machine.Entry) {
	for i, e := range journal {
		if e.Seq != before.Seq+int64(i)+1 {
			c.say("entry %d has number %d, after %d", i, e.Seq, before.Seq)
		}
	}
	if len(journal) == 0 || journal[0].Event == nil {
		c.say("the first entry does not carry the event")
	}
	if c.s.Seq != before.Seq+int64(len(journal)) || c.s.NextID < before.NextID {
		c.say("numbers fell: seq %d to %d, ids %d to %d", before.Seq, c.s.Seq, before.NextID, c.s.NextID)
	}
	fired := map[string]bool{}
	for _, e := range journal {
		if e.Type == machine.EntryJoined && fired[e.Activation] {
			c.say("join %s fired twice in activation %s", e.Node, e.Activation)
		}
		fired[e.Activation] = fired[e.Activation] || e.Type == machine.EntryJoined
	}
	for _, a := range before.Activations {
		if fired[a.ID] && !a.LeftAt.IsZero() {
			c.say("join %s fired again in activation %s", a.Node, a.ID)
		}
	}
}

// history: what is decided, left or passed stays as it was; rounds count on.
func (c *checker) history(before machine.State) {
	for i, k := range before.Tasks {
		if live := goesOn[k.State]; !live && *c.s.Tasks[i] != *k {
			c.say("task %s was %s and has changed", k.ID, k.State)
		}
	}
	for i, was := range before.Activations {
		is := c.s.Activations[i]
		if was == is || was.LeftAt.IsZero() {
			continue
		}
		a := *was
		a.Superseded, a.Undone = is.Superseded, is.Undone // whether it still counts is not its own
		if diff := differ(a, *is); diff != "" {
			c.say("activation %s was left and has changed: %s", a.ID, diff)
		}
	}
	rounds := map[string]int{}
	for _, a := range c.s.Activations {
		if rounds[a.Node]++; a.Round != rounds[a.Node] {
			c.say("activation %s of %s has round %d, want %d", a.ID, a.Node, a.Round, rounds[a.Node])
		}
	}
	for i, e := range before.Passed {
		if *c.s.Passed[i] != *e {
			c.say("the path taken has changed at %d", i)
		}
	}
}

// saved: encode, decode, encode gives the same bytes, and nothing is lost.
func (c *checker) saved() {
	once, err := json.Marshal(c.s)
	if err != nil {
		c.say("encode: %v", err)
		return
	}
	var back machine.State
	if err := json.Unmarshal(once, &back); err != nil {
		c.say("decode: %v", err)
		return
	}
	again, err := json.Marshal(back)
	if err != nil || !bytes.Equal(once, again) {
		c.say("encoded twice: %s and %s (%v)", once, again, err)
	}
	if diff := differ(c.s, back); diff != "" {
		c.say("saving loses something: %s", diff)
	}
	if c.s.Unsettled != nil {
		c.say("settled, and something is still asked")
	}
}
