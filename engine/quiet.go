package engine

import (
	"context"
	"slices"
	"time"

	"flowline/engine/machine"
	"flowline/engine/text"
)

// Quiet is when a person wants to be urged about nothing: from one time to another of each day, over midnight if From is
// the later, and the whole of some days of the week. By the clock of the company. And whether notices come by mail, too.
type Quiet struct {
	From  string `json:"from,omitempty" doc:"22:00; with until"`
	Until string `json:"until,omitempty" doc:"08:00"`
	Days  []int  `json:"days,omitempty" doc:"Days of the week: 1 Monday to 7 Sunday"`
	// NoMail is a refusal and not a wish, so that who has said nothing gets mail; nil, of what is to be saved: as before.
	NoMail *bool `json:"noMail,omitempty" doc:"Notices come just on the site, and not by mail. Not sent: stays as it is"`
}

// refusesMail reports whether a person wants no mail.
func (q Quiet) refusesMail() bool { return q.NoMail != nil && *q.NoMail }

// QuietView is Quiet with what depends on the site.
type QuietView struct {
	Quiet
	MailTo string `json:"mailTo,omitempty" doc:"The address that notices are mailed to; absent: this site sends no mail, or the person has no address"`
}

// Quiet gives when a person wants to be urged about nothing.
func (e *Engine) Quiet(ctx context.Context, who string) (QuietView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return QuietView{}, err
	}
	var v QuietView
	if e.mailer != nil {
		v.MailTo = a.Email
	}
	v.Quiet, err = e.store.Quiet(ctx, who)
	return v, err
}

// SetQuiet saves when a person wants to be urged about nothing, and whether notices come by mail. invalid.
func (e *Engine) SetQuiet(ctx context.Context, who string, q Quiet) error {
	if _, err := e.actor(ctx, who); err != nil {
		return err
	}
	slices.Sort(q.Days)
	q.Days = slices.Compact(q.Days)
	w := wrongs{}
	for _, one := range []struct{ path, at string }{{"from", q.From}, {"until", q.Until}} {
		if _, ok := minuteOf(one.at); !ok && (q.From != "" || q.Until != "") {
			w.say(one.path, text.T("时间要写成 22:00 这样，起止都要填。", "Give both times, like 22:00."))
		}
	}
	if q.From != "" && q.From == q.Until {
		w.say("until", text.T("起止时间不能相同；整天不打扰请选择星期。", "The two times must differ; for whole days choose days of the week."))
	}
	if len(q.Days) > 6 || slices.ContainsFunc(q.Days, func(d int) bool { return d < 1 || d > 7 }) {
		w.say("days", text.T("一周至少要留一天可以催办。", "Leave at least one day of the week on which you can be urged."))
	}
	if err := w.err(); err != nil {
		return err
	}
	if now := e.at(); e.urgeable(now, q).After(now.Add(longestQuiet)) {
		w.say("until", text.T("这样一来工作时间都不打扰，永远催不到您。请留出一些工作时间。",
			"That covers all working time, so that you could never be urged. Leave some of it free."))
		return w.err()
	}
	if q.NoMail == nil {
		before, err := e.store.Quiet(ctx, who)
		if err != nil {
			return err
		}
		q.NoMail = before.NoMail
	}
	return e.store.SetQuiet(ctx, who, q)
}

// minuteOf is the minute of the day of a time such as 22:00.
func minuteOf(s string) (int, bool) {
	at, err := time.Parse("15:04", s)
	return at.Hour()*60 + at.Minute(), err == nil && len(s) == len("15:04")
}

// ends is when it is over that holds at a time; the time itself if none does.
func (q Quiet) ends(now time.Time) time.Time {
	for range 16 { // more than any week has: the nights between days
		next := q.step(now)
		if next.Equal(now) {
			break
		}
		now = next
	}
	return now
}

// step is the end of the one day or night in which a time lies.
func (q Quiet) step(now time.Time) time.Time {
	day := (int(now.Weekday())+6)%7 + 1
	if slices.Contains(q.Days, day) {
		return time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, now.Location())
	}
	from, is := minuteOf(q.From)
	until, _ := minuteOf(q.Until)
	minute := now.Hour()*60 + now.Minute()
	tomorrow := 0
	switch {
	case !is, from < until && (minute < from || minute >= until), from > until && minute < from && minute >= until:
		return now
	case from > until && minute >= from:
		tomorrow = 1
	}
	return time.Date(now.Year(), now.Month(), now.Day()+tomorrow, until/60, until%60, 0, 0, now.Location())
}

// urgeable is when a person may be urged, from a time on: in working time, and not while they want to be left in quiet.
func (e *Engine) urgeable(at time.Time, q Quiet) time.Time {
	for range 16 {
		next := q.ends(e.calendar.Next(at).In(e.location)).UTC()
		if next.Equal(at) {
			break
		}
		at = next
	}
	return at
}

// longestQuiet is how long one may want to be left in quiet at a time: longer than any holiday.
const longestQuiet = 14 * 24 * time.Hour

// whileSuspended is how long an urge is put off at a time while its instance is suspended; resuming it brings it forward.
const whileSuspended = time.Hour

// deliverUrge has somebody urged: later, while they want to be left in quiet or the instance is suspended; not at all, once
// the task is done. What comes within the time of the limiter is one notice, which names all the tasks.
func (e *Engine) deliverUrge(ctx context.Context, j OutboxJob, in Instance, row NoticeRow) error {
	notice := row.Notice
	open := func(t *machine.Task) bool { return t.ID == notice.Task && t.State == machine.TaskOpen }
	if in.Status.Ended() || !slices.ContainsFunc(in.State.Tasks, open) {
		return e.store.FinishJob(ctx, j.ID)
	}
	now := e.at()
	if !in.State.SuspendedAt.IsZero() {
		return e.untilResumed(ctx, j, now)
	}
	quiet, err := e.store.Quiet(ctx, notice.To)
	if err != nil {
		return err
	}
	if at := e.urgeable(now, quiet); at.After(now) {
		return e.store.RetryJob(ctx, j.ID, at, "")
	}
	row.At = now
	if err := e.store.DeliverUrge(ctx, row, e.urgedBefore(now)); err != nil {
		return err
	}
	e.publisher.Publish("inbox:"+notice.To, e.tick())
	return nil
}

// untilResumed puts an urge off while its instance is suspended. If it was resumed just before that, the urge was not there
// to be brought forward, and comes at once.
func (e *Engine) untilResumed(ctx context.Context, j OutboxJob, now time.Time) error {
	if err := e.store.RetryJob(ctx, j.ID, now.Add(whileSuspended), ""); err != nil {
		return err
	}
	in, err := e.store.Instance(ctx, j.Instance)
	if err != nil || !in.State.SuspendedAt.IsZero() {
		return err
	}
	return e.store.RetryJob(ctx, j.ID, now, "")
}
