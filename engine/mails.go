package engine

import (
	"context"
	"errors"
	"slices"
	"strconv"
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
	if err != nil || wishes.refusesMail() {
		return time.Time{}, err
	}
	return e.at(), nil
}

// MailDue sends a mail, if one is due, and answers how many it claimed. One at a time: each may take ten seconds, and who
// stops the program waits for no more than that. A mail that is not taken is given back and tried again, each time after a
// longer wait, for a day; then, or when it is refused, it is among the lost ones. A copy of the program that dies between
// sending and saving that it did leaves a mail that is sent twice, under one Message-ID.
func (e *Engine) MailDue(ctx context.Context) (int, error) {
	if e.mailer == nil {
		return 0, nil
	}
	due, err := e.store.ClaimMails(ctx, e.at(), lease, 1)
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

// sendMail sends the mail of a notice, unless it says nothing to anybody any more.
func (e *Engine) sendMail(ctx context.Context, m DueMail) error {
	dir, err := e.directory(ctx)
	if err != nil {
		return err
	}
	wanted, err := e.stillWanted(ctx, dir, &m)
	if err != nil {
		return errors.Join(err, e.store.RetryMail(ctx, m, e.at().Add(patience(m.Tries))))
	}
	if !wanted {
		return e.store.MailDone(ctx, m)
	}
	chosen, err := e.store.Language(ctx, m.Notice.To)
	if err != nil {
		return err
	}
	p, _ := dir.Person(m.Notice.To)
	lang, info := text.Pick(chosen), noticeInfo(m.NoticeRow)
	limited, cancel := context.WithTimeout(ctx, maxMailTime)
	defer cancel()
	err = e.mailer.Send(limited, Mail{
		ID: m.ID + "." + strconv.FormatInt(m.At.UnixMicro(), 36), To: p.Email, Name: p.Name.In(lang), Lang: lang,
		Title: info.Title.In(lang), Body: info.lines(lang), Path: info.path(), At: m.At,
	})
	switch {
	case err == nil:
		return e.store.MailDone(ctx, m)
	case fault.Is(err, fault.Refused):
		return e.loseMail(ctx, m, MailRefused, err)
	case e.at().Sub(m.At) > maxMailAge:
		return e.loseMail(ctx, m, MailLate, err)
	default:
		return errors.Join(err, e.store.RetryMail(ctx, m, e.at().Add(patience(m.Tries))))
	}
}

// stillWanted reports whether a mail is to go still: whom it is for has an address, wants mail and has not read the notice,
// and of the tasks that it asks for one at least is still to be done. Those that are not it names no more.
func (e *Engine) stillWanted(ctx context.Context, dir people, m *DueMail) (bool, error) {
	if since, err := e.mailAt(ctx, dir, Instance{}, m.Notice); err != nil || since.IsZero() || !m.ReadAt.IsZero() {
		return false, err
	}
	asks := m.Notice.Kind == machine.NoticeTask || m.Notice.Kind == machine.NoticeLate || m.Notice.Kind == machine.NoticeUrge
	if !asks || m.Notice.Task == "" {
		return true, nil
	}
	var open []Urged
	for _, u := range append([]Urged{{ID: m.ID, Instance: m.Instance, Notice: m.Notice}}, m.Also...) {
		in, err := e.store.Instance(ctx, u.Instance)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return false, err
		}
		at := &move{before: in, state: in.State, people: dir, at: e.at()}
		if slices.ContainsFunc(in.State.Tasks, func(t *machine.Task) bool { return at.asks(*t, u.Notice) }) {
			open = append(open, u)
		}
	}
	if len(open) == 0 {
		return false, nil
	}
	m.Instance, m.Notice, m.Also = open[0].Instance, open[0].Notice, open[1:]
	return true, nil
}

// asks reports whether a task is still to be done by whom a notice of it is for: by a deputy as long as they are one.
func (m *move) asks(t machine.Task, n machine.Notice) bool {
	return t.ID == n.Task && t.State == machine.TaskOpen && (n.For == "" || slices.Contains(m.agents(t, m.before.Amount), n.To))
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
