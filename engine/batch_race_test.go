package engine_test

import (
	"fmt"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// TestTwoPeopleDecideTheSameManyAtOnce: of two who each decide all twelve requests of which one signature is enough, from
// both ends and through two copies, every request goes to one of them, and the other's list of results says that it was
// handled already. Of those that want both, each signs all.
func TestTwoPeopleDecideTheSameManyAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		for _, mode := range []flow.QuorumMode{flow.QuorumAny, flow.QuorumAll} {
			key := "many-" + string(mode)
			h.Publish(enginetest.Flow(key, "contract").
				Approve("check", enginetest.By("post:finance"), enginetest.Quorum(mode)).
				End("end", flow.ResultApproved).Path("start", "check", "end"))
			var instances []string
			a, b := engine.Batch{Outcome: machine.OutcomeApproved, Key: "a"}, engine.Batch{Outcome: machine.OutcomeApproved, Key: "b"}
			for n := range 12 {
				in := h.Start(lin, key, h.Add(lin, "contract", values{"title": fmt.Sprint(n)}), nil)
				instances = append(instances, in)
				a.Tasks = append(a.Tasks, engine.BatchItem{Task: h.TaskOf(fang, in), Seen: 1})
				b.Tasks = append([]engine.BatchItem{{Task: h.TaskOf(fei, in), Seen: 1}}, b.Tasks...)
			}
			var results [2][]engine.BatchResult
			var errs [2]error
			together(
				func() { results[0], errs[0] = h.DecideMany(t.Context(), fang, a) },
				func() { results[1], errs[1] = other.DecideMany(t.Context(), fei, b) },
			)
			if errs[0] != nil || errs[1] != nil {
				t.Fatal(errs)
			}
			for i, in := range instances {
				mine, theirs := results[0][i], results[1][len(instances)-1-i]
				reasons := mine.Reason + theirs.Reason
				want := map[flow.QuorumMode]string{flow.QuorumAny: "task_already_decided", flow.QuorumAll: ""}[mode]
				if reasons != want {
					t.Errorf("%s, request %d: %q and %q", mode, i, mine.Reason, theirs.Reason)
				}
				v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in))
				if v.Status != machine.Approved {
					t.Errorf("%s, request %d is %s", mode, i, v.Status)
				}
			}
		}
	})
}
