package storetest

import (
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
)

// asking is the commit of an instance that is to approve a change of record r1.
func asking(id string) engine.Commit {
	c := first(id, "r1")
	c.Instance.Proposal = &engine.Proposal{
		Instance: id, Type: "contract", Record: "r1", By: "p1", At: noon, Status: engine.ProposalPending,
		Base: filled(), Set: record.Values{"title": "改后", "amount": number("9999999999.99"), "tax_no": nil},
	}
	c.Proposes = true
	return c
}

// became is the commit that follows c, after which its change stands as given.
func became(c engine.Commit, status engine.ProposalStatus, left ...string) engine.Commit {
	n := next(c)
	p := *c.Instance.Proposal
	p.Status, p.Left = status, left
	n.Instance.Proposal, n.Proposes = &p, true
	return n
}

// waiting lists the instances whose changes of a record wait.
func waiting(t *testing.T, s engine.Store, recordID string) string {
	t.Helper()
	var ids string
	for _, p := range must(s.Proposals(t.Context(), "contract", recordID))(t) {
		ids += p.Instance + " "
	}
	return ids
}

var proposalTests = map[string]func(*testing.T, engine.Store){
	"a change that waits comes back as it was asked for": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", filled())
		c := asking("i1")
		commit(t, s, c)
		same(t, "with its instance", must(s.Instance(t.Context(), "i1"))(t).Proposal, c.Instance.Proposal)
		same(t, "of its record", must(s.Proposals(t.Context(), "contract", "r1"))(t), []engine.Proposal{*c.Instance.Proposal})
		r := must(s.Record(t.Context(), "contract", "r1"))(t)
		same(t, "the record", r.Values, filled())
		if r.LockedBy != "" {
			t.Errorf("it is held by %s", r.LockedBy)
		}
		if list := must(s.Proposals(t.Context(), "contract", "r2"))(t); len(list) != 0 {
			t.Errorf("another record has %+v", list)
		}
		n := next(c)
		n.Proposes = false
		commit(t, s, n)
		same(t, "after a step that leaves it alone", must(s.Instance(t.Context(), "i1"))(t).Proposal, c.Instance.Proposal)
	},
	"what is filled in on the way is kept with it": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", filled())
		n := became(asking("i1"), engine.ProposalPending)
		commit(t, s, asking("i1"))
		n.Instance.Proposal.Set = record.Values{"title": "再改", "amount": number("1.00")}
		commit(t, s, n)
		same(t, "it", must(s.Instance(t.Context(), "i1"))(t).Proposal, n.Instance.Proposal)
	},
	"changes wait oldest first, until they are applied or discarded": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", filled())
		var asked []engine.Commit
		for i, id := range []string{"i3", "i2", "i1"} {
			c := asking(id)
			c.Instance.Proposal.At = noon.Add(time.Duration(i) * time.Second)
			commit(t, s, c)
			asked = append(asked, c)
		}
		if got := waiting(t, s, "r1"); got != "i3 i2 i1 " {
			t.Errorf("there wait %s", got)
		}
		commit(t, s, became(asked[0], engine.ProposalApplied))
		left := became(asked[1], engine.ProposalConflict, "title", "amount")
		commit(t, s, left)
		commit(t, s, became(asked[2], engine.ProposalDiscarded))
		same(t, "what is left", must(s.Proposals(t.Context(), "contract", "r1"))(t), []engine.Proposal{*left.Instance.Proposal})
		commit(t, s, became(left, engine.ProposalApplied))
		if got := waiting(t, s, "r1"); got != "" {
			t.Errorf("there still wait %s", got)
		}
		same(t, "with its instance for good", must(s.Instance(t.Context(), "i2"))(t).Proposal.Status, engine.ProposalApplied)
	},
	"no instance takes a record of which a change waits": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", filled())
		c := asking("i1")
		commit(t, s, c)
		other := first("i2", "r1")
		other.Lock = true
		refused(t, "lock", s.Commit(t.Context(), other), fault.Conflict, "change_pending")
		untouched(t, s, "i2")
		must(s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Set: record.Values{"tax_no": "7"}}, noon))(t) // goes on
		n := became(c, engine.ProposalConflict, "title")
		commit(t, s, n)
		commit(t, s, other) // approved, it waits for nobody but who chooses
	},
	"a step that is refused leaves the change as it was": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", filled())
		c := asking("i1")
		commit(t, s, c)
		n := became(c, engine.ProposalApplied)
		n.Changes = []record.Change{{Type: "contract", ID: "r1", Revision: 9, Set: record.Values{"title": "改后"}}}
		refused(t, "moved on", s.Commit(t.Context(), n), fault.Conflict, "record_moved_on")
		same(t, "it", must(s.Instance(t.Context(), "i1"))(t).Proposal, c.Instance.Proposal)
		again := asking("i2")
		again.Changes = n.Changes
		refused(t, "asked on old values", s.Commit(t.Context(), again), fault.Conflict, "record_moved_on")
		if got := waiting(t, s, "r1"); got != "i1 " {
			t.Errorf("there wait %s", got)
		}
	},
}
