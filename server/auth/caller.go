package auth

import (
	"context"
	"time"
)

// Caller is who sent a request.
type Caller struct {
	Person  string    // person id; empty: nobody is signed in
	CSRF    string    // what a changing request has to carry in X-CSRF-Token
	Address string    // where the request comes from
	Expires time.Time // when the session ends; zero without one

	session string // hash of the session's token
}

type callerKey struct{}

// From gives the caller of a request; the zero Caller when ctx is of none.
func From(ctx context.Context) Caller {
	c, _ := ctx.Value(callerKey{}).(Caller)
	return c
}

// With gives a context of a request by c.
func With(ctx context.Context, c Caller) context.Context {
	return context.WithValue(ctx, callerKey{}, c)
}
