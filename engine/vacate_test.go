package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
)

func TestTheTasksOfWhoeverIsSwitchedOffAreGivenToOthers(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(blocked("plain"))
		first := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "One"}), nil)
		second := h.Start(wu, "plain", h.Add(wu, "contract", values{"title": "Two"}), nil)
		switchOff(t, h, chen)
		page := ok[engine.Page[engine.IncidentInfo]](t)(h.Incidents(t.Context(), admin, 0, 0))
		if len(page.Items) != 2 {
			t.Fatalf("incidents: %+v", page)
		}
		for _, i := range page.Items {
			ok[engine.InstanceInfo](t)(h.Assign(t.Context(), admin, engine.Repair{Instance: i.Instance.ID, Incident: i.Incident.ID, People: []string{gao}, Reason: "mended"}))
		}
		for _, in := range []string{first, second} {
			if info := approve(t, h, gao, in); info.Status != machine.Approved {
				t.Errorf("status %s", info.Status)
			}
		}
		switchOff(t, h, chen) // once more is no harm
	})
}

// What a switch-off did not come to is taken up later, once.
func TestVacateTakesUpWhatWasCutShort(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(blocked("plain"))
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "One"}), nil)
	for _, p := range enginetest.Company().People {
		if p.ID == chen {
			p.Active = false
			if err := h.Store.SavePerson(t.Context(), p); err != nil {
				t.Fatal(err)
			}
		}
	}
	ok[org.Post](t)(h.SavePost(t.Context(), admin, enginetest.Company().Posts[0])) // the company is looked at again
	for range 2 {
		if err := h.Vacate(t.Context()); err != nil {
			t.Fatal(err)
		}
		v := ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in))
		if v.Status != machine.Faulted || len(v.Incidents) != 1 {
			t.Errorf("after Vacate: %+v", v.InstanceInfo)
		}
	}
}

// blocked is a flow in which an admin names somebody where nobody is found.
func blocked(key string) *enginetest.Builder {
	return enginetest.Flow(key, "contract").Approve("check", enginetest.By("post:sales_manager"), enginetest.Blocked).
		End("end", flow.ResultApproved).Path("start", "check", "end")
}
