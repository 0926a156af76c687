package machine

import (
	"slices"
	"strconv"

	"flowline/engine/flow"
)

// Copied is that somebody was sent a copy, of which version of the values.
type Copied struct {
	Person string `json:"person"`
	Data   int    `json:"data"`
}

// copied sends the copies of one moment of a step. False while it is not known to whom.
func (r *run) copied(t Token, node *flow.Node, at flow.CopyAt) bool {
	var copies []flow.Copy
	switch a := node.Action; {
	case a == nil:
	case a.Approve != nil:
		copies = a.Approve.Copy
	case a.Do != nil:
		copies = a.Do.Copy
	}
	return r.sendCopies(copies, at, t)
}

// copiedAtEnd sends the copies of the flow once the instance has ended.
func (r *run) copiedAtEnd() {
	set := r.g.Definition().Settings
	if !r.u.Ended || set == nil {
		return
	}
	if r.sendCopies(set.Copy, flow.CopyEnded, Token{}) {
		r.u.Ended = false
	}
}

// sendCopies sends each person one copy, and another only when the values have changed since.
func (r *run) sendCopies(copies []flow.Copy, at flow.CopyAt, t Token) bool {
	var people []string
	known := true
	for i, c := range copies {
		if c.At == at {
			found, ok := r.peopleFor(t, "copy:"+string(at)+":"+strconv.Itoa(i), c.To)
			people, known = append(people, found...), known && ok
		}
	}
	if known {
		r.copyTo(people, at, t)
	}
	return known
}

// copyTo sends people copies.
func (r *run) copyTo(people []string, at flow.CopyAt, t Token) {
	has := func(p string) bool { return slices.Contains(r.s.Copied, Copied{Person: p, Data: r.s.Data}) }
	people = slices.DeleteFunc(distinct(people), has)
	if len(people) == 0 {
		return
	}
	r.tell(Entry{Type: EntryCopied, Node: t.Node, Activation: t.Activation, Data: Data{People: people, Version: r.s.Data}})
	for _, p := range people {
		r.s.Copied = slices.DeleteFunc(r.s.Copied, func(c Copied) bool { return c.Person == p })
		r.s.Copied = append(r.s.Copied, Copied{Person: p, Data: r.s.Data})
		r.step.Jobs = append(r.step.Jobs, Job{
			ID: r.id("j"), Kind: JobCopy, At: r.at, Copy: CopyTo{To: p, Node: t.Node, When: at, Data: r.s.Data},
		})
	}
}
