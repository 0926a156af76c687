package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"flowline/assets"
	"flowline/engine"
	"flowline/engine/store"
	"flowline/server/api"
	"flowline/server/auth"
	"flowline/server/config"
	"flowline/server/live"
	"flowline/server/sample"
	"flowline/server/worker"
)

// appConfig is what an app is made of.
type appConfig struct {
	config.Database
	config.Server
	config.Mail
	Log *slog.Logger
}

// app is the running program.
type app struct {
	store   *store.Store
	engine  *engine.Engine
	gate    *auth.Gate
	hub     *live.Hub
	api     *api.API
	workers []*worker.Worker
	address string
	grace   time.Duration
	log     *slog.Logger

	closing atomic.Bool
	served  chan error // what the HTTP side ended with
}

// Open makes a running program: it brings the database up to date, listens, and starts to work. What it opened it closes
// again when it cannot go on.
func Open(ctx context.Context, c appConfig) (*app, error) {
	if c.Log == nil {
		c.Log = slog.Default()
	}
	a := &app{log: c.Log, grace: c.Grace, served: make(chan error, 1)}
	s, err := openStore(ctx, c.Database.Database)
	if err != nil {
		return nil, err
	}
	a.store = s
	listener, err := a.wire(c)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	a.address = listener.Addr().String()
	go func() { a.served <- a.api.Serve(listener) }()
	for _, w := range a.workers {
		w.Start()
	}
	return a, nil
}

// openStore opens the database and brings it up to date.
func openStore(ctx context.Context, address string) (*store.Store, error) {
	if path, ok := strings.CutPrefix(address, "sqlite:"); ok && filepath.Dir(path) != "." {
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			return nil, fmt.Errorf("the folder of the database cannot be made; name another with --database: %w", err)
		}
	}
	s, err := store.Open(ctx, address, store.Options{})
	if err != nil {
		return nil, err
	}
	if err := s.Migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// wire makes the rooms and tells them of each other.
func (a *app) wire(c appConfig) (net.Listener, error) {
	templates, err := sample.Flows(assets.Flows())
	if err != nil {
		return nil, err
	}
	days, err := workingDays(c.Location())
	if err != nil {
		return nil, err
	}
	sender, err := mailer(c)
	if err != nil {
		return nil, err
	}
	owner := ownerName()
	a.hub = live.New(live.Options{Enter: a.enter, Log: c.Log})
	outbox := worker.New(worker.Task{Name: "outbox", Every: 5 * time.Second, Batch: 100, Run: func(ctx context.Context, n int) (int, error) {
		return a.engine.DeliverDue(ctx, owner, n)
	}}, c.Log)
	timers := worker.New(worker.Task{Name: "timers", Every: 5 * time.Second, Batch: 100, Run: func(ctx context.Context, n int) (int, error) {
		return a.engine.FireDue(ctx, owner, n)
	}}, c.Log)
	mails := worker.New(worker.Task{Name: "mails", Every: 5 * time.Second, Batch: 1, Run: func(ctx context.Context, _ int) (int, error) {
		return a.engine.MailDue(ctx)
	}}, c.Log)
	tidy := worker.New(worker.Task{Name: "tidy", Every: time.Hour, Run: func(ctx context.Context, _ int) (int, error) {
		return 0, errors.Join(a.engine.RemoveExpired(ctx), a.engine.Vacate(ctx), a.engine.RemoveLooseFiles(ctx))
	}}, c.Log)
	a.workers = []*worker.Worker{outbox, timers, mails, tidy}
	a.engine, err = engine.New(a.store, engine.Options{
		Publisher: tellAll{a.hub, outbox, mails}, Mailer: sender, Log: c.Log, Templates: templates, Location: c.Location(), Calendar: days, MaxFile: int64(c.MaxFile),
	})
	if err != nil {
		return nil, err
	}
	a.gate = auth.New(a.engine, auth.Options{Lifetime: c.Session, Secure: c.Secure(), Origins: c.Origins(), Log: c.Log})
	a.api = api.New(api.Options{
		Engine: a.engine, Gate: a.gate, Live: a.hub.Serve, Web: assets.Web(), Ready: a.ready, Log: c.Log, Version: version, Secure: c.Secure(),
	})
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s; is Flowline running already? Choose another address with --listen: %w", c.Listen, err)
	}
	return listener, nil
}

// ownerName names this running program in leases.
func ownerName() string {
	host, err := os.Hostname()
	if err != nil {
		host = "host"
	}
	return fmt.Sprintf("%s-%d-%s", host, os.Getpid(), uuid.NewString()[:8])
}
