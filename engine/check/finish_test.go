package check_test

import (
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"flowline/engine/check"
	"flowline/engine/flow"
	"flowline/engine/flow/flowtest"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

// rewire leads some arrows of a sound flow elsewhere, and takes some away.
func rewire(t *rapid.T, d flow.Definition) flow.Definition {
	for range rapid.IntRange(0, 3).Draw(t, "rewired") {
		i := rapid.IntRange(0, len(d.Edges)-1).Draw(t, "edge")
		if rapid.IntRange(0, 3).Draw(t, "gone") == 0 && len(d.Edges) > 1 {
			d.Edges = append(d.Edges[:i:i], d.Edges[i+1:]...)
			continue
		}
		d.Edges[i].To = d.Nodes[rapid.IntRange(0, len(d.Nodes)-1).Draw(t, "to")].ID
	}
	return d
}

// What may be published comes to its end or waits for a person, whatever is decided; it never gets stuck by itself. The
// one warning that says otherwise is heeded.
func TestWhatMayBePublishedNeverGetsStuck(t *testing.T) {
	types, dir := machinetest.Types(), company()
	rewired, passed := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		d := rewire(t, flowtest.SoundFlow(t))
		rewired++
		problems := check.Check(d, types, dir, nil)
		if check.Blocks(problems) || slices.ContainsFunc(problems, func(p check.Problem) bool { return p.Code == "loop_of_approvals" }) {
			return
		}
		passed++
		g, err := flow.Compile(d, 1, types)
		if err != nil {
			t.Fatalf("passed, and does not compile: %v", err)
		}
		play := machinetest.Play{Graph: g, Linked: map[string]record.Values{}, Record: record.Values{
			"amount": decimal.NewFromInt(rapid.Int64Range(0, 1000).Draw(t, "amount")), "months": decimal.NewFromInt(6), "urgent": rapid.Bool().Draw(t, "urgent")}}
		ev := machine.Event{Type: machine.EventSubmitted, By: "ann", At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
		for range 150 {
			if _, err := play.Do(ev); err != nil {
				t.Fatalf("%+v: %v", ev, err)
			}
			for _, i := range play.State.Incidents {
				t.Fatalf("incident %s at %s: %s\n%s", i.Reason, i.Node, i.Detail, drawn(d))
			}
			open := play.Open()
			if len(open) == 0 {
				break
			}
			k := rapid.SampledFrom(open).Draw(t, "task")
			ev = machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, At: ev.At.Add(time.Minute), Outcome: machine.OutcomeApproved, Comment: "so be it"}
			switch {
			case k.Type == flow.ActionDo:
				ev.Outcome = machine.OutcomeDone
			case rapid.IntRange(0, 3).Draw(t, "rejects") == 0:
				ev.Outcome = machine.OutcomeRejected
			}
		}
		if len(play.Open()) == 0 && !play.State.Status.Ended() {
			t.Fatalf("nobody is asked, and the instance is %s\n%s", play.State.Status, drawn(d))
		}
	})
	t.Logf("%d of %d charts may be published", passed, rewired)
}

func drawn(d flow.Definition) string {
	b, err := d.Encode()
	if err != nil {
		return err.Error()
	}
	return string(b)
}
