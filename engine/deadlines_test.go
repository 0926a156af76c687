package engine_test

import (
	"context"
	"io/fs"
	"testing"
	"time"

	"flowline/assets"
	"flowline/engine"
	"flowline/engine/calendar"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

var shanghai = time.FixedZone("Asia/Shanghai", 8*60*60)

// china2026 is an office week with the holidays and working weekends of that year.
func china2026(t *testing.T) *calendar.Calendar {
	t.Helper()
	file := ok[[]byte](t)(fs.ReadFile(assets.Calendars(), "cn-2026.json"))
	year := ok[calendar.Year](t)(calendar.ParseYear(file))
	return ok[*calendar.Calendar](t)(calendar.New(calendar.Office(shanghai), year))
}

// late is a step with a deadline and what happens around it.
func late(d flow.Deadline, due string, what ...flow.Late) func(*flow.Approve) {
	return func(a *flow.Approve) { a.Due, a.Deadline, a.Late = due, &d, what }
}

// setClock moves the clock to a moment in Shanghai.
func setClock(t *testing.T, h *enginetest.House, moment string) {
	t.Helper()
	to := ok[time.Time](t)(time.ParseInLocation("2006-01-02 15:04", moment, shanghai))
	h.Clock.Add(to.Sub(h.Clock.Now()))
}

// TestWorkingTimeKnowsTheHolidays: two working days given on the last Friday before the Spring Festival end after it, and a
// Saturday that is worked counts.
func TestWorkingTimeKnowsTheHolidays(t *testing.T) {
	h := enginetest.New(t)
	e := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now, Calendar: china2026(t)})
	h.Publish(enginetest.Flow("due", "contract").
		Approve("check", enginetest.By("post:sales_manager"), late(flow.Deadline{Count: flow.CountWork}, "P2D")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	for _, c := range []struct{ from, due string }{
		{"2026-02-13 15:00", "2026-02-24 15:00"}, // Friday; Saturday the 14th is worked, the 15th to the 23rd are off
		{"2026-03-06 15:00", "2026-03-10 15:00"}, // over a weekend like any other
		{"2026-09-18 16:00", "2026-09-21 16:00"}, // Sunday the 20th is worked
	} {
		setClock(t, h, c.from)
		in := ok[engine.InstanceInfo](t)(e.Submit(t.Context(), lin, engine.Submission{Flow: "due", Record: h.Add(lin, "contract", values{"title": "Lease"})}))
		task := ok[engine.TaskView](t)(e.Task(t.Context(), chen, h.TaskOf(chen, in.ID)))
		if due := task.Due.In(shanghai).Format("2006-01-02 15:04"); due != c.due {
			t.Errorf("given on %s it is due on %s, want %s", c.from, due, c.due)
		}
	}
}

// halting is a store whose program is killed when a timer's step is to be saved, or after it was.
type halting struct {
	engine.Store
	after bool
}

func (f halting) Commit(ctx context.Context, c engine.Commit) error {
	if f.after {
		if err := f.Store.Commit(ctx, c); err != nil {
			return err
		}
	}
	return errKilled
}

// TestTimeRunsOutOnceAndInOrder: whatever dies between firing and saving, and however long the program stood still, each
// thing happens once, in its order, and in nobody's name.
func TestTimeRunsOutOnceAndInOrder(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(enginetest.Flow("due", "contract").
			Approve("check", enginetest.By("post:sales_manager"), late(flow.Deadline{}, "P1D",
				flow.Late{After: "P1D", Do: flow.LateApprove}, flow.Late{Before: "PT4H", Do: flow.LateRemind}, flow.Late{Do: flow.LateRemind, Every: "PT12H", Times: 5})).
			End("end", flow.ResultApproved).Path("start", "check", "end"))
		for _, after := range []bool{false, true} {
			in := h.Start(lin, "due", h.Add(lin, "contract", values{"title": "Lease"}), nil)
			h.Clock.Add(7 * 24 * time.Hour)
			dead := ok[*engine.Engine](t)(engine.New(halting{h.Store, after}, engine.Options{Now: h.Clock.Now}))
			if _, err := dead.FireDue(t.Context(), "dead", 10); err != nil {
				t.Fatal(err)
			}
			h.Clock.Add(2 * time.Minute)
			for n := 1; n > 0; {
				n = ok[int](t)(h.FireDue(t.Context(), "next", 1))
			}
			view := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in))
			if view.Status != machine.Approved {
				t.Fatalf("it is %s", view.Status)
			}
			var told []machine.EntryType
			for _, entry := range view.Timeline {
				switch entry.Type {
				case machine.EntryUrged, machine.EntryTaskLate, machine.EntryTaskDecided:
					told = append(told, entry.Type)
				}
			}
			want := []machine.EntryType{machine.EntryUrged, machine.EntryTaskLate, machine.EntryTaskDecided}
			if len(told) != 3 || told[0] != want[0] || told[1] != want[1] || told[2] != want[2] {
				t.Errorf("killed after the commit %v: it is told %v, want %v", after, told, want)
			}
		}
	})
}

// TestNobodyIsRemindedAtNight: what reminds people is delivered when working time begins.
func TestNobodyIsRemindedAtNight(t *testing.T) {
	h := enginetest.New(t)
	e := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now, Calendar: china2026(t)})
	h.Publish(enginetest.Flow("due", "contract").
		Approve("check", enginetest.By("post:sales_manager"), late(flow.Deadline{}, "P1D", flow.Late{Before: "PT2H", Do: flow.LateRemind})).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	setClock(t, h, "2026-03-06 22:00")
	h.Start(lin, "due", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	reminded := func() (n int) {
		for _, notice := range ok[engine.NoticeList](t)(e.Notices(t.Context(), chen)).Items {
			if notice.Kind == machine.NoticeUrge {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		at   string
		want int
	}{{"2026-03-07 20:30", 0}, {"2026-03-09 08:59", 0}, {"2026-03-09 09:00", 1}} {
		setClock(t, h, c.at)
		for n := 1; n > 0; {
			n = ok[int](t)(e.FireDue(t.Context(), "a", 10))
		}
		for n := 1; n > 0; {
			n = ok[int](t)(e.DeliverDue(t.Context(), "a", 10))
		}
		if n := reminded(); n != c.want {
			t.Errorf("at %s Chen has %d reminders, want %d", c.at, n, c.want)
		}
	}
}

// TestTheListSaysHowLateATaskIs: in working hours where the deadline is counted in those, and by the clock elsewhere; not
// once it is decided.
func TestTheListSaysHowLateATaskIs(t *testing.T) {
	h := enginetest.New(t)
	e := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now, Calendar: china2026(t)})
	h.Publish(enginetest.Flow("working", "contract").
		Approve("check", enginetest.By("post:sales_manager"), late(flow.Deadline{Count: flow.CountWork}, "PT1H")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	h.Publish(enginetest.Flow("clock", "contract").
		Approve("check", enginetest.By("post:sales_manager"), late(flow.Deadline{}, "PT1H")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	setClock(t, h, "2026-03-06 16:00") // Friday
	instances := map[string]string{}
	for _, key := range []string{"working", "clock"} {
		instances[key] = ok[engine.InstanceInfo](t)(e.Submit(t.Context(), lin, engine.Submission{Flow: key, Record: h.Add(lin, "contract", values{"title": key})})).ID
	}
	setClock(t, h, "2026-03-09 10:30") // Monday
	for n := 1; n > 0; {
		n = ok[int](t)(e.FireDue(t.Context(), "a", 10))
	}
	for _, task := range ok[engine.Page[engine.TaskInfo]](t)(e.Tasks(t.Context(), chen, engine.TasksAsked{})).Items {
		minutes, working := 65*60+30, false // since Friday at five
		if task.Flow == "working" {
			minutes, working = 60+90, true
		}
		if task.Overdue != minutes || task.WorkTime != working {
			t.Errorf("%s is %d minutes late, in working time %v; want %d, %v", task.Flow, task.Overdue, task.WorkTime, minutes, working)
		}
		approve(t, h, chen, instances[task.Flow])
	}
	for _, task := range ok[engine.Page[engine.TaskInfo]](t)(e.Tasks(t.Context(), chen, engine.TasksAsked{Done: true})).Items {
		if task.Overdue != 0 {
			t.Errorf("decided, %s is %d minutes late", task.Flow, task.Overdue)
		}
	}
}
