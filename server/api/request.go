package api

import (
	"context"
	"fmt"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/google/uuid"

	"flowline/engine/fault"
	"flowline/engine/text"
	"flowline/server/auth"
)

// What a slow sender and an answer may take, and how long an idle connection is kept.
const (
	readTimeout   = 30 * time.Second
	answerTimeout = 20 * time.Second
	idleTimeout   = 2 * time.Minute
)

// request is what is known of a request before anything else.
type request struct {
	id      string
	accepts text.Lang
	api     *API
}

type requestKey struct{}

func requestOf(ctx context.Context) request {
	r, ok := ctx.Value(requestKey{}).(request)
	if !ok {
		r.accepts = text.Chinese
	}
	return r
}

// follow gives the request its name and writes one line of log about it. Neither the query nor the body is logged: they
// may hold what is confidential.
func (a *API) follow(c *fiber.Ctx) error {
	began := time.Now()
	r := request{id: uuid.Must(uuid.NewV7()).String(), accepts: accepted(c.Get(fiber.HeaderAcceptLanguage)), api: a}
	ctx, cancel := context.WithTimeout(context.WithValue(c.UserContext(), requestKey{}, r), answerTimeout)
	defer cancel()
	c.SetUserContext(ctx)
	c.Set(fiber.HeaderXRequestID, r.id)
	if err := c.Next(); err != nil {
		if err := a.Fail(c, err); err != nil {
			return err
		}
	}
	ctx = c.UserContext()
	a.log.InfoContext(ctx, "request", "request", r.id, "method", c.Method(), "path", c.Path(), "status", c.Response().StatusCode(),
		"person", auth.From(ctx).Person, "took", time.Since(began).Round(10*time.Microsecond).String())
	return nil
}

// catch makes a panic an answer. The stack goes to the log.
func (a *API) catch(c *fiber.Ctx) (err error) {
	defer func() {
		if p := recover(); p != nil {
			a.log.ErrorContext(c.UserContext(), "panic", "request", requestOf(c.UserContext()).id, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			c.Response().Reset()
			c.Set(fiber.HeaderXRequestID, requestOf(c.UserContext()).id)
			setSecurityHeaders(c)
			err = fault.Wrap(fmt.Errorf("panic: %v", p), "answer a request")
		}
	}()
	return c.Next()
}

// accepted is the first of the product's languages that an Accept-Language header asks for.
func accepted(header string) text.Lang {
	type wish struct {
		tag     string
		quality float64
	}
	var wishes []wish
	for _, part := range strings.Split(header, ",") {
		tag, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		w := wish{tag: strings.ToLower(strings.TrimSpace(tag)), quality: 1}
		if q, ok := strings.CutPrefix(strings.TrimSpace(params), "q="); ok {
			if v, err := strconv.ParseFloat(q, 64); err == nil {
				w.quality = v
			}
		}
		wishes = append(wishes, w)
	}
	sort.SliceStable(wishes, func(i, j int) bool { return wishes[i].quality > wishes[j].quality })
	for _, w := range wishes {
		if w.quality > 0 && (strings.HasPrefix(w.tag, "en") || strings.HasPrefix(w.tag, "zh")) {
			return text.Pick(w.tag)
		}
	}
	return text.Pick("")
}
