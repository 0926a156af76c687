package engine_test

import (
	"encoding/json"
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// secrets are values that must not come out where their field is hidden.
var secrets = []string{"0.7777", "Zanzibar"}

// TestHiddenFieldsComeOutNowhere asks everywhere as somebody to whom the step hides margin, opinion and scans, and sends what he
// must not write.
func TestHiddenFieldsComeOutNowhere(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("closed", "contract").
		Approve("first", enginetest.By("post:finance"), enginetest.See("margin", "hidden", "opinion", "hidden", "scans", "hidden", "months", "edit")).
		Do("revise", enginetest.By("submitter"), enginetest.Fields("margin", "edit", "opinion", "edit", "scans", "edit", "months", "edit")).
		Decision("rich").
		Approve("again", enginetest.By("post:finance"), enginetest.See("margin", "hidden", "opinion", "hidden", "scans", "hidden", "months", "required")).
		End("end", flow.ResultApproved).
		Path("start", "first", "revise", "rich").When("rich", "again", "record.margin > 0.5").Else("rich", "end").Path("again", "end"))
	id := h.Add(lin, "contract", values{"title": "Lease", "margin": "0.1", "opinion": "none yet", "months": 12,
		"scans": []any{upload(t, h, lin, "Zanzibar.pdf", "%PDF-")}})
	in := h.Start(lin, "closed", id, nil)
	approve(t, h, fang, in)
	added := upload(t, h, lin, "Zanzibar too.pdf", "%PDF-")
	if _, err := h.Decide(t.Context(), lin, engine.Verdict{Task: h.TaskOf(lin, in), Outcome: machine.OutcomeDone,
		Set: values{"margin": "0.7777", "opinion": "Zanzibar", "months": 24,
			"scans": []any{added}}}); err != nil {
		t.Fatal(err)
	}
	ctx, task := t.Context(), h.TaskOf(fang, in)
	drawn := ok[[]byte](t)(h.InstanceDiagram(ctx, fang, in, engine.Drawing{Lang: text.English}))
	channels := map[string]any{
		"task":     ok[engine.TaskView](t)(h.Task(ctx, fang, task)),
		"instance": ok[engine.InstanceView](t)(h.Instance(ctx, fang, in)),
		"versions": ok[[]engine.DataVersion](t)(h.DataVersions(ctx, fang, in)),
		"record":   ok[engine.RecordView](t)(h.Record(ctx, fang, "contract", id)),
		"notices":  ok[engine.NoticeList](t)(h.Notices(ctx, fang)),
		"live":     h.Published.Take(),
		"diagram":  string(drawn),
		"list":     ok[engine.Page[engine.RecordView]](t)(h.Records(ctx, fang, engine.RecordsAsked{Type: "contract", Search: "Zanzibar", Sort: "margin"})),
		"filter": ok[engine.Page[engine.RecordView]](t)(h.Records(ctx, fang, engine.RecordsAsked{Type: "contract",
			Filters: []engine.FilterAsked{{Field: "margin", Op: engine.More, Value: "0.5"}}})),
	}
	for name, answer := range channels {
		doc, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range secrets {
			if strings.Contains(string(doc), secret) {
				t.Errorf("%s tells %s: %s", name, secret, doc)
			}
		}
	}
	lacks(t, h, added, fang)
	if c := channels["task"].(engine.TaskView).Changed; c == nil || len(c.Fields) != 1 || c.Fields[0].Key != "months" {
		t.Errorf("changed: %+v", c)
	}
	for _, key := range []string{"margin", "opinion", "scans", "title", "amount"} {
		for _, v := range []any{"1", nil, 5, true, []any{}, map[string]any{}} {
			_, err := h.Decide(ctx, fang, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved, Set: values{key: v}})
			if f := fault.From(err); err == nil || f.Code != fault.Forbidden && f.Code != fault.Invalid {
				t.Errorf("%s = %v is answered %v", key, v, err)
			}
		}
	}
	_, err := h.Decide(ctx, fang, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved, Set: values{"months": nil}})
	refused(t, err, fault.Invalid, "field_required")
	_, err = h.ChangeRecord(ctx, fang, "contract", id, 0, values{"margin": "0"}, nil)
	refused(t, err, fault.NotFound, "no_such_record")
	_, err = h.PreviewChange(ctx, fang, "contract", id, values{"margin": "0"}, nil)
	refused(t, err, fault.NotFound, "no_such_record")
	_, err = h.ChangeRecord(ctx, lin, "contract", id, 0, values{"amount": "1"}, nil) // not behind the approvers' backs
	refused(t, err, fault.Conflict, "record_locked")
}
