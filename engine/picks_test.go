package engine_test

import (
	"slices"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// picks has an approval ask the one whom somebody picks.
func picks(by flow.PickBy) func(*flow.Approve) {
	return func(a *flow.Approve) { a.Pick = &flow.Pick{By: by, Min: 1, Max: 1} }
}

// picking asks whoever submits for one of finance, for large amounts also for somebody to review; Chen picks a lawyer.
func picking() *enginetest.Builder {
	return enginetest.Flow("picking", "contract").
		Form(enginetest.Fields("amount", "edit", "reviewer", "edit")).
		Approve("manager", enginetest.By("post:sales_manager"), enginetest.See("months", "edit")).
		Decision("long").
		Approve("law", enginetest.By("person:"+luo, "person:"+he), picks(flow.PickPrevious)).
		Approve("finance", enginetest.By("post:finance"), picks(flow.PickSubmitter)).
		Decision("dear").
		Approve("review", enginetest.By("field:reviewer", "post:general_manager"), picks(flow.PickSubmitter)).
		End("end", flow.ResultApproved).
		Path("start", "manager", "long").
		When("long", "law", "record.months > 12").Else("long", "finance").
		Path("law", "finance", "dear").
		When("dear", "review", "record.amount > 100").Else("dear", "end").Path("review", "end")
}

func nodes(asked []engine.PickAsked) []string {
	var out []string
	for _, p := range asked {
		out = append(out, p.Node)
	}
	return out
}

func ids(people []engine.PersonRef) []string {
	var out []string
	for _, p := range people {
		out = append(out, p.ID)
	}
	return out
}

func TestAPreviewListsThePicksThatAreAskedForWhatIsFilledIn(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(picking())
	contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "5", "months": 24})
	preview := func(set values, picked map[string][]string) engine.Preview {
		t.Helper()
		return ok[engine.Preview](t)(h.Preview(t.Context(), lin, engine.Submission{Flow: "picking", Record: contract, Set: set, Picks: picked}))
	}
	p := preview(nil, nil)
	if got := nodes(p.Picks); !slices.Equal(got, []string{"finance"}) {
		t.Fatalf("picks for a small amount: %v", got)
	}
	if f := p.Picks[0]; !slices.Equal(ids(f.From), []string{fang, fei}) || f.Min != 1 || f.Max != 1 || f.Name.EN != "Node finance" {
		t.Errorf("finance: %+v", f)
	}
	for _, s := range p.Steps {
		want := map[string]flow.PickBy{"law": flow.PickPrevious, "finance": flow.PickSubmitter}[s.Node]
		if s.Pick != want || want != "" && len(s.People) != 0 {
			t.Errorf("%s: %+v", s.Node, s)
		}
	}
	if got := nodes(preview(values{"amount": "500"}, nil).Picks); !slices.Equal(got, []string{"finance"}) {
		t.Errorf("with the general manager alone there is nothing to choose: %v", got)
	}
	p = preview(values{"amount": "500", "reviewer": wu}, map[string][]string{"finance": {fei}})
	if got := nodes(p.Picks); !slices.Equal(got, []string{"finance", "review"}) || !slices.Equal(ids(p.Picks[1].From), []string{wu, gao}) {
		t.Errorf("the picks do not follow what is filled in: %+v", p.Picks)
	}
	if at := slices.IndexFunc(p.Steps, func(s engine.PreviewStep) bool { return s.Node == "finance" }); !slices.Equal(ids(p.Steps[at].People), []string{fei}) {
		t.Errorf("who is picked is not shown: %+v", p.Steps[at])
	}
}

func TestASubmissionWithoutAPickThatIsAskedIsRefused(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(picking())
		contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "5", "months": 1})
		submit := func(set values, picked map[string][]string) error {
			_, err := h.Submit(t.Context(), lin, engine.Submission{Flow: "picking", Record: contract, Set: set, Picks: picked})
			return err
		}
		err := submit(values{"amount": "500", "reviewer": wu}, map[string][]string{"finance": {fang}})
		refused(t, err, fault.Invalid, "pick_required")
		if f := fault.From(err).Fields; len(f) != 1 || f[0].Path != "picks.review" {
			t.Errorf("it names %+v", f)
		}
		refused(t, submit(nil, map[string][]string{"finance": {luo}}), fault.Invalid, "picked_out_of_scope")
		refused(t, submit(nil, map[string][]string{"finance": {fang, fei}}), fault.Invalid, "wrong_number_picked")
		refused(t, submit(nil, map[string][]string{"finance": {fang}, "law": {luo}}), fault.Invalid, "no_picking")
		leave(t, h, fei)
		refused(t, submit(nil, map[string][]string{"finance": {fei}}), fault.Invalid, "picked_out_of_scope")
		if err := submit(nil, nil); err != nil {
			t.Errorf("with one left there is nothing to choose: %v", err)
		}
	})
}

// leave switches somebody off.
func leave(t *testing.T, h *enginetest.House, id string) {
	t.Helper()
	for _, p := range enginetest.Company().People {
		if p.ID == id {
			p.Active = false
			if _, err := h.SavePerson(t.Context(), admin, p); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestWhoeverApprovesTheStepBeforePicks(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(picking())
	contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "5", "months": 1})
	in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, engine.Submission{Flow: "picking", Record: contract, Picks: map[string][]string{"finance": {fang}}})).ID
	mine := h.TaskOf(chen, in)
	view := ok[engine.TaskView](t)(h.Task(t.Context(), chen, mine))
	if view.Picks == nil || len(view.Picks) != 0 {
		t.Errorf("nothing comes next to pick for: %+v", view.Picks)
	}
	long := engine.Verdict{Task: mine, Outcome: machine.OutcomeApproved, Set: values{"months": 24}}
	asked := ok[[]engine.PickAsked](t)(h.PreviewDecision(t.Context(), chen, long))
	if got := nodes(asked); !slices.Equal(got, []string{"law"}) || !slices.Equal(ids(asked[0].From), []string{luo, he}) {
		t.Fatalf("for a long term he is asked %+v", asked)
	}
	_, err := h.PreviewDecision(t.Context(), wu, long)
	refused(t, err, fault.NotFound, "no_such_task")
	_, err = h.Decide(t.Context(), chen, long)
	refused(t, err, fault.Invalid, "pick_required")
	long.Picks = map[string][]string{"law": {he}}
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, long))
	approve(t, h, he, in)
	approve(t, h, fang, in)
}

func TestAPickThatIsMissingLaterIsAskedOfWhoeverComesBefore(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("later", "contract").
		Form(enginetest.Fields("amount", "edit")).
		Approve("manager", enginetest.By("post:sales_manager"), enginetest.See("amount", "edit")).
		Decision("dear").
		Approve("finance", enginetest.By("post:finance"), picks(flow.PickSubmitter)).
		End("end", flow.ResultApproved).
		Path("start", "manager", "dear").When("dear", "finance", "record.amount > 100").Else("dear", "end").Path("finance", "end"))
	contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "5"})
	in := h.Start(lin, "later", contract, nil)
	dear := engine.Verdict{Task: h.TaskOf(chen, in), Outcome: machine.OutcomeApproved, Set: values{"amount": "500"}}
	_, err := h.Decide(t.Context(), chen, dear)
	refused(t, err, fault.Invalid, "pick_required")
	if got := nodes(ok[[]engine.PickAsked](t)(h.PreviewDecision(t.Context(), chen, dear))); !slices.Equal(got, []string{"finance"}) {
		t.Errorf("he is asked %v", got)
	}
	// Returned instead, the submitter is asked for it when she submits again.
	ok[engine.InstanceInfo](t)(h.DoWithTask(t.Context(), chen, engine.Deed{Task: dear.Task, Do: engine.DoReturn, Node: "start", Comment: "more"}))
	again := engine.Verdict{Task: h.TaskOf(lin, in), Outcome: machine.OutcomeDone, Set: values{"amount": "500"}}
	_, err = h.Decide(t.Context(), lin, again)
	refused(t, err, fault.Invalid, "pick_required")
	again.Picks = map[string][]string{"finance": {fei}}
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), lin, again))
	approve(t, h, chen, in)
	approve(t, h, fei, in)
}

func TestAChangeThatIsApprovedFirstTakesPicks(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("guarded", "contract").
		On(flow.Trigger{On: flow.OnChanged, Field: "amount", Hold: true}).
		Approve("check", enginetest.By("post:finance"), picks(flow.PickSubmitter)).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	id := h.Add(lin, "contract", values{"title": "Lease", "amount": "5"})
	set := values{"amount": "6"}
	p := ok[engine.ChangePreview](t)(h.PreviewChange(t.Context(), lin, "contract", id, set, nil))
	if got := nodes(p.Picks); !slices.Equal(got, []string{"check"}) {
		t.Errorf("the preview asks for %v", got)
	}
	_, err := h.ChangeRecord(t.Context(), lin, "contract", id, 0, set, nil)
	refused(t, err, fault.Invalid, "pick_required")
	saved := ok[engine.RecordSaved](t)(h.ChangeRecord(t.Context(), lin, "contract", id, 0, set, map[string][]string{"check": {fei}}))
	approve(t, h, fei, saved.Held)
}

func TestAFlowThatStartsByItselfAsksForNoPicks(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("auto", "contract").
		On(flow.Trigger{On: flow.OnAdded}).
		Approve("check", enginetest.By("post:finance"), picks(flow.PickSubmitter)).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	saved := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), lin, "contract", values{"title": "Lease"}, "", ""))
	if len(saved.Started) != 1 || len(saved.Problems) != 0 {
		t.Fatalf("started %v, problems %v", saved.Started, saved.Problems)
	}
	approve(t, h, admin, saved.Started[0])
}
