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
	"flowline/engine/storetest"
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

// sent collects the statements that a store sends.
type sent struct {
	mu   sync.Mutex
	list []string
}

func (s *sent) add(sql string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = append(s.list, sql)
}

func (s *sent) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.list
	s.list = nil
	return list
}

// TestStatementsOfAnInstance: two commits and fifteen statements at most, idempotency keys included.
func TestStatementsOfAnInstance(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		var seen sent
		h := enginetest.Over(t, storetest.Open(t, fresh(t), store.Options{OnStatement: seen.add}), engine.Options{})
		h.Publish(budget())
		run := func(title string) (order string, statements []string) {
			order = h.Add(lin, "order", values{"title": title, "amount": "120000"})
			seen.take()
			in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, engine.Submission{Flow: "budget", Record: order, Key: title}))
			statements = seen.take()
			task := h.TaskOf(chen, in.ID)
			seen.take()
			in = ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved, Key: title}))
			if in.Status != machine.Approved {
				t.Fatalf("status %s", in.Status)
			}
			return order, append(statements, seen.take()...)
		}
		run("warm")
		order, statements := run("counted")
		if v := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "order", order)); v.Values["approved"] != true || v.LockedBy != "" {
			t.Errorf("the record after the instance: %+v", v)
		}
		commits, others := 0, 0
		for _, s := range statements {
			switch strings.ToUpper(strings.Fields(s)[0]) {
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
	})
}
