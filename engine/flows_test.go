package engine_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/check"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/store"
	"flowline/engine/text"
)

func TestWhoMayDrawAndPublish(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	ctx := t.Context()
	document, err := plain("plain").Definition().Encode()
	if err != nil {
		t.Fatal(err)
	}
	draws := map[string]func(who string) error{
		"begin": func(who string) error {
			_, err := h.NewFlow(ctx, who, engine.NewFlow{Name: text.T("", "x"), Record: "contract"})
			return err
		},
		"open":       func(who string) error { _, err := h.Draft(ctx, who, "plain"); return err },
		"save":       func(who string) error { _, err := h.SaveDraft(ctx, who, "plain", 99, document); return err },
		"check":      func(who string) error { _, err := h.Check(ctx, who, document); return err },
		"lay out":    func(who string) error { _, err := h.Layout(ctx, who, document); return err },
		"check rule": func(who string) error { _, err := h.CheckRule(ctx, who, "contract", "true", false); return err },
		"templates":  func(who string) error { _, err := h.Templates(ctx, who); return err },
		"draw":       func(who string) error { _, err := h.DraftDiagram(ctx, who, "plain", engine.Drawing{}); return err },
	}
	for name, do := range draws {
		for _, who := range []string{lin, gao} {
			if err := do(who); fault.ReasonOf(err) != "key_user_only" {
				t.Errorf("%s by staff: %v", name, err)
			}
		}
		for _, who := range []string{keyUser, admin} {
			if err := do(who); err != nil && fault.ReasonOf(err) != "draft_moved_on" {
				t.Errorf("%s by %s: %v", name, who, err)
			}
		}
	}
	for _, who := range []string{lin, keyUser} {
		_, err := h.Engine.Publish(ctx, who, "plain", 2, "first")
		refused(t, err, fault.Forbidden, "admin_only")
		refused(t, h.MakeCurrent(ctx, who, "plain", 1), fault.Forbidden, "admin_only")
	}
	// What is published is for everybody to read; what is only drawn is not.
	ok[engine.DraftView](t)(h.NewFlow(ctx, keyUser, engine.NewFlow{Key: "secret-plan", Name: text.T("", "Plan"), Record: "contract"}))
	for who, want := range map[string]int{lin: 1, keyUser: 4, admin: 4} {
		if list := ok[[]engine.FlowInfo](t)(h.Flows(ctx, who)); len(list) != want {
			t.Errorf("%s lists %d flows, want %d", who, len(list), want)
		}
	}
	ok[engine.VersionView](t)(h.Version(ctx, lin, "plain", 1))
	ok[[]byte](t)(h.VersionDiagram(ctx, lin, "plain", 1, engine.Drawing{Lang: text.English}))
	_, err = h.Version(ctx, lin, "plain", 2)
	refused(t, err, fault.NotFound, "no_such_version")
}

func TestStaffReadWhatIsPublishedAndNotWhatIsDrawn(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	d := plain("plain").Definition()
	d.Name = text.T("重组", "Reorganisation")
	draft := ok[engine.DraftView](t)(h.Draft(t.Context(), keyUser, "plain"))
	h.Clock.Add(time.Hour)
	ok[engine.DraftView](t)(h.SaveDraft(t.Context(), keyUser, "plain", draft.Revision, ok[[]byte](t)(d.Encode())))
	for who, want := range map[string]engine.FlowInfo{
		lin:     {Name: plain("plain").Definition().Name, UpdatedBy: engine.PersonRef{ID: admin}, UpdatedAt: draft.UpdatedAt},
		keyUser: {Name: d.Name, UpdatedBy: engine.PersonRef{ID: keyUser}, UpdatedAt: h.Clock.Now()},
	} {
		f := ok[[]engine.FlowInfo](t)(h.Flows(t.Context(), who))[0]
		if f.Name != want.Name || f.UpdatedBy.ID != want.UpdatedBy.ID || !f.UpdatedAt.Equal(want.UpdatedAt) {
			t.Errorf("%s lists %+v", who, f)
		}
	}
}

func TestKeysAreMadeFromNames(t *testing.T) {
	h := enginetest.New(t)
	for _, c := range []struct {
		name text.Text
		want string
	}{
		{text.T("合同审批", "Contract approval!"), "contract-approval"},
		{text.T("", "Contract  Approval"), "contract-approval-2"},
		{text.T("合同审批", ""), "contract-flow"},
		{text.T("报价", ""), "contract-flow-2"},
		{text.T("", "2nd try"), "flow-2nd-try"},
		{text.T("", strings.Repeat("long ", 30)), "long-long-long-long-long-long-long-long-long-long"},
	} {
		d := ok[engine.DraftView](t)(h.NewFlow(t.Context(), keyUser, engine.NewFlow{Name: c.name, Record: "contract"}))
		if d.Key != c.want || d.Definition.Key != c.want || d.Revision != 1 {
			t.Errorf("%v got key %s, want %s", c.name, d.Key, c.want)
		}
	}
	for name, c := range map[string]struct {
		n      engine.NewFlow
		code   fault.Code
		reason string
	}{
		"taken":           {engine.NewFlow{Key: "contract-flow", Name: text.T("", "x"), Record: "contract"}, fault.Conflict, "flow_key_taken"},
		"malformed":       {engine.NewFlow{Key: "../x", Name: text.T("", "x"), Record: "contract"}, fault.Invalid, "bad_input"},
		"no name":         {engine.NewFlow{Record: "contract"}, fault.Invalid, "bad_input"},
		"script in name":  {engine.NewFlow{Name: text.T("a\x07", ""), Record: "contract"}, fault.Invalid, "bad_input"},
		"no such type":    {engine.NewFlow{Name: text.T("", "x"), Record: "spaceship"}, fault.Invalid, "bad_input"},
		"no such pattern": {engine.NewFlow{Name: text.T("", "x"), Template: "none"}, fault.Invalid, "bad_input"},
	} {
		_, err := h.NewFlow(t.Context(), keyUser, c.n)
		t.Log(name)
		refused(t, err, c.code, c.reason)
	}
}

func TestAFlowBeginsFromATemplate(t *testing.T) {
	h := enginetest.NewWith(t, store.Options{}, engine.Options{Templates: []flow.Definition{plain("ready").Definition()}})
	list := ok[[]engine.Template](t)(h.Templates(t.Context(), keyUser))
	if len(list) != 1 || list[0].Key != "ready" || list[0].Record != "contract" {
		t.Fatalf("templates: %+v", list)
	}
	d := ok[engine.DraftView](t)(h.NewFlow(t.Context(), keyUser, engine.NewFlow{Name: text.T("我们的", "Ours"), Template: "ready"}))
	if d.Key != "ours" || d.Definition.Name.EN != "Ours" || len(d.Definition.Nodes) != 3 || d.Definition.Record != "contract" {
		t.Errorf("begun: %+v", d)
	}
	_, err := h.NewFlow(t.Context(), keyUser, engine.NewFlow{Name: text.T("", "Theirs"), Template: "ready", Record: "customer"})
	refused(t, err, fault.Invalid, "bad_input")
}

func TestSavingADraft(t *testing.T) {
	h := enginetest.New(t)
	d := ok[engine.DraftView](t)(h.NewFlow(t.Context(), keyUser, engine.NewFlow{Key: "drawn", Name: text.T("", "Drawn"), Record: "contract"}))
	document, err := plain("drawn").Definition().Encode()
	if err != nil {
		t.Fatal(err)
	}
	saved := ok[engine.DraftView](t)(h.SaveDraft(t.Context(), keyUser, "drawn", d.Revision, document))
	if saved.Revision != 2 || h.Published.Last("draft:drawn") != 2 {
		t.Errorf("saved at revision %d, published %d", saved.Revision, h.Published.Last("draft:drawn"))
	}
	for name, c := range map[string]struct {
		revision int64
		document string
		code     fault.Code
		reason   string
	}{
		"stale":           {1, string(document), fault.Conflict, "draft_moved_on"},
		"another key":     {2, strings.Replace(string(document), `"drawn"`, `"other"`, 1), fault.Invalid, "bad_input"},
		"an unknown word": {2, strings.Replace(string(document), `"record"`, `"recrod"`, 1), fault.Invalid, ""},
		"no json":         {2, "{", fault.Invalid, ""},
		"too big":         {2, `{"format":1,"name":{"en":"` + strings.Repeat("x", flow.MaxBytes) + `"}}`, fault.Invalid, ""},
	} {
		_, err := h.SaveDraft(t.Context(), keyUser, "drawn", c.revision, []byte(c.document))
		t.Log(name)
		if c.reason == "" {
			c.reason = fault.ReasonOf(err)
		}
		refused(t, err, c.code, c.reason)
	}
	_, err = h.SaveDraft(t.Context(), keyUser, "none", 1, []byte(strings.Replace(string(document), `"drawn"`, `"none"`, 1)))
	refused(t, err, fault.NotFound, "no_such_flow")
	now := ok[engine.DraftView](t)(h.Draft(t.Context(), keyUser, "drawn"))
	if now.Revision != 2 || len(now.Definition.Nodes) != 3 {
		t.Errorf("after refusals: revision %d with %d nodes", now.Revision, len(now.Definition.Nodes))
	}
}

func TestPublishing(t *testing.T) {
	h := enginetest.New(t)
	broken := enginetest.Flow("flawed", "contract").Approve("check", enginetest.By("post:nobody")).Path("start", "check").Definition()
	d := ok[engine.DraftView](t)(h.NewFlow(t.Context(), keyUser, engine.NewFlow{Key: "flawed", Name: broken.Name, Record: "contract"}))
	document, err := broken.Encode()
	if err != nil {
		t.Fatal(err)
	}
	d = ok[engine.DraftView](t)(h.SaveDraft(t.Context(), keyUser, "flawed", d.Revision, document))
	_, err = h.Engine.Publish(t.Context(), admin, "flawed", d.Revision, "first")
	refused(t, err, fault.Invalid, "flow_has_problems")
	problems := engine.ProblemsOf(fault.Wrap(err, "by way of a handler"))
	if len(problems) == 0 || problems[0].Severity != check.Error || problems[0].Remedy.EN == "" {
		t.Errorf("problems: %+v", problems)
	}
	if engine.ProblemsOf(fault.New(fault.Invalid, "x", text.Text{})) != nil {
		t.Errorf("problems of another error")
	}
	_, err = h.Engine.Publish(t.Context(), admin, "flawed", 1, "first")
	refused(t, err, fault.Conflict, "draft_moved_on")
	_, err = h.Engine.Publish(t.Context(), admin, "none", 1, "first")
	refused(t, err, fault.NotFound, "no_such_flow")
	if list := ok[[]engine.VersionView](t)(h.Versions(t.Context(), admin, "flawed")); len(list) != 0 {
		t.Errorf("refused versions: %+v", list)
	}
}

// TestTwoChartsMayNameTheirNodesAlike: what happens at a node of one flow does not touch the node of that id in another.
func TestTwoChartsMayNameTheirNodesAlike(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("one"))
		h.Publish(enginetest.Flow("two", "contract").
			Approve("check", enginetest.By("person:"+chen)).Approve("end", enginetest.By("person:"+luo)).End("last", flow.ResultApproved).
			Path("start", "check", "end", "last"))
		first := h.Start(lin, "one", h.Add(lin, "contract", values{"title": "A"}), nil)
		second := h.Start(lin, "two", h.Add(lin, "contract", values{"title": "B"}), nil)
		if done := approve(t, h, chen, first); done.Status != machine.Approved {
			t.Errorf("the first is %s", done.Status)
		}
		h.TaskOf(chen, second) // still his
		if next := approve(t, h, chen, second); next.Status != machine.Running {
			t.Errorf("the second is %s at the step that is an end in the first", next.Status)
		}
		h.TaskOf(luo, second)
	})
}

// TestAFlowThatIsClearedLeavesWhatRuns: nothing takes a published version away. Its canvas is emptied, and the version after
// it shares no step with it: what runs is listed, shows its own chart, and is decided.
func TestAFlowThatIsClearedLeavesWhatRuns(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "one"}), nil)
		draft := ok[engine.DraftView](t)(h.Draft(t.Context(), keyUser, "plain"))
		empty := draft.Definition
		empty.Nodes, empty.Edges = []flow.Node{}, []flow.Edge{}
		draft = ok[engine.DraftView](t)(h.SaveDraft(t.Context(), keyUser, "plain", draft.Revision, ok[[]byte](t)(empty.Encode())))
		_, err := h.Engine.Publish(t.Context(), admin, "plain", draft.Revision, "nothing")
		refused(t, err, fault.Invalid, "flow_has_problems")
		other := enginetest.Flow("plain", "contract").Approve("other", enginetest.By("post:finance")).
			End("close", flow.ResultApproved).Path("start", "other", "close").Definition()
		h.PublishNext(other, draft.Revision)

		mine := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), lin, engine.InstancesAsked{Flow: "plain"}))
		tasks := ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), chen, engine.TasksAsked{Flow: "plain"}))
		if mine.Total != 1 || mine.Items[0].ID != in || tasks.Total != 1 || tasks.Items[0].NodeName.Empty() {
			t.Errorf("listed are %+v and %+v", mine.Items, tasks.Items)
		}
		if v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in)); v.Version != 1 || !slices.ContainsFunc(v.Definition.Nodes, func(n flow.Node) bool { return n.ID == "check" }) {
			t.Errorf("it shows version %d: %+v", v.Version, v.Definition.Nodes)
		}
		if done := approve(t, h, chen, in); done.Status != machine.Approved {
			t.Errorf("it ends as %s", done.Status)
		}
	})
}

func TestRunningInstancesKeepTheirVersion(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	first := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "one"}), nil)
	d := ok[engine.DraftView](t)(h.Draft(t.Context(), keyUser, "plain"))
	v := h.PublishNext(enginetest.Flow("plain", "contract").
		Approve("check", enginetest.By("post:finance")).
		End("end", flow.ResultRejected).Path("start", "check", "end").Definition(), d.Revision)
	if v.Number != 2 || !v.Current {
		t.Fatalf("published %+v", v)
	}
	if again := ok[engine.VersionView](t)(h.Engine.Publish(t.Context(), admin, "plain", d.Revision+1, "first")); again.Number != 2 {
		t.Errorf("published the same twice, as version %d", again.Number)
	}
	second := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "two"}), nil)
	if err := h.MakeCurrent(t.Context(), admin, "plain", 1); err != nil {
		t.Fatal(err)
	}
	third := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "three"}), nil)
	refused(t, h.MakeCurrent(t.Context(), admin, "plain", 9), fault.NotFound, "no_such_version")

	for in, want := range map[string]int{first: 1, second: 2, third: 1} {
		if v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in)); v.Version != want {
			t.Errorf("runs version %d, want %d", v.Version, want)
		}
	}
	if done := approve(t, h, chen, first); done.Status != machine.Approved {
		t.Errorf("version 1 ends as %s", done.Status)
	}
	if done := approve(t, h, fang, second); done.Status != machine.Rejected {
		t.Errorf("version 2 ends as %s", done.Status)
	}
	list := ok[[]engine.VersionView](t)(h.Versions(t.Context(), lin, "plain"))
	if len(list) != 2 || list[0].Number != 2 || list[0].Current || !list[1].Current || list[1].Definition != nil {
		t.Errorf("versions: %+v", list)
	}
	if flows := ok[[]engine.FlowInfo](t)(h.Flows(t.Context(), lin)); flows[0].Running != 1 || flows[0].Current != 1 || flows[0].RecordName.EN != "Contract" {
		t.Errorf("flows: %+v", flows)
	}
}

func TestRulesAreChecked(t *testing.T) {
	h := enginetest.New(t)
	for rule, good := range map[string]bool{
		"record.amount > 100000":            true,
		"record.customer.credit_score < 70": true,
		"record.amont > 1":                  false,
		"record.amount > old.amount":        false,
		"record.amount >":                   false,
		"record.title":                      false,
	} {
		issues, err := h.CheckRule(t.Context(), keyUser, "contract", rule, false)
		if err != nil || (len(issues) == 0) != good {
			t.Errorf("%s: %v %v", rule, issues, err)
		}
	}
	_, err := h.CheckRule(t.Context(), keyUser, "spaceship", "true", false)
	refused(t, err, fault.NotFound, "no_such_record_type")
}
