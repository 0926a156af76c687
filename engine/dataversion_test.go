package engine_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// revised is: Chen approves, Lin fills in amount, margin and months, Chen approves again without seeing the margin.
func revised(key string) *enginetest.Builder {
	return enginetest.Flow(key, "contract").
		Approve("first", enginetest.By("post:sales_manager"), enginetest.See("margin", "hidden")).
		Do("revise", enginetest.By("submitter"), enginetest.Fields("amount", "edit", "margin", "edit", "months", "edit")).
		Approve("again", enginetest.By("post:sales_manager"), enginetest.See("margin", "hidden")).
		End("end", flow.ResultApproved).
		Path("start", "first", "revise", "again", "end")
}

func changedKeys(d engine.Differences) []string {
	keys := []string{}
	for _, f := range d.Fields {
		keys = append(keys, f.Key)
	}
	return keys
}

func TestAnApproverSeesWhatChangedSinceHeDecided(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(revised("revised"))
		id := h.Add(lin, "contract", values{"title": "Lease", "amount": "10", "months": 12, "items": []any{map[string]any{"what": "A", "price": "1"}}})
		in := h.Start(lin, "revised", id, values{"months": 24})
		first := ok[engine.TaskView](t)(h.Task(t.Context(), chen, h.TaskOf(chen, in)))
		if first.Changed != nil || first.Data != 2 {
			t.Errorf("before anything was decided: data %d, %+v", first.Data, first.Changed)
		}
		approve(t, h, chen, in)
		if _, err := h.Decide(t.Context(), lin, engine.Verdict{
			Task: h.TaskOf(lin, in), Outcome: machine.OutcomeDone, Set: values{"amount": "20.00", "margin": "0.5", "months": 24},
		}); err != nil {
			t.Fatal(err)
		}
		again := ok[engine.TaskView](t)(h.Task(t.Context(), chen, h.TaskOf(chen, in)))
		c := again.Changed
		if c == nil || !c.Decided || c.Since != 2 || !slices.Equal(changedKeys(c.Differences), []string{"amount"}) {
			t.Fatalf("changed: %+v", c)
		}
		if text := record.Hash(c.Before) + record.Hash(c.After); text != record.Hash(record.Values{"amount": dec("10")})+record.Hash(record.Values{"amount": dec("20")}) {
			t.Errorf("it shows %v → %v", c.Before, c.After)
		}

		all := ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), chen, in))
		if len(all) != 3 || !all[0].Intact || !all[2].Intact {
			t.Fatalf("versions: %+v", all)
		}
		if len(all[1].Decisions) != 2 || all[1].Decisions[0].Person.ID != chen || all[2].By.ID != lin || all[2].Node != "revise" {
			t.Errorf("who made and who decided on what: %+v", all)
		}
		_, err := h.DataVersions(t.Context(), fang, in)
		refused(t, err, fault.NotFound, "no_such_instance")
		rec := ok[record.Record](t)(h.Store.Record(t.Context(), "contract", id))
		if full := ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), admin, in)); full[2].Hash != record.Hash(rec.Values) {
			t.Errorf("the last version's hash is not the record's")
		}
	})
}

// TestNobodyIsNamedForWhatADeadlineDecided: an empty person would be one whose name is missing.
func TestNobodyIsNamedForWhatADeadlineDecided(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("due", "contract").
		Approve("check", enginetest.By("post:sales_manager"), late(flow.Deadline{}, "PT1H", flow.Late{Do: flow.LateApprove})).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "due", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	h.Clock.Add(2 * time.Hour)
	if n := ok[int](t)(h.FireDue(t.Context(), "a", 10)); n == 0 {
		t.Fatalf("fired %d", n)
	}
	said := string(ok[[]byte](t)(json.Marshal(ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), lin, in))[0].Decisions)))
	if !strings.Contains(said, `"outcome":"approved"`) || strings.Contains(said, "person") {
		t.Errorf("decided: %s", said)
	}
}

// What somebody agreed to is not asked of him again, unless the values are no longer those that he agreed to, seen by him
// or not.
func TestDataChangedAfterAnApprovalIsAskedAgain(t *testing.T) {
	for _, c := range []struct {
		name string
		set  values
		want bool
	}{
		{"nothing", nil, false},
		{"the same value", values{"amount": "10.00", "months": 12}, false},
		{"a field that he sees", values{"amount": "20"}, true},
		{"a field hidden from him", values{"margin": "0.5"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			eachStore(t, func(t *testing.T, h *enginetest.House) {
				h.Publish(revised("revised"))
				id := h.Add(lin, "contract", values{"title": "Lease", "amount": "10", "months": 12})
				in := h.Start(lin, "revised", id, nil)
				approve(t, h, chen, in)
				after := ok[engine.InstanceInfo](t)(h.Decide(t.Context(), lin, engine.Verdict{
					Task: h.TaskOf(lin, in), Outcome: machine.OutcomeDone, Set: c.set}))
				if !c.want {
					if after.Status != machine.Approved {
						t.Errorf("it is %s: he was asked again", after.Status)
					}
					return
				}
				if after.Status != machine.Running {
					t.Fatalf("it is %s: he was not asked again", after.Status)
				}
				if again := approve(t, h, chen, in); again.Status != machine.Approved {
					t.Errorf("asked again he approved, and it is %s", again.Status)
				}
			})
		})
	}
}
