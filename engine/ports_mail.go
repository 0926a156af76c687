package engine

import (
	"context"
	"time"

	"flowline/engine/text"
)

// MailStore hands out notices that are to go by mail. They are kept with what they say, so that a notice and its mail are
// saved together, and one that is read meanwhile is seen to be.
type MailStore interface {
	// ClaimMails gives up to n notices whose mail is due at now, left to who asks until the lease ends.
	ClaimMails(ctx context.Context, now time.Time, lease time.Duration, n int) ([]DueMail, error)
	// MailDone says that nothing more is to be mailed of a notice as it was claimed. If an urge joined it meanwhile, that is
	// still to go; if nothing was to be mailed any more, that is no fault.
	MailDone(ctx context.Context, m DueMail) error
	// RetryMail gives the mail of a notice back as it was claimed, to be claimed again at next.
	RetryMail(ctx context.Context, m DueMail, next time.Time) error
	// GiveUpMail is MailDone of a mail that nobody took. It is kept as lost until the notice is read, or an urge joins it.
	GiveUpMail(ctx context.Context, m DueMail, why MailLoss, problem string) error
	// LostMails lists the mails that were given up, of the newest notice first, and how many there are.
	LostMails(ctx context.Context, offset, limit int) ([]LostMail, int, error)
	// SendMails has lost mails claimed again at now, as if they had never been; no ids: all.
	SendMails(ctx context.Context, ids []string, now time.Time) error
}

// DueMail is a notice that is to go by mail.
type DueMail struct {
	NoticeRow
	Tries int // claims, this one included
}

// MailLoss is why a mail was given up.
type MailLoss string

// The reasons.
const (
	MailRefused MailLoss = "refused" // the server will never take it
	MailLate    MailLoss = "late"    // no server took it in time
)

// LostMail is a notice whose mail was given up.
type LostMail struct {
	NoticeRow
	Why     MailLoss
	Problem string // what the server said, or the network
}

// Mail is a notice as it goes to somebody's mail address.
type Mail struct {
	ID    string // the same when it is sent once more
	To    string // mail address
	Name  string // whose it is
	Lang  text.Lang
	Title string
	Body  string // may be empty; lines end with \n
	Path  string // of the page that it is about, such as /tasks/1.k2
	At    time.Time
}

// Mailer sends mail. A fault with the code refused says that this mail will never be taken; after any other error it is
// tried again.
type Mailer interface {
	Send(ctx context.Context, m Mail) error
}
