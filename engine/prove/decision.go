package prove

import (
	"slices"

	"flowline/engine/record"
	"flowline/engine/rule"
)

// maxRecords is how many sample records a decision is proved with.
const maxRecords = 50_000

// Choice is what the rules of a decision say of all records.
type Choice struct {
	Proved bool   // else a rule does more than compare fields with fixed values, or there are too many cases
	Gap    []Fact // a record for which none is true; nil when there is none
	HasGap bool
	Never  []int     // rules that are never true, or always after one that is
	Both   []Overlap // of a decision that takes the first: rules of which neither holds the other
}

// Overlap is a record for which two rules are true.
type Overlap struct {
	First, Second int
	Sample        []Fact
}

// Decision proves the rules of a decision, in their order; all: it takes every match. That an earlier rule is a special
// case of a later one is what an order is for, and no overlap.
func Decision(rules []*rule.Program, all bool) Choice {
	d, ok := newDecision(rules)
	if !ok {
		return Choice{}
	}
	d.run(all)
	return d.answer(all)
}

type decision struct {
	axes  []axis
	rules []judged
	at    []int // the point of each axis

	gap   []int
	taken []bool
	both  map[[2]int][]int // by pair: a record for which both are true
	only  map[[2]int]bool  // there is a record for which the first is true and the second false
}

// judged is a rule with the axes it looks at, and its answers by the points of these.
type judged struct {
	program *rule.Program
	axes    []int
	answers map[int]answer
}

type answer int8

const (
	no answer = iota + 1
	yes
	fails // an incident
)

func newDecision(rules []*rule.Program) (*decision, bool) {
	d := &decision{taken: make([]bool, len(rules)), both: map[[2]int][]int{}, only: map[[2]int]bool{}}
	for _, p := range rules {
		compared, plain := p.Compares()
		if !plain {
			return nil, false
		}
		r := judged{program: p, answers: map[int]answer{}}
		for _, c := range compared {
			r.axes = append(r.axes, d.axis(newAxis(c), c.With))
			if c.Link != nil {
				r.axes = append(r.axes, d.axis(axis{field: c.Link}, nil))
			}
		}
		slices.Sort(r.axes)
		r.axes = slices.Compact(r.axes)
		d.rules = append(d.rules, r)
	}
	records := 1
	for i := range d.axes {
		if !d.axes[i].spread() {
			return nil, false
		}
		if records *= len(d.axes[i].points); records > maxRecords {
			return nil, false
		}
	}
	d.at = make([]int, len(d.axes))
	return d, true
}

func (d *decision) axis(a axis, with []any) int {
	i := slices.IndexFunc(d.axes, func(o axis) bool { return o.key() == a.key() })
	if i < 0 {
		i = len(d.axes)
		d.axes = append(d.axes, a)
	}
	for _, v := range with {
		if !slices.ContainsFunc(d.axes[i].with, func(w any) bool { return record.EqualValue(w, v) }) {
			d.axes[i].with = append(d.axes[i].with, v)
		}
	}
	return i
}

func (d *decision) run(all bool) {
	for more := true; more; more = d.next() {
		answers := make([]answer, len(d.rules))
		first, failed := -1, false
		for i := range d.rules {
			answers[i] = d.judge(&d.rules[i])
			failed = failed || (answers[i] == fails && (all || first < 0))
			if answers[i] == yes && first < 0 {
				first = i
			}
		}
		if failed {
			continue
		}
		d.note(answers, first, all)
	}
}

func (d *decision) note(answers []answer, first int, all bool) {
	if first < 0 && d.gap == nil {
		d.gap = append([]int{}, d.at...)
	}
	for i, a := range answers {
		if a == yes && (all || i == first) {
			d.taken[i] = true
		}
		for j, b := range answers {
			pair := [2]int{i, j}
			switch {
			case a != yes || i == j:
			case b == no:
				d.only[pair] = true
			case b == yes && i < j && d.both[pair] == nil:
				d.both[pair] = append([]int{}, d.at...)
			}
		}
	}
}

// next goes on to the next record; false after the last.
func (d *decision) next() bool {
	for i := range d.at {
		if d.at[i]++; d.at[i] < len(d.axes[i].points) {
			return true
		}
		d.at[i] = 0
	}
	return false
}

// judge evaluates a rule at the present record, once for each of its own cases.
func (d *decision) judge(r *judged) answer {
	at := 0
	for _, i := range r.axes {
		at = at*len(d.axes[i].points) + d.at[i]
	}
	if a := r.answers[at]; a != 0 {
		return a
	}
	a := no
	switch is, _, err := r.program.True(rule.Facts{Record: d.record(r.axes)}); {
	case err != nil:
		a = fails
	case is:
		a = yes
	}
	r.answers[at] = a
	return a
}

func (d *decision) record(axes []int) record.Values {
	own := record.Values{}
	for _, i := range axes {
		if a := d.axes[i]; a.link == nil {
			own[a.field.Key] = a.points[d.at[i]]
		}
	}
	for _, i := range axes {
		a := d.axes[i]
		if a.link == nil {
			continue
		}
		if linked, there := own[a.link.Key].(record.Values); there {
			with := record.Values{a.field.Key: a.points[d.at[i]]}
			for k, v := range linked {
				with[k] = v
			}
			own[a.link.Key] = with
		}
	}
	return own
}

func (d *decision) answer(all bool) Choice {
	c := Choice{Proved: true, HasGap: d.gap != nil}
	if c.HasGap {
		var every []int
		for i := range d.axes {
			every = append(every, i)
		}
		c.Gap = d.facts(d.gap, every)
	}
	for i := range d.rules {
		if !d.taken[i] {
			c.Never = append(c.Never, i)
		}
		for j := i + 1; j < len(d.rules) && !all; j++ {
			pair := [2]int{i, j}
			if at := d.both[pair]; at != nil && d.only[pair] && d.only[[2]int{j, i}] {
				c.Both = append(c.Both, Overlap{First: i, Second: j, Sample: d.facts(at, append(slices.Clone(d.rules[i].axes), d.rules[j].axes...))})
			}
		}
	}
	return c
}

// isEmpty reports whether a link is empty in a record.
func (d *decision) isEmpty(at []int, link *record.Field) bool {
	i := slices.IndexFunc(d.axes, func(o axis) bool { return o.field == link })
	return d.axes[i].points[at[i]] == nil
}

// facts words a record, leaving out links that only lead to a field that is told.
func (d *decision) facts(at, axes []int) []Fact {
	slices.Sort(axes)
	var facts []Fact
	for _, i := range slices.Compact(axes) {
		a := d.axes[i]
		if a.link != nil && d.isEmpty(at, a.link) {
			continue
		}
		leads := slices.ContainsFunc(d.axes, func(o axis) bool { return o.link == a.field })
		if v := a.points[at[i]]; v == nil || !leads {
			facts = append(facts, a.fact(v))
		}
	}
	return facts
}
