// Package notifytest is a mail server for tests, on a free port of this machine.
package notifytest

import (
	"io"
	"net"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"
)

// Server keeps what it takes.
type Server struct {
	Port int

	says  *smtp.SMTPError
	mu    sync.Mutex
	to    []string
	mails []string
	come  chan struct{}
}

// Start starts a server, which ends with the test. Says is its answer to every recipient; nil: it takes all.
func Start(tb testing.TB, says *smtp.SMTPError) *Server {
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

// All gives whom mail was for, and the mails as they were sent.
func (b *Server) All() (to, mails []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.to...), append([]string(nil), b.mails...)
}

// NewSession implements smtp.Backend.
func (b *Server) NewSession(*smtp.Conn) (smtp.Session, error) { return session{b}, nil }

type session struct{ box *Server }

func (session) Mail(string, *smtp.MailOptions) error { return nil }
func (session) Reset()                               {}
func (session) Logout() error                        { return nil }

func (s session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if s.box.says != nil {
		return s.box.says
	}
	s.box.mu.Lock()
	defer s.box.mu.Unlock()
	s.box.to = append(s.box.to, to)
	return nil
}

func (s session) Data(r io.Reader) error {
	all, err := io.ReadAll(r)
	s.box.mu.Lock()
	s.box.mails = append(s.box.mails, string(all))
	s.box.mu.Unlock()
	select {
	case s.box.come <- struct{}{}:
	default:
	}
	return err
}
