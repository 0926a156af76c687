package engine_test

import (
	"fmt"
	"sync"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
)

// TestTwoLastSignaturesAtOnce: the second of two who sign at the same moment sees the first, whichever that is, and the
// next step is entered once. Two engines stand for two copies of the program.
func TestTwoLastSignaturesAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		h.Publish(enginetest.Flow("both", "contract").
			Approve("check", enginetest.By("post:finance"), enginetest.Quorum(flow.QuorumAll)).
			Approve("next", enginetest.By("post:sales_manager")).
			End("end", flow.ResultApproved).Path("start", "check", "next", "end"))
		for round := range 10 {
			in := h.Start(lin, "both", h.Add(lin, "contract", values{"title": fmt.Sprint(round)}), nil)
			a, b := h.TaskOf(fang, in), h.TaskOf(fei, in)
			together(
				func() { decide(t, h, fang, a) },
				func() { decide(t, other, fei, b) },
			)
			approve(t, h, chen, in)
			entered := 0
			v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in))
			for _, e := range v.Timeline {
				if e.Type == machine.EntryEntered && e.Node == "next" {
					entered++
				}
			}
			if entered != 1 || v.Status != machine.Approved || v.Revision != 4 {
				t.Fatalf("round %d: next was entered %d times, status %s at revision %d", round, entered, v.Status, v.Revision)
			}
		}
	})
}

// TestEitherOfTwoAtOnce: where one is enough, one decides and the other is told who did.
func TestEitherOfTwoAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		h.Publish(enginetest.Flow("either", "contract").
			Approve("check", enginetest.By("post:finance")).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		for round := range 10 {
			in := h.Start(lin, "either", h.Add(lin, "contract", values{"title": fmt.Sprint(round)}), nil)
			a, b := h.TaskOf(fang, in), h.TaskOf(fei, in)
			var errs [2]error
			together(
				func() {
					_, errs[0] = h.Decide(t.Context(), fang, engine.Verdict{Task: a, Outcome: "approved"})
				},
				func() {
					_, errs[1] = other.Decide(t.Context(), fei, engine.Verdict{Task: b, Outcome: "rejected", Comment: "no"})
				},
			)
			if (errs[0] == nil) == (errs[1] == nil) {
				t.Fatalf("round %d: %v and %v, want one of them refused", round, errs[0], errs[1])
			}
			for _, err := range errs {
				if err != nil {
					refused(t, err, fault.Conflict, "task_already_decided")
				}
			}
		}
	})
}

// TestEverybodySignsAtOnce: 200 people sign the same step at once, through two copies, each of them twice, as with a double
// click. It passes once, and the next step is entered once.
func TestEverybodySignsAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		var ids []string
		var people []org.Person
		for i := range 200 {
			p := org.Person{ID: fmt.Sprintf("p-%03d", i), SignIn: fmt.Sprintf("signer%03d", i), Role: org.Staff, Active: true, Posts: []string{"nobody"}}
			p.Name.EN = p.ID
			ids, people = append(ids, p.ID), append(people, p)
		}
		if err := h.Store.SavePeople(t.Context(), people, ok[int64](t)(h.Store.CompanyRevision(t.Context()))); err != nil {
			t.Fatal(err)
		}
		h = enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now}) // knows them
		h.Publish(enginetest.Flow("all", "contract").
			Approve("check", enginetest.By("post:nobody"), enginetest.Quorum(flow.QuorumAll)).
			Approve("next", enginetest.By("post:sales_manager")).
			End("end", flow.ResultApproved).Path("start", "check", "next", "end"))
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		in := h.Start(lin, "all", h.Add(lin, "contract", values{"title": "Big"}), nil)
		asked, _, err := h.Store.Tasks(t.Context(), engine.TaskQuery{Instance: in, Open: true, Limit: len(ids)})
		if err != nil {
			t.Fatal(err)
		}
		tasks := map[string]string{}
		for _, task := range asked {
			tasks[task.Task.Assignee] = task.ID
		}
		var all []func()
		for i, id := range ids {
			through := h
			if i%2 == 1 {
				through = other
			}
			click := func() {
				verdict := engine.Verdict{Task: tasks[id], Outcome: machine.OutcomeApproved, Key: "signed by " + id}
				if _, err := through.Decide(t.Context(), id, verdict); err != nil {
					t.Errorf("%s: %v", id, err)
				}
			}
			all = append(all, click, click)
		}
		together(all...)
		v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in))
		entered, decided := 0, 0
		for _, e := range v.Timeline {
			switch {
			case e.Type == machine.EntryEntered && e.Node == "next":
				entered++
			case e.Type == machine.EntryTaskDecided:
				decided++
			}
		}
		if v.Status != machine.Running || v.Revision != 201 || entered != 1 || decided != 200 {
			t.Errorf("status %s at revision %d, next entered %d times, %d decisions", v.Status, v.Revision, entered, decided)
		}
	})
}

// TestManyInstancesAtOnce: 32 people submit and decide at the same time and nothing gets mixed up.
func TestManyInstancesAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(budget())
		var all []func()
		for i := range 32 {
			all = append(all, func() {
				for n := range 3 {
					r, err := h.AddRecord(t.Context(), lin, "order", values{"title": fmt.Sprint(i, n), "amount": "120000"}, "", "")
					if err != nil {
						t.Error(err)
						return
					}
					in, err := h.Submit(t.Context(), lin, engine.Submission{Flow: "budget", Record: r.ID})
					if err != nil {
						t.Error(err)
						return
					}
					if in, err = h.Decide(t.Context(), chen, engine.Verdict{Task: h.TaskOf(chen, in.ID), Outcome: "approved"}); err != nil || in.Status != machine.Approved {
						t.Error(in.Status, err)
					}
				}
			})
		}
		together(all...)
		p := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), lin, engine.InstancesAsked{Status: []machine.Status{machine.Approved}}))
		if p.Total != 96 {
			t.Errorf("%d approved instances, want 96", p.Total)
		}
	})
}

// TestTheSameRecordTwiceAtOnce: of two submissions of one record, one holds it and the other is told so.
func TestTheSameRecordTwiceAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		contract := h.Add(lin, "contract", values{"title": "Lease"})
		var errs [2]error
		together(
			func() {
				_, errs[0] = h.Submit(t.Context(), lin, engine.Submission{Flow: "plain", Record: contract})
			},
			func() {
				_, errs[1] = other.Submit(t.Context(), gao, engine.Submission{Flow: "plain", Record: contract})
			},
		)
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("%v and %v, want one of them refused", errs[0], errs[1])
		}
		for _, err := range errs {
			if err != nil {
				refused(t, err, fault.Conflict, "record_locked")
			}
		}
	})
}

func decide(t *testing.T, h *enginetest.House, who, task string) {
	t.Helper()
	if _, err := h.Decide(t.Context(), who, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved}); err != nil {
		t.Errorf("%s: %v", who, err)
	}
}

// together runs all at once and waits for them.
func together(all ...func()) {
	var wait sync.WaitGroup
	begin := make(chan struct{})
	for _, f := range all {
		wait.Go(func() {
			<-begin
			f()
		})
	}
	close(begin)
	wait.Wait()
}
