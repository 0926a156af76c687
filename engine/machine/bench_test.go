package machine_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

// long is a flow of n nodes: approvals, decisions, updates and forks with their joins, in a row.
func long(n int) string {
	var b strings.Builder
	b.WriteString("start s\nend e\n")
	last := "s"
	for i := 2; i < n; {
		switch (i / 6) % 3 {
		case 0:
			fmt.Fprintf(&b, "approve a%d by person:bob due P1D\n%s -> a%d\n", i, last, i)
			last = fmt.Sprintf("a%d", i)
			i++
		case 1:
			fmt.Fprintf(&b, "decision c%d\nupdate u%d set months=%d\napprove x%d by person:cyd\n", i, i, i, i)
			fmt.Fprintf(&b, "%s -> c%d\nc%d -> u%d : record.amount > 100\nc%d -> x%d : else\nu%d -> x%d\n", last, i, i, i, i, i, i, i)
			last = fmt.Sprintf("x%d", i)
			i += 3
		default:
			fmt.Fprintf(&b, "fork f%d\napprove l%d by person:bob\napprove r%d by person:cyd,person:dan quorum all\njoin j%d\n", i, i, i, i)
			fmt.Fprintf(&b, "%s -> f%d\nf%d -> l%d -> j%d\nf%d -> r%d -> j%d\n", last, i, i, i, i, i, i, i)
			last = fmt.Sprintf("j%d", i)
			i += 4
		}
	}
	fmt.Fprintf(&b, "%s -> e\n", last)
	return b.String()
}

// played is what an instance of a long flow went through: each state with the event that came then.
type played struct {
	s  machine.State
	ev machine.Event
}

// recorded plays a flow to its end and keeps every call of Advance, answers included.
func recorded(tb testing.TB, nodes int) (*machinetest.Play, []played) {
	tb.Helper()
	p := &machinetest.Play{Graph: machinetest.Flow(tb, long(nodes)), Record: record.Values{"amount": decimal.NewFromInt(500)}}
	if n := len(p.Graph.Definition().Nodes); n < nodes {
		tb.Fatalf("only %d nodes", n)
	}
	mustDo(tb, p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
	for len(p.Open()) > 0 {
		k := p.Open()[0]
		mustDo(tb, p, machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: machine.OutcomeApproved})
	}
	if p.State.Status != machine.Approved {
		tb.Fatal(p.State.Status)
	}
	var calls []played
	s := machine.State{}
	for _, ev := range machine.EventsOf(p.Journal) {
		calls = append(calls, played{s, ev})
		step, err := machine.Advance(p.Graph, s, ev)
		if err != nil {
			tb.Fatal(err)
		}
		s = step.State
	}
	return p, calls
}

// One step of an instance of a flow with 200 nodes, over all the steps that such an instance takes: half of them have a
// long history behind them.
func BenchmarkAdvance200(b *testing.B) {
	p, calls := recorded(b, 200)
	b.ReportMetric(float64(len(calls)), "calls")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		c := calls[i%len(calls)]
		i++
		if _, err := machine.Advance(p.Graph, c.s, c.ev); err != nil {
			b.Fatal(err)
		}
	}
}

// The last quarter alone, where there is most to copy.
func BenchmarkAdvance200Late(b *testing.B) {
	p, calls := recorded(b, 200)
	calls = calls[len(calls)*3/4:]
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		c := calls[i%len(calls)]
		i++
		if _, err := machine.Advance(p.Graph, c.s, c.ev); err != nil {
			b.Fatal(err)
		}
	}
}

// For comparison: copying all of the state, which Advance does without.
func BenchmarkClone200(b *testing.B) {
	_, calls := recorded(b, 200)
	s := calls[len(calls)-1].s
	b.ReportAllocs()
	for b.Loop() {
		s.Clone()
	}
}
