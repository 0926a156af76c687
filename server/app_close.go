package main

import (
	"context"
	"errors"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Close takes the program down so that nothing is lost: websockets first, since HTTP no longer knows them; then no more
// requests, and those under way are finished; then the workers; the database last.
func (a *app) Close() error {
	a.closing.Store(true)
	ctx, cancel := context.WithTimeout(context.Background(), a.grace)
	defer cancel()
	err := errors.Join(a.hub.Close(ctx), a.api.Shutdown(ctx), <-a.served)
	for _, w := range a.workers {
		err = errors.Join(err, w.Stop(ctx))
	}
	return errors.Join(err, a.store.Close())
}

// ready reports whether requests can be served.
func (a *app) ready(ctx context.Context) error {
	if a.closing.Load() {
		return fault.New(fault.Unavailable, "closing", text.T("程序正在停止。", "The program is shutting down."))
	}
	return a.store.Ping(ctx)
}
