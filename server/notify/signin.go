package notify

import (
	"slices"

	"github.com/wneessen/go-mail/smtp"
)

// signIn is a name and a password for a server that encrypts from the first byte, in the way that it offers. The library
// would find the way itself, but takes a connection that it did not make for one that everybody can listen to.
type signIn struct {
	user, password, host string

	way smtp.Auth
}

// Start implements smtp.Auth. Either way keeps the password to itself where nothing is encrypted.
func (s *signIn) Start(server *smtp.ServerInfo) (way string, first []byte, err error) {
	s.way = smtp.PlainAuth("", s.user, s.password, s.host, false)
	if !slices.Contains(server.Auth, "PLAIN") && slices.Contains(server.Auth, "LOGIN") {
		s.way = smtp.LoginAuth(s.user, s.password, s.host, false)
	}
	return s.way.Start(server)
}

// Next implements smtp.Auth.
func (s *signIn) Next(fromServer []byte, more bool) (toServer []byte, err error) {
	return s.way.Next(fromServer, more)
}
