package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
)

func TestListsAreNotFoundByWhatTheyHide(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("blind", "contract").
		Approve("check", enginetest.By("post:finance"), enginetest.See("title", "hidden")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	h.Publish(enginetest.Flow("seeing", "contract").
		Approve("check", enginetest.By("post:finance")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	blind := h.Start(lin, "blind", h.Add(lin, "contract", values{"title": "Harbour lease"}), nil)
	seeing := h.Start(wu, "seeing", h.Add(wu, "contract", values{"title": "Harbour crane"}), nil)

	find := func(who string, f engine.Finding) (found []string) {
		t.Helper()
		for _, task := range ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), who, engine.TasksAsked{Finding: f})).Items {
			found = append(found, task.Instance)
		}
		return found
	}
	for _, c := range []struct {
		search string
		want   []string
	}{
		{"harbour", []string{seeing}},
		{"林小雨", []string{blind}},
		{"lin xiao", []string{blind}},
		{"", []string{blind, seeing}},
	} {
		if got := find(fang, engine.Finding{Search: c.search}); len(got) != len(c.want) || got[0] != c.want[0] {
			t.Errorf("%q finds %v, want %v", c.search, got, c.want)
		}
	}
	mine := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), lin, engine.InstancesAsked{Finding: engine.Finding{Search: "harbour"}}))
	if mine.Total != 1 || mine.Items[0].ID != blind {
		t.Errorf("Lin finds %+v", mine.Items)
	}
	involved := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), fang, engine.InstancesAsked{Scope: engine.ScopeInvolved, Finding: engine.Finding{Search: "harbour"}}))
	if involved.Total != 1 || involved.Items[0].ID != seeing {
		t.Errorf("Fang finds %+v", involved.Items)
	}
	day := h.Clock.Now().Format("2006-01-02")
	if got := find(fang, engine.Finding{From: day, To: day}); len(got) != 2 {
		t.Errorf("of today: %v", got)
	}
	if got := find(fang, engine.Finding{To: "2020-01-01"}); len(got) != 0 {
		t.Errorf("of long ago: %v", got)
	}
	_, err := h.Tasks(t.Context(), fang, engine.TasksAsked{Finding: engine.Finding{From: "yesterday"}})
	refused(t, err, fault.Invalid, "bad_values")
	_, err = h.Tasks(t.Context(), fang, engine.TasksAsked{Sort: "title"})
	refused(t, err, fault.Invalid, "bad_input")
}

func TestWhatIsUnread(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	task := h.TaskOf(chen, in)
	unread := func(who string) engine.Unread { return ok[engine.Unread](t)(h.Unread(t.Context(), who)) }
	if got := unread(chen); got != (engine.Unread{Open: 1, Tasks: 1}) {
		t.Errorf("before: %+v", got)
	}
	refused(t, h.SeenTask(t.Context(), wu, task), fault.NotFound, "no_such_task")
	refused(t, h.SeenTask(t.Context(), chen, "forged.k1"), fault.NotFound, "no_such_task")
	if err := h.SeenTask(t.Context(), chen, task); err != nil {
		t.Fatal(err)
	}
	if got := unread(chen); got != (engine.Unread{Open: 1}) {
		t.Errorf("after: %+v", got)
	}
	tasks := ok[engine.Page[engine.TaskInfo]](t)(h.Tasks(t.Context(), chen, engine.TasksAsked{}))
	if tasks.Items[0].SeenAt.IsZero() {
		t.Error("the list does not say that it was seen")
	}
}

// TestACopyShowsWhatTheStartShows: who has a copy may look and not act, and sees no more than the start shows.
func TestACopyShowsWhatTheStartShows(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("copied", "contract").
		Form(enginetest.Fields("margin", "hidden", "title", "edit")).
		Approve("check", enginetest.By("post:finance")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	contract := h.Add(lin, "contract", values{"title": "Lease", "margin": secret})
	in := h.Start(lin, "copied", contract, nil)
	_, err := h.Instance(t.Context(), luo, in)
	refused(t, err, fault.NotFound, "no_such_instance")

	if err := h.Store.DeliverCopy(t.Context(),
		engine.CopyRow{ID: in + ".j9", Instance: in, Person: luo, At: h.Clock.Now(), Node: "check", When: flow.CopyEntered}, engine.NoticeRow{ID: in + ".j9", Instance: in, At: h.Clock.Now()}); err != nil {
		t.Fatal(err)
	}
	v := ok[engine.InstanceView](t)(h.Instance(t.Context(), luo, in))
	if v.Record.Title != "Lease" || v.Copy == nil || v.Copy.When != flow.CopyEntered || len(v.MyTasks) != 0 {
		t.Errorf("Luo sees %+v", v.InstanceInfo)
	}
	list := ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), luo, engine.InstancesAsked{Scope: engine.ScopeCopied}))
	if list.Total != 1 || list.Items[0].Copy == nil || !list.Items[0].Copy.ReadAt.IsZero() {
		t.Errorf("copies: %+v", list)
	}
	if got := ok[engine.Unread](t)(h.Unread(t.Context(), luo)); got.Copies != 1 {
		t.Errorf("unread: %+v", got)
	}
	if err := h.ReadCopies(t.Context(), luo, []string{in}); err != nil {
		t.Fatal(err)
	}
	if got := ok[engine.Unread](t)(h.Unread(t.Context(), luo)); got.Copies != 0 {
		t.Errorf("unread after reading: %+v", got)
	}
	_, err = h.Decide(t.Context(), luo, engine.Verdict{Task: h.TaskOf(fang, in), Outcome: "approved"})
	refused(t, err, fault.NotFound, "no_such_task")
}

// TestTheHistoryNamesWhoGotACopy: also where they have nothing else to do with the request.
func TestTheHistoryNamesWhoGotACopy(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("told", "contract").
		Approve("check", enginetest.By("post:finance"), func(a *flow.Approve) {
			a.Copy = []flow.Copy{{At: flow.CopyEntered, To: enginetest.By("person:" + luo)}}
		}).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "told", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	v := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in))
	if name := v.People[luo].Name; name.EN == "" {
		t.Errorf("the history names %v, not %s", v.People, luo)
	}
}

// TestACopyIsNotFoundByATitleThatTheStartHides: nor does its line in the list show it.
func TestACopyIsNotFoundByATitleThatTheStartHides(t *testing.T) {
	wantUntitledCopy(t, enginetest.Flow("closed", "contract").Form(enginetest.Fields("title", "hidden")))
}

// TestACopyIsNotFoundByATitleThatCopiesHide: what the flow says of copies counts as what the start says.
func TestACopyIsNotFoundByATitleThatCopiesHide(t *testing.T) {
	wantUntitledCopy(t, enginetest.Flow("closed", "contract").CopyFields("title", "hidden"))
}

func wantUntitledCopy(t *testing.T, f *enginetest.Builder) {
	t.Helper()
	h := enginetest.New(t)
	h.Publish(f.
		Approve("check", enginetest.By("post:finance")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "closed", h.Add(lin, "contract", values{"title": "Zanzibar"}), nil)
	row := engine.CopyRow{ID: in + ".j9", Instance: in, Person: luo, At: h.Clock.Now(), Node: "check", When: flow.CopyEntered}
	if err := h.Store.DeliverCopy(t.Context(), row, engine.NoticeRow{ID: row.ID, Instance: in, At: row.At}); err != nil {
		t.Fatal(err)
	}
	copies := func(search string) []engine.InstanceInfo {
		asked := engine.InstancesAsked{Scope: engine.ScopeCopied, Finding: engine.Finding{Search: search}}
		return ok[engine.Page[engine.InstanceInfo]](t)(h.Instances(t.Context(), luo, asked)).Items
	}
	if all := copies(""); len(all) != 1 || all[0].Record.Title != "" {
		t.Errorf("the list shows %+v", all)
	}
	if found := copies("zanzi"); len(found) != 0 {
		t.Errorf("found is %+v", found)
	}
	if v := ok[engine.InstanceView](t)(h.Instance(t.Context(), luo, in)); v.Record.Title != "" {
		t.Errorf("the instance is titled %q", v.Record.Title)
	}
}

// TestDaysThatNoDatabaseKeeps are refused, not asked for.
func TestDaysThatNoDatabaseKeeps(t *testing.T) {
	h := enginetest.New(t)
	for _, f := range []engine.Finding{{From: "0000-01-01"}, {To: "9999-12-31"}} {
		_, err := h.Tasks(t.Context(), fang, engine.TasksAsked{Finding: f})
		refused(t, err, fault.Invalid, "bad_values")
	}
}

// TestWhoSentItSeesWhoHasReadTheirCopy: who is in charge and admins, and nobody else; what is sent on other values is unread
// again.
func TestWhoSentItSeesWhoHasReadTheirCopy(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		copyTo := func(a *flow.Approve) {
			a.Copy = []flow.Copy{{At: flow.CopyEntered, To: append(enginetest.By("person:"+luo), enginetest.By("person:"+he)...)}}
		}
		h.Publish(enginetest.Flow("copied", "contract").
			Approve("check", enginetest.By("post:finance"), enginetest.Quorum(flow.QuorumAny), copyTo, enginetest.See("amount", "edit")).
			Approve("again", enginetest.By("post:finance"), enginetest.Quorum(flow.QuorumAny), copyTo).
			End("end", flow.ResultApproved).Path("start", "check", "again", "end"))
		in := h.Start(lin, "copied", h.Add(lin, "contract", values{"title": "Lease", "amount": "10.00"}), nil)
		deliverAll(t, h)
		want := func(when, who, read string, data int) {
			t.Helper()
			got := ""
			for _, r := range ok[engine.InstanceView](t)(h.Instance(t.Context(), who, in)).Receipts {
				if !r.ReadAt.IsZero() {
					got += r.Person + " "
				}
				if r.Data != data {
					t.Errorf("%s: a copy on version %d, want %d", when, r.Data, data)
				}
			}
			if got != read {
				t.Errorf("%s: %s sees that %q have read it, want %q", when, who, got, read)
			}
		}
		want("sent", lin, "", 1)
		if err := h.ReadCopies(t.Context(), luo, []string{in}); err != nil {
			t.Fatal(err)
		}
		want("read by one", lin, luo+" ", 1)
		want("read by one", admin, luo+" ", 1)
		for _, who := range []string{luo, he, fang} {
			if got := ok[engine.InstanceView](t)(h.Instance(t.Context(), who, in)).Receipts; len(got) != 0 {
				t.Errorf("%s sees %+v", who, got)
			}
		}
		ok[engine.InstanceInfo](t)(h.Decide(t.Context(), fang, engine.Verdict{Task: h.TaskOf(fang, in), Outcome: "approved", Set: values{"amount": "20.00"}}))
		deliverAll(t, h)
		want("sent on other values", lin, "", 2)
	})
}
