package main

import (
	"flowline/assets"
	"flowline/engine"
	"flowline/server/notify"
)

// mailer is what sends mail; nil when none is to be sent.
func mailer(c appConfig) (engine.Mailer, error) {
	s, ok := c.Mail.Server()
	if !ok {
		return nil, nil
	}
	return notify.New(notify.Options{
		Host: s.Host, Port: s.Port, Security: notify.Security(s.Security), User: s.User, Password: s.Password,
		From: s.From, Site: c.Site(), Templates: assets.Mail(),
	})
}
