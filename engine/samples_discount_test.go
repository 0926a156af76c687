package engine_test

import (
	"slices"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/machine"
)

// TestDiscountedContract: where there is a discount, a quote is made and judged first; what was granted comes back into the
// contract, and a refusal ends it.
func TestDiscountedContract(t *testing.T) {
	for discount, asked := range map[string][]string{"8": {manager}, "15": {manager, finance, general}} {
		h := sampleHouse(t)
		in, contract := submitDiscounted(t, h, discount)
		child := partsOf(t, h, in)[0].Instance
		for _, who := range asked {
			set := map[string]values{finance: {"margin": 21}}[who]
			ok[engine.InstanceInfo](t)(h.Decide(t.Context(), who, engine.Verdict{Task: h.TaskOf(who, child), Outcome: machine.OutcomeApproved, Set: set}))
		}
		work(t, h)
		approve(t, h, manager, in)
		v := ok[engine.InstanceView](t)(h.Instance(t.Context(), seller, in))
		r := ok[engine.RecordView](t)(h.Record(t.Context(), seller, "contract", contract))
		quote := ok[engine.RecordView](t)(h.Record(t.Context(), seller, "quote", r.Links["quote"].ID))
		if v.Status != machine.Approved || r.Values["status"] != "approved" || quote.Values["status"] != "approved" || quote.Title != "Frame" {
			t.Errorf("%s %%: %s, the contract %v, the quote %v", discount, v.Status, r.Values, quote.Values)
		}
		line := func(is machine.EntryType) engine.TimelineEntry {
			return v.Timeline[slices.IndexFunc(v.Timeline, func(e engine.TimelineEntry) bool { return e.Type == is })]
		}
		if began, ended := line(machine.EntryChildStarted), line(machine.EntryChildEnded); began.Number != quote.Number || ended.Number != quote.Number {
			t.Errorf("the history tells of %q and %q, not of %s", began.Number, ended.Number, quote.Number)
		}
	}
}

func TestDiscountedContractRefused(t *testing.T) {
	h := sampleHouse(t)
	in, contract := submitDiscounted(t, h, "8")
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), manager, engine.Verdict{
		Task: h.TaskOf(manager, partsOf(t, h, in)[0].Instance), Outcome: machine.OutcomeRejected, Comment: "too much"}))
	work(t, h)
	v := ok[engine.InstanceView](t)(h.Instance(t.Context(), seller, in))
	r := ok[engine.RecordView](t)(h.Record(t.Context(), seller, "contract", contract))
	if v.Status != machine.Rejected || r.Values["status"] != "rejected" {
		t.Errorf("%s, the contract is %v", v.Status, r.Values)
	}
}

// submitDiscounted submits a contract with a discount, and has the sub-flow begin.
func submitDiscounted(t *testing.T, h *enginetest.House, discount string) (instance, contract string) {
	t.Helper()
	customer := addSample(t, h, "customer", values{"name": "Client", "region": "guangdong", "industry": "machinery", "account_owner": seller})
	contract = addSample(t, h, "contract", values{"title": "Frame", "customer": customer, "amount": "8000", "discount": discount,
		"term_months": 12, "payment_terms": "net30"})
	instance = h.Start(seller, "discounted-contract", contract, nil)
	work(t, h)
	return instance, contract
}

// partsOf lists the sub-flows of an instance of the seller's.
func partsOf(t *testing.T, h *enginetest.House, instance string) []engine.Part {
	t.Helper()
	parts := ok[engine.InstanceView](t)(h.Instance(t.Context(), seller, instance)).Parts
	if len(parts) == 0 {
		t.Fatal("it has no sub-flow")
	}
	return parts
}
