package engine_test

import (
	"strings"
	"sync"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/store"
)

// budget is the flow that is counted and measured: start → decision → one approval → update → end.
func budget() *enginetest.Builder {
	return enginetest.Flow("budget", "order").
		Decision("dear").
		Approve("check", enginetest.By("post:sales_manager")).
		Update("mark", "", flow.Assign{Field: "approved", Value: true}).
		End("end", flow.ResultApproved).
		Path("start", "dear").
		When("dear", "check", "record.amount > 100000").
		Else("dear", "end").
		Path("check", "mark", "end")
}

func TestStatementsOfAnInstance(t *testing.T) {
	var mu sync.Mutex
	var sent []string
	h := enginetest.NewWith(t, store.Options{OnStatement: func(sql string) {
		mu.Lock()
		defer mu.Unlock()
		sent = append(sent, sql)
	}}, engine.Options{})
	h.Publish(budget())
	run := func(title string) (contract string, statements []string) {
		contract = h.Add(lin, "order", values{"title": title, "amount": "120000"})
		mu.Lock()
		sent = nil
		mu.Unlock()
		in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, engine.Submission{Flow: "budget", Record: contract, Key: title}))
		mu.Lock()
		submitted := sent
		mu.Unlock()
		task := h.TaskOf(chen, in.ID)
		mu.Lock()
		sent = nil
		mu.Unlock()
		in, err := h.Decide(t.Context(), chen, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved, Key: title})
		if err != nil {
			t.Fatal(err)
		}
		if in.Status != machine.Approved {
			t.Fatalf("status %s", in.Status)
		}
		mu.Lock()
		defer mu.Unlock()
		return contract, append(submitted, sent...)
	}
	run("warm")
	contract, statements := run("counted")
	if v := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "order", contract)); v.Values["approved"] != true || v.LockedBy != "" {
		t.Errorf("the record after the instance: %+v", v)
	}

	commits, others := 0, 0
	for _, s := range statements {
		switch word := strings.ToUpper(strings.Fields(s)[0]); word {
		case "COMMIT":
			commits++
		case "BEGIN", "START":
		default:
			others++
		}
	}
	t.Logf("%d commits, %d statements:\n%s", commits, others, strings.Join(statements, "\n"))
	if commits > 2 || commits == 0 {
		t.Errorf("%d commits, want at most 2", commits)
	}
	if others > 15 {
		t.Errorf("%d statements, want at most 15", others)
	}
}
