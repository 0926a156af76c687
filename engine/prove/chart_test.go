package prove_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/flow/flowtest"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/prove"
)

func TestSoundFlowsAreProvedSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { wantSound(t, flowtest.SoundFlow(t)) })
}

func TestPlansAreProvedSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { wantSound(t, machinetest.SoundPlan(t, 3).Definition()) })
}

func wantSound(tb rapid.TB, d flow.Definition) {
	tb.Helper()
	p := prove.Chart(flow.Index(d), nil)
	if !p.Complete || len(p.Traps)+len(p.RunsBack)+len(p.Lonely)+len(p.Short) > 0 {
		tb.Fatalf("complete: %v after %d states; %+v %+v %+v %+v", p.Complete, p.States, p.Traps, p.RunsBack, p.Lonely, p.Short)
	}
	for _, n := range d.Nodes {
		if p.Never(n.ID) {
			tb.Errorf("%s is never entered", n.ID)
		}
	}
}

// Whatever the machine does on any chart, the exploration has seen: each node it enters, each join in which tokens meet,
// each branch that comes back to its fork.
func TestTheMachineDoesNothingUnforeseen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := machinetest.WildFlow(t)
		p := prove.Chart(flow.Index(d), nil)
		if !p.Complete || len(p.RunsBack)+len(p.Traps) > 0 {
			return
		}
		g, err := flow.Compile(d, 1, machinetest.Types())
		if err != nil {
			t.Fatal(err)
		}
		own, linked := machinetest.WildRecord(t)
		play := machinetest.Play{Graph: g, Record: own, Linked: linked}
		ev := machine.Event{Type: machine.EventSubmitted, By: "ann", At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
		for range 30 {
			if _, err := play.Do(ev); err != nil {
				return // a form is not filled in
			}
			foreseen(t, p, play.State)
			open := play.Open()
			if len(open) == 0 {
				return
			}
			k := rapid.SampledFrom(open).Draw(t, "task")
			ev = machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, At: ev.At.Add(time.Minute), Outcome: machine.OutcomeApproved, Comment: "so"}
			switch {
			case k.Type == flow.ActionDo:
				ev.Outcome = machine.OutcomeDone
			case rapid.IntRange(0, 2).Draw(t, "rejects") == 0:
				ev.Outcome = machine.OutcomeRejected
			}
		}
	})
}

func foreseen(t *rapid.T, p *prove.Proof, s machine.State) {
	for _, a := range s.Activations {
		if p.Never(a.Node) {
			t.Fatalf("the machine entered %s, and the exploration never does", a.Node)
		}
	}
	scopes := map[string]machine.Scope{}
	for _, sc := range s.Scopes {
		scopes[sc.ID] = sc
	}
	for _, sc := range s.Scopes {
		for around := sc.Parent; around != ""; around = scopes[around].Parent {
			if scopes[around].Node == sc.Node {
				t.Fatalf("a branch of %s came back to it, and the exploration never saw that", sc.Node)
			}
		}
	}
}

// wide is a sound flow of 200 nodes: forks of many branches, each with a choice, a decision that takes all matches, and a
// loop around the whole. The joins wait as outer and inner say.
func wide(tb testing.TB, branches int, outer, inner string) flow.Definition {
	tb.Helper()
	var b strings.Builder
	b.WriteString("start s\ndo top by submitter\nfork f\njoin j " + outer + "\napprove last by person:ann\nend e\ns -> top -> f\nj -> last -> e\nlast -rejected-> top\n")
	for i := range branches {
		fmt.Fprintf(&b, `decision d%[1]d
decision all%[1]d all
approve a%[1]d by person:ann
approve b%[1]d by person:bob
approve c%[1]d by person:cid
join k%[1]d %[2]s
do g%[1]d by person:ann
approve h%[1]d by person:ann
end no%[1]d rejected
f -> d%[1]d -> all%[1]d : record.amount > 1
d%[1]d -> g%[1]d : else
all%[1]d -> a%[1]d : record.amount > 1
all%[1]d -> b%[1]d : record.months > 1
all%[1]d -> c%[1]d : else
a%[1]d -> k%[1]d -> h%[1]d -> g%[1]d
b%[1]d -> k%[1]d
c%[1]d -> k%[1]d
a%[1]d -rejected-> no%[1]d
h%[1]d -rejected-> d%[1]d
g%[1]d -> j
`, i, inner)
	}
	d, err := machinetest.ParseFlow(b.String())
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// A chart of 200 nodes is well within the limit, for the states are in proportion to its size. How long that takes, which is to be less than two seconds, is in
// BenchmarkChart200: a test that looked at the clock would fail on a busy machine.
func TestTwoHundredNodesAreProved(t *testing.T) {
	for _, joins := range wideJoins {
		d := wide(t, 21, joins[0], joins[1])
		if p := prove.Chart(flow.Index(d), nil); !p.Complete || p.States > 12_000 {
			t.Errorf("%q, %d nodes: complete %v after %d states of %d", joins, len(d.Nodes), p.Complete, p.States, prove.Limit)
		}
	}
}

// wideJoins are how the outer join of a wide flow waits, and the inner ones.
var wideJoins = [][2]string{{"", ""}, {"first", "first"}, {"3", "2"}, {"", "first"}}

func BenchmarkChart200(b *testing.B) {
	for _, joins := range wideJoins {
		b.Run(fmt.Sprintf("join %q, %q", joins[0], joins[1]), func(b *testing.B) {
			d := wide(b, 21, joins[0], joins[1])
			b.ReportAllocs()
			for b.Loop() {
				prove.Chart(flow.Index(d), nil)
			}
		})
	}
}
