package store_test

import (
	"context"
	"database/sql"
	"net/url"
	"strings"
	"testing"
	"time"

	"flowline/engine/fault"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

func TestABadAddressIsToldWithoutItsPassword(t *testing.T) {
	for _, address := range []string{"", "flowline.db", "sqlite:", "sqlite::memory:", "postgres://u:secret@h/d", "mysql://u:secret@h", "mysql://u:secret@/d", "mysql://u:sec ret@h:x/d"} {
		_, err := store.Open(t.Context(), address, store.Options{})
		if !fault.Is(err, fault.Invalid) || fault.ReasonOf(err) != "bad_address" || strings.Contains(err.Error(), "ret@") {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestAServerThatIsNotThereIsUnavailable(t *testing.T) {
	_, err := store.Open(t.Context(), "mysql://u:p@127.0.0.1:1/d", store.Options{})
	if !fault.Is(err, fault.Unavailable) {
		t.Errorf("no server: %v", err)
	}
	_, err = store.Open(t.Context(), "sqlite:/proc/nowhere/flowline.db", store.Options{})
	if !fault.Is(err, fault.Unavailable) {
		t.Errorf("no folder: %v", err)
	}
}

// hold takes the row of an instance in a transaction of its own and gives it back at the end.
func hold(t *testing.T, address, instance string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := storetest.Admin(t).BeginTx(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := tx.Rollback(); err != nil {
			t.Error(err)
		}
	})
	var id string
	if err := tx.QueryRow("SELECT id FROM "+u.Path[1:]+".instances WHERE id = ? FOR UPDATE", instance).Scan(&id); err != nil {
		t.Fatal(err)
	}
}

func TestAKilledConnectionIsUnavailableAndTheNextOneServes(t *testing.T) {
	address := storetest.MariaDB(t)
	s := storetest.Open(t, address, store.Options{})
	saveType(t, s)
	addRecord(t, s, "r1")
	if err := s.Commit(t.Context(), started("i1", "r1", "p2")); err != nil {
		t.Fatal(err)
	}
	t.Run("while it waits", func(t *testing.T) {
		hold(t, address, "i1")
		answer := make(chan error, 1)
		go func() { answer <- s.Commit(t.Context(), decided(must(s.Instance(t.Context(), "i1"))(t))) }()
		for {
			killWaiting(t)
			select {
			case err := <-answer:
				if !fault.Is(err, fault.Unavailable) {
					t.Errorf("got %v", err)
				}
				return
			case <-time.After(150 * time.Millisecond): // InnoDB shows a list of 100 ms ago to those who ask more often
			}
		}
	})
	if err := s.Commit(t.Context(), decided(must(s.Instance(t.Context(), "i1"))(t))); err != nil {
		t.Errorf("the next connection: %v", err)
	}
}

// killWaiting kills the connections that wait for a lock.
func killWaiting(t *testing.T) {
	t.Helper()
	rows, err := storetest.Admin(t).Query("SELECT trx_mysql_thread_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		_, _ = storetest.Admin(t).Exec("KILL ?", id) // it may be gone already
	}
}

func TestAWaitEndsWithItsDeadline(t *testing.T) {
	t.Run("mariadb", func(t *testing.T) {
		address := storetest.MariaDB(t)
		s := storetest.Open(t, address, store.Options{})
		saveType(t, s)
		addRecord(t, s, "r1")
		if err := s.Commit(t.Context(), started("i1", "r1", "p2")); err != nil {
			t.Fatal(err)
		}
		i := must(s.Instance(t.Context(), "i1"))(t)
		t.Run("held", func(t *testing.T) {
			hold(t, address, "i1")
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
			defer cancel()
			if err := s.Commit(ctx, decided(i)); fault.ReasonOf(err) != "timed_out" {
				t.Errorf("got %v", err)
			}
		})
		if err := s.Commit(t.Context(), decided(i)); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	})
	t.Run("sqlite", func(t *testing.T) {
		address := storetest.SQLite(t)
		s := storetest.Open(t, address, store.Options{})
		saveType(t, s)
		addRecord(t, s, "r1")
		other, err := sql.Open("sqlite", "file:"+strings.ReplaceAll(strings.TrimPrefix(address, "sqlite:"), " ", "%20")+"?_txlock=immediate")
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		tx, err := other.Begin()
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		if err := s.Commit(ctx, started("i1", "r1", "p2")); fault.ReasonOf(err) != "timed_out" {
			t.Errorf("got %v", err)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Instance(t.Context(), "i1"); !fault.Is(err, fault.NotFound) {
			t.Errorf("a caller who gave up was served: %v", err)
		}
		if err := s.Commit(t.Context(), started("i1", "r1", "p2")); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	})
}
