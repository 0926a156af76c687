package engine

import (
	"context"
	"errors"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// Bounds of sending mail. A mail that nobody took for a day comes too late to be of use: the bell has said it.
const (
	maxMailTime = 10 * time.Second
	maxMailAge  = 24 * time.Hour
)

// MaxMails is how many mails are claimed at once: so many that all of them can run out of time within the lease.
const MaxMails = int(lease/maxMailTime) - 1

// mailAt is since when a notice is to go by mail, too: at once, if the site sends mail, whom it is for has an address and
// wants it. That nothing is left to do, or what one did oneself, is for the bell alone.
func (e *Engine) mailAt(ctx context.Context, dir people, in Instance, n machine.Notice) (time.Time, error) {
	withdrew := n.Kind == machine.NoticeEnd && in.Status == machine.Withdrawn
	if e.mailer == nil || n.Kind == machine.NoticeGone || withdrew {
		return time.Time{}, nil
	}
	if p, ok := dir.Person(n.To); !ok || !p.Active || p.Email == "" {
		return time.Time{}, nil
	}
	wishes, err := e.store.Quiet(ctx, n.To)
	if err != nil || wishes.NoMail {
		return time.Time{}, err
	}
	return e.at(), nil
}

// MailDue sends up to n mails, at most MaxMails, and answers how many it claimed. One that is not taken is given back and
// tried again, each time after a longer wait, for a day. A copy of the program that dies between sending and saving that it
// did leaves a mail that is sent twice, under one Message-ID.
func (e *Engine) MailDue(ctx context.Context, n int) (int, error) {
	if e.mailer == nil {
		return 0, nil
	}
	due, err := e.store.ClaimMails(ctx, e.at(), lease, min(n, MaxMails))
	if err != nil {
		return 0, fault.Wrap(err, "claim mails")
	}
	for _, m := range due {
		if err := e.sendMail(ctx, m); err != nil {
			e.log.ErrorContext(ctx, "a mail was not sent", "notice", m.ID, "tries", m.Tries, "error", err)
		}
	}
	return len(due), nil
}

// sendMail sends the mail of a notice, unless it was read meanwhile or whom it is for has left or has no address any more.
func (e *Engine) sendMail(ctx context.Context, m DueMail) error {
	dir, err := e.directory(ctx)
	if err != nil {
		return err
	}
	p, ok := dir.Person(m.Notice.To)
	if !ok || !p.Active || p.Email == "" || !m.ReadAt.IsZero() {
		return e.store.MailDone(ctx, m.ID)
	}
	chosen, err := e.store.Language(ctx, p.ID)
	if err != nil {
		return err
	}
	lang := text.Pick(chosen)
	info := noticeInfo(m.NoticeRow)
	limited, cancel := context.WithTimeout(ctx, maxMailTime)
	defer cancel()
	err = e.mailer.Send(limited, Mail{
		ID: m.ID, To: p.Email, Name: p.Name.In(lang), Lang: lang, Title: info.Title.In(lang), Body: info.lines(lang), Path: info.path(), At: m.At,
	})
	switch {
	case err == nil:
		return e.store.MailDone(ctx, m.ID)
	case fault.Is(err, fault.Refused), e.at().Sub(m.At) > maxMailAge:
		return errors.Join(err, e.store.MailDone(ctx, m.ID))
	default:
		return errors.Join(err, e.store.RetryMail(ctx, m.ID, e.at().Add(patience(m.Tries))))
	}
}

// lines is what a notice says below its title; one of several tasks names each.
func (n NoticeInfo) lines(lang text.Lang) string {
	words := n.Body.In(lang)
	for _, t := range n.Tasks {
		words += t.Title.In(lang) + "  " + t.Body.In(lang) + "\n"
	}
	return words
}

// path is the page of the site that a notice leads to.
func (n NoticeInfo) path() string {
	switch {
	case len(n.Tasks) > 0:
		return "/inbox"
	case n.Task != "":
		return "/tasks/" + n.Task
	}
	return "/instances/" + n.Instance
}
