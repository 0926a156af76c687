package engine_test

import (
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

const tagged = "Lease <script>alert(1)</script>"

// takesOut holds that a refusal names one place and says which tag to take out.
func takesOut(t *testing.T, err error, reason, place string) {
	t.Helper()
	refused(t, err, fault.Invalid, reason)
	for _, f := range fault.From(err).Fields {
		if f.Path == place && strings.Contains(f.Text.ZH, "<script>") && strings.Contains(f.Text.EN, "<script>") {
			return
		}
	}
	t.Errorf("it does not say what to take out of %s: %+v", place, fault.From(err))
}

func TestWhatIsNamedHoldsNoTag(t *testing.T) {
	h := enginetest.New(t)
	_, err := h.NewFlow(t.Context(), keyUser, engine.NewFlow{Name: text.T("合同", tagged), Record: "contract"})
	takesOut(t, err, "bad_input", "name")
	_, err = h.SavePerson(t.Context(), admin, org.Person{ID: "eve", SignIn: "eve", Name: text.T(tagged, ""), Role: org.Staff, Active: true})
	takesOut(t, err, "bad_values", "name")
	_, err = h.SaveDepartment(t.Context(), admin, org.Department{ID: "dept", Name: text.T(tagged, "")})
	takesOut(t, err, "bad_values", "name")
	_, err = h.SavePost(t.Context(), admin, org.Post{Key: "post", Name: text.T("", tagged)})
	takesOut(t, err, "bad_values", "name")

	v := h.Publish(plain("two"))
	d := *v.Definition
	d.Nodes[1].Name = text.T("", tagged)
	document, err := d.Encode()
	must(t, err)
	_, err = h.SaveDraft(t.Context(), keyUser, "two", 2, document)
	takesOut(t, err, "bad_flow", "nodes[1].name.en")
	_, err = h.Engine.Publish(t.Context(), admin, "two", 2, tagged)
	takesOut(t, err, "bad_input", "note")
}

func TestALineOfARecordHoldsNoTagAndWhatPeopleWriteMay(t *testing.T) {
	h := enginetest.New(t)
	_, err := h.AddRecord(t.Context(), lin, "contract", values{"title": tagged}, "", "")
	takesOut(t, err, "bad_values", "title")
	_, err = h.AddRecord(t.Context(), lin, "contract", values{"title": "x", "items": []any{values{"what": tagged}}}, "", "")
	takesOut(t, err, "bad_values", "items[0].what")

	id := h.Add(lin, "contract", values{"title": "amount<100, a < b > c", "opinion": tagged})
	_, err = h.ChangeRecord(t.Context(), lin, "contract", id, 1, values{"serial": tagged}, nil)
	takesOut(t, err, "bad_values", "serial")
	h.Publish(plain("two"))
	task := h.TaskOf(chen, h.Start(lin, "two", id, nil))
	_, err = h.Decide(t.Context(), chen, engine.Verdict{Task: task, Outcome: "approved", Comment: "see " + tagged})
	must(t, err)
}

// What was saved before tags were refused is read, runs, and may stay as it is.
func TestWhatWasTaggedBeforeIsStillRead(t *testing.T) {
	h := enginetest.New(t)
	b := plain("old")
	d := b.Definition()
	d.Start = []flow.Trigger{{On: flow.OnSubmitted}}
	d.Nodes[1].Description = text.T(tagged, tagged)
	draft := ok[engine.DraftView](t)(h.NewFlow(t.Context(), keyUser, engine.NewFlow{Key: "old", Name: d.Name, Record: d.Record}))
	must(t, h.Store.SaveDraft(t.Context(), engine.Draft{Key: "old", Revision: 2, Definition: d, UpdatedAt: h.Clock.Now(), UpdatedBy: keyUser}, draft.Revision))
	_, err := h.Engine.Publish(t.Context(), admin, "old", 2, "first")
	refused(t, err, fault.Invalid, "flow_has_problems")
	if p := engine.ProblemsOf(err); len(p) != 2 || p[0].Code != "text_with_tag" || p[0].Node != d.Nodes[1].ID || p[0].Path != "description.zh-CN" {
		t.Errorf("it is told %+v", p)
	}
	_, err = h.Store.AddVersion(t.Context(), engine.Version{Flow: "old", Note: tagged, Definition: d, PublishedAt: h.Clock.Now(), PublishedBy: admin, Current: true}, 2)
	must(t, err)
	h = enginetest.Beside(t, h.Store, engine.Options{}) // it knows what was published before it began

	id := h.Add(lin, "contract", values{"title": "Lease"})
	_, err = h.Store.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: id, Revision: 1, Set: record.Values{"title": tagged}}, h.Clock.Now())
	must(t, err)
	view := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", id))
	_, err = h.ChangeRecord(t.Context(), lin, "contract", id, view.Revision, values{"title": tagged, "months": 12}, nil)
	must(t, err)
	task := h.TaskOf(chen, h.Start(lin, "old", id, nil))
	if got := ok[engine.TaskView](t)(h.Task(t.Context(), chen, task)); got.Description.EN != tagged {
		t.Errorf("the task says %+v", got.Description)
	}
}
