package engine_test

import (
	"context"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// urgesOfChen are the reminders that chen was given.
func urgesOfChen(t *testing.T, h *enginetest.House) []engine.NoticeInfo {
	t.Helper()
	var out []engine.NoticeInfo
	for _, n := range ok[engine.NoticeList](t)(h.Notices(t.Context(), chen)).Items {
		if n.Kind == machine.NoticeUrge {
			out = append(out, n)
		}
	}
	return out
}

func urge(t *testing.T, h *enginetest.House, who, in string) {
	t.Helper()
	ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), who, engine.Deed{Instance: in, Do: engine.DoUrge}))
}

func TestUrgesOfOnePersonAreOneNotice(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		var ins []string
		for range 3 {
			ins = append(ins, h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil))
		}
		urge(t, h, lin, ins[0])
		deliverAll(t, h)
		first := urgesOfChen(t, h)
		if len(first) != 1 || first[0].Task == "" || len(first[0].Tasks) != 0 {
			t.Fatalf("after one: %+v", first)
		}
		if err := h.ReadNotices(t.Context(), chen, nil); err != nil {
			t.Fatal(err)
		}
		urge(t, h, lin, ins[1])
		urge(t, h, admin, ins[2])
		deliverAll(t, h)
		deliverAll(t, h)
		merged := urgesOfChen(t, h)
		if len(merged) != 1 || len(merged[0].Tasks) != 3 || merged[0].Title.EN != "Reminder: 3 tasks wait for you" || !merged[0].ReadAt.IsZero() {
			t.Fatalf("after three: %+v", merged)
		}
		h.Clock.Add(24 * time.Hour)
		urge(t, h, lin, ins[1])
		deliverAll(t, h)
		if again := urgesOfChen(t, h); len(again) != 2 || len(again[0].Tasks) != 0 {
			t.Errorf("a day later: %+v", again)
		}
	})
}

func TestNobodyIsUrgedInQuietHoursNorWhileItIsSuspended(t *testing.T) {
	h := enginetest.New(t)
	ticking := func() time.Time { // as clocks do: later each time that it is looked at
		h.Clock.Add(time.Microsecond)
		return h.Clock.Now()
	}
	e := enginetest.Beside(t, h.Store, engine.Options{Now: ticking, Calendar: china2026(t)})
	h.Publish(plain("plain"))
	setClock(t, h, "2026-03-03 10:00") // a Tuesday; the company's clock shows eight hours less
	if err := e.SetQuiet(t.Context(), chen, engine.Quiet{From: "01:30", Until: "06:15", Days: []int{3}}); err != nil {
		t.Fatal(err)
	}
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	other := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	deliver := func() {
		t.Helper()
		ok[int](t)(e.DeliverDue(t.Context(), "test", 100))
	}
	do := func(who string, d engine.Deed) {
		t.Helper()
		ok[engine.InstanceInfo](t)(e.DoWithInstance(t.Context(), who, d))
	}
	told := func(moment string, want int) {
		t.Helper()
		setClock(t, h, moment)
		deliver()
		if got := urgesOfChen(t, h); len(got) != want {
			t.Errorf("%s: urged %d times, want %d: %+v", moment, len(got), want, got)
		}
	}
	do(lin, engine.Deed{Instance: in, Do: engine.DoUrge})
	do(lin, engine.Deed{Instance: other, Do: engine.DoUrge})
	told("2026-03-03 10:01", 0)
	told("2026-03-03 14:14", 0)
	do(admin, engine.Deed{Instance: other, Do: engine.DoSuspend, Comment: "wait"})
	told("2026-03-03 14:15", 1) // of the one that is not suspended
	if one := urgesOfChen(t, h)[0]; len(one.Tasks) != 0 {
		t.Errorf("urged about what is suspended: %+v", one)
	}
	do(admin, engine.Deed{Instance: other, Do: engine.DoResume, Comment: "go on"})
	deliver() // at once
	if got := urgesOfChen(t, h); len(got) != 1 || len(got[0].Tasks) != 2 {
		t.Errorf("after it was resumed: %+v", got)
	}
	// A reminder of the evening before a day off waits until the day after, behind its quiet hours.
	setClock(t, h, "2026-03-10 17:00")
	if err := e.SetQuiet(t.Context(), chen, engine.Quiet{From: "08:00", Until: "02:30", Days: []int{3}}); err != nil {
		t.Fatal(err)
	}
	do(lin, engine.Deed{Instance: in, Do: engine.DoUrge})
	told("2026-03-11 11:00", 1)
	told("2026-03-12 10:29", 1)
	told("2026-03-12 10:30", 2)
	// What is done meanwhile is not urged about.
	setClock(t, h, "2026-03-16 17:00")
	do(lin, engine.Deed{Instance: in, Do: engine.DoUrge})
	approve(t, h, chen, in)
	told("2026-03-19 11:00", 2)
}

// worded gives every reminder that waits words of its own.
type worded struct{ engine.Store }

func (w worded) ClaimJobs(ctx context.Context, owner string, now time.Time, lease time.Duration, n int) ([]engine.OutboxJob, error) {
	jobs, err := w.Store.ClaimJobs(ctx, owner, now, lease, n)
	for i := range jobs {
		if notice := &jobs[i].Job.Notice; notice.Kind == machine.NoticeUrge {
			notice.Title = text.T("请尽快", "Please hurry")
		}
	}
	return jobs, err
}

// TestAnUrgeWithWordsOfItsOwnIsDelivered: as any other, while the task is open.
func TestAnUrgeWithWordsOfItsOwnIsDelivered(t *testing.T) {
	h := enginetest.New(t)
	e := enginetest.Beside(t, worded{h.Store}, engine.Options{Now: h.Clock.Now})
	h.Publish(plain("plain"))
	urge(t, h, lin, h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil))
	ok[int](t)(e.DeliverDue(t.Context(), "test", 100))
	if got := urgesOfChen(t, h); len(got) != 1 || got[0].Title.EN != "Please hurry" {
		t.Errorf("urged %+v", got)
	}
}

func TestQuietHoursThatCannotBeAreRefused(t *testing.T) {
	h := enginetest.New(t)
	e := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now, Calendar: china2026(t)})
	for _, q := range []engine.Quiet{
		{From: "22:00"}, {From: "25:00", Until: "08:00"}, {From: "8:00", Until: "09:00"}, {From: "08:00", Until: "08:00"},
		{Days: []int{1, 2, 3, 4, 5, 6, 7}}, {Days: []int{0}}, {Days: []int{8}},
		{Days: []int{1, 2, 3, 4, 5}}, {From: "22:00", Until: "15:00"}, // all working time: the clock is UTC, the calendar that of Shanghai
	} {
		refused(t, e.SetQuiet(t.Context(), chen, q), fault.Invalid, "bad_values")
	}
	want := engine.Quiet{From: "22:00", Until: "08:00", Days: []int{6, 7}}
	if err := h.SetQuiet(t.Context(), chen, engine.Quiet{From: "22:00", Until: "08:00", Days: []int{7, 6, 7}}); err != nil {
		t.Fatal(err)
	}
	if got := ok[engine.QuietView](t)(h.Quiet(t.Context(), chen)); got.From != want.From || got.Until != want.Until || len(got.Days) != 2 {
		t.Errorf("kept as %+v", got)
	}
	if got := ok[engine.QuietView](t)(h.Quiet(t.Context(), wu)); got.From != "" {
		t.Errorf("somebody else has %+v", got)
	}
}

func TestWhoHasACopyUrgesWhereTheFlowSaysSo(t *testing.T) {
	h := enginetest.New(t)
	copyTo := func(a *flow.Approve) { a.Copy = []flow.Copy{{At: flow.CopyEntered, To: enginetest.By("person:" + he)}} }
	for _, may := range []bool{false, true} {
		key := map[bool]string{false: "closed", true: "open"}[may]
		f := enginetest.Flow(key, "contract").Approve("check", enginetest.By("post:finance"), copyTo).
			End("end", flow.ResultApproved).Path("start", "check", "end")
		if may {
			f.CopiesUrge()
		}
		h.Publish(f)
		in := h.Start(lin, key, h.Add(lin, "contract", values{"title": "Lease"}), nil)
		deliverAll(t, h)
		can := ok[engine.InstanceView](t)(h.Instance(t.Context(), he, in)).Can
		if offered := len(can) == 1 && can[0] == string(engine.DoUrge); offered != may {
			t.Errorf("%s: offered %v", key, can)
		}
		deed := engine.Deed{Instance: in, Do: engine.DoUrge}
		_, err := h.DoWithInstance(t.Context(), he, deed)
		if !may {
			refused(t, err, fault.Forbidden, "not_yours_to_urge")
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		_, err = h.DoWithInstance(t.Context(), fang, deed) // is asked, and has no copy
		refused(t, err, fault.Forbidden, "not_yours_to_urge")
		_, err = h.DoWithInstance(t.Context(), lin, deed) // one limiter for all
		refused(t, err, fault.Refused, "urged_recently")
	}
}
