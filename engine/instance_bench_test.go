package engine_test

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/machine"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

// BenchmarkInstance measures whole instances, submitted and decided by two calls, over start → decision → one approval →
// update → end. Beside each stands the floor of the same run: the least that two commits cost when written straight on
// the driver.
func BenchmarkInstance(b *testing.B) {
	for _, name := range []string{"sqlite", "mariadb"} {
		for _, people := range []int{1, 32} {
			b.Run(fmt.Sprintf("%s/%d", name, people), func(b *testing.B) {
				h := enginetest.Over(b, storetest.Open(b, storetest.Databases[name](b), store.Options{}), engine.Options{Now: time.Now})
				h.Publish(budget())
				records := make([]string, b.N)
				spread(people, b.N, func(i int) {
					records[i] = h.Add(lin, "contract", values{"title": fmt.Sprint(i), "amount": "120000"})
				})
				task := warm(b, h)
				b.ResetTimer()
				spread(people, b.N, func(i int) {
					in, err := h.Submit(b.Context(), lin, engine.Submission{Flow: "budget", Record: records[i]})
					if err != nil {
						b.Error(err)
						return
					}
					in, err = h.Decide(b.Context(), chen, engine.Verdict{Task: in.ID + "." + task, Outcome: machine.OutcomeApproved})
					if err != nil || in.Status != machine.Approved {
						b.Error(in.Status, err)
					}
				})
				b.StopTimer()
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "instances/s")
			})
		}
	}
}

// warm runs one instance and answers what its task was called: ids are counted, so it is the same in all.
func warm(b *testing.B, h *enginetest.House) string {
	b.Helper()
	in := h.Start(lin, "budget", h.Add(lin, "contract", values{"title": "warm", "amount": "120000"}), nil)
	task := h.TaskOf(chen, in)
	if _, err := h.Decide(b.Context(), chen, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved}); err != nil {
		b.Fatal(err)
	}
	return task[len(in)+1:]
}

// spread calls do for 0 to n-1 from so many goroutines.
func spread(people, n int, do func(int)) {
	var next atomic.Int64
	all := make([]func(), people)
	for p := range all {
		all[p] = func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		}
	}
	together(all...)
}
