package notify

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io/fs"
	"net"
	"net/mail"
	"slices"

	gomail "github.com/wneessen/go-mail"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
)

// Security is how a connection to a mail server is kept from being listened to.
type Security string

// The ways.
const (
	StartTLS Security = "starttls" // encrypted after a greeting, or not used at all
	TLS      Security = "tls"      // encrypted from the first byte
	Plain    Security = "none"     // for a server on the same machine
)

// Options say which server takes the mail.
type Options struct {
	Host           string
	Port           int
	Security       Security
	User, Password string         // empty: the server asks for none
	Roots          *x509.CertPool // who vouches for the server; nil: whom this machine trusts
	From           mail.Address
	Site           string // how people reach the site, without a slash at the end
	Templates      fs.FS
}

// Mailer implements engine.Mailer. Each mail has a connection of its own, so that none has to be kept alive.
type Mailer struct {
	host      string
	tls       *tls.Config // from the first byte; nil: not so
	signIn    signIn      // with tls; no user: the server asks for none
	settings  []gomail.Option
	from      mail.Address
	site      string
	templates templates
}

// New makes a Mailer. It does not look whether the server is there.
func New(o Options) (*Mailer, error) {
	t, err := parse(o.Templates)
	if err != nil {
		return nil, err
	}
	believes := &tls.Config{ServerName: o.Host, RootCAs: o.Roots, MinVersion: tls.VersionTLS12}
	settings := []gomail.Option{gomail.WithPort(o.Port), gomail.WithTLSConfig(believes)}
	switch o.Security {
	case TLS:
		settings = append(settings, gomail.WithSSL())
	case Plain:
		settings = append(settings, gomail.WithTLSPolicy(gomail.NoTLS))
	case StartTLS:
		settings = append(settings, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if o.User != "" && o.Security != TLS {
		settings = append(settings, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(o.User), gomail.WithPassword(o.Password))
	}
	if _, err := gomail.NewClient(o.Host, settings...); err != nil {
		return nil, err
	}
	m := &Mailer{host: o.Host, settings: settings, from: o.From, site: o.Site, templates: t}
	if o.Security == TLS {
		m.tls, m.signIn = believes, signIn{user: o.User, password: o.Password, host: o.Host}
	}
	return m, nil
}

// Send implements engine.Mailer. That the server took the mail counts, however the talk with it ends after that.
func (m *Mailer) Send(ctx context.Context, one engine.Mail) error {
	msg, err := m.message(one)
	if err != nil {
		return refused(err)
	}
	settings := append(slices.Clone(m.settings), gomail.WithDialContextFunc(m.dialUntil(ctx)))
	if own := m.signIn; own.user != "" {
		settings = append(settings, gomail.WithSMTPAuthCustom(&own))
	}
	client, err := gomail.NewClient(m.host, settings...)
	if err != nil {
		return err
	}
	err = client.DialAndSendWithContext(ctx, msg)
	if err == nil || msg.IsDelivered() {
		return nil
	}
	if forGood(err) {
		return refused(err)
	}
	return errors.Join(err, ctx.Err())
}

// dialUntil connects, and hangs up when ctx ends: the library heeds it just while it connects.
func (m *Mailer) dialUntil(ctx context.Context) gomail.DialContextFunc {
	return func(dialing context.Context, network, address string) (net.Conn, error) {
		var (
			conn net.Conn
			err  error
		)
		if m.tls != nil {
			d := tls.Dialer{Config: m.tls}
			conn, err = d.DialContext(dialing, network, address)
		} else {
			conn, err = new(net.Dialer).DialContext(dialing, network, address)
		}
		if err == nil {
			context.AfterFunc(ctx, func() { _ = conn.Close() })
		}
		return conn, err
	}
}

// forGood reports whether a server will never take a mail: because of whom it is for or what is in it (RFC 5321, 4.2.1).
// That it minds the sender, or wants a password, is for the admin to mend, and the mail waits for that.
func forGood(err error) bool {
	var answer *gomail.SendError
	if !errors.As(err, &answer) || answer.ErrorCode() < 500 {
		return false
	}
	return answer.Reason == gomail.ErrSMTPRcptTo || answer.Reason == gomail.ErrSMTPData || answer.Reason == gomail.ErrSMTPDataClose
}

func refused(err error) error {
	return fault.New(fault.Refused, "mail_refused", text.T("邮件被拒收。", "The mail was refused.")).Because(err)
}

func (m *Mailer) message(one engine.Mail) (*gomail.Msg, error) {
	msg := gomail.NewMsg()
	msg.FromMailAddress(&m.from)
	if err := msg.AddToFormat(oneLine(one.Name), one.To); err != nil {
		return nil, err
	}
	msg.Subject(subjectOf(one))
	msg.SetDateWithValue(one.At)
	msg.SetMessageIDWithValue(one.ID + "@flowline")
	msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: nobody's "I am away" comes back
	l := letterOf(one, m.site)
	if err := msg.SetBodyTextTemplate(m.templates.plain, l); err != nil {
		return nil, err
	}
	return msg, msg.AddAlternativeHTMLTemplate(m.templates.html, l)
}
