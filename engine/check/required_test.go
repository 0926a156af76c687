package check_test

import (
	"testing"

	"flowline/engine/check"
	"flowline/engine/flow"
	"flowline/engine/record"
)

// claims is a type that cannot be without a customer name.
var claims = record.Types{
	"claim": {Key: "claim", Title: "customer_name", Fields: []record.Field{
		{Key: "customer_name", Type: record.Text, Required: true}, {Key: "note", Type: record.LongText}}},
	"customer": {Key: "customer", Title: "name", Fields: []record.Field{{Key: "name", Type: record.Text}}},
}

func codes(d flow.Definition) []string {
	var all []string
	for _, p := range check.Check(d, claims, nil, nil) {
		all = append(all, string(p.Severity)+" "+p.Code+" "+p.Path)
	}
	return all
}

func claimFlow() flow.Definition {
	return flow.Definition{Key: "claim", Name: claims["claim"].Name, Record: "claim",
		Start: []flow.Trigger{{On: flow.OnSubmitted}},
		Nodes: []flow.Node{{ID: "s", Kind: flow.KindStart}, {ID: "e", Kind: flow.KindEnd}},
		Edges: []flow.Edge{{ID: "e1", From: "s", To: "e"}}}
}

func TestAFieldThatMustBeFilledInIsSeenInTheForm(t *testing.T) {
	d := claimFlow()
	d.Nodes[0].Form = &flow.Form{Fields: map[string]record.Access{"customer_name": record.Hidden, "note": record.Hidden}}
	wantCodes(t, codes(d), "error flow_without_name name", "warning required_field_hidden form.fields.customer_name")
}

func TestANewRecordIsMappedWhatItMustHave(t *testing.T) {
	d := claimFlow()
	d.Start = []flow.Trigger{{On: flow.OnAdded, Of: "customer", Map: []flow.Assign{{Field: "note", Value: "new"}}}}
	wantCodes(t, codes(d), "error flow_without_name name", "error mapping_incomplete start[0].map")
	d.Start[0].Map = []flow.Assign{{Field: "customer_name", From: "record.name"}}
	wantCodes(t, codes(d), "error flow_without_name name")
}

func TestAFieldThatMustBeFilledInIsNotCleared(t *testing.T) {
	d := claimFlow()
	d.Nodes = append(d.Nodes, flow.Node{ID: "u", Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionUpdate,
		Update: &flow.Update{Set: []flow.Assign{{Field: "customer_name"}, {Field: "note"}}}}})
	d.Edges[0].To = "u"
	d.Edges = append(d.Edges, flow.Edge{ID: "e2", From: "u", To: "e"})
	wantCodes(t, codes(d), "error flow_without_name name", "error wrong_value action.set[0]")
}
