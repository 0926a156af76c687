package engine

import (
	"context"
	"errors"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// A mail that was given up is one that somebody misses and does not know of: the address is wrong, or the mail server was
// away. The admin sees it until its notice is read on the site, and has it sent again once the cause is gone.

// maxProblem is how many characters are kept of what a mail server says.
const maxProblem = 500

// loseMail gives a mail up because of err.
func (e *Engine) loseMail(ctx context.Context, m DueMail, why MailLoss, err error) error {
	cause := err
	if f, ok := errors.AsType[*fault.Error](err); ok && f.Unwrap() != nil {
		cause = f.Unwrap() // its own words are for everybody, and say less
	}
	problem := []rune(strings.Join(strings.Fields(strings.ToValidUTF8(cause.Error(), "?")), " "))
	saved := e.store.GiveUpMail(ctx, m, why, string(problem[:min(len(problem), maxProblem)]))
	if saved == nil {
		e.publisher.Publish("instances", e.tick())
	}
	return errors.Join(err, saved)
}

// LostMails lists the mails that were given up and whose notices nobody has read, for admins.
func (e *Engine) LostMails(ctx context.Context, who string, offset, limit int) (Page[LostMailInfo], error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return Page[LostMailInfo]{}, err
	}
	rows, total, err := e.store.LostMails(ctx, offset, limit)
	if err != nil {
		return Page[LostMailInfo]{}, err
	}
	page := Page[LostMailInfo]{Items: make([]LostMailInfo, len(rows)), Total: total}
	for i, r := range rows {
		p, _ := a.people.Person(r.Notice.To)
		page.Items[i] = LostMailInfo{NoticeInfo: noticeInfo(r.NoticeRow), To: a.ref(r.Notice.To), Address: p.Email, Why: r.Why, Problem: r.Problem}
	}
	return page, nil
}

// SendMails has lost mails sent again, by an admin; without ids, all of them. One that fails once more is lost again. refused
// (no_mail_server).
func (e *Engine) SendMails(ctx context.Context, who string, ids []string) error {
	if _, err := e.admin(ctx, who); err != nil {
		return err
	}
	if e.mailer == nil {
		return errNoMailServer
	}
	return e.store.SendMails(ctx, ids, e.at())
}

var errNoMailServer = fault.New(fault.Refused, "no_mail_server", text.T(
	"这个站点没有设置邮件服务器，发不出邮件。请先用 --mail 设置。",
	"This site has no mail server, so nothing can be sent. Set one with --mail first."))
