package storetest

import (
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/text"
)

var inboxTests = map[string]func(*testing.T, engine.Store){
	"tasks are found by what their lines show": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		one, two, three := first("i1", "r1"), first("i2", "r1"), first("i3", "r1")
		two.Instance.Title, two.Instance.Number, two.Instance.Submitter = "50%_off!", "HT-2026-0002", "p7"
		two.Tasks[0].OpenedAt, two.Tasks[0].Late, two.Tasks[0].Due = noon.Add(time.Hour), true, noon.Add(2*time.Hour)
		three.Instance.Flow, three.Instance.RecordType, three.Instance.Version = "other", "order", 3
		three.Tasks[0].OpenedAt, three.Tasks[0].Due = noon.Add(2*time.Hour), noon.Add(3*time.Hour)
		if err := s.SavePerson(t.Context(), org.Person{ID: "p7", SignIn: "p7", Name: text.T("林小雨", "Lin Xiaoyu"), Role: org.Staff}); err != nil {
			t.Fatal(err)
		}
		for _, c := range []engine.Commit{one, two, three} {
			commit(t, s, c)
		}
		narrow := func(n engine.Narrowing) engine.TaskQuery { return engine.TaskQuery{Narrowing: n} }
		for _, c := range []struct {
			name  string
			query engine.TaskQuery
			want  string
		}{
			{"all", engine.TaskQuery{}, "i1 i2 i3 "},
			{"newest first", engine.TaskQuery{Sort: engine.SortNewest}, "i3 i2 i1 "},
			{"due first", engine.TaskQuery{Sort: engine.SortDue}, "i2 i3 i1 "},
			{"by number", engine.TaskQuery{Sort: engine.SortNumber}, "i1 i3 i2 "},
			{"of a flow", engine.TaskQuery{Flow: "other"}, "i3 "},
			{"of a type", engine.TaskQuery{RecordType: "contract"}, "i1 i2 "},
			{"of a submitter", engine.TaskQuery{Submitter: "p7"}, "i2 "},
			{"late", narrow(engine.Narrowing{Late: true}), "i2 "},
			{"from", narrow(engine.Narrowing{From: noon.Add(time.Hour)}), "i2 i3 "},
			{"until", narrow(engine.Narrowing{To: noon.Add(time.Hour)}), "i1 "},
			{"a number", narrow(engine.Narrowing{Search: "0002"}), "i2 "},
			{"a title, whose signs mean nothing", narrow(engine.Narrowing{Search: "%_off!"}), "i2 "},
			{"a title in part", narrow(engine.Narrowing{Search: " 框架 "}), "i1 i3 "},
			{"a title that is not to be found by", narrow(engine.Narrowing{Search: "框架", Untitled: []engine.StepRef{{Flow: "approval", Version: 1, Node: "n2"}, {Flow: "other", Version: 2}}}), "i3 "},
			{"whoever is named so", narrow(engine.Narrowing{Search: "xiaoyu"}), "i2 "},
			{"and in the other language", narrow(engine.Narrowing{Search: "小雨"}), "i2 "},
			{"nothing", narrow(engine.Narrowing{Search: "nothing of the kind"}), ""},
		} {
			c.query.Assignee, c.query.Open = "p2", true
			list, total, err := s.Tasks(t.Context(), c.query)
			if err != nil {
				t.Fatal(c.name, err)
			}
			got := ""
			for _, r := range list {
				got += r.Instance + " "
			}
			if got != c.want || total != len(list) {
				t.Errorf("%s: got %sof %d, want %s", c.name, got, total, c.want)
			}
		}
		same(t, "steps", must(s.TaskSteps(t.Context(), engine.TaskQuery{Assignee: "p2", Open: true, Flow: "other", Narrowing: engine.Narrowing{Late: true}}))(t),
			[]engine.StepRef{{Flow: "other", Version: 3, Node: "n2"}})
		found, _, err := s.Instances(t.Context(), engine.InstanceQuery{Narrowing: engine.Narrowing{Late: true, Search: "off", From: noon}})
		if err != nil || len(found) != 1 || found[0].ID != "i2" {
			t.Errorf("late instances: %+v %v", found, err)
		}
		same(t, "versions", must(s.InstanceVersions(t.Context(), engine.InstanceQuery{Submitter: "p7"}))(t), []engine.StepRef{{Flow: "approval", Version: 1}})
	},
	"a task is unread until it is opened": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		commit(t, s, c)
		unread := func(want engine.Unread) {
			t.Helper()
			same(t, "unread", must(s.Unread(t.Context(), "p2", nil))(t), want)
		}
		unread(engine.Unread{Open: 1, Tasks: 1})
		for _, at := range []time.Time{noon.Add(time.Minute), noon.Add(time.Hour)} {
			if err := s.SeenTask(t.Context(), "i1.k1", at); err != nil {
				t.Fatal(err)
			}
		}
		unread(engine.Unread{Open: 1})
		late := c
		late.Base, late.Instance.Revision, late.Jobs, late.Lock = 1, 2, nil, false
		late.Journal = []machine.Entry{{Seq: 2, Type: machine.EntryTaskLate, At: noon}}
		late.Tasks = []machine.Task{c.Tasks[0]}
		late.Tasks[0].Late = true
		commit(t, s, late)
		list, _, err := s.Tasks(t.Context(), engine.TaskQuery{Assignee: "p2", Open: true})
		if err != nil || !list[0].SeenAt.Equal(noon.Add(time.Minute)) || !list[0].Task.Late {
			t.Errorf("a step forgot when the task was seen: %+v %v", list, err)
		}
		if err := s.SeenTask(t.Context(), "nothing", noon); err != nil {
			t.Error(err)
		}
	},
	"a copy is delivered once, and the newest of an instance is kept": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		c.Jobs = append(c.Jobs, machine.Job{ID: "j2", Kind: machine.JobCopy, At: noon, Copy: machine.CopyTo{To: "p5", Node: "n2", When: flow.CopyPassed}})
		commit(t, s, c)
		copied := engine.CopyRow{ID: "i1.j2", Instance: "i1", Person: "p5", At: noon, Node: "n2", When: flow.CopyPassed, Data: 1}
		notice := engine.NoticeRow{ID: "i1.j2", Instance: "i1", At: noon, Notice: machine.Notice{To: "p5", Kind: machine.NoticeCopy}}
		deliver := func(c engine.CopyRow) {
			t.Helper()
			n := notice
			n.ID, n.At = c.ID, c.At
			for _, err := range atOnce(4, func(int) error { return s.DeliverCopy(t.Context(), c, n) }) {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		deliver(copied)
		same(t, "copy", must(s.Copy(t.Context(), "p5", "i1"))(t), copied)
		if _, unread, err := s.Notices(t.Context(), "p5", 10); err != nil || unread != 1 {
			t.Errorf("%d notices, %v", unread, err)
		}
		for _, j := range must(s.ClaimJobs(t.Context(), "w", noon.Add(time.Hour), time.Minute, 10))(t) {
			if j.Job.Kind == machine.JobCopy {
				t.Errorf("the job is still there: %+v", j)
			}
		}
		same(t, "unread", must(s.Unread(t.Context(), "p5", nil))(t), engine.Unread{Copies: 1})
		if err := s.ReadCopies(t.Context(), "p5", []string{"i1", "i9"}, noon.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		deliver(copied) // late, by another copy of the program
		copied.ReadAt = noon.Add(time.Minute)
		same(t, "read", must(s.Copy(t.Context(), "p5", "i1"))(t), copied)
		same(t, "copies of the instance", must(s.CopiesOf(t.Context(), "i1", []string{"p5", "p4"}))(t), []engine.CopyRow{copied})
		same(t, "copies of another", must(s.CopiesOf(t.Context(), "i2", []string{"p5"}))(t), []engine.CopyRow(nil))
		newer := engine.CopyRow{ID: "i1.j9", Instance: "i1", Person: "p5", At: noon.Add(time.Hour), When: flow.CopyEnded, Data: 2}
		deliver(newer)
		older := copied
		older.ID = "i1.j5"
		deliver(older)
		same(t, "newest", must(s.Copy(t.Context(), "p5", "i1"))(t), newer)
		list, total, err := s.Instances(t.Context(), engine.InstanceQuery{CopiedTo: "p5", Narrowing: engine.Narrowing{Search: "框架", From: noon}})
		if err != nil || total != 1 || list[0].ID != "i1" {
			t.Fatalf("copies: %+v %d %v", list, total, err)
		}
		same(t, "listed", list[0].Copy, newer)
		if err := s.ReadCopies(t.Context(), "p5", nil, noon.Add(2*time.Hour)); err != nil {
			t.Fatal(err)
		}
		same(t, "all read", must(s.Unread(t.Context(), "p5", nil))(t), engine.Unread{})
		_, err = s.Copy(t.Context(), "p4", "i1")
		refused(t, "absent", err, fault.NotFound, "copy_not_found")
	},
}
