package flow_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/rule"
)

// pinnedTypes are the record types that the pinned document speaks of.
var pinnedTypes = record.Types{
	"contract": {Key: "contract", Title: "name", Fields: []record.Field{
		{Key: "name", Type: record.Text}, {Key: "amount", Type: record.Money}, {Key: "discount", Type: record.Number, Decimals: 4},
		{Key: "region", Type: record.Text}, {Key: "urgent", Type: record.Boolean}, {Key: "seller", Type: record.Person},
		{Key: "customer", Type: record.Link, Target: "customer"}, {Key: "items", Type: record.Rows}}},
	"customer": {Key: "customer", Title: "name", Fields: []record.Field{
		{Key: "name", Type: record.Text}, {Key: "region", Type: record.Text}, {Key: "credit_score", Type: record.Number}}},
}

func compiled(tb testing.TB) *flow.Graph {
	tb.Helper()
	g, err := flow.Compile(parse(tb, pinned(tb)), 3, pinnedTypes)
	if err != nil {
		tb.Fatalf("%v %+v", err, fault.From(err).Fields)
	}
	return g
}

func TestAGraphKnowsItsChart(t *testing.T) {
	g := compiled(t)
	if g.Key() != "contract-approval" || g.Version() != 3 || g.Type().Key != "contract" || len(g.Starts()) != 1 || g.Node("n2").Kind != flow.KindStep || g.Node("n99") != nil {
		t.Errorf("graph of %s version %d", g.Key(), g.Version())
	}
	var out []string
	for _, e := range g.Out("n3") {
		out = append(out, e.ID)
	}
	if diff := cmp.Diff([]string{"e4", "e5"}, out); diff != "" {
		t.Errorf("out of the decision, in the document's order (-want +got):\n%s", diff)
	}
	if len(g.In("n8")) != 2 || g.Edge("e3").On != flow.OnRejected || g.Edge("e99") != nil {
		t.Error("edges are mixed up")
	}
	if !g.Reaches("n1", "n9") || g.Reaches("n9", "n1") || g.Reaches("n1", "n1") || g.Reaches("n1", "n99") {
		t.Error("reaching is wrong")
	}
	if g.Closing("n4") != "n7" || g.Closing("n3") != "" {
		t.Errorf("the fork closes at %q", g.Closing("n4"))
	}
}

func TestAGraphHasItsRulesCompiled(t *testing.T) {
	g := compiled(t)
	for name, p := range map[string]*rule.Program{
		"record.amount > 100000": g.EdgeRule("e4"), "record.amount > old.amount": g.TriggerRule(1),
		`record.region == "fujian"`: g.TriggerRule(2), "record.id": g.MapRule(2, 0), "record.name": g.AssignRule("n8", 1),
	} {
		if p == nil || p.Source() != name {
			t.Errorf("no program for %s", name)
		}
	}
	for name, p := range map[string]*rule.Program{
		"a default": g.EdgeRule("e5"), "a fixed value": g.AssignRule("n8", 0), "no trigger": g.TriggerRule(9), "no rule": g.TriggerRule(0),
		"a fixed mapping": g.MapRule(2, 1), "no mapping": g.MapRule(0, 0), "no update": g.AssignRule("n2", 0), "no assignment": g.AssignRule("n8", 2),
	} {
		if p != nil {
			t.Errorf("%s has the rule %s", name, p.Source())
		}
	}
}

func TestWhatCannotRunDoesNotCompile(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*flow.Definition)
		at    string
	}{
		"an unknown record type":  {func(d *flow.Definition) { d.Record = "invoice" }, "record"},
		"an edge that hangs":      {func(d *flow.Definition) { d.Edges[0].To = "gone" }, "edges[0]"},
		"a node twice":            {func(d *flow.Definition) { d.Nodes[1].ID = "n1" }, "nodes[1].id"},
		"an edge twice":           {func(d *flow.Definition) { d.Edges[10].ID = "e1" }, "edges[10].id"},
		"a step without settings": {func(d *flow.Definition) { d.Nodes[1].Action = nil }, "nodes[1].action"},
		"a rule that is wrong":    {func(d *flow.Definition) { d.Edges[3].When = "record.amount >" }, "edges[3].when"},
		"a trigger that is wrong": {func(d *flow.Definition) { d.Start[1].When = "record.amout > 1" }, "start[1].when"},
		"a trigger of no type":    {func(d *flow.Definition) { d.Start[2].Of = "lead" }, "start[2].of"},
		"a mapping that is wrong": {func(d *flow.Definition) { d.Start[2].Map[0].From = "record.idd" }, "start[2].map[0].from"},
		"a source that is wrong":  {func(d *flow.Definition) { d.Nodes[7].Action.Update.Set[1].From = "name" }, "nodes[7].action.set[1].from"},
	} {
		t.Run(name, func(t *testing.T) {
			d := parse(t, pinned(t))
			c.spoil(&d)
			_, err := flow.Compile(d, 1, pinnedTypes)
			f := fault.From(err)
			if err == nil || f.Reason != "flow_does_not_compile" || len(f.Fields) == 0 || f.Fields[0].Path != c.at {
				t.Errorf("%v at %+v, want a fault at %s", err, f.Fields, c.at)
			}
		})
	}
}

func TestAFieldNobodySpeaksOfIsEditedAtTheStartAndReadLater(t *testing.T) {
	g := compiled(t)
	base := func(a record.Access, other map[string]record.Access) map[string]record.Access {
		all := map[string]record.Access{}
		for _, f := range g.Type().Fields {
			all[f.Key] = a
		}
		for key, a := range other {
			all[key] = a
		}
		return all
	}
	for node, want := range map[string]map[string]record.Access{
		"n1": base(record.Edit, map[string]record.Access{"amount": record.Required, "discount": record.Hidden, "region": record.Read}),
		"n2": base(record.Read, map[string]record.Access{"discount": record.Edit}),
		"n5": base(record.Read, map[string]record.Access{"discount": record.Required}),
		"n6": base(record.Read, nil), "n9": base(record.Read, nil), "n99": base(record.Read, nil),
	} {
		got := flow.FieldAccess(g, node)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", node, diff)
		}
		got["amount"] = record.Hidden
		if flow.FieldAccess(g, node)["amount"] != want["amount"] {
			t.Errorf("%s: what was handed out is shared", node)
		}
	}
}

func TestAskedNamesThePeopleOfAStep(t *testing.T) {
	g := compiled(t)
	for node, want := range map[string]string{"n1": "", "n2": "action.by", "n5": "action.by", "n6": "action.to", "n8": ""} {
		path, by := g.Node(node).Asked()
		if path != want || (len(by) > 0) != (want != "") {
			t.Errorf("%s asks %v at %q", node, by, path)
		}
	}
	if _, by := g.Node("n6").Asked(); by[0] != (org.Selector{Submitter: true}) {
		t.Errorf("n6 tells %v", by)
	}
}

func TestIndexTakesAHalfDrawnChart(t *testing.T) {
	g := flow.Index(flow.Definition{
		Nodes: []flow.Node{{ID: "a", Kind: flow.KindStart}, {ID: "a", Kind: flow.KindEnd}, {ID: ""}, {ID: "f", Kind: flow.KindFork}},
		Edges: []flow.Edge{{ID: "e", From: "a", To: "f"}, {ID: "e", From: "f", To: "a"}, {ID: "x", From: "f", To: "gone"}, {ID: "y", From: "f", To: "f"}},
	})
	if g.Node("a").Kind != flow.KindStart || len(g.Out("f")) != 1 || !g.Reaches("f", "f") || g.Reaches("f", "a") || g.Closing("f") != "" {
		t.Errorf("the chart is indexed wrong: %v %d %v %v %q", g.Node("a").Kind, len(g.Out("f")), g.Reaches("f", "f"), g.Reaches("f", "a"), g.Closing("f"))
	}
}

func TestDurations(t *testing.T) {
	at := time.Date(2026, 1, 30, 9, 0, 0, 0, time.UTC)
	for s, want := range map[string]time.Time{
		"P1D": at.AddDate(0, 0, 1), "P2W": at.AddDate(0, 0, 14), "PT4H": at.Add(4 * time.Hour), "P1Y2M3DT4H5M6S": at.AddDate(1, 2, 3).Add(4*time.Hour + 5*time.Minute + 6*time.Second),
	} {
		d, err := flow.ParseDuration(s)
		if err != nil || !d.After(at).Equal(want) {
			t.Errorf("%s after %v is %v, want %v (%v)", s, at, d.After(at), want, err)
		}
	}
	for _, s := range []string{"", "P", "PT", "1D", "P1H", "PT0S", "P0D", "P1.5D", "P-1D", "P1DT", "p1d", "P101Y", "P99999D", "one day"} {
		if d, err := flow.ParseDuration(s); fault.ReasonOf(err) != "bad_duration" {
			t.Errorf("%q is read as %v", s, d)
		}
	}
}
