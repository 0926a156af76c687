package engine_test

import (
	"sync"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// beside is a flow that has two sub-flows run over the record beside steps of its own: Chen signs, Fang fills in an opinion,
// and Chen is asked again.
func beside(h *enginetest.House) {
	h.Publish(review())
	h.Publish(enginetest.Flow("noting", "contract").
		Update("note", "", flow.Assign{Field: "serial", From: "record.title"}).
		Approve("finance", enginetest.By("post:finance"), enginetest.See("opinion", "edit")).
		End("end", flow.ResultApproved).Path("start", "note", "finance", "end"))
	h.Publish(enginetest.Flow("beside", "contract").Fork("fork").
		Subflow("one", "review").Subflow("two", "noting").
		Approve("sign", enginetest.By("post:sales_manager")).
		Approve("money", enginetest.By("post:finance"), enginetest.See("title", "edit")).
		Approve("again", enginetest.By("post:sales_manager")).Join("join").
		End("end", flow.ResultApproved).
		Path("start", "fork", "one", "join").Path("fork", "two", "join").Path("fork", "sign", "money", "again", "join", "end"))
}

// TestWhatAChildChangesCountsAtOnce: the parent and the other child stand on the new version before the child has ended.
func TestWhatAChildChangesCountsAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		beside(h)
		parent := h.Start(lin, "beside", h.Add(lin, "contract", values{"title": "frame"}), nil)
		work(t, h)
		parts := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent)).Parts
		task := func(who, in string) engine.TaskView {
			return ok[engine.TaskView](t)(h.Task(t.Context(), who, h.TaskOf(who, in)))
		}
		if v := task(chen, parent); v.Data != 2 || v.Form.Values["serial"] != "frame" {
			t.Fatalf("the second child noted something as it began; Chen stands on version %d: %v", v.Data, v.Form.Values)
		}
		settle(t, h, chen, parent, machine.OutcomeApproved, nil)

		before := task(fang, parts[1].Instance)
		settle(t, h, luo, parts[0].Instance, machine.OutcomeApproved, values{"opinion": "sound"})
		_, err := h.Decide(t.Context(), fang, engine.Verdict{Task: before.ID, Outcome: machine.OutcomeApproved, Seen: before.Data, Set: values{"opinion": "cheap"}})
		refused(t, err, fault.Conflict, "data_changed")
		money := task(fang, parent)
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), fang, engine.Verdict{Task: before.ID, Outcome: machine.OutcomeApproved, Seen: before.Data + 1, Set: values{"opinion": "cheap"}}))
		_, err = h.Decide(t.Context(), fang, engine.Verdict{Task: money.ID, Outcome: machine.OutcomeApproved, Seen: money.Data})
		refused(t, err, fault.Conflict, "data_changed")
		settle(t, h, fang, parent, machine.OutcomeApproved, nil)

		again := task(chen, parent)
		if again.Changed == nil || again.Changed.Since != 2 || len(again.Changed.Fields) != 1 || again.Changed.Fields[0].Key != "opinion" {
			t.Errorf("Chen, who agreed to version 2, is told of %+v", again.Changed)
		}
		settle(t, h, chen, parent, machine.OutcomeApproved, nil)
		work(t, h)
		if v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent)); v.Status != machine.Approved {
			t.Errorf("the parent is %s", v.Status)
		}
		for in, want := range map[string]int{parent: 4, parts[0].Instance: 3, parts[1].Instance: 4} {
			if n := intact(t, h, in); n != want {
				t.Errorf("%d versions in %s, want %d", n, in, want)
			}
		}
	})
}

// TestWhatAParentChangesItsChildrenStandOn: the version of a child is that of its parent's change.
func TestWhatAParentChangesItsChildrenStandOn(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		beside(h)
		parent := h.Start(lin, "beside", h.Add(lin, "contract", values{"title": "frame"}), nil)
		work(t, h)
		child := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent)).Parts[0].Instance
		settle(t, h, chen, parent, machine.OutcomeApproved, nil)
		looked := ok[engine.TaskView](t)(h.Task(t.Context(), luo, h.TaskOf(luo, child)))
		settle(t, h, fang, parent, machine.OutcomeApproved, values{"title": "frame 2"})
		_, err := h.Decide(t.Context(), luo, engine.Verdict{Task: looked.ID, Outcome: machine.OutcomeApproved, Seen: looked.Data})
		refused(t, err, fault.Conflict, "data_changed")
		versions := ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), lin, child))
		if last := versions[len(versions)-1]; !last.Intact || last.Values["title"] != "frame 2" || last.Node != "" {
			t.Errorf("the child's last version is %+v", last)
		}
	})
}

// intact counts the versions of the values in an instance, each of which is what its hash was taken of.
func intact(t *testing.T, h *enginetest.House, instance string) int {
	t.Helper()
	versions := ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), lin, instance))
	for _, v := range versions {
		if !v.Intact {
			t.Errorf("version %d of %s is not intact", v.Number, instance)
		}
	}
	return len(versions)
}

// TestSeveralChangeTheSharedRecordAtOnce: each change is a version of its own, for all of them.
func TestSeveralChangeTheSharedRecordAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		beside(h)
		for _, title := range []string{"one", "two", "three", "four", "five"} {
			parent := h.Start(lin, "beside", h.Add(lin, "contract", values{"title": title}), nil)
			work(t, h)
			settle(t, h, chen, parent, machine.OutcomeApproved, nil)
			parts := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, parent)).Parts
			tasks := map[string]engine.Verdict{
				luo:  {Task: h.TaskOf(luo, parts[0].Instance), Set: values{"opinion": "sound"}},
				fang: {Task: h.TaskOf(fang, parts[1].Instance), Set: values{"opinion": "cheap"}},
				"":   {Task: h.TaskOf(fang, parent), Set: values{"title": "frame 2"}},
			}
			var wait sync.WaitGroup
			for who, v := range tasks {
				wait.Go(func() {
					v.Outcome = machine.OutcomeApproved
					if who == "" {
						who = fang
					}
					if _, err := h.Decide(t.Context(), who, v); err != nil {
						t.Errorf("%s: %v", v.Task, err)
					}
				})
			}
			wait.Wait()
			if n := intact(t, h, parent); n != 5 {
				t.Errorf("%d versions in the parent, want 5", n)
			}
			intact(t, h, parts[0].Instance)
			intact(t, h, parts[1].Instance)
		}
	})
}
