package config

import (
	"fmt"
	"net/mail"
	"net/url"
	"strconv"
)

// Mail is by which server notices go by mail.
type Mail struct {
	Mail     string `placeholder:"ADDRESS" help:"The server that takes mail: smtp://USER:PASSWORD@HOST:587, encrypted by STARTTLS; smtps://… with TLS from the start; ?tls=none for one on this machine. Without it notices come just on the site."`
	MailFrom string `placeholder:"ADDRESS" help:"From whom mails come, such as \"Flowline <flowline@example.com>\"."`
}

const exampleMail = "write for example --mail smtp://user:password@mail.example.com:587, with %40 for an @ in a name or password"

// Validate says what to change.
func (m *Mail) Validate() error {
	if m.Mail == "" {
		return nil
	}
	u, err := url.Parse(m.Mail)
	if err != nil { // not shown: it may tell the password
		return fmt.Errorf("--mail is no address; %s", exampleMail)
	}
	if port, err := strconv.Atoi(u.Port()); u.Port() != "" && (err != nil || port < 1 || port > 65535) {
		return fmt.Errorf("--mail has a port that is none; %s", exampleMail)
	}
	known := u.RawQuery == "" || u.RawQuery == "tls=none" && u.Scheme == "smtp"
	if (u.Scheme != "smtp" && u.Scheme != "smtps") || u.Hostname() == "" || !known {
		return fmt.Errorf("--mail begins with neither smtp://HOST nor smtps://HOST, or has an unknown setting; %s", exampleMail)
	}
	if _, err := mail.ParseAddress(m.MailFrom); err != nil {
		return fmt.Errorf("--mail needs --mail-from; write for example --mail-from \"Flowline <flowline@example.com>\"")
	}
	return nil
}

// SMTP is Mail taken apart.
type SMTP struct {
	Host           string
	Port           int
	Security       string // starttls, tls or none
	User, Password string
	From           mail.Address
}

// Server takes the settings apart, which are valid; ok is false when no mail is sent.
func (m *Mail) Server() (s SMTP, ok bool) {
	u, err := url.Parse(m.Mail)
	from, wrong := mail.ParseAddress(m.MailFrom)
	if m.Mail == "" || err != nil || wrong != nil {
		return s, false
	}
	s = SMTP{Host: u.Hostname(), Port: 587, Security: "starttls", User: u.User.Username(), From: *from}
	s.Password, _ = u.User.Password()
	if u.Scheme == "smtps" {
		s.Port, s.Security = 465, "tls"
	}
	if u.Query().Get("tls") == "none" {
		s.Security = "none"
	}
	if port, err := strconv.Atoi(u.Port()); err == nil {
		s.Port = port
	}
	return s, true
}
