package engine_test

import (
	"context"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// overtaken is a store where somebody else is quicker once: between a record of a type being read and what is made of it.
type overtaken struct {
	engine.Store
	of string
	by func()
}

func (s *overtaken) Record(ctx context.Context, typ, id string) (record.Record, error) {
	r, err := s.Store.Record(ctx, typ, id)
	if by := s.by; by != nil && typ == s.of {
		s.by = nil
		by()
	}
	return r, err
}

// overtake gives a second program over the store of h, which reads a record just before Lin changes a field of it.
func overtake(t *testing.T, h *enginetest.House, typ, id, field string) *enginetest.House {
	t.Helper()
	return enginetest.Beside(t, &overtaken{Store: h.Store, of: typ, by: func() {
		ok[engine.RecordSaved](t)(h.ChangeRecord(t.Context(), lin, typ, id, 0, values{field: "Changed"}, nil))
	}}, engine.Options{Now: h.Clock.Now})
}

// firstVersion is what an instance began with.
func firstVersion(t *testing.T, h *enginetest.House, instance string) record.Values {
	t.Helper()
	return ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), admin, instance))[0].Values
}

// TestARequestToVoidIsAboutTheRecordAsItIs: who judges it decides on the values that it holds.
func TestARequestToVoidIsAboutTheRecordAsItIs(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		in, contract := approved(t, h)
		deed := engine.Deed{Instance: in, Do: engine.DoAskVoid, Comment: "signed by mistake"}
		ok[engine.InstanceInfo](t)(overtake(t, h, "contract", contract, "title").DoWithInstance(t.Context(), lin, deed))
		request := seen(t, h, lin, in).Voiding.Instance
		if v := seen(t, h, luo, request); v.Record.Title != "Changed" {
			t.Errorf("Luo is asked about %q", v.Record.Title)
		}
		if v := firstVersion(t, h, request); v["title"] != "Changed" {
			t.Errorf("it began with %v", v)
		}
		if r := live(t, h, contract); r.LockedBy != request || r.Values["title"] != "Changed" {
			t.Errorf("the record is %v, held by %q", r.Values, r.LockedBy)
		}
	})
}

// rating is a flow over a customer, who must be approved.
func rating() *enginetest.Builder {
	return enginetest.Flow("rating", "customer").Approve("rate", enginetest.By("post:finance")).
		End("end", flow.ResultApproved).Path("start", "rate", "end")
}

// TestAChildIsOverTheLinkedRecordAsItIs: it is begun some time after it was wanted, and nothing holds the record until then.
func TestAChildIsOverTheLinkedRecordAsItIs(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(rating())
		h.Publish(enginetest.Flow("deal", "contract").
			Subflow("check", "rating", func(s *flow.Subflow) { s.Over, s.Link = flow.OverLinked, "customer" }).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		customer := h.Add(lin, "customer", values{"name": "Acme"})
		parent := h.Start(lin, "deal", h.Add(lin, "contract", values{"title": "frame", "customer": customer}), nil)
		work(t, overtake(t, h, "customer", customer, "name"))
		parts := seen(t, h, lin, parent).Parts
		if len(parts) != 1 || parts[0].State != machine.ChildStarted {
			t.Fatalf("parts: %+v", parts)
		}
		if v := firstVersion(t, h, parts[0].Instance); v["name"] != "Changed" {
			t.Errorf("it began with %v", v)
		}
	})
}

// TestWhatIsGivenToAChildIsChangedByNobodyElse: a step that begins a child over a record and goes on to change that record
// finds it held, as any later step would.
func TestWhatIsGivenToAChildIsChangedByNobodyElse(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(rating())
		h.Publish(enginetest.Flow("deal", "contract").
			Subflow("check", "rating", func(s *flow.Subflow) { s.Over, s.Link, s.Detached = flow.OverLinked, "customer", true }).
			Update("mark", "customer", flow.Assign{Field: "name", Value: "Marked"}).
			End("end", flow.ResultApproved).Path("start", "check", "mark", "end"))
		customer := h.Add(lin, "customer", values{"name": "Acme"})
		parent := h.Start(lin, "deal", h.Add(lin, "contract", values{"title": "frame", "customer": customer}), nil)
		work(t, h)
		v := seen(t, h, lin, parent)
		if v.Status != machine.Faulted || len(v.Incidents) != 1 || v.Incidents[0].Node != "mark" || v.Parts[0].State != machine.ChildStarted {
			t.Fatalf("%s, %+v, %+v", v.Status, v.Incidents, v.Parts)
		}
		if first := firstVersion(t, h, v.Parts[0].Instance); first["name"] != "Acme" {
			t.Errorf("the child began with %v", first)
		}
		settle(t, h, fang, v.Parts[0].Instance, machine.OutcomeApproved, nil)
		ok[engine.InstanceInfo](t)(h.Retry(t.Context(), admin, engine.Repair{Instance: parent, Incident: v.Incidents[0].ID, Reason: "free again"}))
		r := ok[record.Record](t)(h.Store.Record(t.Context(), "customer", customer))
		if v := seen(t, h, lin, parent); v.Status != machine.Approved || r.Values["name"] != "Marked" {
			t.Errorf("tried again: %s, %v", v.Status, r.Values)
		}
	})
}
