package main

import (
	"context"
	"strings"

	"flowline/server/auth"
	"flowline/server/live"
	"flowline/server/worker"
)

// enter says who opens a websocket: a person who is signed in, as long as the session lasts, for the topics that the
// engine lets the person follow.
func (a *app) enter(ctx context.Context) (live.Visitor, error) {
	ctx = context.WithoutCancel(ctx) // the connection outlives the request
	caller := auth.From(ctx)
	if caller.Person == "" {
		return live.Visitor{}, auth.ErrSignedOut()
	}
	return live.Visitor{
		Name: caller.Person, Expires: caller.Expires,
		Follow: func(asked context.Context, topic string) (int64, []byte) {
			revision, err := a.engine.Topic(asked, caller.Person, topic)
			if err != nil {
				return 0, a.api.ProblemJSON(ctx, err)
			}
			return revision, nil
		},
		Alive: func(asked context.Context) bool { return a.gate.Alive(asked, caller) },
	}, nil
}

// tellAll passes on what the engine publishes: to the browsers, to the outbox's worker, for which a step of an instance, or
// a message about one, has left work, and to that of the mails, for which a notice in somebody's bell has.
type tellAll struct {
	hub    *live.Hub
	outbox *worker.Worker
	mails  *worker.Worker
}

// Publish implements engine.Publisher.
func (t tellAll) Publish(topic string, revision int64) {
	t.hub.Publish(topic, revision)
	if strings.HasPrefix(topic, "instance:") || strings.HasPrefix(topic, "thread:") {
		t.outbox.Wake()
	}
	if strings.HasPrefix(topic, "inbox:") {
		t.mails.Wake()
	}
}
