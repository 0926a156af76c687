package engine_test

import (
	"context"
	"errors"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/machine"
)

// dying is a store whose program is killed at the next commit: before it reaches the database, or after it is saved and
// before anybody hears of it.
type dying struct {
	engine.Store
	before, after bool
}

var errKilled = errors.New("killed")

func (d *dying) Commit(ctx context.Context, c engine.Commit) error {
	if d.before {
		d.before = false
		return errKilled
	}
	if err := d.Store.Commit(ctx, c); err != nil || !d.after {
		return err
	}
	d.after = false
	return errKilled
}

// TestKilledBetween: whoever tries again after a kill, with the same key, finds everything done once, whether the kill
// came before or after the commit; and what was not saved was told to nobody.
func TestKilledBetween(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(budget())
		for _, when := range []string{"before", "after"} {
			contract := h.Add(lin, "order", values{"title": when, "amount": "120000"})
			died := &dying{Store: h.Store}
			published := &enginetest.Published{}
			e, err := engine.New(died, engine.Options{Now: h.Clock.Now, Publisher: published})
			if err != nil {
				t.Fatal(err)
			}
			kill := func() { died.before, died.after = when == "before", when == "after" }

			kill()
			s := engine.Submission{Flow: "budget", Record: contract, Key: "s-" + when}
			_, err = e.Submit(t.Context(), lin, s)
			if when == "before" {
				refused(t, err, fault.Internal, "internal")
			}
			if topics := published.Take(); len(topics) != 0 {
				t.Errorf("killed %s the commit, and published %v", when, topics)
			}
			in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, s)) // the next program
			if p := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), lin, engine.InstancesAsked{Record: contract})); p.Total != 1 {
				t.Fatalf("killed %s the commit: %d instances", when, p.Total)
			}

			kill()
			v := engine.Verdict{Task: h.TaskOf(chen, in.ID), Outcome: machine.OutcomeApproved, Key: "d-" + when}
			_, err = e.Decide(t.Context(), chen, v)
			if when == "before" {
				refused(t, err, fault.Internal, "internal")
			}
			done := ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, v))
			view := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in.ID))
			if done.Status != machine.Approved || view.Revision != 2 {
				t.Errorf("killed %s the commit: %s at revision %d", when, done.Status, view.Revision)
			}
			r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "order", contract))
			if r.Values["approved"] != true || r.LockedBy != "" {
				t.Errorf("killed %s the commit: the record is %+v", when, r.Values)
			}
		}
		delivered := 0
		for n := 1; n > 0; delivered += n {
			n = ok[int](t)(h.DeliverDue(t.Context(), "test", 3))
		}
		if n := ok[engine.NoticeList](t)(h.Notices(t.Context(), chen)); len(n.Items) != 2 || delivered != 4 {
			t.Errorf("%d notices for Chen of %d delivered, want one for each of two tasks", len(n.Items), delivered)
		}
	})
}
