package engine_test

import (
	"slices"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/text"
)

// voiding is a flow that asks the lawyer whether a contract is to be void, and says so in the record.
func voiding() *enginetest.Builder {
	return enginetest.Flow("voiding", "contract").
		Approve("judge", enginetest.By("post:legal"), enginetest.See("title", "read", "amount", "hidden")).
		Update("mark", "", flow.Assign{Field: "opinion", Value: "void"}).
		End("end", flow.ResultApproved).
		Path("start", "judge", "mark", "end")
}

// approved is a contract of Lin's that Chen has approved, by a flow whose voiding wants an approval.
func approved(t *testing.T, h *enginetest.House) (instance, record string) {
	t.Helper()
	h.Publish(voiding())
	h.Publish(plain("signed").VoidedBy("voiding"))
	record = h.Add(lin, "contract", values{"title": "Lease", "amount": "10"})
	instance = h.Start(lin, "signed", record, nil)
	approve(t, h, chen, instance)
	return instance, record
}

func seen(t *testing.T, h *enginetest.House, who, instance string) engine.InstanceView {
	t.Helper()
	return ok[engine.InstanceView](t)(h.Instance(t.Context(), who, instance))
}

func askVoid(t *testing.T, h *enginetest.House, who, instance string) (request string) {
	t.Helper()
	ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), who, engine.Deed{Instance: instance, Do: engine.DoAskVoid, Comment: "signed by mistake"}))
	return seen(t, h, who, instance).Voiding.Instance
}

// TestVoidingMayWantAnApproval: whoever submitted asks, those whom the named flow asks decide, and only their yes makes it void.
func TestVoidingMayWantAnApproval(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		in, contract := approved(t, h)
		if can := seen(t, h, lin, in).Can; !slices.Contains(can, "ask_void") {
			t.Fatalf("Lin may %v", can)
		}
		if can := seen(t, h, admin, in).Can; !slices.Contains(can, "ask_void") || slices.Contains(can, "void") {
			t.Fatalf("an admin may %v", can)
		}
		_, err := h.DoWithInstance(t.Context(), admin, engine.Deed{Instance: in, Do: engine.DoVoid, Comment: "signed by mistake"})
		refused(t, err, fault.Refused, "void_wants_approval")
		_, err = h.DoWithInstance(t.Context(), chen, engine.Deed{Instance: in, Do: engine.DoAskVoid, Comment: "signed by mistake"})
		refused(t, err, fault.Forbidden, "not_yours_to_void")
		_, err = h.DoWithInstance(t.Context(), wu, engine.Deed{Instance: in, Do: engine.DoAskVoid, Comment: "signed by mistake"})
		refused(t, err, fault.NotFound, "no_such_instance")
		_, err = h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoAskVoid, Comment: " "})
		refused(t, err, fault.Invalid, "comment_required")

		request := askVoid(t, h, lin, in)
		asked := seen(t, h, lin, in)
		if v := asked.Voiding; asked.Status != machine.Approved || v == nil || v.Status != machine.Running || slices.Contains(asked.Can, "ask_void") {
			t.Fatalf("asked about, it is %s, the request is %+v, Lin may %v", asked.Status, v, asked.Can)
		}
		if last := asked.Timeline[len(asked.Timeline)-1]; last.Type != machine.EntryVoidAsked || last.By != lin || last.Comment != "signed by mistake" {
			t.Errorf("the history says %+v", last)
		}
		if r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract)); r.LockedBy != request {
			t.Errorf("meanwhile the record is held by %q", r.LockedBy)
		}
		settle(t, h, luo, request, machine.OutcomeApproved, nil)
		work(t, h)
		r := ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", contract))
		v := seen(t, h, lin, in)
		if v.Status != machine.Voided || v.Voiding.Status != machine.Approved || r.LockedBy != "" || r.Values["opinion"] != "void" {
			t.Errorf("approved, it is %s (%+v), the record %v held by %q", v.Status, v.Voiding, r.Values, r.LockedBy)
		}
		_, err = h.DoWithInstance(t.Context(), admin, engine.Deed{Instance: request, Do: engine.DoVoid, Comment: "again"})
		refused(t, err, fault.Refused, "void_of_void")
	})
}

// TestWhoJudgesAVoidingSeesWhatItIsAbout: the instance, of its record what their step shows, and no more.
func TestWhoJudgesAVoidingSeesWhatItIsAbout(t *testing.T) {
	h := enginetest.New(t)
	in, _ := approved(t, h)
	_, err := h.Instance(t.Context(), luo, in)
	refused(t, err, fault.NotFound, "no_such_instance")
	request := askVoid(t, h, admin, in)
	v := seen(t, h, luo, request)
	if v.Voids == nil || v.Voids.Instance != in || v.Voids.FlowName.EN != "Flow signed" || v.Voids.Status != machine.Approved || v.PartOf != nil {
		t.Fatalf("the request is about %+v, part of %+v", v.Voids, v.PartOf)
	}
	if first := v.Timeline[0]; first.Comment != "signed by mistake" {
		t.Errorf("it begins with %+v", first)
	}
	if of := seen(t, h, luo, in); of.Record.Title != "Lease" || of.Voiding.Instance != request {
		t.Errorf("Luo sees %q, asked about by %+v", of.Record.Title, of.Voiding)
	}
	versions := ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), luo, in))
	if _, hidden := versions[0].Values["amount"]; hidden || versions[0].Values["title"] != "Lease" || versions[0].Hash != "" {
		t.Errorf("of the values Luo sees %+v", versions[0])
	}
	if of := seen(t, h, lin, in); of.Voiding == nil || of.Voiding.Instance == "" {
		t.Errorf("Lin, whose contract it is, sees %+v", of.Voiding)
	}
	if of := seen(t, h, chen, in); of.Voiding == nil || of.Voiding.Status != machine.Running {
		t.Errorf("Chen, who approved it, sees %+v", of.Voiding)
	}
}

// TestWhoJudgedAVoidingSeesItFurther, whoever is asked about the same later: the fields that their own step shows.
func TestWhoJudgedAVoidingSeesItFurther(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		in, _ := approved(t, h)
		settle(t, h, luo, askVoid(t, h, lin, in), machine.OutcomeRejected, nil)
		work(t, h)
		h.Publish(enginetest.Flow("voiding", "contract").
			Approve("judge", enginetest.By("post:finance"), enginetest.See("title", "hidden")).
			End("end", flow.ResultApproved).Path("start", "judge", "end"))
		for range 2 {
			settle(t, h, fang, askVoid(t, h, lin, in), machine.OutcomeRejected, nil)
			work(t, h)
			if v := seen(t, h, luo, in); v.Record.Title != "Lease" || v.Voiding.Instance != "" {
				t.Errorf("Luo sees %q, asked about by %+v", v.Record.Title, v.Voiding)
			}
			if v := ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), luo, in))[0].Values; v["title"] != "Lease" || v["amount"] != nil {
				t.Errorf("of the values Luo sees %+v", v)
			}
		}
		_, err := h.Instance(t.Context(), wu, in)
		refused(t, err, fault.NotFound, "no_such_instance")
	})
}

// TestWhoSubmittedHearsWhatOthersAskToVoid, and what comes of it; of what they asked themselves they hear by the request.
func TestWhoSubmittedHearsWhatOthersAskToVoid(t *testing.T) {
	h := enginetest.New(t)
	in, _ := approved(t, h)
	heard := func() (titles []text.Text) {
		t.Helper()
		deliverAll(t, h)
		for _, n := range ok[engine.NoticeList](t)(h.Notices(t.Context(), lin)).Items {
			if n.ReadAt.IsZero() && n.Instance == in {
				titles = append(titles, n.Title)
			}
		}
		if err := h.ReadNotices(t.Context(), lin, nil); err != nil {
			t.Fatal(err)
		}
		return titles
	}
	hears := func(when string, want ...text.Text) {
		t.Helper()
		if got := heard(); !slices.Equal(got, want) {
			t.Errorf("%s Lin hears %v, want %v", when, got, want)
		}
	}
	heard()
	name := ok[engine.Me](t)(h.Me(t.Context(), admin)).Name
	asked := text.T(name.ZH+" 申请作废：Lease", name.EN+" asks to declare void: Lease")
	request := askVoid(t, h, admin, in)
	hears("asked by an admin,", asked)
	settle(t, h, luo, request, machine.OutcomeRejected, nil)
	hears("refused,", text.T("作废申请没有通过：Lease", "Not declared void: Lease"))
	request = askVoid(t, h, lin, in)
	hears("having asked,")
	settle(t, h, luo, request, machine.OutcomeRejected, nil)
	hears("having asked and been refused,")
	request = askVoid(t, h, admin, in)
	hears("asked again,", asked)
	settle(t, h, luo, request, machine.OutcomeApproved, nil)
	hears("approved,", text.T("已作废：Lease", "Declared void: Lease"))
}

// TestAVoidingThatIsNotApprovedLeavesItAsItWas: rejected or withdrawn, and it may be asked again.
func TestAVoidingThatIsNotApprovedLeavesItAsItWas(t *testing.T) {
	h := enginetest.New(t)
	in, _ := approved(t, h)
	for _, end := range []struct {
		status machine.Status
		how    func(request string)
	}{
		{machine.Rejected, func(request string) { settle(t, h, luo, request, machine.OutcomeRejected, nil) }},
		{machine.Withdrawn, func(request string) {
			ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: request, Do: engine.DoWithdraw}))
		}},
		{machine.Terminated, func(request string) {
			ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), admin, request, "a mistake", ""))
		}},
	} {
		end.how(askVoid(t, h, lin, in))
		work(t, h)
		v := seen(t, h, lin, in)
		last := v.Timeline[len(v.Timeline)-1]
		if v.Status != machine.Approved || last.Type != machine.EntryVoidRefused || last.Data.Status != end.status || !slices.Contains(v.Can, "ask_void") {
			t.Errorf("%s: it is %s, the history says %+v, Lin may %v", end.status, v.Status, last, v.Can)
		}
	}
}

// TestAVoidingThatCannotBegin says why, and nothing is noted.
func TestAVoidingThatCannotBegin(t *testing.T) {
	h := enginetest.New(t)
	in, contract := approved(t, h)
	h.Publish(plain("later"))
	later := h.Start(lin, "later", contract, nil)
	_, err := h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoAskVoid, Comment: "signed by mistake"})
	refused(t, err, fault.Conflict, "record_locked")
	approve(t, h, chen, later)
	_, err = h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: later, Do: engine.DoAskVoid, Comment: "signed by mistake"})
	refused(t, err, fault.Refused, "void_without_approval")
	if v := seen(t, h, lin, in); v.Voiding != nil {
		t.Errorf("noted is %+v", v.Voiding)
	}
}

// TestAVoidingWhoseFlowCannotSave: that its flow takes a value that is taken is the flow's fault, and no reason to refuse whoever
// asks, who cannot mend it.
func TestAVoidingWhoseFlowCannotSave(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Add(lin, "contract", values{"title": "Another", "serial": "void"})
		h.Publish(enginetest.Flow("voiding", "contract").Update("mark", "", flow.Assign{Field: "serial", Value: "void"}).
			Approve("judge", enginetest.By("post:legal")).
			End("end", flow.ResultApproved).Path("start", "mark", "judge", "end"))
		h.Publish(plain("signed").VoidedBy("voiding"))
		in := h.Start(lin, "signed", h.Add(lin, "contract", values{"title": "Lease"}), nil)
		approve(t, h, chen, in)
		request := askVoid(t, h, lin, in)
		if v := seen(t, h, admin, request); v.Status != machine.Faulted || len(v.Incidents) != 1 || v.Incidents[0].Node != "mark" {
			t.Errorf("the request: %s, %+v", v.Status, v.Incidents)
		}
	})
}

// TestAVoidingByAFlowForOtherRecords: what was approved keeps to the version that it ran by, and the flow named there has
// become one for other records since.
func TestAVoidingByAFlowForOtherRecords(t *testing.T) {
	h := enginetest.New(t)
	in, _ := approved(t, h)
	h.Publish(plain("signed"))
	h.Publish(enginetest.Flow("voiding", "customer").Approve("judge", enginetest.By("post:legal")).
		End("end", flow.ResultApproved).Path("start", "judge", "end"))
	_, err := h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoAskVoid, Comment: "signed by mistake"})
	refused(t, err, fault.Refused, "no_void_flow")
	if s := seen(t, h, lin, in).Status; s != machine.Approved {
		t.Errorf("it is %s", s)
	}
}

// TestARequestToVoidIsAmongThoseThatOneStarted, for whoever asked: once, and for nobody else.
func TestARequestToVoidIsAmongThoseThatOneStarted(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		in, _ := approved(t, h)
		request := askVoid(t, h, lin, in)
		started := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), lin, engine.InstancesAsked{Scope: engine.ScopeMine}))
		if started.Total != 2 || len(started.Items) != 2 || started.Items[0].ID != request && started.Items[1].ID != request {
			t.Errorf("Lin started %+v", started)
		}
		if others := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), admin, engine.InstancesAsked{Scope: engine.ScopeMine})); others.Total != 0 {
			t.Errorf("an admin started %+v", others.Items)
		}
	})
}

// TestHavingAskedToVoidShowsNoTitle, in the list either, once the record is nothing of theirs any more: Lin has another superior.
func TestHavingAskedToVoidShowsNoTitle(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(voiding())
	h.Publish(enginetest.Flow("signed", "contract").Approve("a", enginetest.By("post:finance")).
		End("end", flow.ResultApproved).Path("start", "a", "end").VoidedBy("voiding"))
	in := h.Start(chen, "signed", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	settle(t, h, fang, in, machine.OutcomeApproved, nil)
	request := askVoid(t, h, chen, in)
	title := func() string {
		t.Helper()
		list := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), chen, engine.InstancesAsked{Scope: engine.ScopeMine})).Items
		at := slices.IndexFunc(list, func(i engine.InstanceInfo) bool { return i.ID == request })
		if at < 0 {
			t.Fatalf("it is not in the list: %+v", list)
		}
		return list[at].Record.Title
	}
	if said := title(); said != "Lease" {
		t.Errorf("over Lin the list says %q", said)
	}
	people := enginetest.Company().People
	lins := people[slices.IndexFunc(people, func(p org.Person) bool { return p.ID == lin })]
	lins.Manager, lins.Department = luo, "legal"
	ok[org.Person](t)(h.SavePerson(t.Context(), admin, lins))
	if said := title(); said != "" {
		t.Errorf("when nothing of Lin's is Chen's any more it says %q", said)
	}
}
