// Package notifytest is a mail server for tests, on a free port of this machine.
package notifytest

import (
	"io"
	"net"
	"sync"
	"testing"

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
}

// Server keeps what it takes.
type Server struct {
	Port int

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
	go func() { _ = s.Serve(l) }()
	tb.Cleanup(func() { _ = s.Close() })
	return b
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
	box *Server
	to  []string
}

func (s *session) Reset()        { s.to = nil }
func (s *session) Logout() error { return nil }

func (s *session) Mail(string, *smtp.MailOptions) error {
	if s.box.says.ToSender != nil {
		return s.box.says.ToSender
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
