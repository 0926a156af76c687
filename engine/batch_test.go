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
		b := engine.Batch{Tasks: items(one, wanting, "nothing.k1", two, one), Outcome: machine.OutcomeApproved, Comment: "Fine", Key: "all"}
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

// items are tasks of a batch as the list has them now: whoever is asked saw it just before.
func items(tasks ...string) []engine.BatchItem {
	out := make([]engine.BatchItem, len(tasks))
	for i, task := range tasks {
		out[i] = engine.BatchItem{Task: task, Seen: 1}
	}
	return out
}

// TestManyAreDecidedOnWhatWasSeen: what has changed since the list was loaded is left out, and decided on what the list
// says later.
func TestManyAreDecidedOnWhatWasSeen(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("both", "contract").Fork("f").
			Approve("check", enginetest.By("post:sales_manager")).
			Approve("amount", enginetest.By("post:finance"), enginetest.Quorum(flow.QuorumAny), func(a *flow.Approve) {
				a.Fields = map[string]record.Access{"amount": record.Edit}
			}).
			Join("j").End("end", flow.ResultApproved).
			Path("start", "f", "check", "j", "end").Path("f", "amount", "j"))
		var ins []string
		for range 2 {
			ins = append(ins, h.Start(lin, "both", h.Add(lin, "contract", values{"title": "Lease", "amount": "10.00"}), nil))
		}
		listed := func() []engine.BatchItem {
			var out []engine.BatchItem
			for _, task := range ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), chen, engine.TasksAsked{})).Items {
				out = append(out, engine.BatchItem{Task: task.ID, Seen: task.Data})
			}
			return out
		}
		seen := listed()
		if len(seen) != 2 || seen[0].Seen != 1 {
			t.Fatalf("listed %+v", seen)
		}
		changes := engine.Verdict{Task: h.TaskOf(fang, ins[0]), Outcome: machine.OutcomeApproved, Set: values{"amount": "20.00"}}
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), fang, changes))
		decide := func(items []engine.BatchItem) map[string]string {
			out := map[string]string{}
			for _, r := range ok[[]engine.BatchResult](t)(h.DecideMany(t.Context(), chen, engine.Batch{Tasks: items, Outcome: machine.OutcomeApproved})) {
				out[r.Task] = r.Reason
			}
			return out
		}
		changed, same := h.TaskOf(chen, ins[0]), h.TaskOf(chen, ins[1])
		if got := decide([]engine.BatchItem{{Task: same}}); got[same] != "data_changed" {
			t.Errorf("on what nobody says was seen: %v", got)
		}
		if got := decide(seen); got[changed] != "data_changed" || got[same] != "" || len(got) != 2 {
			t.Errorf("on what was seen before: %v", got)
		}
		if seen = listed(); len(seen) != 1 || seen[0].Seen != 2 {
			t.Fatalf("listed again: %+v", seen)
		}
		if got := decide(seen); got[changed] != "" {
			t.Errorf("on what is seen now: %v", got)
		}
	})
}
