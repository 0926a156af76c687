package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"flowline/engine"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// contract is a small record type.
func contract() record.Type {
	return record.Type{
		Key: "contract", Name: text.T("合同", "Contract"), Title: "title", Prefix: "HT", List: []string{"title", "amount"},
		Fields: []record.Field{
			{Key: "title", Name: text.T("名称", "Title"), Type: record.Text},
			{Key: "amount", Name: text.T("金额", "Amount"), Type: record.Money},
			{Key: "status", Name: text.T("状态", "Status"), Type: record.Text},
		},
	}
}

func saveType(tb testing.TB, s engine.Store) {
	tb.Helper()
	if err := s.SaveType(tb.Context(), contract()); err != nil {
		tb.Fatal(err)
	}
}

func addRecord(tb testing.TB, s engine.Store, id string) record.Record {
	tb.Helper()
	return must(s.InsertRecord(tb.Context(), newRecord(id)))(tb)
}

func newRecord(id string) record.Record {
	return record.Record{
		Type: "contract", ID: id, Owner: "p1", CreatedBy: "p1", CreatedAt: time.Now(),
		Values: record.Values{"title": "年度框架合同", "amount": decimal.New(12000000, -2)},
	}
}

// started is the commit of a submission: start, decision and the first task.
func started(id, rec, approver string) engine.Commit {
	now := time.Now()
	task := machine.Task{ID: "k1", Activation: "a3", Node: "n3", Slot: "s1", Type: flow.ActionApprove, Assignee: approver, State: machine.TaskOpen, OpenedAt: now}
	c := engine.Commit{
		Instance: engine.Instance{
			ID: id, Revision: 1, Flow: "approval", Version: 1, RecordType: "contract", RecordID: rec, Number: "HT-2026-0001", Title: "年度框架合同",
			Submitter: "p1", Status: machine.Running, StartedAt: now, UpdatedAt: now, People: []string{"p1", approver},
			State: machine.State{
				Flow: "approval", Version: 1, Status: machine.Running, Submitter: "p1", StartedAt: now, Seq: 5, NextID: 9,
				Tokens: []machine.Token{{ID: "t1", Node: "n3", Activation: "a3"}}, Tasks: []*machine.Task{&task},
			},
		},
		Tasks: []machine.Task{task}, Lock: true, At: now,
		Jobs: []machine.Job{{ID: "j1", Kind: machine.JobNotice, At: now, Notice: machine.Notice{To: approver, Kind: machine.NoticeTask, Node: "n3", Task: "k1"}}},
	}
	for n := range 3 {
		c.Instance.State.Activations = append(c.Instance.State.Activations, &machine.Activation{ID: fmt.Sprint("a", n+1), Node: fmt.Sprint("n", n+1), Round: 1, EnteredAt: now, LeftAt: now})
		c.Instance.State.Passed = append(c.Instance.State.Passed, &machine.Pass{Edge: fmt.Sprint("e", n), At: now, Token: "t1"})
	}
	for n := range 5 {
		c.Journal = append(c.Journal, machine.Entry{Seq: int64(n + 1), Type: machine.EntryEntered, At: now, By: "p1", Node: fmt.Sprint("n", n), Activation: fmt.Sprint("a", n)})
	}
	c.Journal[0].Event = &machine.Event{Type: machine.EventSubmitted, At: now, By: "p1", Facts: record.Values{"title": "年度框架合同", "amount": decimal.New(12000000, -2)}}
	return c
}

// decided is the commit of the decision: approval, update and end.
func decided(i engine.Instance) engine.Commit {
	now := time.Now()
	c := engine.Commit{Instance: i, Base: i.Revision, Unlock: true, At: now}
	c.Instance.Revision++
	c.Instance.Status, c.Instance.EndedAt, c.Instance.UpdatedAt = machine.Approved, now, now
	task := *i.State.Tasks[0]
	task.State, task.DecidedAt, task.DecidedBy = machine.TaskApproved, now, i.People[1]
	c.Tasks, c.Instance.State.Tasks = []machine.Task{task}, []*machine.Task{&task}
	c.Changes = []record.Change{{Type: "contract", ID: i.RecordID, Set: record.Values{"status": "approved"}}}
	c.Jobs = []machine.Job{{ID: "j2", Kind: machine.JobNotice, At: now, Notice: machine.Notice{To: "p1", Kind: machine.NoticeEnd}}}
	for n := range 5 {
		c.Journal = append(c.Journal, machine.Entry{Seq: i.State.Seq + int64(n+1), Type: machine.EntryLeft, At: now, By: i.People[1], Node: fmt.Sprint("n", n)})
	}
	return c
}
