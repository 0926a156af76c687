package engine_test

import (
	"encoding/json"
	"maps"
	"slices"

	"pgregory.net/rapid"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
)

// openTask is the one task that is open.
func (m *matrix) openTask() machine.Task {
	m.t.Helper()
	for _, k := range ok[engine.Instance](m.t)(m.Store.Instance(m.t.Context(), m.instance)).State.Tasks {
		if k.State == machine.TaskOpen {
			return *k
		}
	}
	m.t.Fatal("no task is open")
	return machine.Task{}
}

// writeWildly has anybody send anything, by every way in which values are written, that holds something closed to
// them: it is refused whole, and the record and the instance stay as they were.
func (m *matrix) writeWildly(stage string) {
	m.t.Helper()
	if m.t.Failed() {
		return // rapid takes no test that has
	}
	ctx, task := m.t.Context(), m.instance+"."+m.openTask().ID
	before := m.now()
	ways := map[string]func(who string, set values) error{
		"decide": func(who string, set values) error {
			_, err := m.Decide(ctx, who, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved, Set: set})
			return err
		},
		"reject": func(who string, set values) error {
			_, err := m.Decide(ctx, who, engine.Verdict{Task: task, Outcome: machine.OutcomeRejected, Comment: "no", Set: set})
			return err
		},
		"preview of a decision": func(who string, set values) error {
			_, err := m.PreviewDecision(ctx, who, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved, Set: set})
			return err
		},
		"submit": func(who string, set values) error {
			_, err := m.Submit(ctx, who, engine.Submission{Flow: "matrix", Record: m.contract, Set: set})
			return err
		},
		"change": func(who string, set values) error {
			_, err := m.ChangeRecord(ctx, who, "contract", m.contract, ok[engine.RecordView](m.t)(m.Record(ctx, admin, "contract", m.contract)).Revision, set, nil)
			return err
		},
		"keep": func(who string, set values) error {
			_, err := m.KeepTask(ctx, who, engine.TaskDraft{Task: task, Set: set})
			return err
		},
		"keep a change": func(who string, set values) error {
			_, err := m.KeepStart(ctx, who, engine.StartDraft{ID: m.contract + ".matrix", Type: "contract", Record: m.contract, Flow: "matrix", Version: 1, Set: set})
			return err
		},
		"choose": func(who string, set values) error {
			_, err := m.Choose(ctx, who, engine.Choice{Instance: m.instance, Take: []string{"margin"}})
			return err
		},
	}
	people := []string{admin, keyUser, lin, fang, luo, fei, gao, he, wu, outsider}
	closed := []string{"margin", "opinion", "scans", "title", "amount", "items", "owner", "number", "id", "locked_by", "items.price", "nothing"}
	cell := rapid.SampledFrom([]any{"1", "0.9", nil, 5, true, "", told["price"], []any{}, values{}, []any{m.scan}})
	rows := rapid.Map(rapid.SliceOfN(rapid.MapOf(rapid.SampledFrom([]string{"what", "price", "cost", "$row", "id"}), cell), 1, 3), func(list []map[string]any) any {
		out := make([]any, len(list))
		for i := range list {
			out[i] = list[i]
		}
		return out
	})
	rapid.Check(m.t, func(t *rapid.T) {
		way := rapid.SampledFrom(slices.Sorted(maps.Keys(ways))).Draw(t, "way")
		who := rapid.SampledFrom(people).Draw(t, "who")
		set := values{rapid.SampledFrom(closed).Draw(t, "closed"): rapid.OneOf(cell, rows).Draw(t, "value")}
		if rapid.Bool().Draw(t, "beside what is open") {
			set["months"] = 24
		}
		err := ways[way](who, set)
		if f := fault.From(err); err != nil && (f.Code == fault.Internal || f.Code == fault.Unavailable) {
			t.Fatalf("%s: %s of %v by %s is answered %v", stage, way, set, who, err)
		}
		if err == nil && way != "preview of a decision" {
			t.Errorf("%s: %s of %v by %s is taken", stage, way, set, who)
		}
		if now := m.now(); now != before {
			t.Fatalf("%s: %s of %v by %s leaves\n%s\nwhich was\n%s", stage, way, set, who, now, before)
		}
	})
}

// now is the record and where the instance stands.
func (m *matrix) now() string {
	m.t.Helper()
	rec := ok[engine.RecordView](m.t)(m.Record(m.t.Context(), admin, "contract", m.contract))
	in := ok[engine.Instance](m.t)(m.Store.Instance(m.t.Context(), m.instance))
	doc := ok[[]byte](m.t)(json.Marshal([]any{rec.Values, rec.Revision, in.Revision, in.Status}))
	return string(doc)
}
