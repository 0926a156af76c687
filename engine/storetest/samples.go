package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// noon is when everything happens, with the microseconds that databases keep.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 123456000, time.UTC)

// contract is a record type with a field of every kind.
func contract() record.Type {
	name := func(zh, en string) text.Text { return text.T(zh, en) }
	return record.Type{
		Key: "contract", Name: name("合同", "Contract"), Title: "title", Prefix: "HT", List: []string{"title", "amount", "signed_on", "kind"},
		Fields: []record.Field{
			{Key: "title", Name: name("名称", "Title"), Type: record.Text},
			{Key: "tax_no", Name: name("税号", "Tax number"), Type: record.Text, Unique: true},
			{Key: "terms", Name: name("条款", "Terms"), Type: record.LongText},
			{Key: "amount", Name: name("金额", "Amount"), Type: record.Money},
			{Key: "rate", Name: name("费率", "Rate"), Type: record.Number, Decimals: 6},
			{Key: "months", Name: name("月数", "Months"), Type: record.Number},
			{Key: "urgent", Name: name("加急", "Urgent"), Type: record.Boolean},
			{Key: "signed_on", Name: name("签订日", "Signed on"), Type: record.Date},
			{Key: "meets_at", Name: name("会议", "Meets at"), Type: record.DateTime},
			{Key: "kind", Name: name("类别", "Kind"), Type: record.Choice, Options: options("sale", "service", "key")},
			{Key: "tags", Name: name("标签", "Tags"), Type: record.MultiChoice, Options: options("a", "b", "ab")},
			{Key: "customer", Name: name("客户", "Customer"), Type: record.Link, Target: "contract"},
			{Key: "seller", Name: name("销售", "Seller"), Type: record.Person},
			{Key: "files", Name: name("附件", "Files"), Type: record.File},
			{Key: "order", Name: name("顺序", "Order"), Type: record.Number}, // a word of SQL as a key
			{Key: "items", Name: name("明细", "Items"), Type: record.Rows, Columns: []record.Field{
				{Key: "product", Name: name("产品", "Product"), Type: record.Text},
				{Key: "price", Name: name("单价", "Price"), Type: record.Money},
				{Key: "from", Name: name("自", "From"), Type: record.Date},
			}},
		},
	}
}

func options(keys ...string) []record.Option {
	all := make([]record.Option, len(keys))
	for i, k := range keys {
		all[i] = record.Option{Key: k, Name: text.T(k, k)}
	}
	return all
}

// filled has a value for every field of a contract.
func filled() record.Values {
	return record.Values{
		"title": "年度框架合同", "tax_no": "91350100M000100Y43", "terms": "第一条\n第二条", "amount": number("120000.50"),
		"rate": number("0.065000"), "months": number("24"), "urgent": true, "signed_on": record.Day("2026-01-31"),
		"meets_at": time.Date(2026, 2, 3, 9, 30, 0, 250e6, time.UTC), "kind": "sale", "tags": []string{"a", "ab"},
		"customer": "c1", "seller": "p1", "files": []string{"f1", "f2"}, "order": number("7"),
		"items": []record.Values{
			{"product": "甲", "price": number("10.00"), "from": record.Day("2026-01-01")},
			{"product": "乙", "price": number("0.01")},
		},
	}
}

func number(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// saveContract makes the table.
func saveContract(t *testing.T, s engine.Store) {
	t.Helper()
	if err := s.SaveType(t.Context(), contract()); err != nil {
		t.Fatal(err)
	}
}

// addContract adds a record.
func addContract(t *testing.T, s engine.Store, id string, v record.Values) record.Record {
	t.Helper()
	r, err := s.InsertRecord(t.Context(), record.Record{Type: "contract", ID: id, Owner: "p1", CreatedBy: "p1", CreatedAt: noon, Values: v})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// definition is a flow from start to end.
func definition(key string) flow.Definition {
	return flow.Definition{
		Format: flow.Format, Key: key, Name: text.T("合同审批 "+key, "Approval "+key), Record: "contract",
		Nodes: []flow.Node{{ID: "n1", Kind: flow.KindStart}, {ID: "n2", Kind: flow.KindEnd}},
		Edges: []flow.Edge{{ID: "e1", From: "n1", To: "n2"}},
	}
}

// first is the commit that starts an instance over a record: one task, one journal entry, one job.
func first(id, recordID string) engine.Commit {
	opened := machine.Task{ID: "k1", Activation: "a1", Node: "n2", Slot: "s1", Type: flow.ActionApprove, Assignee: "p2", State: machine.TaskOpen, OpenedAt: noon}
	return engine.Commit{
		Instance: engine.Instance{
			ID: id, Revision: 1, Flow: "approval", Version: 1, RecordType: "contract", RecordID: recordID, Number: "HT-2026-0001",
			Title: "年度框架合同", Submitter: "p1", Status: machine.Running, StartedAt: noon, UpdatedAt: noon, People: []string{"p1", "p2"},
			State: machine.State{
				Flow: "approval", Version: 1, Status: machine.Running, Submitter: "p1", StartedAt: noon, Seq: 1, NextID: 3,
				Tokens: []machine.Token{{ID: "t1", Node: "n2", Activation: "a1"}}, Tasks: []*machine.Task{&opened},
			},
		},
		Journal: []machine.Entry{{Seq: 1, Type: machine.EntryStarted, At: noon, By: "p1"}},
		Tasks:   []machine.Task{opened},
		Jobs:    []machine.Job{{ID: "j1", Kind: machine.JobNotice, At: noon, Notice: machine.Notice{To: "p2", Kind: machine.NoticeTask, Task: "k1"}}},
		At:      noon,
	}
}

// next is a commit that follows c: the task is approved.
func next(c engine.Commit) engine.Commit {
	later := c.At.Add(time.Hour)
	n := c
	n.Base, n.At = c.Instance.Revision, later
	n.Instance.Revision, n.Instance.UpdatedAt = c.Instance.Revision+1, later
	n.Instance.State.Seq++
	n.Tasks = append([]machine.Task(nil), c.Tasks...)
	n.Tasks[0].State, n.Tasks[0].DecidedAt, n.Tasks[0].DecidedBy = machine.TaskApproved, later, "p2"
	n.Instance.State.Tasks = []*machine.Task{&n.Tasks[0]}
	n.Journal = []machine.Entry{{Seq: n.Instance.State.Seq, Type: machine.EntryTaskDecided, At: later, By: "p2", Task: "k1"}}
	n.Jobs, n.Lock, n.LockAt, n.Key, n.Inserts, n.Changes, n.Also = nil, false, 0, "", nil, nil, nil
	return n
}

// person is a member of the company.
func person(id string) org.Person {
	return org.Person{ID: id, SignIn: id + "@example", Name: text.T("张伟", "Zhang Wei"), Role: org.Staff, Department: "sales", Posts: []string{"manager"}, Manager: "p0", Active: true}
}

func savePeople(t *testing.T, s engine.Store, ids ...string) {
	t.Helper()
	for _, id := range ids {
		if err := s.SavePerson(t.Context(), person(id)); err != nil {
			t.Fatal(err)
		}
	}
}

func commit(t *testing.T, s engine.Store, c engine.Commit) {
	t.Helper()
	if err := s.Commit(t.Context(), c); err != nil {
		t.Fatal(err)
	}
}

// same fails unless got is want; empty and absent lists are the same.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

// refused fails unless err is a fault of this code and reason, with words in both languages.
func refused(t *testing.T, what string, err error, code fault.Code, reason string) {
	t.Helper()
	if !fault.Is(err, code) || fault.ReasonOf(err) != reason {
		t.Errorf("%s: got %v, want %s %s", what, err, code, reason)
		return
	}
	if words := fault.From(err).Text; words.ZH == "" || words.EN == "" {
		t.Errorf("%s: %s is not worded in both languages", what, reason)
	}
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
