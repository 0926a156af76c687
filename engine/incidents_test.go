package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
)

func TestAnIncidentIsSeenAndRepaired(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("field", "contract").
		Approve("check", enginetest.By("field:reviewer"), enginetest.Blocked).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "field", h.Add(lin, "contract", values{"title": "No reviewer"}), nil)
	v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in))
	if v.Status != machine.Faulted || !v.HasIncident || len(v.Incidents) != 1 || v.Incidents[0].Reason != "nobody" {
		t.Fatalf("with nobody to ask: %+v", v.InstanceInfo)
	}
	for _, who := range []string{lin, chen, keyUser} {
		_, err := h.Incidents(t.Context(), who, 0, 0)
		refused(t, err, fault.Forbidden, "admin_only")
		_, err = h.Retry(t.Context(), who, engine.Repair{Instance: in, Incident: v.Incidents[0].ID, Reason: "mended"})
		refused(t, err, fault.Forbidden, "admin_only")
	}
	page := ok[engine.Page[engine.IncidentInfo]](t)(h.Incidents(t.Context(), admin, 0, 0))
	if page.Total != 1 || page.Items[0].Instance.ID != in || page.Items[0].NodeName.EN != "Node check" {
		t.Fatalf("incidents: %+v", page)
	}
	repair := engine.Repair{Instance: in, Incident: page.Items[0].Incident.ID, Reason: "mended"}
	for name, c := range map[string]struct {
		people []string
		code   fault.Code
		reason string
	}{
		"nobody":            {nil, fault.Invalid, "bad_input"},
		"a stranger":        {[]string{"forged"}, fault.Invalid, "bad_input"},
		"somebody who left": {[]string{enginetest.Departed}, fault.Invalid, "bad_input"},
	} {
		repair.People = c.people
		_, err := h.Assign(t.Context(), admin, repair)
		t.Log(name)
		refused(t, err, c.code, c.reason)
	}
	// Trying again before the cause is removed brings the incident back, as another one.
	ok[engine.InstanceInfo](t)(h.Retry(t.Context(), admin, repair))
	page = ok[engine.Page[engine.IncidentInfo]](t)(h.Incidents(t.Context(), admin, 0, 0))
	_, err := h.Retry(t.Context(), admin, repair)
	if len(page.Items) != 1 {
		t.Fatalf("after a retry: %+v", page)
	}
	if page.Items[0].Incident.ID != repair.Incident {
		refused(t, err, fault.NotFound, "no_such_incident")
	}
	page = ok[engine.Page[engine.IncidentInfo]](t)(h.Incidents(t.Context(), admin, 0, 0))
	repair.Incident, repair.People = page.Items[0].Incident.ID, []string{fei}
	if info := ok[engine.InstanceInfo](t)(h.Assign(t.Context(), admin, repair)); info.Status != machine.Running {
		t.Errorf("after the repair: %+v", info)
	}
	_, err = h.Assign(t.Context(), admin, repair)
	refused(t, err, fault.NotFound, "no_such_incident")
	if done := approve(t, h, fei, in); done.Status != machine.Approved {
		t.Errorf("status %s", done.Status)
	}
	if page := ok[engine.Page[engine.IncidentInfo]](t)(h.Incidents(t.Context(), admin, 0, 0)); page.Total != 0 {
		t.Errorf("still listed: %+v", page)
	}
}

func TestAStepInOrderPassesNobodyWhoWasSwitchedOff(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("line", "contract").
			Approve("check", enginetest.By("person:"+chen, "person:"+fang, "person:"+gao), enginetest.Quorum(flow.QuorumOrder), enginetest.Blocked).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		in := h.Start(lin, "line", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		switchOff(t, h, fang)
		if info := approve(t, h, chen, in); info.Status != machine.Faulted {
			t.Fatalf("status %s with a next who was switched off", info.Status)
		}
		page := ok[engine.Page[engine.IncidentInfo]](t)(h.Incidents(t.Context(), admin, 0, 0))
		if len(page.Items) != 1 || page.Items[0].Reason != "nobody" {
			t.Fatalf("incidents: %+v", page)
		}
		repair := engine.Repair{Instance: in, Incident: page.Items[0].Incident.ID, People: []string{fei, luo}, Reason: "mended"}
		_, err := h.Assign(t.Context(), admin, repair)
		refused(t, err, fault.Invalid, "one_person_only")
		repair.People = []string{fei}
		ok[engine.InstanceInfo](t)(h.Assign(t.Context(), admin, repair))
		approve(t, h, fei, in)
		if info := approve(t, h, gao, in); info.Status != machine.Approved {
			t.Errorf("status %s", info.Status)
		}
	})
}

func switchOff(t *testing.T, h *enginetest.House, id string) {
	t.Helper()
	for _, p := range enginetest.Company().People {
		if p.ID == id {
			p.Active = false
			ok[org.Person](t)(h.SavePerson(t.Context(), admin, p))
		}
	}
}

func TestAnUpdateThatCannotBeSavedIsAnIncident(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("number", "contract").
			Approve("check", enginetest.By("post:sales_manager"), enginetest.See("serial", "edit")).
			Update("mark", "", flow.Assign{Field: "serial", Value: "ONE"}).
			End("end", flow.ResultApproved).Path("start", "check", "mark", "end"))
		taken := h.Add(wu, "contract", values{"title": "First", "serial": "ONE"})
		in := h.Start(lin, "number", h.Add(lin, "contract", values{"title": "Second"}), nil)

		// What Chen fills in himself he is told of, and may mend.
		_, err := h.Decide(t.Context(), chen, engine.Verdict{Task: h.TaskOf(chen, in), Outcome: "rejected", Comment: "no", Set: values{"serial": "ONE"}})
		refused(t, err, fault.Conflict, "value_taken")
		if info := approve(t, h, chen, in); info.Status != machine.Faulted {
			t.Fatalf("status %s, want faulted", info.Status)
		}
		page := ok[engine.Page[engine.IncidentInfo]](t)(h.Incidents(t.Context(), admin, 0, 0))
		if len(page.Items) != 1 || page.Items[0].Reason != "update_failed" || page.Items[0].Node != "mark" {
			t.Fatalf("incidents: %+v", page)
		}
		ok[engine.RecordSaved](t)(h.ChangeRecord(t.Context(), wu, "contract", taken, 1, values{"serial": "TWO"}, nil))
		info := ok[engine.InstanceInfo](t)(h.Retry(t.Context(), admin, engine.Repair{Instance: in, Incident: page.Items[0].Incident.ID, Reason: "mended"}))
		if info.Status != machine.Approved {
			t.Errorf("status %s after the retry", info.Status)
		}
	})
}

func TestARuleThatCannotBeEvaluatedIsAnIncident(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(budget())
	contract := h.Add(lin, "order", values{"title": "No amount"})
	in := h.Start(lin, "budget", contract, nil)
	v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in))
	if v.Status != machine.Faulted || v.Incidents[0].Reason != "rule_failed" {
		t.Fatalf("without an amount: %+v", v.InstanceInfo)
	}
	r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "order", contract))
	if r.LockedBy != in {
		t.Errorf("the record is not held by its faulted instance")
	}
	ended := ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), admin, in, "incomplete", ""))
	if ended.Status != machine.Terminated {
		t.Errorf("status %s", ended.Status)
	}
	if page := ok[engine.Page[engine.IncidentInfo]](t)(h.Incidents(t.Context(), admin, 0, 0)); page.Total != 0 {
		t.Errorf("an ended instance still has incidents: %+v", page)
	}
	if r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "order", contract)); r.LockedBy != "" {
		t.Errorf("the record is still locked")
	}
}

func TestTerminateRefuses(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	for _, who := range []string{lin, chen, gao, keyUser} {
		_, err := h.Terminate(t.Context(), who, in, "because", "")
		refused(t, err, fault.Forbidden, "admin_only")
	}
	_, err := h.Terminate(t.Context(), admin, in, "  ", "")
	refused(t, err, fault.Invalid, "bad_input")
	_, err = h.Terminate(t.Context(), admin, "forged", "because", "")
	refused(t, err, fault.NotFound, "no_such_instance")
	ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), admin, in, "because", ""))
	_, err = h.Terminate(t.Context(), admin, in, "because", "")
	refused(t, err, fault.Refused, "instance_ended")
	_, err = h.Decide(t.Context(), chen, engine.Verdict{Task: taskIn(t, h, in), Outcome: "approved"})
	refused(t, err, fault.Conflict, "task_already_decided")
}

// taskIn finds the id of the first task that an instance ever had.
func taskIn(t *testing.T, h *enginetest.House, instance string) string {
	t.Helper()
	in, err := h.Store.Instance(t.Context(), instance)
	if err != nil {
		t.Fatal(err)
	}
	return instance + "." + in.State.Tasks[0].ID
}
