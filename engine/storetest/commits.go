package storetest

import (
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// untouched fails if anything of an instance that was refused is there.
func untouched(t *testing.T, s engine.Store, instance string) {
	t.Helper()
	_, err := s.Instance(t.Context(), instance)
	refused(t, "instance", err, fault.NotFound, "instance_not_found")
	if list := must(s.Journal(t.Context(), instance))(t); len(list) != 0 {
		t.Errorf("%s left a journal", instance)
	}
	if list, _, err := s.Tasks(t.Context(), engine.TaskQuery{Instance: instance, Open: true}); err != nil || len(list) != 0 {
		t.Errorf("%s left tasks: %v %v", instance, list, err)
	}
	for _, j := range must(s.ClaimJobs(t.Context(), "test", noon.Add(time.Hour), 0, 100))(t) {
		if j.Instance == instance {
			t.Errorf("%s left a job", instance)
		}
	}
}

var commitTests = map[string]func(*testing.T, engine.Store){
	"a step at an old revision changes nothing": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		commit(t, s, c)
		n := next(c)
		commit(t, s, n)
		stale := next(c)
		stale.Instance.Title, stale.Changes = "stale", []record.Change{{Type: "contract", ID: "r1", Set: record.Values{"title": "stale"}}}
		refused(t, "stale", s.Commit(t.Context(), stale), fault.Conflict, "instance_moved_on")
		refused(t, "started twice", s.Commit(t.Context(), c), fault.Conflict, "instance_moved_on")
		same(t, "instance", must(s.Instance(t.Context(), "i1"))(t), n.Instance)
		if r := must(s.Record(t.Context(), "contract", "r1"))(t); r.Revision != 1 {
			t.Error("the stale step changed the record")
		}
		absent := next(first("i2", "r1"))
		refused(t, "never started", s.Commit(t.Context(), absent), fault.NotFound, "instance_not_found")
		untouched(t, s, "i2")
	},
	"a locked record is its instance's alone": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", record.Values{"title": "a"})
		c := first("i1", "r1")
		c.Lock = true
		commit(t, s, c)
		if r := must(s.Record(t.Context(), "contract", "r1"))(t); r.LockedBy != "i1" || r.Revision != 1 {
			t.Errorf("locked by %q at revision %d", r.LockedBy, r.Revision)
		}
		other := first("i2", "r1")
		other.Lock = true
		refused(t, "second lock", s.Commit(t.Context(), other), fault.Conflict, "record_locked")
		other.Lock, other.Changes = false, []record.Change{{Type: "contract", ID: "r1", Set: record.Values{"title": "x"}}}
		refused(t, "another's change", s.Commit(t.Context(), other), fault.Conflict, "record_locked")
		untouched(t, s, "i2")
		_, err := s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Set: record.Values{"title": "x"}}, noon)
		refused(t, "a change outside", err, fault.Conflict, "record_locked")

		n := next(c)
		n.Changes = []record.Change{{Type: "contract", ID: "r1", Revision: 1, Set: record.Values{"title": "b"}}, {Type: "contract", ID: "r1", Set: record.Values{"amount": number("2.00")}}}
		commit(t, s, n)
		r := must(s.Record(t.Context(), "contract", "r1"))(t)
		same(t, "its own changes", r.Values, record.Values{"title": "b", "amount": number("2.00")})
		if r.LockedBy != "i1" || r.Revision < 2 || !r.UpdatedAt.Equal(n.At) {
			t.Errorf("locked by %q at revision %d, updated %v", r.LockedBy, r.Revision, r.UpdatedAt)
		}
		n = next(n)
		n.Unlock, n.Changes = true, []record.Change{{Type: "contract", ID: "r1", Set: record.Values{"title": "c"}}}
		commit(t, s, n)
		if r := must(s.Record(t.Context(), "contract", "r1"))(t); r.LockedBy != "" || r.Values["title"] != "c" {
			t.Errorf("after the end: %+v", r)
		}
		n = next(n)
		n.Unlock = true
		commit(t, s, n) // freeing what is free is no failure
	},
	"a flow that ends as it begins asks for the lock and leaves none": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		holder := first("i1", "r1")
		holder.Lock = true
		commit(t, s, holder)
		c := first("i2", "r1")
		c.Lock, c.Unlock = true, true
		refused(t, "held by another", s.Commit(t.Context(), c), fault.Conflict, "record_locked")
		free := next(holder)
		free.Unlock = true
		commit(t, s, free)
		c.LockAt = 9
		refused(t, "moved on", s.Commit(t.Context(), c), fault.Conflict, "record_moved_on")
		c.LockAt = 1
		commit(t, s, c)
		fresh := first("i3", "r2")
		fresh.Lock, fresh.Unlock = true, true
		fresh.Inserts = []record.Record{{Type: "contract", ID: "r2", CreatedAt: noon}}
		commit(t, s, fresh)
		for _, id := range []string{"r1", "r2"} {
			if r := must(s.Record(t.Context(), "contract", id))(t); r.LockedBy != "" {
				t.Errorf("%s is held by %q", id, r.LockedBy)
			}
		}
	},
	"a step that finds the record moved on changes nothing": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", record.Values{"title": "a"})
		must(s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Set: record.Values{"title": "b"}}, noon))(t)
		c := first("i1", "r1")
		c.Lock, c.LockAt = true, 1
		refused(t, "lock at an old revision", s.Commit(t.Context(), c), fault.Conflict, "record_moved_on")
		c.LockAt, c.Changes = 0, []record.Change{{Type: "contract", ID: "r1", Revision: 1, Set: record.Values{"title": "c"}}}
		refused(t, "change at an old revision", s.Commit(t.Context(), c), fault.Conflict, "record_moved_on")
		c.Changes = []record.Change{{Type: "contract", ID: "nothing", Set: record.Values{"title": "c"}}}
		refused(t, "change of nothing", s.Commit(t.Context(), c), fault.NotFound, "record_not_found")
		untouched(t, s, "i1")
		c.LockAt, c.Changes = 2, []record.Change{{Type: "contract", ID: "r1", Revision: 2, Set: record.Values{"title": "c"}}}
		commit(t, s, c)
		if r := must(s.Record(t.Context(), "contract", "r1"))(t); r.LockedBy != "i1" || r.Values["title"] != "c" || r.Revision != 3 {
			t.Errorf("changed and locked in one step: %+v", r)
		}
	},
	"a unique value that is taken undoes the step": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", record.Values{"tax_no": "1"})
		addContract(t, s, "r2", nil)
		c := first("i1", "r2")
		c.Changes = []record.Change{{Type: "contract", ID: "r2", Set: record.Values{"tax_no": "1"}}}
		err := s.Commit(t.Context(), c)
		refused(t, "taken", err, fault.Conflict, "value_taken")
		if fields := fault.From(err).Fields; len(fields) != 1 || fields[0].Path != "tax_no" {
			t.Errorf("the field is not named: %+v", fields)
		}
		untouched(t, s, "i1")
	},
	"a new record gets its number, and gives it to its instance": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		c := first("i1", "r1")
		c.Instance.Number, c.Lock = "", true
		c.Inserts = []record.Record{{Type: "contract", ID: "r1", Owner: "p1", CreatedBy: "p1", CreatedAt: noon, Values: filled()}}
		commit(t, s, c)
		r := must(s.Record(t.Context(), "contract", "r1"))(t)
		if r.Number != "HT-2026-0001" || r.LockedBy != "i1" || r.Revision != 1 {
			t.Errorf("record %+v", r)
		}
		same(t, "values", r.Values, filled())
		if i := must(s.Instance(t.Context(), "i1"))(t); i.Number != r.Number {
			t.Errorf("the instance has number %q, the record %q", i.Number, r.Number)
		}
	},
	"several steps are saved together, or none": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		addContract(t, s, "r2", nil)
		c := first("i1", "r1")
		c.Also = []engine.Commit{first("i2", "r2"), first("i3", "r2")}
		c.Also[0].Lock, c.Also[1].Lock = true, true
		refused(t, "two locks", s.Commit(t.Context(), c), fault.Conflict, "record_locked")
		for _, id := range []string{"i1", "i2", "i3"} {
			untouched(t, s, id)
		}
		c.Also[1].Lock = false
		commit(t, s, c)
		for _, id := range []string{"i1", "i2", "i3"} {
			must(s.Instance(t.Context(), id))(t)
		}
	},
	"a key is used once, by each person": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		c.Person, c.Key = "p1", "key 𠮷"
		commit(t, s, c)
		again := first("i2", "r1")
		again.Person, again.Key = "p1", "key 𠮷"
		refused(t, "again", s.Commit(t.Context(), again), fault.Conflict, "repeated")
		refused(t, "the very same", s.Commit(t.Context(), c), fault.Conflict, "repeated")
		untouched(t, s, "i2")
		if id := must(s.Repeated(t.Context(), "p1", "key 𠮷"))(t); id != "i1" {
			t.Errorf("the key made %q", id)
		}
		again.Person = "p2"
		commit(t, s, again)
		_, err := s.Repeated(t.Context(), "p3", "key 𠮷")
		refused(t, "another's", err, fault.NotFound, "key_not_found")
		if err := s.RemoveExpired(t.Context(), noon.Add(48*time.Hour)); err != nil {
			t.Fatal(err)
		}
		_, err = s.Repeated(t.Context(), "p1", "key 𠮷")
		refused(t, "long ago", err, fault.NotFound, "key_not_found")
	},
	"people are added, never lost": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		commit(t, s, c)
		n := next(c)
		n.Instance.People = []string{"p1", "p2", "p3", "p3"}
		commit(t, s, n)
		n = next(n)
		n.Instance.People = []string{"p1", "p2", "p3", "p4"}
		commit(t, s, n)
		for _, p := range []string{"p1", "p2", "p3", "p4"} {
			if list, total, err := s.Instances(t.Context(), engine.InstanceQuery{Participant: p}); err != nil || total != 1 || list[0].ID != "i1" {
				t.Errorf("%s takes part in %v, %v", p, list, err)
			}
		}
	},
	"an instance of hundreds of tasks is saved": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := first("i1", "r1")
		for i := range 1500 {
			task := c.Tasks[0]
			task.ID = "m" + time.Duration(i).String()
			c.Tasks = append(c.Tasks, task)
			c.Instance.People = append(c.Instance.People, task.ID)
		}
		commit(t, s, c)
		if _, total, err := s.Tasks(t.Context(), engine.TaskQuery{Instance: "i1", Open: true}); err != nil || total != 1501 {
			t.Errorf("%d tasks, %v", total, err)
		}
	},
	"an empty step is a step": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		c := engine.Commit{Instance: engine.Instance{ID: "i1", Revision: 1, RecordType: "contract", RecordID: "r1", Status: machine.Running, StartedAt: noon}, At: noon}
		commit(t, s, c)
		c.Base, c.Instance.Revision = 1, 2
		commit(t, s, c)
	},
}
