package machinetest

import (
	"github.com/shopspring/decimal"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
)

// morePeople fills the posts and lines that steps ask for, and the record from which sub-flows are run.
func (w *Walker) morePeople() {
	w.Play.People = map[string][]string{
		"post:team": {"bob", "cyd", "dan", "eve"}, "post:vacant": nil, "manager": {"eve"}, "head:submitter": {"dan"}, "chain": {"bob", "eve", "fay"},
	}
	if w.chance(2) {
		w.Play.People["admins"] = []string{"fay", "admin"}
	}
	w.Play.Record["customer"] = "c1"
	w.Play.Record["regions"] = [][]string{nil, {"fj"}, {"fj", "sh"}}[w.more.IntN(3)]
	w.Play.Record["items"] = []record.Values{
		{"what": "x", "price": decimal.NewFromInt(12)}, {"what": "y", "price": decimal.NewFromInt(3)}, {"what": "z"},
	}[:w.more.IntN(4)]
	w.Play.Linked["c1"] = record.Values{"name": "Acme", "credit_score": decimal.NewFromInt(int64(w.more.IntN(100)))}
}

// morePolicies gives the flow and its steps some that walks came to know later.
func (w *Walker) morePolicies(d *flow.Definition) {
	switch w.more.IntN(6) {
	case 0:
		d.Settings.Withdraw = flow.WithdrawNever
	case 1:
		d.Settings.OpenedBlocks = true
	case 2:
		d.Settings.Admins = []org.Selector{{Person: "dan"}}
	case 3:
		d.Settings.Copy = []flow.Copy{{At: flow.CopyEnded, To: []org.Selector{{Person: "eve"}}}}
	}
	if w.chance(2) {
		d.Settings.VoidFlow = "voiding"
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		switch {
		case n.Action == nil:
		case n.Action.Approve != nil:
			w.moreOfApproval(d, n.Action.Approve)
		case n.Action.Update != nil:
			n.Action.Update.Undo = w.chance(2)
		case n.Action.Do != nil:
			w.moreOfDoing(n.Action.Do)
		case n.Action.Subflow != nil:
			w.moreOfSubflow(n.Action.Subflow)
		}
	}
}

func (w *Walker) moreOfApproval(d *flow.Definition, a *flow.Approve) {
	if w.chance(3) {
		a.By = [][]org.Selector{{{Post: "team"}}, {{Post: "vacant"}}, {{ManagerOf: "submitter"}}, {{HeadOf: "submitter"}, {Person: "bob"}},
			{{Chain: &org.Chain{Of: org.OfSubmitter, Along: org.Managers}}}}[w.more.IntN(5)]
	}
	if w.chance(3) {
		a.Pick = w.pickSettings()
	}
	if w.chance(3) {
		a.Empty = w.emptySettings()
	}
	if w.chance(4) {
		a.Self = oneOf(w.more, flow.SelfManager, flow.SelfHead)
	}
	if w.chance(4) {
		a.Forbid = []flow.TaskAction{oneOf(w.more, flow.CanReturn, flow.CanTransfer, flow.CanDelegate, flow.CanAddBefore, flow.CanAddAfter, flow.CanAddBeside, flow.CanTakeBack)}
	}
	if w.chance(4) {
		a.Copy = []flow.Copy{{At: oneOf(w.more, flow.CopyEntered, flow.CopyPassed, flow.CopyRejected), To: []org.Selector{{Person: "fay"}}}}
	}
	if w.chance(6) {
		a.Comment = true
	}
	a.BeforeRejects = w.chance(3)
	a.Transfer = w.transferSettings()
	if w.chance(6) {
		a.Fields = map[string]record.Access{"note": record.Required, "signed": record.Edit, "amount": record.Edit}
	}
	if w.chance(4) {
		a.Quorum.Veto = []org.Selector{{Person: "bob"}}
	}
	if a.Quorum.Vote != nil && w.chance(2) {
		a.Quorum.Vote.Weights = []flow.Weight{{By: []org.Selector{{Person: "cyd"}}, Weight: 3}}
	}
	if w.chance(3) {
		a.Return = &flow.Return{To: oneOf(w.more, flow.ReturnStart, flow.ReturnPrevious), Mode: oneOf(w.more, flow.ReturnRerun, flow.ReturnDirect)}
	}
	if a.Due != "" && w.chance(2) {
		a.Deadline = &flow.Deadline{Field: "signed", Frozen: w.chance(2)}
	}
	if a.Due != "" && w.chance(4) {
		a.Late = append(a.Late, flow.Late{After: "PT45M", Do: flow.LateReturn, To: flow.LateToNode, Node: oneOf(w.more, d.Nodes...).ID})
	}
}

func (w *Walker) moreOfDoing(do *flow.Do) {
	if w.chance(3) {
		do.Due = "PT1H"
		do.Late = []flow.Late{oneOf(w.more, flow.Late{Do: flow.LateRemind}, flow.Late{Do: flow.LateReturn}, flow.Late{Do: flow.LateTransfer}, flow.Late{Do: flow.LateBeside})}
	}
	if w.chance(4) {
		do.Pick = w.pickSettings()
	}
	if w.chance(4) {
		do.Empty = w.emptySettings()
	}
	do.Transfer = w.transferSettings()
	if w.chance(5) {
		do.Return = &flow.Return{Mode: flow.ReturnDirect}
	}
	if w.chance(5) {
		do.Copy = []flow.Copy{{At: oneOf(w.more, flow.CopyEntered, flow.CopyPassed), To: []org.Selector{{Person: "fay"}}}}
	}
}

func (w *Walker) pickSettings() *flow.Pick {
	p := &flow.Pick{By: oneOf(w.more, flow.PickSubmitter, flow.PickPrevious), Min: w.more.IntN(3)}
	if w.chance(2) {
		p.Max = max(1, p.Min) + w.more.IntN(2)
	}
	return p
}

func (w *Walker) transferSettings() *flow.Transfer {
	return oneOf(w.more, nil, &flow.Transfer{Merge: true}, &flow.Transfer{Restart: true}, &flow.Transfer{Merge: true, Restart: true})
}

func (w *Walker) emptySettings() *flow.Empty {
	e := &flow.Empty{Do: oneOf(w.more, flow.EmptyApprove, flow.EmptyReject, flow.EmptyPeople, flow.EmptyBlock)}
	if e.Do == flow.EmptyPeople {
		e.By = []org.Selector{{Person: "fay"}}
	}
	return e
}

// moreOfSubflow has a sub-flow run for rows or options, and over other records than the flow's own.
func (w *Walker) moreOfSubflow(s *flow.Subflow) {
	switch w.more.IntN(4) {
	case 0:
		s.Each = &flow.Each{Rows: "items"}
	case 1:
		s.Each = &flow.Each{Options: "regions"}
	}
	if s.Each != nil && w.chance(2) {
		s.Finish = oneOf(w.more, &flow.Finish{Mode: flow.FinishAny}, &flow.Finish{Mode: flow.FinishN, N: 2})
	}
	switch w.more.IntN(3) {
	case 0:
		s.Over, s.Link = flow.OverLinked, "customer"
		s.Out = []flow.Assign{{Field: "months", From: "record.credit_score"}}
	case 1:
		s.Over, s.Of = flow.OverNew, "customer"
		s.In = []flow.Assign{{Field: "name", From: "record.title"}}
		s.Out = []flow.Assign{{Field: "note", Value: "vetted"}}
	}
	if s.Detached {
		s.Out = nil
	}
	if w.chance(3) {
		s.Version = flow.VersionLatest
	}
}
