package engine_test

import (
	"errors"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/text"
)

func TestAMailThatIsNotTakenIsTriedAgainForADay(t *testing.T) {
	h, b := mailing(t)
	b.refuse = errors.New("the server is away")
	h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	deliverAll(t, h)
	mailAll(t, h)
	mailAll(t, h)
	if b.asked != 1 {
		t.Errorf("tried %d times at once", b.asked)
	}
	for range 40 {
		h.Clock.Add(time.Hour)
		mailAll(t, h)
	}
	if b.asked < 20 || b.asked > 27 {
		t.Errorf("tried %d times in 40 hours", b.asked)
	}
	b.refuse = nil
	h.Clock.Add(time.Hour)
	mailAll(t, h)
	if got := b.take(); len(got) != 0 {
		t.Errorf("too late: %+v", got)
	}
}

func TestAMailThatIsRefusedIsNotTriedAgain(t *testing.T) {
	h, b := mailing(t)
	b.refuse = fault.New(fault.Refused, "mail_refused", text.T("拒收", "refused"))
	h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	deliverAll(t, h)
	for range 3 {
		mailAll(t, h)
		h.Clock.Add(time.Hour)
	}
	if b.asked != 1 {
		t.Errorf("tried %d times", b.asked)
	}
}

func TestTheAdminSeesWhatMailWasLostAndSendsItAgain(t *testing.T) {
	for name, c := range map[string]struct {
		refuse error
		why    engine.MailLoss
		after  time.Duration
	}{
		"refused":            {fault.New(fault.Refused, "mail_refused", text.T("拒收", "refused")).Because(errors.New("550 no such\r\nmailbox")), engine.MailRefused, 0},
		"not taken for days": {errors.New("550 no such mailbox"), engine.MailLate, 25 * time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			h, b := mailing(t)
			b.refuse = c.refuse
			in := h.Start(lin, "mail", h.Add(lin, "contract", values{"title": "Lease"}), nil)
			deliverAll(t, h)
			h.Clock.Add(c.after)
			mailAll(t, h)
			lost := func() []engine.LostMailInfo {
				t.Helper()
				return ok[engine.Page[engine.LostMailInfo]](t)(h.LostMails(t.Context(), admin, 0, 10)).Items
			}
			got := lost()
			if len(got) != 1 || got[0].To.ID != fang || got[0].Address != "fang@example.com" || got[0].Why != c.why ||
				got[0].Problem != "550 no such mailbox" || got[0].Task != h.TaskOf(fang, in) {
				t.Fatalf("lost: %+v", got)
			}
			_, err := h.LostMails(t.Context(), fang, 0, 10)
			refused(t, err, fault.Forbidden, "admin_only")
			refused(t, h.SendMails(t.Context(), fang, nil), fault.Forbidden, "admin_only")

			if err := h.SendMails(t.Context(), admin, []string{got[0].ID}); err != nil {
				t.Fatal(err)
			}
			mailAll(t, h)
			if again := lost(); len(again) != 1 {
				t.Errorf("lost once more: %+v", again)
			}
			b.refuse = nil
			if err := h.SendMails(t.Context(), admin, nil); err != nil {
				t.Fatal(err)
			}
			mailAll(t, h)
			if sent := b.take(); len(sent) != 1 || sent[0].To != "fang@example.com" || len(lost()) != 0 {
				t.Errorf("sent %+v, lost %+v", sent, lost())
			}
		})
	}
}

func TestNothingIsSentAgainWithoutAMailServer(t *testing.T) {
	refused(t, enginetest.New(t).SendMails(t.Context(), admin, nil), fault.Refused, "no_mail_server")
}
