package engine_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// priced is an instance over a contract, at a step of Fang's that shows its rows as given. Prices and costs changed on the
// way there, and a rule read them.
func priced(t *testing.T, see ...string) (h *enginetest.House, contract, instance string) {
	t.Helper()
	h = enginetest.New(t)
	h.Publish(enginetest.Flow("priced", "contract").
		Do("revise", enginetest.By("submitter"), enginetest.Fields("items", "edit")).
		Decision("dear").
		Approve("check", enginetest.By("post:finance"), enginetest.See(see...)).
		Do("after", enginetest.By("post:legal"), nil).
		End("end", flow.ResultApproved).
		Path("start", "revise", "dear").
		When("dear", "check", "record.items.exists(i, i.price > 7000)").Else("dear", "end").Path("check", "after", "end"))
	contract, instance = offered(t, h)
	return h, contract, instance
}

// offered starts the flow of priced on one more contract, up to the step that checks it.
func offered(t *testing.T, h *enginetest.House) (contract, instance string) {
	t.Helper()
	customer := h.Add(lin, "customer", values{"name": "Client"})
	contract = h.Add(lin, "contract", values{"title": "Offer", "customer": customer, "items": []any{
		values{"what": "bolt", "price": "1.00", "cost": "1.00"},
		values{"what": "nut", "price": "2.00", "cost": "4.00"}}})
	instance = h.Start(lin, "priced", contract, nil)
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), lin, engine.Verdict{Task: h.TaskOf(lin, instance), Outcome: machine.OutcomeDone, Set: values{"items": []any{
		values{"what": "bolt", "price": "7777.11", "cost": "8888.22"},
		values{"what": "nut", "price": "7777.33", "cost": "8888.44"}}}}))
	return contract, instance
}

// TestHiddenColumnsComeOutNowhere looks everywhere for what is in each column, as somebody to whom a step shows it or not.
func TestHiddenColumnsComeOutNowhere(t *testing.T) {
	for _, c := range []struct {
		see         []string
		price, cost bool
	}{
		{[]string{"items", "read"}, true, true},
		{[]string{"items", "read", "items.price", "hidden"}, false, true},
		{[]string{"items", "edit", "items.price", "hidden", "items.cost", "hidden"}, false, false},
		{[]string{"items", "read", "items.price", "edit", "items.cost", "hidden"}, true, false},
		{[]string{"items", "hidden", "items.price", "edit"}, false, false},
	} {
		t.Run(strings.Join(c.see, " "), func(t *testing.T) {
			h, contract, in := priced(t, c.see...)
			ctx := t.Context()
			seen := map[string]any{
				"task":     ok[engine.TaskView](t)(h.Task(ctx, fang, h.TaskOf(fang, in))),
				"instance": ok[engine.InstanceView](t)(h.Instance(ctx, fang, in)),
				"versions": ok[[]engine.DataVersion](t)(h.DataVersions(ctx, fang, in)),
				"record":   ok[engine.RecordView](t)(h.Record(ctx, fang, "contract", contract)),
			}
			never := map[string]any{
				"notices": ok[engine.NoticeList](t)(h.Notices(ctx, fang)),
				"live":    h.Published.Take(),
				"list":    ok[engine.Page[engine.RecordView]](t)(h.Records(ctx, fang, engine.RecordsAsked{Type: "contract"})),
				"diagram": string(ok[[]byte](t)(h.InstanceDiagram(ctx, fang, in, engine.Drawing{Lang: text.English}))),
			}
			finds := func(v any, what string) bool {
				return strings.Contains(string(ok[[]byte](t)(json.Marshal(v))), what)
			}
			for name, v := range seen {
				if finds(v, "7777.") != c.price || finds(v, "8888.") != c.cost {
					t.Errorf("%s: the price is shown: %v, the cost: %v", name, finds(v, "7777."), finds(v, "8888."))
				}
			}
			for name, v := range never {
				if finds(v, "7777.") || finds(v, "8888.") {
					t.Errorf("%s tells of columns", name)
				}
			}
		})
	}
}

// TestAChangeOfHiddenColumnsAloneIsNotTold wants nothing said of rows in which nothing that may be seen was changed.
func TestAChangeOfHiddenColumnsAloneIsNotTold(t *testing.T) {
	h, _, in := priced(t, "items.price", "hidden", "items.cost", "hidden")
	view := ok[engine.InstanceView](t)(h.Instance(t.Context(), fang, in))
	for _, entry := range view.Timeline {
		if len(entry.Data.Fields)+len(entry.Data.Before)+len(entry.Data.After) > 0 {
			t.Errorf("told: %+v", entry.Data)
		}
	}
}

// stored are the rows of a contract as its owner sees them.
func stored(t *testing.T, h *enginetest.House, contract string) []record.Values {
	t.Helper()
	rows, _ := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract)).Values["items"].([]record.Values)
	return rows
}

func TestRowsAreFilledInColumnByColumn(t *testing.T) {
	none := errorWanted{}
	closed, invalid := errorWanted{fault.Forbidden, "field_not_editable"}, errorWanted{fault.Invalid, "bad_values"}
	inPlace := []string{"items", "read", "items.price", "edit", "items.cost", "hidden"}
	moving := []string{"items", "edit", "items.price", "hidden", "items.cost", "read"}
	for name, c := range map[string]struct {
		see  []string
		rows any
		want errorWanted
		are  string // what price cost of each row
	}{
		"a column in place":             {inPlace, []any{values{"price": "1"}, values{"price": "2"}}, none, "bolt 1 8888.22, nut 2 8888.44"},
		"with what is only read":        {inPlace, []any{values{"what": "bolt", "price": "1"}, values{"price": "2"}}, none, "bolt 1 8888.22, nut 2 8888.44"},
		"a column that is read":         {inPlace, []any{values{"what": "screw", "price": "1"}, values{"price": "2"}}, closed, ""},
		"a column that is hidden":       {inPlace, []any{values{"cost": "8888.22"}, values{"price": "2"}}, closed, ""},
		"a row less":                    {inPlace, []any{values{"price": "1"}}, invalid, ""},
		"a row more":                    {inPlace, []any{values{}, values{}, values{}}, invalid, ""},
		"no rows":                       {inPlace, nil, invalid, ""},
		"rows moved":                    {inPlace, []any{values{"$row": 1}, values{"$row": 0}}, invalid, ""},
		"a column that is not there":    {inPlace, []any{values{"colour": "red"}, values{}}, invalid, ""},
		"no rows at all":                {inPlace, "rows", invalid, ""},
		"moved with what is hidden":     {moving, []any{values{"$row": 1, "what": "nut"}, values{"$row": 0, "what": "screw"}}, none, "nut 7777.33 8888.44, screw 7777.11 8888.22"},
		"one removed and one added":     {moving, []any{values{"$row": nil, "what": "new"}, values{"$row": 1, "what": "nut"}}, none, "new <nil> <nil>, nut 7777.33 8888.44"},
		"a new one with what is read":   {moving, []any{values{"$row": nil, "cost": "5"}}, closed, ""},
		"a new one with what is hidden": {moving, []any{values{"$row": nil, "price": "5"}}, closed, ""},
		"not said which":                {moving, []any{values{"what": "nut"}}, invalid, ""},
		"one twice":                     {moving, []any{values{"$row": 0}, values{"$row": 0}}, invalid, ""},
		"one that is not there":         {moving, []any{values{"$row": 2}}, invalid, ""},
		"half a row":                    {moving, []any{values{"$row": 0.5}}, invalid, ""},
		"all removed":                   {moving, []any{}, none, ""},
		"rows that are read":            {[]string{"items", "read"}, []any{values{"price": "1"}, values{"price": "2"}}, closed, ""},
		"rows that are hidden":          {[]string{"items", "hidden", "items.price", "edit"}, []any{values{"price": "1"}, values{"price": "2"}}, closed, ""},
	} {
		t.Run(name, func(t *testing.T) {
			h, contract, in := priced(t, c.see...)
			_, err := h.Decide(t.Context(), fang, engine.Verdict{Task: h.TaskOf(fang, in), Outcome: machine.OutcomeApproved, Set: values{"items": c.rows}})
			want := c.are
			if c.want != none {
				refused(t, err, c.want.code, c.want.reason)
				want = "bolt 7777.11 8888.22, nut 7777.33 8888.44"
			} else if err != nil {
				t.Fatal(err)
			}
			var are []string
			for _, row := range stored(t, h, contract) {
				are = append(are, fmt.Sprintf("%v %v %v", row["what"], row["price"], row["cost"]))
			}
			if got := strings.Join(are, ", "); got != want {
				t.Errorf("the rows are %s, want %s", got, want)
			}
		})
	}
}

type errorWanted struct {
	code   fault.Code
	reason string
}

func TestAColumnIsWantedInEveryRow(t *testing.T) {
	h, _, in := priced(t, "items.price", "required")
	_, err := h.Decide(t.Context(), fang, engine.Verdict{Task: h.TaskOf(fang, in), Outcome: machine.OutcomeApproved,
		Set: values{"items": []any{values{"price": "1"}, values{"price": nil}}}})
	refused(t, err, fault.Invalid, "field_required")
	if f := fault.From(err); len(f.Fields) != 1 || f.Fields[0].Path != "set.items[1].price" {
		t.Errorf("at %+v", f.Fields)
	}
}

// TestWildWritesLeaveClosedColumnsAlone sends rows made at random: whatever is answered, prices and costs stay
// together, with the row that they were in, and no other comes up.
func TestWildWritesLeaveClosedColumnsAlone(t *testing.T) {
	h, contract, in := priced(t, "items", "edit", "items.price", "hidden", "items.cost", "read")
	task, dice := h.TaskOf(fang, in), rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test that is the same every time
	cells := []any{"1", "7777.33", nil, "8888.44", 3, true, []any{}, values{}, "nut"}
	places := []any{0, 1, 2, -1, nil, "0", 0.5, true}
	pairs := map[string]bool{"7777.11 8888.22": true, "7777.33 8888.44": true, "<nil> <nil>": true}
	for range 300 {
		var rows []any
		for range dice.IntN(4) {
			row := values{}
			if dice.IntN(5) > 0 {
				row["$row"] = places[dice.IntN(len(places))]
			}
			for _, column := range []string{"what", "price", "cost"} {
				if dice.IntN(4) == 0 {
					row[column] = cells[dice.IntN(len(cells))]
				}
			}
			rows = append(rows, row)
		}
		_, err := h.Decide(t.Context(), fang, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved, Set: values{"items": rows}})
		if f := fault.From(err); err != nil && f.Code != fault.Forbidden && f.Code != fault.Invalid {
			t.Fatalf("%v is answered %v", rows, err)
		}
		for _, row := range stored(t, h, contract) {
			if pair := fmt.Sprintf("%v %v", row["price"], row["cost"]); !pairs[pair] {
				t.Fatalf("%v leaves %s", rows, pair)
			}
		}
		if err == nil {
			contract, in = offered(t, h)
			task = h.TaskOf(fang, in)
		}
	}
}
