package api

import (
	"context"

	"flowline/engine"
	"flowline/engine/text"
	"flowline/server/auth"
)

// session is who is signed in.
type session struct {
	Person   *engine.Me `json:"person,omitempty" doc:"Absent when nobody is signed in"`
	CSRF     string     `json:"csrf" doc:"To be sent as X-CSRF-Token with every request that changes something"`
	Language text.Lang  `json:"language,omitempty" doc:"The language that the person chose, if any"`
	MaxFile  int64      `json:"maxFile,omitempty" doc:"How many bytes an attachment may have"`
}

func (a *API) readSession(ctx context.Context, _ *nothing) (*body[session], error) {
	return reply(a.session(ctx, auth.From(ctx)))
}

func (a *API) session(ctx context.Context, c auth.Caller) (session, error) {
	s := session{CSRF: c.CSRF}
	if c.Person == "" {
		return s, nil
	}
	me, err := a.engine.Me(ctx, c.Person)
	if err != nil {
		return session{}, err
	}
	chosen, err := a.engine.Language(ctx, c.Person)
	if err != nil {
		return session{}, err
	}
	s.Person, s.Language, s.MaxFile = &me, text.Lang(chosen), a.engine.MaxFile()
	return s, nil
}
