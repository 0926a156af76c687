// Package notifytest is a mail server for tests, on a free port of this machine.
package notifytest

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// Mail is one that was taken.
type Mail struct {
	To  []string
	Raw string // as it was sent
}

// Says are the answers of a server; nil: it takes all.
type Says struct {
	ToSender, ToRecipient *smtp.SMTPError
	SignIn                []string // the ways in which it lets somebody sign in, which it then wants before it takes any mail
	TLS                   bool     // from the first byte
	StartTLS              bool     // it is offered
}

// The only one who may sign in.
const (
	User     = "flowline@example.com"
	Password = "smtp-pass"
)

// Server keeps what it takes.
type Server struct {
	Port  int
	Roots *x509.CertPool // what to trust, to believe that it is the server; nil: it encrypts nothing

	says Says
	mu   sync.Mutex
	all  []Mail
	come chan struct{}
}

// Start starts a server, which ends with the test.
func Start(tb testing.TB, says Says) *Server {
	tb.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	b := &Server{says: says, come: make(chan struct{}, 1), Port: l.Addr().(*net.TCPAddr).Port}
	s := smtp.NewServer(b)
	s.Domain = "localhost"
	if says.TLS || says.StartTLS {
		s.TLSConfig = certified(tb, b)
	}
	if says.TLS {
		l = tls.NewListener(l, s.TLSConfig)
	}
	go func() { _ = s.Serve(l) }()
	tb.Cleanup(func() { _ = s.Close() })
	return b
}

// certified is how a server that encrypts shows who it is, which its Roots vouch for.
func certified(tb testing.TB, b *Server) *tls.Config {
	tb.Helper()
	known := httptest.NewTLSServer(nil)
	defer known.Close()
	b.Roots = x509.NewCertPool()
	b.Roots.AddCert(known.Certificate())
	return &tls.Config{Certificates: known.TLS.Certificates, MinVersion: tls.VersionTLS12}
}

// Came tells each time that mail came.
func (b *Server) Came() <-chan struct{} { return b.come }

// All gives the mails in the order in which they came.
func (b *Server) All() []Mail {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]Mail(nil), b.all...)
}

// NewSession implements smtp.Backend.
func (b *Server) NewSession(*smtp.Conn) (smtp.Session, error) { return &session{box: b}, nil }

type session struct {
	box    *Server
	signed bool
	to     []string
}

// AuthMechanisms implements smtp.AuthSession.
func (s *session) AuthMechanisms() []string { return s.box.says.SignIn }

// Auth implements smtp.AuthSession.
func (s *session) Auth(way string) (sasl.Server, error) {
	signIn := func(user, password string) error {
		if user != User || password != Password {
			return smtp.ErrAuthFailed
		}
		s.signed = true
		return nil
	}
	if way == sasl.Login {
		return &login{signIn: signIn}, nil
	}
	return sasl.NewPlainServer(func(_, user, password string) error { return signIn(user, password) }), nil
}

// login asks for the name, then for the password.
type login struct {
	signIn func(user, password string) error
	said   []string
}

// Next implements sasl.Server.
func (l *login) Next(answer []byte) (challenge []byte, done bool, err error) {
	if answer != nil {
		l.said = append(l.said, string(answer))
	}
	switch len(l.said) {
	case 0:
		return []byte("Username:"), false, nil
	case 1:
		return []byte("Password:"), false, nil
	}
	return nil, true, l.signIn(l.said[0], l.said[1])
}

func (s *session) Reset()        { s.to = nil }
func (s *session) Logout() error { return nil }

func (s *session) Mail(string, *smtp.MailOptions) error {
	switch {
	case s.box.says.ToSender != nil:
		return s.box.says.ToSender
	case len(s.box.says.SignIn) > 0 && !s.signed:
		return smtp.ErrAuthRequired
	}
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if s.box.says.ToRecipient != nil {
		return s.box.says.ToRecipient
	}
	s.to = append(s.to, to)
	return nil
}

func (s *session) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	s.box.mu.Lock()
	s.box.all = append(s.box.all, Mail{s.to, string(raw)})
	s.box.mu.Unlock()
	select {
	case s.box.come <- struct{}{}:
	default:
	}
	return err
}
