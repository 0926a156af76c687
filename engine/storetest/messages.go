package storetest

import (
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/machine"
)

var messageTests = map[string]func(*testing.T, engine.Store){
	"a thread keeps its order, and a message is added and told of once": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		c.Jobs = nil
		commit(t, s, c)
		one := engine.MessageRow{ID: "m1", Instance: "i1", Task: "k1", Person: "p1", At: noon, Words: nasty[0], Mentions: []string{"p2", "p3"}}
		two := engine.MessageRow{ID: "m0", Instance: "i1", Person: "p2", At: noon.Add(time.Second), Words: "好的"}
		job := machine.Job{ID: "said-m1-0", Kind: machine.JobNotice, At: noon, Notice: machine.Notice{To: "p2", Kind: machine.NoticeSaid}}
		for _, err := range atOnce(6, func(int) error { return s.AddMessage(t.Context(), one, []machine.Job{job}) }) {
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := s.AddMessage(t.Context(), two, nil); err != nil {
			t.Fatal(err)
		}
		same(t, "thread", must(s.Messages(t.Context(), "i1"))(t), []engine.MessageRow{one, two})
		if other := must(s.Messages(t.Context(), "i2"))(t); len(other) != 0 {
			t.Errorf("another's thread: %+v", other)
		}
		jobs := must(s.ClaimJobs(t.Context(), "w", noon.Add(time.Hour), time.Minute, 10))(t)
		if len(jobs) != 1 || jobs[0].ID != "i1.said-m1-0" {
			t.Errorf("told by %+v", jobs)
		}
	},
}
