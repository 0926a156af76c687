package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// TestManyDecidedAtOnce: each is decided by itself; one that wants input and one that is somebody else's say so and stay.
func TestManyDecidedAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(twoSteps())
		h.Publish(enginetest.Flow("filled", "contract").
			Approve("opinion", enginetest.By("post:sales_manager"), func(a *flow.Approve) {
				a.Fields = map[string]record.Access{"opinion": record.Required}
			}).
			End("end", flow.ResultApproved).
			Path("start", "opinion", "end"))
		task := func(key, who string, v values) (string, string) {
			in := h.Start(lin, key, h.Add(lin, "contract", v), nil)
			return in, h.TaskOf(who, in)
		}
		first, one := task("two", chen, values{"title": "Lease"})
		_, two := task("two", chen, values{"title": "Lease"})
		_, wanting := task("filled", chen, values{"title": "Lease"})
		b := engine.Batch{Tasks: []string{one, wanting, "nothing.k1", two}, Outcome: machine.OutcomeApproved, Comment: "Fine", Key: "all"}
		for range 2 {
			results := ok[[]engine.BatchResult](t)(h.DecideMany(t.Context(), chen, b))
			got := ""
			for _, r := range results {
				got += r.Reason + ";"
			}
			if want := ";field_required;no_such_task;;"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		}
		if len(ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), chen, engine.TasksAsked{})).Items) != 1 {
			t.Error("what wants input did not stay")
		}
		approve(t, h, fang, first)
	})
}
