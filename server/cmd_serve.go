package main

import (
	"context"
	"errors"
	"log/slog"
	"os"

	"flowline/server/config"
)

type serve struct {
	config.Database
	config.Logging
	config.Server
	config.Mail
}

// Validate sees to what two settings need of each other.
func (s *serve) Validate() error {
	if s.Mail.Mail != "" && s.PublicURL == "" {
		return errors.New("--mail needs --public-url, for the links in mails, and --mail-from; write for example --public-url https://flowline.example.com")
	}
	return nil
}

// Run serves until it is told to stop.
func (s *serve) Run(ctx context.Context) error {
	log := logger(&s.Logging)
	slog.SetDefault(log)
	a, err := Open(ctx, appConfig{s.Database, s.Server, s.Mail, log})
	if err != nil {
		return err
	}
	log.Info("serving", "address", "http://"+a.address, "version", version)
	if company, _, err := a.store.Company(ctx); err == nil && len(company.People) == 0 {
		log.Warn("nobody can sign in yet: load the sample company with `flowline seed`, or add yourself with `flowline user add NAME --role admin`; both take the same --database")
	}
	select {
	case <-ctx.Done():
		log.Info("stopping", "grace", s.Grace.String())
	case err = <-a.served:
		a.served <- err
		log.Error("no longer serving", "error", err)
	}
	err = a.Close()
	log.Info("stopped")
	return err
}

// logger writes lines for people, or for programs.
func logger(c *config.Logging) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.Level()}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(os.Stderr, options))
	}
	return slog.New(slog.NewTextHandler(os.Stderr, options))
}
