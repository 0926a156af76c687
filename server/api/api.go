package api

import (
	"context"
	"encoding/json"
	"io/fs"
	"log/slog"
	"net"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/gofiber/fiber/v2"

	"flowline/engine"
	"flowline/engine/text"
	"flowline/server/auth"
)

// Options are what an API works with.
type Options struct {
	Engine  *engine.Engine
	Gate    *auth.Gate
	Live    func(*fiber.Ctx) error          // answers /api/live
	Web     fs.FS                           // the built web app
	Ready   func(ctx context.Context) error // whether requests can be served
	Log     *slog.Logger                    // nil: slog.Default
	Version string                          // of the program, for the document
	Secure  bool                            // people reach the site by https only
}

// API is the program's HTTP side.
type API struct {
	engine *engine.Engine
	gate   *auth.Gate
	ready  func(ctx context.Context) error
	log    *slog.Logger
	web    *web
	secure bool

	fiber    *fiber.App
	huma     huma.API
	document func() []byte // the OpenAPI document, made once
}

var hookHuma = sync.OnceFunc(answerComplaints)

// New makes the HTTP side. It answers nothing before Serve.
func New(o Options) *API {
	hookHuma()
	a := &API{engine: o.Engine, gate: o.Gate, ready: o.Ready, log: o.Log, secure: o.Secure}
	if a.log == nil {
		a.log = slog.Default()
	}
	app := fiber.New(fiber.Config{
		AppName:               "Flowline",
		StreamRequestBody:     true, // see receive
		ReadBufferSize:        16 << 10,
		ReadTimeout:           readTimeout,
		IdleTimeout:           idleTimeout,
		DisableStartupMessage: true,

		DisablePreParseMultipartForm: true, // nothing here takes files as forms
		ErrorHandler:                 a.Fail,
		Immutable:                    true, // parameters outlive the request in journals and sessions: fiber may not reuse their bytes
		CaseSensitive:                true,
		StrictRouting:                true,

		// The address of a proxy is believed only when it is on this machine.
		EnableTrustedProxyCheck: true,
		TrustedProxies:          []string{"127.0.0.1", "::1"},
	})
	app.Use(a.follow, a.catch, a.harden, a.receive)
	a.web = newWeb(o.Web)
	a.outside(app, o.Live)
	a.huma = humafiber.New(app, humaConfig(o.Version))
	a.routes()
	a.documentLive()
	a.document = sync.OnceValue(a.makeDocument)
	app.Use(a.web.serve)
	a.fiber = app
	return a
}

// Serve answers the requests that come to l, until Shutdown.
func (a *API) Serve(l net.Listener) error { return a.fiber.Listener(l) }

// Shutdown takes no more requests and waits for those under way, until ctx is done. It does not end websockets.
func (a *API) Shutdown(ctx context.Context) error { return a.fiber.ShutdownWithContext(ctx) }

// ProblemJSON words err for the caller of ctx, as the body of a problem response.
func (a *API) ProblemJSON(ctx context.Context, err error) []byte {
	b, _ := json.Marshal(a.problem(ctx, err)) // a Problem can always be written
	return b
}

// outside registers what is not in the document, and who may pass to what is.
func (a *API) outside(app *fiber.App, live fiber.Handler) {
	app.Get("/healthz", a.healthz)
	app.Get("/readyz", a.readyz)
	app.Get("/openapi.json", a.openapi)
	app.Get("/docs", a.docs)
	app.Use("/api", neverCached)
	if a.gate != nil {
		app.Use("/api", a.gate.Load, a.gate.Protect)
	}
	if live != nil {
		app.Get("/api/live", a.gate.OnlyFromHere, live)
	}
}

// language is the one to word things in: the person's choice, else what the browser asks for.
func (a *API) language(ctx context.Context) text.Lang {
	if who := auth.From(ctx).Person; who != "" && a.engine != nil {
		if chosen, err := a.engine.Language(ctx, who); err == nil && chosen != "" {
			return text.Lang(chosen)
		}
	}
	return requestOf(ctx).accepts
}
