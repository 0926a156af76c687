package engine_test

import (
	"encoding/json"
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/org"
)

// secret is in the hidden fields below, and nowhere else: whoever may not see them must not find it in anything.
const secret = "0.8713"

// watched is an instance over a contract whose margin is hidden from Chen, who decided, and from Fang, who was told; a
// decision read it, an update changed it, and a person filled it in.
func watched(t *testing.T) (h *enginetest.House, contract, instance string) {
	h = enginetest.New(t)
	h.Publish(enginetest.Flow("watched", "contract").
		Decision("good").
		Update("raise", "", flow.Assign{Field: "margin", From: "record.margin + 0.0"}, flow.Assign{Field: "serial", From: "record.title"}).
		Approve("check", enginetest.By("post:sales_manager"), enginetest.See("margin", "hidden", "serial", "hidden", "title", "hidden")).
		Notify("tell", enginetest.By("person:"+fang), "Look at it").
		Do("fill", enginetest.By("post:legal"), enginetest.Fields("margin", "edit")).
		End("end", flow.ResultApproved).
		Path("start", "good").
		When("good", "raise", "record.margin > 0.1 && record.customer.credit_score < 70").
		Else("good", "check").
		Path("raise", "check", "tell", "fill", "end"))
	customer := h.Add(wu, "customer", values{"name": "Client", "credit_score": 65})
	contract = h.Add(wu, "contract", values{"title": "Deal " + secret, "margin": "0.10", "customer": customer})
	in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), wu, engine.Submission{
		Flow: "watched", Record: contract, Set: values{"margin": secret}}))
	return h, contract, in.ID
}

func TestHiddenFieldsAreNowhere(t *testing.T) {
	h, contract, in := watched(t)
	// Chen sees Wu's records by right of the company; the flow's rights matter for who is only asked. Wu is therefore
	// moved out of his department.
	company := enginetest.Company()
	for _, p := range company.People {
		if p.ID == wu {
			p.Manager, p.Department = "", ""
			ok[org.Person](t)(h.SavePerson(t.Context(), admin, p))
		}
	}
	task := h.TaskOf(chen, in)

	everything := func(who string) map[string]any {
		ctx := t.Context()
		out := map[string]any{}
		note := func(name string, v any, err error) {
			if err == nil {
				out[name] = v
			} else if !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s for %s: %v", name, who, err)
			}
		}
		v, err := h.Instance(ctx, who, in)
		note("instance", v, err)
		r, err := h.Record(ctx, who, "contract", contract)
		note("record", r, err)
		rs, err := h.Records(ctx, who, engine.RecordsAsked{Type: "contract"})
		note("records", rs, err)
		tv, err := h.Task(ctx, who, task)
		note("task", tv, err)
		open, err := h.Tasks(ctx, who, engine.TasksAsked{})
		note("open tasks", open, err)
		done, err := h.Tasks(ctx, who, engine.TasksAsked{Done: true})
		note("done tasks", done, err)
		is, err := h.Instances(ctx, who, engine.InstancesAsked{Scope: engine.ScopeInvolved})
		note("instances", is, err)
		rf, err := h.RecordFlows(ctx, who, "contract", contract)
		note("record flows", rf, err)
		n, err := h.Notices(ctx, who)
		note("notices", n, err)
		svg, err := h.InstanceDiagram(ctx, who, in, engine.Drawing{})
		note("diagram", string(svg), err)
		inc, err := h.Incidents(ctx, who, 0, 0)
		note("incidents", inc, err)
		return out
	}
	check := func(who string, wantInstance bool) {
		t.Helper()
		all := everything(who)
		if _, may := all["instance"]; may != wantInstance {
			t.Errorf("%s may look at the instance: %v, want %v", who, may, wantInstance)
		}
		for name, v := range all {
			if raw, _ := json.Marshal(v); strings.Contains(string(raw), secret) {
				t.Errorf("%s finds the secret in %s: %s", who, name, raw)
			}
		}
	}
	check(chen, true)
	check(fang, false) // not told yet
	check(luo, false)
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, engine.Verdict{Task: task, Outcome: "approved"}))
	for {
		if n := ok[int](t)(h.DeliverDue(t.Context(), "test", 10)); n == 0 {
			break
		}
	}
	check(chen, true)
	check(fang, true)
	check(fei, false)

	// Luo sees the margin; Wu and the admin see everything, and how the decision came about.
	for who, want := range map[string][]string{luo: {secret}, wu: {secret, "credit_score"}, admin: {secret, "credit_score"}} {
		raw, _ := json.Marshal(everything(who)["instance"])
		for _, w := range want {
			if !strings.Contains(string(raw), w) {
				t.Errorf("%s does not find %s in the instance", who, w)
			}
		}
	}
	// What a rule read of the customer is for those who may see the customer.
	v := ok[engine.InstanceView](t)(h.Instance(t.Context(), luo, in))
	for _, e := range v.Timeline {
		for _, r := range e.Data.Rules {
			if r.Values["record.customer.credit_score"] != nil {
				t.Errorf("Luo sees what the rule read of a customer who is not his: %v", r.Values)
			}
			if r.Values["record.margin"] == nil {
				t.Errorf("Luo does not see the margin that the rule read: %v", r.Values)
			}
		}
	}
}

func TestNothingIsRevealedToOutsiders(t *testing.T) {
	h, contract, in := watched(t)
	ctx := t.Context()
	for _, who := range []string{lin, fei, he, keyUser} {
		_, err := h.Instance(ctx, who, in)
		_, none := h.Instance(ctx, who, "forged")
		same(t, err, none)
		_, err = h.Record(ctx, who, "contract", contract)
		_, none = h.Record(ctx, who, "contract", "forged")
		same(t, err, none)
		_, err = h.RecordFlows(ctx, who, "contract", contract)
		_, none = h.RecordFlows(ctx, who, "contract", "forged")
		same(t, err, none)
		_, err = h.Task(ctx, who, in+".k1")
		_, none = h.Task(ctx, who, "forged.k1")
		same(t, err, none)
		_, err = h.InstanceDiagram(ctx, who, in, engine.Drawing{})
		_, none = h.InstanceDiagram(ctx, who, "forged", engine.Drawing{})
		same(t, err, none)
		_, err = h.ChangeRecord(ctx, who, "contract", contract, 1, values{"title": "mine"}, nil)
		_, none = h.ChangeRecord(ctx, who, "contract", "forged", 1, values{"title": "mine"}, nil)
		same(t, err, none)
		_, err = h.Preview(ctx, who, engine.Submission{Flow: "watched", Record: contract})
		_, none = h.Preview(ctx, who, engine.Submission{Flow: "watched", Record: "forged"})
		same(t, err, none)
		_, err = h.Topic(ctx, who, "instance:"+in)
		_, none = h.Topic(ctx, who, "instance:forged")
		same(t, err, none)
		_, err = h.Instances(ctx, who, engine.InstancesAsked{Scope: engine.ScopeAll})
		refused(t, err, fault.Forbidden, "admin_only")
		_, err = h.Instances(ctx, who, engine.InstancesAsked{Scope: engine.ScopeAll, RecordType: "contract", Record: contract})
		refused(t, err, fault.NotFound, "no_such_record")
		for _, scope := range []engine.Scope{engine.ScopeMine, engine.ScopeInvolved} {
			if p := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(ctx, who, engine.InstancesAsked{Scope: scope})); p.Total != 0 {
				t.Errorf("%s finds %d instances in scope %s", who, p.Total, scope)
			}
		}
		if p := ok[engine.Page[engine.RecordView]](t)(h.Records(ctx, who, engine.RecordsAsked{Type: "contract"})); p.Total != 0 {
			t.Errorf("%s finds %d contracts", who, p.Total)
		}
	}
}

// same checks that two refusals cannot be told apart, so that neither tells what exists.
func same(t *testing.T, err, none error) {
	t.Helper()
	a, b := fault.From(err), fault.From(none)
	if err == nil || a.Code != fault.NotFound || a.Reason != b.Reason || a.Text != b.Text {
		t.Errorf("%v and %v tell what exists", err, none)
	}
}

func TestWhatWasReadBehindALinkStaysHiddenWhenTheLinkMoves(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("moves", "contract").
			Decision("good").
			Update("raise", "customer", flow.Assign{Field: "orders", Value: 4711}).
			Do("fill", enginetest.By("post:legal"), enginetest.Fields("customer", "edit")).
			End("end", flow.ResultApproved).Path("start", "good").
			When("good", "raise", "record.customer.credit_score < 70").Else("good", "fill").Path("raise", "fill", "end"))
		theirs := h.Add(wu, "customer", values{"name": "Client", "credit_score": 65, "orders": 4242})
		mine := h.Add(luo, "customer", values{"name": "Another", "credit_score": 65})
		in := h.Start(wu, "moves", h.Add(wu, "contract", values{"title": "Lease", "customer": theirs}), nil)
		sees := func(who string) bool {
			raw := string(ok[[]byte](t)(json.Marshal(ok[engine.InstanceView](t)(h.Instance(t.Context(), who, in)).Timeline)))
			if strings.Contains(raw, "4242") != strings.Contains(raw, `"65"`) {
				t.Errorf("%s sees a part of it: %s", who, raw)
			}
			return strings.Contains(raw, "4242")
		}
		if !sees(wu) || sees(luo) {
			t.Error("before the link moves, only the customer's owner may see its values")
		}
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), luo, engine.Verdict{
			Task: h.TaskOf(luo, in), Outcome: "done", Set: values{"customer": mine}}))
		if sees(luo) {
			t.Error("who points the link at an own record sees what another's was")
		}
		if sees(wu) || !sees(admin) {
			t.Error("after the link has moved, only who may see both may see what was read of either")
		}
	})
}
