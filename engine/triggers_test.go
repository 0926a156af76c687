package engine_test

import (
	"slices"
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

func startedBy(key string, t flow.Trigger) *enginetest.Builder {
	return enginetest.Flow(key, "contract").On(t).
		Approve("check", enginetest.By("post:sales_manager")).
		End("end", flow.ResultApproved).Path("start", "check", "end")
}

func TestAddingARecordStartsItsFlow(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(startedBy("added", flow.Trigger{On: flow.OnAdded, When: "record.amount > 100000"}))

	small := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "contract", values{"title": "Small", "amount": "5"}, "", ""))
	if len(small.Started) != 0 || len(small.Problems) != 0 || small.LockedBy != "" {
		t.Errorf("a rule that is false started something: %+v", small)
	}
	big := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "contract", values{"title": "Big", "amount": "100000.01"}, "", ""))
	if len(big.Started) != 1 || big.LockedBy != big.Started[0] || big.Number == "" {
		t.Fatalf("saved: %+v", big)
	}
	in := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, big.Started[0]))
	if in.Submitter.ID != lin || in.Record.Number != big.Number || in.Record.ID != big.ID || in.Status != machine.Running {
		t.Errorf("started: %+v", in.InstanceInfo)
	}
	approve(t, h, chen, in.ID)
}

func TestChangingAFieldStartsItsFlow(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(startedBy("raised", flow.Trigger{On: flow.OnChanged, Field: "amount", When: "record.amount > old.amount"}))
	id := h.Add(lin, "contract", values{"title": "Lease", "amount": "10"})

	change := func(revision int64, set values) engine.RecordSaved {
		t.Helper()
		return ok[engine.RecordSaved](t)(h.ChangeRecord(t.Context(), lin, "contract", id, revision, set, nil))
	}
	if s := change(1, values{"title": "Other"}); len(s.Started) != 0 {
		t.Errorf("another field started it: %+v", s)
	}
	if s := change(2, values{"amount": "9"}); len(s.Started) != 0 {
		t.Errorf("a lower amount started it: %+v", s)
	}
	if s := change(3, values{"amount": "9.00", "months": 3}); len(s.Started) != 0 {
		t.Errorf("the same amount started it: %+v", s)
	}
	s := change(4, values{"amount": "11"})
	if len(s.Started) != 1 || s.Values["amount"] == nil || s.LockedBy != s.Started[0] {
		t.Fatalf("a higher amount started %v", s.Started)
	}
	_, err := h.ChangeRecord(t.Context(), lin, "contract", id, s.Revision, values{"amount": "12"}, nil)
	refused(t, err, fault.Conflict, "record_locked")
}

func TestARecordOfAnotherTypeStartsAFlowOverAMappedOne(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("claim", "claim").
		On(flow.Trigger{On: flow.OnAdded, Of: "customer", Map: []flow.Assign{
			{Field: "name", From: "record.name"}, {Field: "customer", From: "record.id"},
			{Field: "region", Value: "south"}, {Field: "tax_no", From: "record.tax_no"}}}).
		Approve("check", enginetest.By("head:fujian")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))

	s := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), wu, "customer", values{"name": "Client", "tax_no": "77"}, "", ""))
	if len(s.Started) != 1 || s.LockedBy != "" || s.Number == "" {
		t.Fatalf("saved: %+v", s)
	}
	in := ok[engine.InstanceView](t)(h.Instance(t.Context(), wu, s.Started[0]))
	claim := ok[engine.RecordView](t)(h.Record(t.Context(), wu, "claim", in.Record.ID))
	if claim.Values["name"] != "Client" || claim.Values["customer"] != s.ID || claim.Values["region"] != "south" ||
		claim.LockedBy != in.ID || claim.Number == "" || in.Record.Number != claim.Number || claim.Links["customer"].Title != "Client" {
		t.Errorf("the claim: %+v of %+v", claim, in.Record)
	}

	// A second seller adds a customer with the same tax number, once its own is freed: the claim would collide with the
	// first one. The customer is refused for its own tax number; with another one the record is kept and the clash told.
	_, err := h.AddRecord(t.Context(), lin, "customer", values{"name": "Client again", "tax_no": "77"}, "", "")
	refused(t, err, fault.Conflict, "value_taken")
	ok[engine.RecordSaved](t)(h.ChangeRecord(t.Context(), wu, "customer", s.ID, 1, values{"tax_no": "78"}, nil))
	again := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "customer", values{"name": "Client again", "tax_no": "77"}, "", ""))
	if len(again.Started) != 0 || len(again.Problems) != 1 || again.ID == "" {
		t.Errorf("a clash of the mapped record: %+v", again)
	}
}

func TestATriggerThatCannotBeEvaluatedIsToldAndNothingIsLost(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(startedBy("added", flow.Trigger{On: flow.OnAdded, When: "record.amount > 100000"}))
	h.Publish(startedBy("fine", flow.Trigger{On: flow.OnAdded}))
	s := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "contract", values{"title": "No amount"}, "", ""))
	if s.ID == "" || len(s.Problems) != 1 || len(s.Started) != 1 {
		t.Fatalf("saved: %+v", s)
	}
	if words := s.Problems[0]; !strings.Contains(words.EN, "Flow added") || !strings.Contains(words.ZH, "流程 added") {
		t.Errorf("the problem is worded %+v", words)
	}
	n := ok[engine.NoticeList](t)(h.Notices(t.Context(), admin))
	if len(n.Items) != 1 || n.Unread != 1 || !strings.Contains(n.Items[0].Body.EN, "Flow added") {
		t.Errorf("the admin is told %+v", n)
	}
}

func TestTwoFlowsOverOneRecord(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(startedBy("one", flow.Trigger{On: flow.OnAdded}))
	h.Publish(startedBy("two", flow.Trigger{On: flow.OnAdded}))
	s := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "contract", values{"title": "Both"}, "", ""))
	if len(s.Started) != 1 || len(s.Problems) != 1 {
		t.Errorf("of two flows that would hold the record, started %v and told %v", s.Started, s.Problems)
	}
}

func TestAFlowThatCannotBeSavedTakesNoOtherWithIt(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		claims := func(key string, set ...flow.Assign) {
			h.Publish(enginetest.Flow(key, "claim").
				On(flow.Trigger{On: flow.OnAdded, Of: "customer", Map: append(set, flow.Assign{Field: "name", From: "record.name"})}).
				Approve("check", enginetest.By("head:fujian")).End("end", flow.ResultApproved).Path("start", "check", "end"))
		}
		claims("first")
		claims("second", flow.Assign{Field: "tax_no", Value: "77"})
		claims("third")
		if s := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), wu, "customer", values{"name": "Client"}, "", "")); len(s.Started) != 3 {
			t.Fatalf("saved: %+v", s)
		}
		s := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "customer", values{"name": "Other"}, "", ""))
		if len(s.Started) != 2 || len(s.Problems) != 1 || !strings.Contains(s.Problems[0].EN, "Flow second") {
			t.Errorf("one of three cannot be saved: started %v, told %v", s.Started, s.Problems)
		}
	})
}

func TestSeveralFlowsStartTogether(t *testing.T) {
	h := enginetest.New(t)
	mapped := func(key string) *enginetest.Builder {
		return enginetest.Flow(key, "claim").
			On(flow.Trigger{On: flow.OnAdded, Of: "customer", Map: []flow.Assign{{Field: "name", From: "record.name"}}}).
			Approve("check", enginetest.By("head:fujian")).End("end", flow.ResultApproved).Path("start", "check", "end")
	}
	h.Publish(mapped("one"))
	h.Publish(mapped("two"))
	h.Publish(enginetest.Flow("three", "customer").On(flow.Trigger{On: flow.OnAdded}).
		Update("count", "", flow.Assign{Field: "orders", Value: 0}).
		End("end", flow.ResultApproved).Path("start", "count", "end"))
	h.Published.Take()
	s := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), wu, "customer", values{"name": "Client"}, "", ""))
	if len(s.Started) != 3 || len(s.Problems) != 0 || s.LockedBy != "" || s.Values["orders"] == nil {
		t.Errorf("saved: %+v", s)
	}
	topics := h.Published.Take()
	for _, id := range s.Started {
		if !slices.Contains(topics, "instance:"+id) {
			t.Errorf("instance %s was not published: %v", id, topics)
		}
	}
}
