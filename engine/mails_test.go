package engine_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/store"
	"flowline/engine/text"
)

// letterbox is a mail server that takes what it is not told to refuse.
type letterbox struct {
	mails  []engine.Mail
	refuse error
	asked  int
}

func (b *letterbox) Send(_ context.Context, m engine.Mail) error {
	b.asked++
	if b.refuse != nil {
		return b.refuse
	}
	b.mails = append(b.mails, m)
	return nil
}

func (b *letterbox) take() []engine.Mail {
	all := b.mails
	b.mails = nil
	return all
}

// mailing is a house whose people have mail addresses, and where Fang approves what Lin submits.
func mailing(t *testing.T) (*enginetest.House, *letterbox) {
	t.Helper()
	b := &letterbox{}
	h := enginetest.NewWith(t, store.Options{}, engine.Options{Mailer: b, Log: slog.New(slog.DiscardHandler)})
	for _, p := range enginetest.Company().People {
		p.Email = p.SignIn + "@example.com"
		ok[org.Person](t)(h.SavePerson(t.Context(), admin, p))
	}
	h.Publish(enginetest.Flow("mail", "contract").Approve("check", enginetest.By("person:"+fang)).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	return h, b
}

func mailAll(t *testing.T, h *enginetest.House) {
	t.Helper()
	for n := 1; n > 0; {
		n = ok[int](t)(h.MailDue(t.Context()))
	}
}

func TestNoticesGoByMailToo(t *testing.T) {
	h, b := mailing(t)
	if err := h.SetLanguage(t.Context(), fang, "en"); err != nil {
		t.Fatal(err)
	}
	in := h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	task := h.TaskOf(fang, in)
	deliverAll(t, h)
	mailAll(t, h)
	mailAll(t, h)
	got := b.take()
	if len(got) != 1 {
		t.Fatalf("%d mails: %+v", len(got), got)
	}
	asked := got[0]
	if asked.To != "fang@example.com" || asked.Lang != text.English || asked.Title != "To do: Node check" || asked.Path != "/tasks/"+task ||
		!strings.HasPrefix(asked.Body, "Flow mail · HT-") {
		t.Errorf("Fang gets %+v", asked)
	}
	approve(t, h, fang, in)
	deliverAll(t, h)
	mailAll(t, h)
	got = b.take()
	if len(got) != 1 || got[0].Lang != text.Chinese || got[0].Title != "已通过：Lease" || got[0].Path != "/instances/"+in {
		t.Errorf("Lin gets %+v", got)
	}
}

func setQuiet(t *testing.T, h *enginetest.House, q engine.Quiet) {
	t.Helper()
	if err := h.SetQuiet(t.Context(), fang, q); err != nil {
		t.Fatal(err)
	}
}

func TestWhoGetsNoMail(t *testing.T) {
	for name, c := range map[string]struct {
		before, between func(t *testing.T, h *enginetest.House)
	}{
		"has turned it off": {before: func(t *testing.T, h *enginetest.House) {
			setQuiet(t, h, engine.Quiet{NoMail: new(true)})
		}},
		"has turned it off, and then said when to be left in quiet": {before: func(t *testing.T, h *enginetest.House) {
			setQuiet(t, h, engine.Quiet{NoMail: new(true)})
			setQuiet(t, h, engine.Quiet{From: "22:00", Until: "08:00"})
		}},
		"has no address":          {before: noAddress},
		"has no address any more": {between: noAddress},
		"has read it on the site": {between: readAll},
		"has turned it off since": {between: func(t *testing.T, h *enginetest.House) {
			setQuiet(t, h, engine.Quiet{NoMail: new(true)})
		}},
	} {
		t.Run(name, func(t *testing.T) {
			h, b := mailing(t)
			if c.before != nil {
				c.before(t, h)
			}
			in := h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Lease"}), nil)
			deliverAll(t, h)
			if c.between != nil {
				c.between(t, h)
			}
			mailAll(t, h)
			if got := b.take(); len(got) != 0 {
				t.Errorf("mailed %+v", got)
			}
			if n := ok[engine.NoticeList](t)(h.Notices(t.Context(), fang)); len(n.Items) != 1 || n.Items[0].Instance != in {
				t.Errorf("the bell says %+v", n)
			}
		})
	}
}

func noAddress(t *testing.T, h *enginetest.House) {
	t.Helper()
	for _, p := range enginetest.Company().People {
		if p.ID == fang {
			p.Email = ""
			ok[org.Person](t)(h.SavePerson(t.Context(), admin, p))
		}
	}
}

func readAll(t *testing.T, h *enginetest.House) {
	t.Helper()
	if err := h.ReadNotices(t.Context(), fang, nil); err != nil {
		t.Fatal(err)
	}
}

// TestThatNothingIsLeftToDoIsForTheBellAlone: a mail about it would be one more thing to do.
func TestThatNothingIsLeftToDoIsForTheBellAlone(t *testing.T) {
	h, b := mailing(t)
	in := h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	deliverAll(t, h)
	mailAll(t, h)
	b.take()
	ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoWithdraw}))
	deliverAll(t, h)
	mailAll(t, h)
	if got := b.take(); len(got) != 0 {
		t.Errorf("mailed %+v", got)
	}
	if n := ok[engine.NoticeList](t)(h.Notices(t.Context(), fang)); len(n.Items) != 2 || n.Items[0].Kind != machine.NoticeGone {
		t.Errorf("the bell says %+v", n)
	}
}

// TestNobodyIsMailedToDoWhatIsDone: while the mail server was away, the task was decided.
func TestNobodyIsMailedToDoWhatIsDone(t *testing.T) {
	h, b := mailing(t)
	b.refuse = errors.New("the server is away")
	in := h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	deliverAll(t, h)
	mailAll(t, h)
	b.refuse = nil
	approve(t, h, fang, in)
	h.Clock.Add(time.Hour)
	deliverAll(t, h)
	mailAll(t, h)
	if got := b.take(); len(got) != 1 || got[0].To != "lin@example.com" {
		t.Errorf("mailed %+v", got)
	}
}

// TestTheMailOfAMergedReminderNamesEveryTask: two urges before the first was mailed are one mail; one that joins them later
// is mailed with what is still open of them.
// TestADeputyIsMailedWithinTheWindow: what is still to be sent when it ends is for whose task it is.
func TestADeputyIsMailedWithinTheWindow(t *testing.T) {
	for name, c := range map[string]struct {
		after time.Duration
		to    []string
	}{
		"within it": {0, []string{"chen@example.com", "fang@example.com"}},
		"after it":  {time.Hour, []string{"fang@example.com"}},
	} {
		t.Run(name, func(t *testing.T) {
			h, b := mailing(t)
			now := h.Clock.Now()
			ok[engine.DeputyView](t)(h.AddDeputy(t.Context(), fang, deputy(chen, now, now.Add(time.Hour))))
			h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Lease"}), nil)
			deliverAll(t, h)
			h.Clock.Add(c.after)
			mailAll(t, h)
			var to []string
			for _, m := range b.take() {
				to = append(to, m.To)
			}
			if slices.Sort(to); !slices.Equal(to, c.to) {
				t.Errorf("mailed to %v, want %v", to, c.to)
			}
		})
	}
}

func TestTheMailOfAMergedReminderNamesEveryTask(t *testing.T) {
	h, b := mailing(t)
	var all []string
	for _, title := range []string{"One", "Two"} {
		all = append(all, h.Start(lin, "mail", h.Add(lin, "contract", values{"title": title}), nil))
	}
	deliverAll(t, h)
	mailAll(t, h)
	b.take()
	for _, in := range all {
		ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: in, Do: engine.DoUrge}))
	}
	deliverAll(t, h)
	mailAll(t, h)
	got := b.take()
	if len(got) != 1 || got[0].Path != "/inbox" || strings.Count(got[0].Body, "\n") != 2 || !strings.Contains(got[0].Title, "2") {
		t.Errorf("mailed %+v", got)
	}
	third := h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Three"}), nil)
	deliverAll(t, h)
	mailAll(t, h)
	b.take()
	approve(t, h, fang, all[0])
	h.Clock.Add(time.Minute)
	ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), lin, engine.Deed{Instance: third, Do: engine.DoUrge}))
	deliverAll(t, h)
	mailAll(t, h)
	again := b.take()
	again = slices.DeleteFunc(again, func(m engine.Mail) bool { return m.To != "fang@example.com" })
	if len(again) != 1 || strings.Count(again[0].Body, "\n") != 2 || again[0].ID == got[0].ID {
		t.Errorf("of the third, and the second that is still open, is mailed %+v", again)
	}
}

func TestTheQuietHoursSayWhereMailGoes(t *testing.T) {
	h, _ := mailing(t)
	if v := ok[engine.QuietView](t)(h.Quiet(t.Context(), fang)); v.MailTo != "fang@example.com" || v.NoMail != nil {
		t.Errorf("with mail: %+v", v)
	}
	none := enginetest.New(t)
	if v := ok[engine.QuietView](t)(none.Quiet(t.Context(), fang)); v.MailTo != "" {
		t.Errorf("without mail: %+v", v)
	}
}
