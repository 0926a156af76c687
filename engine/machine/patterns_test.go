package machine_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

// 包容分支: with n conditions there are 2ⁿ patterns. Under each, exactly the branches that are true are asked, and the join
// fires once, after the last of them.
func TestEveryPatternOfAnInclusiveBranch(t *testing.T) {
	for n := 1; n <= 6; n++ {
		g := machinetest.Flow(t, inclusive(n))
		for pattern := range 1 << n {
			t.Run(fmt.Sprintf("%d/%0*b", n, n, pattern), func(t *testing.T) {
				p := machinetest.Play{Graph: g, Record: record.Values{"amount": decimal.NewFromInt(int64(pattern))}}
				mustDo(t, &p, machine.Event{Type: machine.EventSubmitted, By: "ann"})
				var want, got []string
				for i := range n {
					if pattern&(1<<i) != 0 {
						want = append(want, fmt.Sprintf("p%d", i))
					}
				}
				if pattern == 0 {
					want = []string{"none"}
				}
				for _, k := range p.Open() {
					got = append(got, k.Assignee)
				}
				if !slices.Equal(got, want) {
					t.Fatalf("asked %v, want %v", got, want)
				}
				for _, k := range slices.Backward(p.Open()) {
					if fired := countEntries(p.Journal, machine.EntryJoined); fired != 0 {
						t.Fatalf("the join fired %d times before the last branch", fired)
					}
					mustDo(t, &p, machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: machine.OutcomeApproved})
				}
				if fired := countEntries(p.Journal, machine.EntryJoined); fired != 1 || p.State.Status != machine.Approved {
					t.Errorf("the join fired %d times, the instance is %s", fired, p.State.Status)
				}
			})
		}
	}
}

// inclusive is a flow with n branches; branch i is taken when bit i of the amount is set.
func inclusive(n int) string {
	var b strings.Builder
	b.WriteString("start s\ndecision c all\njoin j\nend e\napprove none by person:none\ns -> c\nj -> e\n")
	for i := range n {
		var values []string
		for v := range 1 << n {
			if v&(1<<i) != 0 {
				values = append(values, fmt.Sprintf("record.amount == %d", v))
			}
		}
		fmt.Fprintf(&b, "approve b%d by person:p%d\nb%d -> j\nc -> b%d : %s\n", i, i, i, i, strings.Join(values, " || "))
	}
	b.WriteString("none -> j\nc -> none : else\n")
	return b.String()
}

func countEntries(journal []machine.Entry, of machine.EntryType) int {
	n := 0
	for _, e := range journal {
		if e.Type == of {
			n++
		}
	}
	return n
}

// mustDo feeds an event and asserts what always holds.
func mustDo(tb testing.TB, p *machinetest.Play, ev machine.Event) machine.Step {
	tb.Helper()
	if ev.At.IsZero() {
		ev.At = monday
	}
	before := p.State
	step, err := p.Do(ev)
	if err != nil {
		tb.Fatal(err)
	}
	for _, broken := range machinetest.Broken(p.Graph, before, step) {
		tb.Error(broken)
	}
	return step
}
