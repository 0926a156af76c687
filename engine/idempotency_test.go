package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

func TestARepeatedKeyActsOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		first := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "contract", values{"title": "Lease"}, "add-1", ""))
		again := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "contract", values{"title": "Lease"}, "add-1", ""))
		if first.ID != again.ID {
			t.Errorf("a repeated key added another record")
		}
		if p := ok[engine.Page[engine.RecordView]](t)(h.Records(t.Context(), lin, engine.RecordsAsked{Type: "contract"})); p.Total != 1 {
			t.Errorf("%d records", p.Total)
		}

		s := engine.Submission{Flow: "plain", Record: first.ID, Key: "submit-1"}
		a := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, s))
		b := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, s))
		if a.ID != b.ID {
			t.Errorf("a repeated key submitted twice")
		}

		v := engine.Verdict{Task: h.TaskOf(chen, a.ID), Outcome: machine.OutcomeApproved, Key: "decide-1"}
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, v))
		if b := ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, v)); b.ID != a.ID || b.Status != machine.Approved {
			t.Errorf("the repeated decision answers %+v", b)
		}
		v.Key = "decide-2"
		_, err := h.Decide(t.Context(), chen, v)
		refused(t, err, fault.Conflict, "task_already_decided")

		// The key of one command is no key to another, nor to another person's.
		_, err = h.Terminate(t.Context(), admin, a.ID, "why not", "submit-1")
		refused(t, err, fault.Refused, "instance_ended")
		other := h.Add(lin, "contract", values{"title": "Other"})
		_, err = h.Submit(t.Context(), lin, engine.Submission{Flow: "plain", Record: other, Key: "submit-1"})
		refused(t, err, fault.Conflict, "key_reused")
		if c := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), chen, engine.Submission{Flow: "plain", Record: other, Key: "submit-1"})); c.ID == a.ID {
			t.Errorf("somebody else's key answered mine")
		}
	})
}

func TestAKeyDecidesOneTaskAndAnswersForNoOther(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("twice", "contract").
			Approve("first", enginetest.By("post:sales_manager")).
			Approve("second", enginetest.By("post:sales_manager")).AskAgain().
			End("end", flow.ResultApproved).Path("start", "first", "second", "end"))
		in := h.Start(lin, "twice", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		v := engine.Verdict{Task: h.TaskOf(chen, in), Outcome: machine.OutcomeApproved, Key: "one"}
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, v))
		v.Task = h.TaskOf(chen, in)
		_, err := h.Decide(t.Context(), chen, v)
		refused(t, err, fault.Conflict, "key_reused")
		if h.TaskOf(chen, in) != v.Task {
			t.Error("a refused key decided the task")
		}
	})
}

func TestARepeatedKeyAtOnceActsOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		contract := h.Add(lin, "contract", values{"title": "Lease"})
		ids := make([]string, 8)
		var all []func()
		for i := range ids {
			through := []*enginetest.House{h, other}[i%2]
			all = append(all, func() {
				in, err := through.Submit(t.Context(), lin, engine.Submission{Flow: "plain", Record: contract, Key: "once"})
				if err != nil {
					t.Error(err)
				}
				ids[i] = in.ID
			})
		}
		together(all...)
		for _, id := range ids {
			if id != ids[0] {
				t.Fatalf("one key, several instances: %v", ids)
			}
		}
		records := make([]string, 8)
		all = nil
		for i := range records {
			all = append(all, func() {
				r, err := h.AddRecord(t.Context(), lin, "customer", values{"name": "Client", "tax_no": "1"}, "once", "")
				if err != nil {
					t.Error(err)
				}
				records[i] = r.ID
			})
		}
		together(all...)
		for _, id := range records {
			if id != records[0] {
				t.Fatalf("one key, several records: %v", records)
			}
		}
	})
}
