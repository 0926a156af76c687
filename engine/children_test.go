package engine_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/check"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// review is a flow for legal, over contracts; signing has it run and then asks Chen.
func review() *enginetest.Builder {
	return enginetest.Flow("review", "contract").
		Approve("legal", enginetest.By("post:legal"), enginetest.See("opinion", "edit")).
		End("end", flow.ResultApproved).
		Path("start", "legal", "end")
}

func signing() *enginetest.Builder {
	return enginetest.Flow("signing", "contract").
		Subflow("review", "review").
		Approve("sign", enginetest.By("post:sales_manager")).
		End("end", flow.ResultApproved).End("no", flow.ResultRejected).
		Path("start", "review", "sign", "end").
		Rejected("review", "no")
}

// work does every job that waits, and those that come of them.
func work(t *testing.T, h *enginetest.House) {
	t.Helper()
	for n := 1; n > 0; {
		n = ok[int](t)(h.DeliverDue(t.Context(), "test", 20))
	}
}

// part gives the only part of an instance of Lin's.
func part(t *testing.T, h *enginetest.House, instance string) engine.Part {
	t.Helper()
	v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, instance))
	if len(v.Parts) != 1 {
		t.Fatalf("%d parts, want 1", len(v.Parts))
	}
	return v.Parts[0]
}

func settle(t *testing.T, h *enginetest.House, who, instance string, outcome machine.Outcome, set map[string]any) {
	t.Helper()
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), who, engine.Verdict{Task: h.TaskOf(who, instance), Outcome: outcome, Comment: "so", Set: set}))
}

func TestAChildOverTheSameRecord(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(review())
		h.Publish(signing())
		contract := h.Add(lin, "contract", values{"title": "frame", "opinion": "none"})
		parent := h.Start(lin, "signing", contract, nil)
		work(t, h)
		p := part(t, h, parent)
		if p.State != machine.ChildStarted || p.Status != machine.Running || p.Instance == "" || p.FlowName.EN != "Flow review" {
			t.Fatalf("the part is %+v", p)
		}
		child := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, p.Instance))
		if child.PartOf == nil || child.PartOf.Instance != parent || child.Submitter.ID != lin || child.PartOf.NodeName.EN != "Node review" {
			t.Errorf("the child is part of %+v", child.PartOf)
		}
		if seen := ok[engine.InstanceView](t)(h.Instance(t.Context(), luo, p.Instance)); seen.PartOf == nil || seen.PartOf.Instance != "" || seen.PartOf.Number != "" {
			t.Errorf("Luo, who has no part in the parent, sees %+v", seen.PartOf)
		}
		settle(t, h, luo, p.Instance, machine.OutcomeApproved, values{"opinion": "sound"})
		work(t, h)
		settle(t, h, chen, parent, machine.OutcomeApproved, nil)
		v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent))
		r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract))
		if v.Status != machine.Approved || r.LockedBy != "" || r.Values["opinion"] != "sound" {
			t.Errorf("%s, the record %v held by %q", v.Status, r.Values, r.LockedBy)
		}
		versions := ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), lin, parent))
		if len(versions) != 2 || !versions[1].Intact {
			t.Errorf("%d versions of the values: %+v", len(versions), versions)
		}
	})
}

func TestAChildRejectedInAParallelBranch(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(review())
		h.Publish(enginetest.Flow("forked", "contract").Fork("fork").
			Subflow("one", "review").Subflow("two", "review").Approve("sign", enginetest.By("post:sales_manager")).Join("join").
			End("end", flow.ResultApproved).
			Path("start", "fork", "one", "join").Path("fork", "two", "join").Path("fork", "sign", "join", "end"))
		contract := h.Add(lin, "contract", values{"title": "frame"})
		parent := h.Start(lin, "forked", contract, nil)
		work(t, h)
		v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent))
		settle(t, h, luo, v.Parts[0].Instance, machine.OutcomeRejected, nil)
		work(t, h)
		v = ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent))
		if v.Status != machine.Rejected || v.Parts[1].State != machine.ChildCalled || v.Parts[1].Status != machine.Terminated {
			t.Fatalf("%s, %+v", v.Status, v.Parts)
		}
		sibling := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, v.Parts[1].Instance))
		if last := sibling.Timeline[len(sibling.Timeline)-1]; last.Data.Reason != "called_off" {
			t.Errorf("the sibling ended with %+v", last)
		}
		if n := ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), chen, engine.TasksAsked{})); n.Total != 0 {
			t.Errorf("%d tasks are left for Chen", n.Total)
		}
	})
}

func TestWhateverEndsTheParentEndsTheChild(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(review())
		h.Publish(signing())
		for how, end := range map[string]func(string) error{
			"withdrawn": func(id string) error {
				_, err := h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: id, Do: engine.DoWithdraw})
				return err
			},
			"terminated": func(id string) error {
				_, err := h.Terminate(t.Context(), enginetest.Admin, id, "not wanted", "")
				return err
			},
		} {
			contract := h.Add(lin, "contract", values{"title": how})
			parent := h.Start(lin, "signing", contract, nil)
			work(t, h)
			if err := end(parent); err != nil {
				t.Fatal(err)
			}
			work(t, h)
			p := part(t, h, parent)
			if p.State != machine.ChildCalled || p.Status != machine.Terminated || p.Reason != how {
				t.Errorf("%s: %+v", how, p)
			}
			if r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract)); r.LockedBy != "" {
				t.Errorf("%s: the record is still held", how)
			}
		}
	})
}

// TestAChildWritesNothingOnceItsParentHasEnded: until the job that ends it is done its task is there still.
func TestAChildWritesNothingOnceItsParentHasEnded(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(review())
		h.Publish(signing())
		contract := h.Add(lin, "contract", values{"title": "late"})
		parent := h.Start(lin, "signing", contract, nil)
		work(t, h)
		child := part(t, h, parent).Instance
		ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), enginetest.Admin, parent, "not wanted", ""))
		_, err := h.Decide(t.Context(), luo, engine.Verdict{Task: h.TaskOf(luo, child), Outcome: machine.OutcomeApproved, Set: values{"opinion": "too late"}})
		if f := fault.From(err); f.Code != fault.Conflict || f.Reason != "caller_ended" {
			t.Errorf("answered %v", err)
		}
		if r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract)); r.Values["opinion"] != nil {
			t.Errorf("the record says %v", r.Values["opinion"])
		}
		work(t, h)
		if p := part(t, h, parent); p.Status != machine.Terminated {
			t.Errorf("the child is %s", p.Status)
		}
	})
}

func TestAChildOverANewRecord(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("accept", "customer").
			Approve("finance", enginetest.By("post:finance"), enginetest.See("credit_score", "required")).
			End("end", flow.ResultApproved).Path("start", "finance", "end"))
		h.Publish(enginetest.Flow("deal", "contract").
			Subflow("accept", "accept", func(s *flow.Subflow) {
				s.Over, s.Of = flow.OverNew, "customer"
				s.In = []flow.Assign{{Field: "name", From: "record.title"}}
				s.Out = []flow.Assign{{Field: "amount", From: "record.credit_score * 1000"}}
			}).
			End("end", flow.ResultApproved).Path("start", "accept", "end"))
		contract := h.Add(lin, "contract", values{"title": "Acme"})
		parent := h.Start(lin, "deal", contract, nil)
		work(t, h)
		p := part(t, h, parent)
		settle(t, h, fang, p.Instance, machine.OutcomeApproved, values{"credit_score": "70"})
		work(t, h)
		v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent))
		r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract))
		if v.Status != machine.Approved || fmt.Sprint(r.Values["amount"]) != "70000" || p.Number == "" || p.Number == v.Record.Number {
			t.Errorf("%s, %v, %+v", v.Status, r.Values, p)
		}
	})
}

func TestAChildThatCannotBeginIsAnIncident(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("review", "customer").End("end", flow.ResultApproved).Path("start", "end"))
		h.Publish(enginetest.Flow("busy", "customer").Approve("a", enginetest.By("post:finance")).End("end", flow.ResultApproved).Path("start", "a", "end"))
		h.Publish(enginetest.Flow("deal", "contract").
			Subflow("check", "review", func(s *flow.Subflow) { s.Over, s.Link = flow.OverLinked, "customer" }).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		customer := h.Add(lin, "customer", values{"name": "Acme"})
		other := h.Start(lin, "busy", customer, nil)
		parent := h.Start(lin, "deal", h.Add(lin, "contract", values{"title": "frame", "customer": customer}), nil)
		work(t, h)
		v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent))
		if v.Status != machine.Faulted || len(v.Incidents) != 1 || v.Parts[0].Reason != "record_locked" {
			t.Fatalf("%s, %+v, %+v", v.Status, v.Incidents, v.Parts)
		}
		settle(t, h, fang, other, machine.OutcomeApproved, nil)
		ok[engine.InstanceInfo](t)(h.Retry(t.Context(), enginetest.Admin, engine.Repair{Instance: parent, Incident: v.Incidents[0].ID, Reason: "mended"}))
		work(t, h)
		if v = ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent)); v.Status != machine.Approved {
			t.Errorf("tried again: %s, %+v", v.Status, v.Incidents)
		}
	})
}

func TestASubflowIsTakenAsApprovedAhead(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(review())
		h.Publish(signing())
		ahead := ok[engine.Preview](t)(h.Preview(t.Context(), lin, engine.Submission{Flow: "signing", Record: h.Add(lin, "contract", values{"title": "frame"})}))
		if len(ahead.Steps) != 2 || ahead.Steps[0].Runs.EN != "Flow review" || ahead.Steps[1].Node != "sign" || len(ahead.Problems) > 0 {
			t.Errorf("ahead: %+v", ahead)
		}
	})
}

func TestRecursionIsRefusedAtPublishing(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(review())
		h.Publish(signing())
		d := enginetest.Flow("review", "contract").Subflow("again", "signing").End("end", flow.ResultApproved).Path("start", "again", "end").Definition()
		document, err := d.Encode()
		if err != nil {
			t.Fatal(err)
		}
		draft := ok[engine.DraftView](t)(h.SaveDraft(t.Context(), enginetest.KeyUser, "review", 2, document))
		_, err = h.Engine.Publish(t.Context(), enginetest.Admin, "review", draft.Revision, "calls back")
		refused(t, err, fault.Invalid, "flow_has_problems")
		if p := engine.ProblemsOf(err); !slices.ContainsFunc(p, func(p check.Problem) bool { return p.Code == "subflow_recursive" }) {
			t.Errorf("%+v", p)
		}
	})
}

// TestAnOlderVersionIsMadeCurrentOnlyIfItCouldBePublished: an older review ran nothing; meanwhile signing was published, which
// the one before that runs, and whoever submits it would pick people.
func TestAnOlderVersionIsMadeCurrentOnlyIfItCouldBePublished(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		end := func(b *enginetest.Builder) *enginetest.Builder { return b.End("end", flow.ResultApproved) }
		h.Publish(end(enginetest.Flow("other", "contract").Approve("sign", enginetest.By("post:sales_manager"))).Path("start", "sign", "end"))
		h.Publish(end(enginetest.Flow("review", "contract").Subflow("ask", "other")).Path("start", "ask", "end"))
		h.Publish(end(enginetest.Flow("review", "contract").Approve("legal", enginetest.By("person:"+luo, "person:"+chen), func(a *flow.Approve) {
			a.Pick = &flow.Pick{By: flow.PickSubmitter, Min: 1}
		})).Path("start", "legal", "end"))
		h.Publish(review())
		h.Publish(end(enginetest.Flow("other", "contract").Subflow("review", "review")).Path("start", "review", "end"))
		for number, why := range map[int]string{1: "subflow_recursive", 2: "caller_would_fail"} {
			err := h.MakeCurrent(t.Context(), enginetest.Admin, "review", number)
			refused(t, err, fault.Invalid, "version_has_problems")
			if p := engine.ProblemsOf(err); !slices.ContainsFunc(p, func(p check.Problem) bool { return p.Code == why }) {
				t.Errorf("version %d: %+v", number, p)
			}
			if current := ok[[]engine.VersionView](t)(h.Versions(t.Context(), lin, "review")); !current[0].Current {
				t.Errorf("version %d is not refused: %+v", number, current)
			}
		}
	})
}

// TestKilledBetweenParentAndChild: a program that is killed before or after any commit leaves one child, begun once and heard
// of once.
func TestKilledBetweenParentAndChild(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(review())
		h.Publish(signing())
		for _, when := range []string{"before", "after"} {
			died := &dying{Store: h.Store}
			e, err := engine.New(died, engine.Options{Now: h.Clock.Now})
			if err != nil {
				t.Fatal(err)
			}
			kill := func() {
				t.Helper()
				died.before, died.after = when == "before", when == "after"
				if _, err := e.DeliverDue(t.Context(), "dying", 20); err != nil && !errors.Is(err, context.Canceled) {
					t.Fatal(err)
				}
				if died.before || died.after {
					t.Fatal("nothing was killed")
				}
				h.Clock.Add(time.Hour) // the next program takes over what was claimed
				work(t, h)
			}
			parent := h.Start(lin, "signing", h.Add(lin, "contract", values{"title": when}), nil)
			kill()
			children := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), enginetest.Admin, engine.InstancesAsked{Scope: engine.ScopeAll, Flow: "review"}))
			p := part(t, h, parent)
			settle(t, h, luo, p.Instance, machine.OutcomeApproved, nil)
			kill()
			v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent))
			ended := 0
			for _, entry := range v.Timeline {
				if entry.Type == machine.EntryChildEnded {
					ended++
				}
			}
			if want := map[string]int{"before": 1, "after": 2}[when]; children.Total != want || ended != 1 || len(v.Parts) != 1 {
				t.Errorf("killed %s: %d children in all, heard of %d times, %d parts", when, children.Total, ended, len(v.Parts))
			}
		}
	})
}
