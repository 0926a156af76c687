package storetest

import (
	"context"
	"errors"
	"testing"

	"flowline/engine"
	"flowline/engine/fault"
)

var deadlineTests = map[string]func(*testing.T, engine.Store){
	"a call whose time is over does nothing": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		over, cancel := context.WithDeadline(context.Background(), noon.AddDate(-10, 0, 0))
		defer cancel()
		err := s.Commit(over, first("i1", "r1"))
		refused(t, "commit", err, fault.Unavailable, "timed_out")
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the cause is lost: %v", err)
		}
		_, err = s.Record(over, "contract", "r1")
		refused(t, "read", err, fault.Unavailable, "timed_out")
		gone, leave := context.WithCancel(context.Background())
		leave()
		refused(t, "cancelled", s.Commit(gone, first("i1", "r1")), fault.Unavailable, "cancelled")
		untouched(t, s, "i1")
	},
	"a closed store is unavailable": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		if err := s.Ping(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		refused(t, "ping", s.Ping(context.Background()), fault.Unavailable, "database_unavailable")
		refused(t, "commit", s.Commit(context.Background(), first("i1", "r1")), fault.Unavailable, "database_unavailable")
	},
}
