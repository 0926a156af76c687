package engine_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// The people, by short names.
const (
	admin   = enginetest.Admin
	keyUser = enginetest.KeyUser
	lin     = enginetest.Lin
	wu      = enginetest.Wu
	chen    = enginetest.Chen
	fang    = enginetest.Fang
	fei     = enginetest.Fei
	luo     = enginetest.Luo
	gao     = enginetest.Gao
	he      = enginetest.He
)

type values = map[string]any

// plain is submit → Chen approves → approved.
func plain(key string) *enginetest.Builder {
	return enginetest.Flow(key, "contract").
		Approve("check", enginetest.By("post:sales_manager")).
		End("end", flow.ResultApproved).
		Path("start", "check", "end")
}

// refused checks that a command was refused for a reason, and that its words say what to do in both languages.
func refused(t *testing.T, err error, code fault.Code, reason string) {
	t.Helper()
	f := fault.From(err)
	if err == nil || f.Code != code || f.Reason != reason {
		t.Fatalf("got %v, want %s %s", err, code, reason)
	}
	if f.Text.ZH == "" || f.Text.EN == "" {
		t.Errorf("%s is worded %+v, want both languages", reason, f.Text)
	}
}

// ok stops the test at an error.
func ok[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// approve approves somebody's only open task in an instance.
func approve(t *testing.T, h *enginetest.House, who, instance string) engine.InstanceInfo {
	t.Helper()
	return ok[engine.InstanceInfo](t)(h.Decide(t.Context(), who, engine.Verdict{
		Task: h.TaskOf(who, instance), Outcome: machine.OutcomeApproved}))
}

// dec is a number.
func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }
