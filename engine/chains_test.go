package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
)

// TestAChainIsFixedWhenItsStepIsEntered: who became the manager between submitting and entering is asked; who becomes it
// after is not.
func TestAChainIsFixedWhenItsStepIsEntered(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("chain", "contract").
		Approve("first", enginetest.By("post:legal")).
		Approve("superiors", enginetest.By("chain"), enginetest.Quorum(flow.QuorumOrder)).
		End("end", flow.ResultApproved).Path("start", "first", "superiors", "end"))
	under := func(manager string) {
		for _, p := range enginetest.Company().People {
			if p.ID == lin {
				p.Manager = manager
				ok[org.Person](t)(h.SavePerson(t.Context(), admin, p))
			}
		}
	}
	in := h.Start(lin, "chain", h.Add(lin, "contract", values{"title": "One"}), nil)
	under(fang)
	approve(t, h, luo, in)
	under(chen)
	asked := func() []string {
		v := ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in))
		var who []string
		for _, s := range v.Progress.Nodes["superiors"].Visits[0].People {
			who = append(who, s.Person+" "+string(s.State))
		}
		return who
	}
	if diff := cmp.Diff([]string{fang + " open", gao + " waiting"}, asked()); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	approve(t, h, fang, in)
	if info := approve(t, h, gao, in); info.Status != machine.Approved {
		t.Errorf("status %s", info.Status)
	}
}
