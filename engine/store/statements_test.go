package store_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/machine"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

// counter keeps the statements that a store sends.
type counter struct {
	mu  sync.Mutex
	all []string
}

func (c *counter) add(sql string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all = append(c.all, sql)
}

// take gives what was sent since, without what begins and ends a transaction, and in how many transactions.
func (c *counter) take() (statements []string, commits int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, sql := range c.all {
		switch word, _, _ := strings.Cut(sql, " "); word {
		case "COMMIT":
			commits++
		case "BEGIN", "START", "SAVEPOINT", "RELEASE":
		default:
			statements = append(statements, sql)
		}
	}
	c.all = nil
	return statements, commits
}

func TestACommitSendsOneStatementPerTableThatItTouches(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		ctx := t.Context()
		var sent counter
		s := storetest.Open(t, fresh(t), store.Options{OnStatement: sent.add})
		saveType(t, s)
		addRecord(t, s, "r1")
		sent.take()
		expect := func(what string, want int) {
			t.Helper()
			statements, commits := sent.take()
			if len(statements) != want || commits > 1 {
				t.Errorf("%s: %d statements, want %d, in %d commits:\n%s", what, len(statements), want, commits, strings.Join(statements, "\n"))
			}
		}
		must(s.Record(ctx, "contract", "r1"))(t)
		expect("load the record", 1)
		c := started("i1", "r1", "p2")
		if err := s.Commit(ctx, c); err != nil {
			t.Fatal(err)
		}
		expect("submit: record, instance, people, tasks, journal, outbox", 6)
		i := must(s.Instance(ctx, "i1"))(t)
		expect("load the instance", 1)
		if err := s.Commit(ctx, decided(i)); err != nil {
			t.Fatal(err)
		}
		expect("decide: instance, record, tasks, drafts for them, journal, outbox", 6)

		timed := started("i2", "r2", "p2")
		timed.Lock, timed.Person, timed.Key = false, "p1", "k"
		timed.Timers = []machine.Timer{{ID: "m1", At: time.Now(), Kind: "due"}}
		if err := s.Commit(ctx, timed); err != nil {
			t.Fatal(err)
		}
		expect("with a key and a timer, without a record", 7)
		next := engine.Commit{Instance: timed.Instance, Base: 1, At: time.Now()}
		next.Instance.Revision = 2
		next.Instance.People = append(next.Instance.People, "p3")
		if err := s.Commit(ctx, next); err != nil {
			t.Fatal(err)
		}
		expect("one more person, no more timers", 3)
	})
}

func TestMySQLTakesRowsForUpdate(t *testing.T) {
	other := storetest.Open(t, storetest.SQLite(t), store.Options{}) // a gorm.Config that the two shared would lose it
	var sent counter
	s := storetest.Open(t, storetest.MariaDB(t), store.Options{OnStatement: sent.add})
	for _, each := range []engine.Store{other, s} {
		saveType(t, each)
		addRecord(t, each, "r1")
		c := started("i1", "r1", "p2")
		c.Timers = []machine.Timer{{ID: "m1", At: time.Now(), Kind: "due"}}
		if err := each.Commit(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		soon := time.Now().Add(time.Minute)
		if jobs := must(each.ClaimJobs(t.Context(), "w", soon, time.Minute, 5))(t); len(jobs) != 1 {
			t.Errorf("%d jobs", len(jobs))
		}
		if timers := must(each.ClaimTimers(t.Context(), "w", soon, time.Minute, 5))(t); len(timers) != 1 {
			t.Errorf("%d timers", len(timers))
		}
	}
	statements, _ := sent.take()
	for _, want := range []string{"FROM `outbox`", "FROM `timers`", "FROM `record_types`"} {
		found := false
		for _, sql := range statements {
			if strings.Contains(sql, want) && strings.Contains(sql, "FOR UPDATE") {
				found = true
			}
		}
		if !found {
			t.Errorf("no SELECT … %s … FOR UPDATE was sent", want)
		}
	}
}
