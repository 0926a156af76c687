package storetest

import (
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
)

var instanceTests = map[string]func(*testing.T, engine.Store){
	"an instance comes back as it was saved": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", filled())
		c := first("i1", "r1")
		commit(t, s, c)
		same(t, "instance", must(s.Instance(t.Context(), "i1"))(t), c.Instance)
		n := next(c)
		n.Instance.Status, n.Instance.EndedAt, n.Instance.HasIncident = machine.Approved, n.At, true
		n.Instance.People = append(n.Instance.People, "p3")
		commit(t, s, n)
		same(t, "later", must(s.Instance(t.Context(), "i1"))(t), n.Instance)
		_, err := s.Instance(t.Context(), "nothing")
		refused(t, "absent", err, fault.NotFound, "instance_not_found")
	},
	"instances are listed newest first, by whoever asks": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		for i, id := range []string{"i1", "i2", "i3", "i4"} {
			c := first(id, "r1")
			c.Instance.StartedAt = noon.Add(time.Duration(i) * time.Second)
			switch id {
			case "i2":
				c.Instance.Submitter, c.Instance.People = "p7", []string{"p7"}
			case "i3":
				c.Instance.Status, c.Instance.HasIncident = machine.Faulted, true
			case "i4":
				c.Instance.Flow, c.Instance.RecordID, c.Instance.RecordType = "other", "r9", "order"
			}
			commit(t, s, c)
		}
		for _, c := range []struct {
			name  string
			query engine.InstanceQuery
			want  string
			total int
		}{
			{"all", engine.InstanceQuery{}, "i4 i3 i2 i1 ", 4},
			{"a page", engine.InstanceQuery{Offset: 1, Limit: 2}, "i3 i2 ", 4},
			{"mine", engine.InstanceQuery{Submitter: "p7"}, "i2 ", 1},
			{"where I was asked", engine.InstanceQuery{Participant: "p2"}, "i4 i3 i1 ", 3},
			{"where I was asked, of one flow", engine.InstanceQuery{Participant: "p2", Flow: "approval"}, "i3 i1 ", 2},
			{"by status", engine.InstanceQuery{Status: []machine.Status{machine.Faulted, machine.Approved}}, "i3 ", 1},
			{"of a record", engine.InstanceQuery{RecordType: "contract", RecordID: "r1"}, "i3 i2 i1 ", 3},
			{"of a type", engine.InstanceQuery{RecordType: "order"}, "i4 ", 1},
			{"with incidents", engine.InstanceQuery{HasIncident: true}, "i3 ", 1},
			{"nobody's", engine.InstanceQuery{Submitter: "nobody"}, "", 0},
		} {
			list, total, err := s.Instances(t.Context(), c.query)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, i := range list {
				got += i.ID + " "
				if i.State.Seq != 0 || i.People != nil {
					t.Errorf("%s: a list brings states", c.name)
				}
			}
			if got != c.want || total != c.total {
				t.Errorf("%s: got %sof %d, want %sof %d", c.name, got, total, c.want, c.total)
			}
		}
	},
	"tasks are listed as people look for them": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		one, two := first("i1", "r1"), first("i2", "r1")
		two.Tasks[0].OpenedAt, two.Tasks[0].Due, two.Tasks[0].Late = noon.Add(-time.Hour), noon, true
		two.Instance.State.Data = 12
		waiting := two.Tasks[0]
		waiting.ID, waiting.State = "k2", machine.TaskWaiting
		two.Tasks = append(two.Tasks, waiting)
		commit(t, s, one)
		commit(t, s, two)

		open, total, err := s.Tasks(t.Context(), engine.TaskQuery{Assignee: "p2", Open: true})
		if err != nil || total != 2 || open[0].ID != "i2.k1" || open[1].ID != "i1.k1" {
			t.Fatalf("open tasks are %+v, %d, %v", open, total, err)
		}
		same(t, "row", open[0], engine.TaskRow{
			ID: "i2.k1", Task: two.Tasks[0], Instance: "i2", Flow: "approval", Version: 1, RecordType: "contract", RecordID: "r1",
			Number: "HT-2026-0001", Title: "年度框架合同", Submitter: "p1", Data: 12,
		})
		if open[1].Data != 0 {
			t.Errorf("an instance that counts no versions is on version %d", open[1].Data)
		}
		done := next(one)
		done.Tasks[0].Comment = nasty[0]
		cancelled := done.Tasks[0]
		cancelled.ID, cancelled.Assignee, cancelled.State, cancelled.Reason = "k9", "p3", machine.TaskCancelled, "sibling_decided"
		done.Tasks = append(done.Tasks, cancelled)
		commit(t, s, done)
		commit(t, s, next(two))
		list, total, err := s.Tasks(t.Context(), engine.TaskQuery{Assignee: "p2", Limit: 1})
		if err != nil || total != 2 || len(list) != 1 || list[0].ID != "i2.k1" {
			t.Errorf("decided tasks are %+v, %d, %v", list, total, err)
		}
		list, total, err = s.Tasks(t.Context(), engine.TaskQuery{Instance: "i1"})
		if err != nil || total != 1 || list[0].Task.Comment != nasty[0] {
			t.Errorf("decided tasks of i1 are %+v, %d, %v", list, total, err)
		}
		if list, total, err := s.Tasks(t.Context(), engine.TaskQuery{Assignee: "p2", Open: true}); err != nil || total != 0 {
			t.Errorf("still open: %+v %v", list, err)
		}
	},
	"the journal keeps its order, and what was said": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		c.Journal = nil
		for n := range 12 {
			c.Journal = append(c.Journal, machine.Entry{Seq: int64(n + 1), Type: machine.EntryEntered, At: noon.Add(time.Nanosecond), Node: "n2", Comment: nasty[n%len(nasty)]})
		}
		facts := filled()
		facts["id"], facts["created_at"] = "r1", noon.Truncate(time.Millisecond)
		facts["customer"] = record.Values{"id": "c1", "amount": number("5.00"), "signed_on": record.Day("2026-01-01")}
		c.Journal[0].Event = &machine.Event{Type: machine.EventSubmitted, At: noon, By: "p1", Set: filled(), Facts: facts}
		c.Journal[11].Data = machine.Data{Before: record.Values{"amount": number("1.00")}, After: record.Values{"amount": number("2.50")}, Fields: []string{"amount"}}
		commit(t, s, c)
		same(t, "journal", must(s.Journal(t.Context(), "i1"))(t), c.Journal)
		if none := must(s.Journal(t.Context(), "nothing"))(t); len(none) != 0 {
			t.Errorf("a journal of nothing: %+v", none)
		}
	},
}
