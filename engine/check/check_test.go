package check_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"flowline/engine/check"
	"flowline/engine/flow"
	"flowline/engine/flow/flowtest"
	"flowline/engine/machine/machinetest"
	"flowline/engine/org"
	"flowline/engine/text"
)

// company has everybody that the fixtures ask for, and the vacancies.
func company() *org.Directory {
	return org.NewDirectory(org.Company{
		People: []org.Person{
			{ID: "ann", Name: text.T("安", "Ann"), Active: true, Department: "sales", Manager: "bob"},
			{ID: "bob", Name: text.T("博", "Bob"), Active: true, Department: "sales", Posts: []string{"sales_manager"}},
			{ID: "cid", Name: text.T("西", "Cid"), Active: true},
			{ID: "left", Name: text.T("离", "Lee"), Active: false, Posts: []string{"clerk"}},
		},
		Departments: []org.Department{
			{ID: "sales", Name: text.T("销售部", "Sales"), Head: "bob"},
			{ID: "legal", Name: text.T("法务部", "Legal")},
			{ID: "store", Name: text.T("仓库", "Store"), Head: "left"},
		},
		Posts: []org.Post{
			{Key: "sales_manager", Name: text.T("销售经理", "Sales manager")},
			{Key: "clerk", Name: text.T("文员", "Clerk")},
		},
	})
}

func TestASoundFlowIsNeverFlagged(t *testing.T) {
	types, dir := machinetest.Types(), company()
	rapid.Check(t, func(t *rapid.T) {
		d := flowtest.SoundFlow(t)
		for _, p := range check.Check(d, types, dir, nil) {
			t.Errorf("%s %s at %s%s %s: %s", p.Severity, p.Code, p.Node, p.Edge, p.Path, p.Text.EN)
		}
		if _, err := flow.Compile(d, 1, types); err != nil {
			t.Error(err)
		}
	})
}

func TestThePlansThatTheMachineIsProvenOnMayBePublished(t *testing.T) {
	types := machinetest.Types()
	rapid.Check(t, func(t *rapid.T) {
		for _, p := range check.Check(machinetest.SoundPlan(t, 3).Definition(), types, nil, nil) {
			if p.Severity == check.Error {
				t.Errorf("%s at %s%s %s: %s", p.Code, p.Node, p.Edge, p.Path, p.Text.EN)
			}
		}
	})
}

func TestAnyChartAtAllIsChecked(t *testing.T) {
	types, dir := machinetest.Types(), company()
	rapid.Check(t, func(t *rapid.T) {
		d := machinetest.WildFlow(t)
		if !check.Blocks(check.Check(d, types, dir, nil)) {
			if _, err := flow.Compile(d, 1, types); err != nil {
				t.Errorf("may be published, and does not compile: %v", err)
			}
		}
	})
}

func TestNothingDrawnIsNoPanic(t *testing.T) {
	problems := check.Check(flow.Definition{}, nil, nil, nil)
	if !check.Blocks(problems) {
		t.Errorf("an empty canvas may be published: %v", problems)
	}
}

func wantCodes(tb testing.TB, got []string, want ...string) {
	tb.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		tb.Errorf("problems (-want +got):\n%s", diff)
	}
}
