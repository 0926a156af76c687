package storetest

import (
	"fmt"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/machine"
	"flowline/engine/text"
)

var urgeTests = map[string]func(*testing.T, engine.Store){
	"urges of one person within a time are one notice": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for _, n := range []string{"1", "2"} {
			addContract(t, s, "r"+n, nil)
			commit(t, s, first("i"+n, "r"+n))
		}
		savePeople(t, s, "p2", "p3")
		urge := func(id, in, to string, minute int) engine.NoticeRow {
			return engine.NoticeRow{
				ID: id, Instance: in, At: noon.Add(time.Duration(minute) * time.Minute),
				Notice: machine.Notice{To: to, Kind: machine.NoticeUrge, Task: "k1", Title: text.T("催办", nasty[0]), Body: text.T(in, in)},
			}
		}
		deliver := func(n engine.NoticeRow) {
			t.Helper()
			if err := s.DeliverUrge(t.Context(), n, n.At.Add(-time.Hour)); err != nil {
				t.Fatal(err)
			}
		}
		other := engine.NoticeRow{ID: "o1", Instance: "i1", At: noon, Notice: machine.Notice{To: "p2", Kind: machine.NoticeTask, Task: "k1"}}
		if err := s.DeliverNotice(t.Context(), other); err != nil {
			t.Fatal(err)
		}
		one, two := urge("i1.j1", "i1", "p2", 1), urge("i2.j1", "i2", "p2", 2)
		deliver(one)
		if jobs := must(s.ClaimJobs(t.Context(), "w", noon.Add(time.Hour), time.Minute, 10))(t); len(jobs) != 1 || jobs[0].ID != two.ID {
			t.Errorf("waiting are %+v, want just the other's", jobs)
		}
		if err := s.ReadNotices(t.Context(), "p2", nil, noon.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		jobs(t, s, "i1", "j7", "j9")
		jobs(t, s, "i2", "j3")
		deliver(two)
		deliver(two)                          // the same job once more
		deliver(urge("i2.j3", "i2", "p3", 3)) // somebody else
		list, unread, err := s.Notices(t.Context(), "p2", 10)
		if err != nil || unread != 1 {
			t.Fatalf("%d unread, %v", unread, err)
		}
		merged := one
		merged.At = two.At
		merged.Also = []engine.Urged{{ID: two.ID, Instance: two.Instance, Notice: two.Notice}}
		other.ReadAt = noon.Add(time.Minute)
		same(t, "notices", list, []engine.NoticeRow{merged, other})
		if err := s.ReadNotices(t.Context(), "p2", nil, noon.Add(3*time.Minute)); err != nil {
			t.Fatal(err)
		}
		again := urge("i1.j7", "i1", "p2", 40)
		deliver(again) // of a task that it names already
		list, unread, err = s.Notices(t.Context(), "p2", 10)
		if err != nil || unread != 1 {
			t.Fatalf("urged about the same again: %d unread, %v", unread, err)
		}
		merged.Instance, merged.Notice, merged.At = two.Instance, two.Notice, again.At
		merged.Also = []engine.Urged{{ID: again.ID, Instance: again.Instance, Notice: again.Notice}}
		same(t, "the urge that is new again", list[0], merged)
		late := urge("i1.j9", "i1", "p2", 101)
		deliver(late)
		list, unread, err = s.Notices(t.Context(), "p2", 10)
		if err != nil || unread != 2 || len(list) != 3 {
			t.Fatalf("%d unread, %v", unread, err)
		}
		same(t, "the urge after the time is over", list[0], late)
		again.At, two.At = late.At.Add(time.Minute), late.At.Add(24*time.Hour)
		deliver(again) // jobs that were done, by a worker that stood still: within the time, and long after it
		deliver(two)
		if after, _, err := s.Notices(t.Context(), "p2", 10); err != nil {
			t.Fatal(err)
		} else {
			same(t, "after jobs that were done", after, list)
		}
		if list, _, err := s.Notices(t.Context(), "p3", 10); err != nil || len(list) != 1 || len(list[0].Also) != 0 {
			t.Errorf("the other person has %+v, %v", list, err)
		}
	},
	"jobs that were put off are ready once their instance is woken": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for _, n := range []string{"1", "11"} { // one id begins with the other
			addContract(t, s, "r"+n, nil)
			commit(t, s, first("i"+n, "r"+n))
			jobs(t, s, "i"+n, "j2")
		}
		for _, job := range must(s.ClaimJobs(t.Context(), "w", noon, time.Minute, 10))(t) {
			if job.Job.ID == "j2" {
				if err := s.RetryJob(t.Context(), job.ID, noon.Add(time.Hour), ""); err != nil {
					t.Fatal(err)
				}
			}
		}
		in := must(s.Instance(t.Context(), "i1"))(t)
		c := engine.Commit{Instance: in, Base: in.Revision, At: noon.Add(time.Second), Wakes: true}
		c.Instance.Revision++
		commit(t, s, c)
		ready := must(s.ClaimJobs(t.Context(), "w", noon.Add(2*time.Second), time.Minute, 10))(t)
		if len(ready) != 1 || ready[0].ID != "i1.j2" { // neither the other's, nor what somebody has claimed
			t.Errorf("ready are %+v", ready)
		}
	},
	"urges that come at once are one notice too": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for i := range 8 {
			addContract(t, s, fmt.Sprint("r", i), nil)
			commit(t, s, first(fmt.Sprint("i", i), fmt.Sprint("r", i)))
		}
		savePeople(t, s, "p2")
		for _, err := range atOnce(8, func(i int) error {
			n := engine.NoticeRow{
				ID: fmt.Sprint("i", i, ".j1"), Instance: fmt.Sprint("i", i), At: noon,
				Notice: machine.Notice{To: "p2", Kind: machine.NoticeUrge, Task: "k1"},
			}
			return s.DeliverUrge(t.Context(), n, noon.Add(-time.Hour))
		}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		list, unread, err := s.Notices(t.Context(), "p2", 10)
		if err != nil || unread != 1 || len(list) != 1 || len(list[0].Also) != 7 {
			t.Errorf("%d unread, %v: %+v", unread, err, list)
		}
	},
}

// jobs adds jobs to an instance that is as it was committed first, or after jobs.
func jobs(t *testing.T, s engine.Store, instance string, ids ...string) {
	t.Helper()
	in := must(s.Instance(t.Context(), instance))(t)
	c := engine.Commit{Instance: in, Base: in.Revision, At: noon}
	c.Instance.Revision++
	for _, id := range ids {
		c.Jobs = append(c.Jobs, machine.Job{ID: id, Kind: machine.JobNotice, At: noon, Notice: machine.Notice{To: "p2", Kind: machine.NoticeUrge, Task: "k1"}})
	}
	commit(t, s, c)
}
