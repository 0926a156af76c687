package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// deedOnce is a way to act on an instance of the flow "keyed", made ready for it.
type deedOnce struct {
	who   string
	ready func(t *testing.T, h *enginetest.House, in string) engine.Deed
}

// keyed asks Chen, who may do everything, and then, from the pool, Fang or Fei.
func keyed() *enginetest.Builder {
	return enginetest.Flow("keyed", "contract").
		Approve("first", enginetest.By("post:sales_manager")).
		Approve("second", enginetest.By("post:finance")).
		End("end", flow.ResultApproved).
		Path("start", "first", "second", "end").
		VoidedBy("plain")
}

// onTask readies a deed with the task of who does it.
func onTask(who string, d engine.Deed, before ...engine.Deed) deedOnce {
	return deedOnce{who, func(t *testing.T, h *enginetest.House, in string) engine.Deed {
		d.Task = h.TaskOf(chen, in)
		for _, b := range before {
			b.Task = d.Task
			doWithTask(t, h, chen, b)
		}
		return d
	}}
}

// onInstance readies a deed with the instance.
func onInstance(who string, d engine.Deed, before ...engine.Deed) deedOnce {
	return deedOnce{who, func(t *testing.T, h *enginetest.House, in string) engine.Deed {
		d.Instance = in
		for _, b := range before {
			b.Instance = in
			ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), admin, b))
		}
		return d
	}}
}

// inPool readies a deed with Fang's task of the pool.
func inPool(d engine.Deed, before ...engine.Doing) deedOnce {
	return deedOnce{fang, func(t *testing.T, h *enginetest.House, in string) engine.Deed {
		approve(t, h, chen, in)
		d.Task = h.TaskOf(fang, in)
		for _, do := range before {
			doWithTask(t, h, fang, engine.Deed{Task: d.Task, Do: do})
		}
		return d
	}}
}

var (
	asksFang  = engine.Deed{Do: engine.DoDelegate, People: []string{fang}}
	addsLuo   = engine.Deed{Do: engine.DoAddSigners, People: []string{luo}, Place: machine.PlaceBefore, Mode: flow.QuorumAll}
	suspends  = engine.Deed{Do: engine.DoSuspend, Comment: "The customer asked for a pause"}
	onceDeeds = []deedOnce{
		onTask(chen, engine.Deed{Do: engine.DoReturn, Node: "start", Comment: "The amount is wrong"}),
		onTask(chen, engine.Deed{Do: engine.DoTransfer, People: []string{gao}}),
		onTask(chen, asksFang),
		onTask(chen, engine.Deed{Do: engine.DoRecall}, asksFang),
		onTask(chen, addsLuo),
		onTask(chen, engine.Deed{Do: engine.DoRemoveSigners, People: []string{luo}}, addsLuo),
		onTask(admin, engine.Deed{Do: engine.DoReassign, People: []string{gao}, Comment: "on leave"}),
		inPool(engine.Deed{Do: engine.DoClaim}),
		inPool(engine.Deed{Do: engine.DoPutBack}, engine.DoClaim),
		{chen, func(t *testing.T, h *enginetest.House, in string) engine.Deed {
			d := engine.Deed{Do: engine.DoTakeBack, Task: h.TaskOf(chen, in)}
			approve(t, h, chen, in)
			return d
		}},
		onInstance(lin, engine.Deed{Do: engine.DoWithdraw}),
		onInstance(lin, engine.Deed{Do: engine.DoUrge}),
		onInstance(admin, suspends),
		onInstance(admin, engine.Deed{Do: engine.DoResume, Comment: "goes on"}, suspends),
		{admin, func(t *testing.T, h *enginetest.House, in string) engine.Deed {
			standing := ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in)).Standing
			return engine.Deed{Do: engine.DoJump, Instance: in, Activation: standing[0].Activation, Node: "second", Comment: "skipped"}
		}},
		{admin, func(t *testing.T, h *enginetest.House, in string) engine.Deed {
			ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), admin, in, "a mistake", ""))
			return engine.Deed{Do: engine.DoVoid, Instance: in, Comment: "signed by mistake"}
		}},
		{lin, func(t *testing.T, h *enginetest.House, in string) engine.Deed {
			approve(t, h, chen, in)
			approve(t, h, fang, in)
			return engine.Deed{Do: engine.DoAskVoid, Instance: in, Comment: "signed by mistake"}
		}},
	}
)

// TestEveryDeedIsDoneOnceWithOneKey: whatever is done, sent four times at the same moment through two copies with one key,
// it is done once, and everybody is answered as the first.
func TestEveryDeedIsDoneOnceWithOneKey(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		h.Publish(plain("plain"))
		h.Publish(keyed())
		for _, once := range onceDeeds {
			in := h.Start(lin, "keyed", h.Add(lin, "contract", values{"title": "Lease"}), nil)
			d := once.ready(t, h, in)
			d.Key = "pressed"
			revision := ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in)).Revision
			press := func(through *enginetest.House) func() {
				do := through.DoWithTask
				if d.Task == "" {
					do = through.DoWithInstance
				}
				return func() {
					if info, err := do(t.Context(), once.who, d); err != nil || info.ID != in {
						t.Errorf("%s: answered %s, %v", d.Do, info.ID, err)
					}
				}
			}
			together(press(h), press(other), press(h), press(other))
			v := ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in))
			if v.Revision != revision+1 {
				t.Errorf("%s: done %d times", d.Do, v.Revision-revision)
			}
		}
	})
}

// TestEveryOtherCommandIsDoneOnceWithOneKey: deciding, ending, writing to the thread and repairing likewise.
func TestEveryOtherCommandIsDoneOnceWithOneKey(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		h.Publish(plain("plain"))
		h.Publish(keyed())
		start := func() string { return h.Start(lin, "keyed", h.Add(lin, "contract", values{"title": "Lease"}), nil) }
		revision := func(in string) int64 { return ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in)).Revision }
		twice := func(what string, do func(e *engine.Engine) error) {
			press := func(e *engine.Engine) func() {
				return func() {
					if err := do(e); err != nil {
						t.Errorf("%s: %v", what, err)
					}
				}
			}
			together(press(h.Engine), press(other.Engine), press(h.Engine), press(other.Engine))
		}

		in := start()
		v := engine.Verdict{Task: h.TaskOf(chen, in), Outcome: machine.OutcomeApproved, Key: "k"}
		twice("decide", func(e *engine.Engine) error { _, err := e.Decide(t.Context(), chen, v); return err })
		if n := revision(in); n != 2 {
			t.Errorf("decided %d times", n-1)
		}

		in = start()
		twice("terminate", func(e *engine.Engine) error {
			_, err := e.Terminate(t.Context(), admin, in, "a mistake", "end it")
			return err
		})
		if n := revision(in); n != 2 {
			t.Errorf("ended %d times", n-1)
		}

		in = start()
		said := engine.Saying{Instance: in, Words: "Is that the old price?", Key: "k"}
		twice("say", func(e *engine.Engine) error { _, err := e.Say(t.Context(), lin, said); return err })
		if thread := ok[engine.ThreadView](t)(h.Thread(t.Context(), lin, in)); len(thread.Messages) != 1 {
			t.Errorf("said %d times", len(thread.Messages))
		}

		h.Publish(enginetest.Flow("field", "contract").
			Approve("check", enginetest.By("field:reviewer"), enginetest.Blocked).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		repairs := map[string]func(*engine.Engine, engine.Repair) error{
			"retry": func(e *engine.Engine, r engine.Repair) error {
				_, err := e.Retry(t.Context(), admin, r)
				return err
			},
			"assign": func(e *engine.Engine, r engine.Repair) error {
				r.People = []string{chen}
				_, err := e.Assign(t.Context(), admin, r)
				return err
			},
		}
		for name, repair := range repairs {
			in = h.Start(lin, "field", h.Add(lin, "contract", values{"title": "Nobody"}), nil)
			r := engine.Repair{Instance: in, Reason: "mended", Key: name}
			r.Incident = ok[engine.InstanceView](t)(h.Instance(t.Context(), admin, in)).Incidents[0].ID
			twice(name, func(e *engine.Engine) error { return repair(e, r) })
			if n := revision(in); n != 2 {
				t.Errorf("%s: done %d times", name, n-1)
			}
		}
	})
}
