package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"flowline/server/auth"
)

// body is an answer that has nothing but a body.
type body[T any] struct{ Body T }

// reply hands on what the engine answered.
func reply[T any](v T, err error) (*body[T], error) {
	if err != nil {
		return nil, err
	}
	return &body[T]{v}, nil
}

// drawing is an answer that is a diagram.
type drawing struct {
	ContentType string `header:"Content-Type"`
	Policy      string `header:"Content-Security-Policy"`
	Body        []byte
}

// draw hands on a diagram. Opened by itself it may load nothing and run nothing.
func draw(svg []byte, err error) (*drawing, error) {
	if err != nil {
		return nil, err
	}
	return &drawing{"image/svg+xml; charset=utf-8", "default-src 'none'; style-src 'unsafe-inline'; sandbox", svg}, nil
}

// nothing is an input or an answer without content.
type nothing struct{}

// who is the person who asks.
func who(ctx context.Context) string { return auth.From(ctx).Person }

// open registers a route for everybody; signed registers one for people who are signed in. The address is written as
// "METHOD /path"; name is the operation's in the document, of which more says what its types do not.
func open[I, O any](a *API, address, name, summary string, do func(context.Context, *I) (*O, error), more ...func(*huma.Operation)) {
	register(a, address, name, summary, nil, do, more)
}

func signed[I, O any](a *API, address, name, summary string, do func(context.Context, *I) (*O, error), more ...func(*huma.Operation)) {
	register(a, address, name, summary, huma.Middlewares{a.signedIn}, do, more)
}

// signedIn lets through who is signed in, before anything else is looked at.
func (a *API) signedIn(hc huma.Context, next func(huma.Context)) {
	if who(hc.Context()) != "" {
		next(hc)
		return
	}
	_ = huma.WriteErr(a.huma, hc, http.StatusUnauthorized, "", auth.ErrSignedOut()) // huma has said on its own why it could not
}

func register[I, O any](a *API, address, name, summary string, first huma.Middlewares, do func(context.Context, *I) (*O, error), more []func(*huma.Operation)) {
	method, path, _ := strings.Cut(address, " ")
	tag, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	op := huma.Operation{
		OperationID: name, Method: method, Path: "/api" + path, Summary: summary, Tags: []string{tag},
		MaxBodyBytes: maxBody + 1, Middlewares: first,
	}
	if strings.HasPrefix(path, "/exports/") {
		op.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{
			"text/csv": {Schema: &huma.Schema{Type: huma.TypeString}},
		}}}
	}
	if strings.HasSuffix(path, ".svg") {
		op.Responses = map[string]*huma.Response{"200": {Description: "The diagram", Content: map[string]*huma.MediaType{
			"image/svg+xml": {Schema: &huma.Schema{Type: huma.TypeString}},
		}}}
	}
	for _, say := range more {
		say(&op)
	}
	huma.Register(a.huma, op, func(ctx context.Context, in *I) (*O, error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, a.problem(ctx, err)
		}
		return out, nil
	})
}
