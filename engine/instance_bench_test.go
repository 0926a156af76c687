package engine_test

import (
	"fmt"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/machine"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

// BenchmarkInstance measures whole instances, submitted and decided by two calls, over start → decision → one approval →
// update → end. Before each stands the floor of the same run: the least that two commits cost when written straight on
// the driver.
func BenchmarkInstance(b *testing.B) {
	floors := map[string]func(*testing.B, int){"sqlite": storetest.FloorSQLite, "mariadb": storetest.FloorMariaDB}
	for _, database := range []string{"sqlite", "mariadb"} {
		for _, people := range []int{1, 32} {
			var floor float64
			b.Run(fmt.Sprintf("%s/%d/floor", database, people), func(b *testing.B) {
				floors[database](b, people)
				floor = rate(b)
			})
			b.Run(fmt.Sprintf("%s/%d/engine", database, people), func(b *testing.B) {
				instances(b, storetest.Databases[database](b), people)
				if floor > 0 {
					b.ReportMetric(100*rate(b)/floor, "%floor")
				}
			})
		}
	}
}

// rate is how many per second a benchmark did so far.
func rate(b *testing.B) float64 { return float64(b.N) / b.Elapsed().Seconds() }

// instances runs b.N instances over the database at address.
func instances(b *testing.B, address string, people int) {
	h := enginetest.Over(b, storetest.Open(b, address, store.Options{}), engine.Options{Now: time.Now})
	h.Publish(budget())
	records := make([]string, b.N)
	storetest.Parallel(b, people, func(n int) error {
		r, err := h.AddRecord(b.Context(), lin, "order", values{"title": fmt.Sprint(n), "amount": "120000"}, "", "")
		records[n-1] = r.ID
		return err
	})
	task := warm(b, h)
	storetest.Parallel(b, people, func(n int) error {
		in, err := h.Submit(b.Context(), lin, engine.Submission{Flow: "budget", Record: records[n-1]})
		if err != nil {
			return err
		}
		in, err = h.Decide(b.Context(), chen, engine.Verdict{Task: in.ID + "." + task, Outcome: machine.OutcomeApproved})
		if err == nil && in.Status != machine.Approved {
			err = fmt.Errorf("the instance is %s", in.Status)
		}
		return err
	})
	b.StopTimer()
}

// warm runs one instance and answers what its task was called: ids are counted, so it is the same in all.
func warm(b *testing.B, h *enginetest.House) string {
	b.Helper()
	in := h.Start(lin, "budget", h.Add(lin, "order", values{"title": "warm", "amount": "120000"}), nil)
	task := h.TaskOf(chen, in)
	if _, err := h.Decide(b.Context(), chen, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved}); err != nil {
		b.Fatal(err)
	}
	return task[len(in)+1:]
}
