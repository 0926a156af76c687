package storetest

import (
	"fmt"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/machine"
	"flowline/engine/text"
)

var timerTests = map[string]func(*testing.T, engine.Store){
	"a timer is claimed when it is due, and again when its lease ends": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		late := machine.Timer{ID: "m1", Task: "k1", At: noon.Add(time.Hour), Kind: "due"}
		later := machine.Timer{ID: "m2", At: noon.Add(2 * time.Hour), Kind: "due"}
		c.Timers = []machine.Timer{late, later}
		commit(t, s, c)

		claim := func(at time.Time) []engine.DueTimer {
			t.Helper()
			return must(s.ClaimTimers(t.Context(), "w1", at, time.Minute, 10))(t)
		}
		if early := claim(late.At.Add(-time.Microsecond)); len(early) != 0 {
			t.Errorf("claimed early: %+v", early)
		}
		same(t, "due", claim(late.At), []engine.DueTimer{{Instance: "i1", Timer: late}})
		if twice := claim(late.At.Add(59 * time.Second)); len(twice) != 0 {
			t.Errorf("claimed twice: %+v", twice)
		}
		n := next(c)
		commit(t, s, n) // it stays pending: its lease too
		if twice := claim(late.At.Add(59 * time.Second)); len(twice) != 0 {
			t.Errorf("a step gave a lease back: %+v", twice)
		}
		same(t, "lease over", claim(late.At.Add(time.Minute)), []engine.DueTimer{{Instance: "i1", Timer: late}})

		n = next(n)
		n.Timers = []machine.Timer{later}
		commit(t, s, n)
		same(t, "the first is gone", claim(noon.Add(24*time.Hour)), []engine.DueTimer{{Instance: "i1", Timer: later}})
		n = next(n)
		n.Timers = nil
		commit(t, s, n)
		if gone := claim(noon.Add(48 * time.Hour)); len(gone) != 0 {
			t.Errorf("left over: %+v", gone)
		}
	},
	"many that claim at once get each timer once": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		for i := range 20 {
			c := first(fmt.Sprint("i", i), "r1")
			c.Timers = []machine.Timer{{ID: "m1", At: noon, Kind: "due"}, {ID: "m2", At: noon, Kind: "due"}}
			commit(t, s, c)
		}
		claimed := make([][]engine.DueTimer, 8)
		for _, err := range atOnce(8, func(i int) error {
			for {
				list, err := s.ClaimTimers(t.Context(), fmt.Sprint("w", i), noon, time.Hour, 3)
				if err != nil || len(list) == 0 {
					return err
				}
				claimed[i] = append(claimed[i], list...)
			}
		}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		seen := map[string]int{}
		for _, list := range claimed {
			for _, d := range list {
				seen[d.Instance+"."+d.Timer.ID]++
			}
		}
		once(t, seen, 40)
	},
}

func once(t *testing.T, seen map[string]int, want int) {
	t.Helper()
	if len(seen) != want {
		t.Errorf("%d were claimed, want %d", len(seen), want)
	}
	for id, n := range seen {
		if n != 1 {
			t.Errorf("%s was claimed %d times", id, n)
		}
	}
}

var outboxTests = map[string]func(*testing.T, engine.Store){
	"a job is claimed, given back, and claimed again when it may be": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		commit(t, s, c)
		claim := func(at time.Time) []engine.OutboxJob {
			t.Helper()
			return must(s.ClaimJobs(t.Context(), "w1", at, time.Minute, 10))(t)
		}
		want := engine.OutboxJob{ID: "i1.j1", Instance: "i1", Job: c.Jobs[0], Tries: 1}
		same(t, "job", claim(noon), []engine.OutboxJob{want})
		if twice := claim(noon.Add(59 * time.Second)); len(twice) != 0 {
			t.Errorf("claimed twice: %+v", twice)
		}
		if err := s.RetryJob(t.Context(), "i1.j1", noon.Add(10*time.Minute), "no answer "+nasty[0]); err != nil {
			t.Fatal(err)
		}
		if early := claim(noon.Add(9 * time.Minute)); len(early) != 0 {
			t.Errorf("claimed before its pause was over: %+v", early)
		}
		want.Tries = 2
		same(t, "second try", claim(noon.Add(10*time.Minute)), []engine.OutboxJob{want})
		want.Tries = 3
		same(t, "lease over", claim(noon.Add(11*time.Minute)), []engine.OutboxJob{want})
	},
	"many that claim at once get each job once": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		for i := range 40 {
			commit(t, s, first(fmt.Sprint("i", i), "r1"))
		}
		claimed := make([][]engine.OutboxJob, 8)
		for _, err := range atOnce(8, func(i int) error {
			for {
				list, err := s.ClaimJobs(t.Context(), fmt.Sprint("w", i), noon, time.Hour, 3)
				if err != nil || len(list) == 0 {
					return err
				}
				claimed[i] = append(claimed[i], list...)
			}
		}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		seen := map[string]int{}
		for _, list := range claimed {
			for _, j := range list {
				seen[j.ID]++
			}
		}
		once(t, seen, 40)
	},
	"a notice is delivered once, however often": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		commit(t, s, first("i1", "r1"))
		n := engine.NoticeRow{ID: "i1.j1", Instance: "i1", At: noon, Notice: machine.Notice{To: "p2", Kind: machine.NoticeTask, Task: "k1", Title: text.T("待办", nasty[0])}}
		for _, err := range atOnce(8, func(int) error { return s.DeliverNotice(t.Context(), n) }) {
			if err != nil {
				t.Fatal(err)
			}
		}
		list, unread, err := s.Notices(t.Context(), "p2", 10)
		if err != nil || unread != 1 {
			t.Fatalf("%d unread, %v", unread, err)
		}
		same(t, "notices", list, []engine.NoticeRow{n})
		if jobs := must(s.ClaimJobs(t.Context(), "w", noon.Add(time.Hour), time.Minute, 10))(t); len(jobs) != 0 {
			t.Errorf("the job is still there: %+v", jobs)
		}
		if err := s.RetryJob(t.Context(), "i1.j1", noon, "late"); err != nil {
			t.Errorf("giving back a job that is done: %v", err)
		}
	},
	"notices are read, some or all": func(t *testing.T, s engine.Store) {
		for i, to := range []string{"p1", "p1", "p1", "p2"} {
			n := engine.NoticeRow{ID: fmt.Sprint("n", i), Instance: "i1", At: noon.Add(time.Duration(i) * time.Second), Notice: machine.Notice{To: to, Kind: machine.NoticeEnd}}
			if err := s.DeliverNotice(t.Context(), n); err != nil {
				t.Fatal(err)
			}
		}
		later := noon.Add(time.Hour)
		if err := s.ReadNotices(t.Context(), "p1", []string{"n0", "n3"}, later); err != nil {
			t.Fatal(err)
		}
		list, unread, err := s.Notices(t.Context(), "p1", 2)
		if err != nil || unread != 2 || len(list) != 2 || list[0].ID != "n2" {
			t.Errorf("%+v, %d unread, %v", list, unread, err)
		}
		if err := s.ReadNotices(t.Context(), "p1", nil, later.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		list, unread, err = s.Notices(t.Context(), "p1", 10)
		if err != nil || unread != 0 || !list[2].ReadAt.Equal(later) || !list[0].ReadAt.Equal(later.Add(time.Hour)) {
			t.Errorf("%+v, %d unread, %v", list, unread, err)
		}
		if _, unread, err := s.Notices(t.Context(), "p2", 10); err != nil || unread != 1 {
			t.Errorf("another's notices: %d unread, %v", unread, err)
		}
	},
}
