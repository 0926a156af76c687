package auth

import (
	"crypto/subtle"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"flowline/engine/fault"
)

// The cookies. Before signing in, the token against forged requests is a cookie too; afterwards it is the session's.
const (
	sessionCookie = "flowline_session"
	visitorCookie = "flowline_visitor"
	csrfHeader    = "X-Csrf-Token"
)

// Load finds out who is asking and keeps it in the request's context.
func (g *Gate) Load(c *fiber.Ctx) error {
	caller := Caller{Address: address(c)}
	if token := c.Cookies(sessionCookie); token != "" {
		s, err := g.sessions.Session(c.UserContext(), hashOf(token))
		switch {
		case err == nil:
			caller.Person, caller.CSRF, caller.Expires, caller.session = s.Person, s.CSRF, s.ExpiresAt, s.TokenHash
		case !fault.Is(err, fault.NotFound):
			return err
		}
	}
	if caller.Person == "" {
		caller.CSRF = c.Cookies(visitorCookie)
		if len(caller.CSRF) != tokenLength {
			caller.CSRF = newToken()
			c.Cookie(g.visitorCookie(caller.CSRF))
		}
	}
	c.SetUserContext(With(c.UserContext(), caller))
	return c.Next()
}

// tokenLength is the length of newToken's answers.
const tokenLength = 43

// Protect refuses requests that change something and were not made by this site's own page for this very caller.
func (g *Gate) Protect(c *fiber.Ctx) error {
	switch c.Method() {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return c.Next()
	}
	want, got := From(c.UserContext()).CSRF, c.Get(csrfHeader)
	if !g.FromHere(c) || want == "" || subtle.ConstantTimeCompare([]byte(want), []byte(got)) != 1 {
		return errForged()
	}
	return c.Next()
}

// OnlyFromHere refuses requests of other sites' pages, whatever their method: a websocket opens with a GET.
func (g *Gate) OnlyFromHere(c *fiber.Ctx) error {
	if !g.FromHere(c) {
		return errForged()
	}
	return c.Next()
}

// FromHere reports whether a request comes from this site's own page, by what the browser says of it. A program that is
// no browser says nothing; it has no cookies of a person to misuse.
func (g *Gate) FromHere(c *fiber.Ctx) bool {
	origin := c.Get(fiber.HeaderOrigin)
	if g.origins[origin] {
		return true
	}
	switch c.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return false
	}
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, c.Get(fiber.HeaderHost))
}

// address is where a request comes from: behind a trusted proxy, the last address that the proxy vouches for.
func address(c *fiber.Ctx) string {
	if c.IsProxyTrusted() {
		if list := c.Get(fiber.HeaderXForwardedFor); list != "" {
			parts := strings.Split(list, ",")
			return strings.TrimSpace(parts[len(parts)-1])
		}
	}
	return c.Context().RemoteIP().String()
}

// sessionCookie gives the browser a token to keep for so long; an empty one takes it away. It says how long, not until
// when: the browser's clock may be wrong.
func (g *Gate) sessionCookie(token string, keep time.Duration) string {
	c := http.Cookie{
		Name: sessionCookie, Value: token, Path: "/", MaxAge: int(keep.Seconds()), HttpOnly: true,
		SameSite: http.SameSiteLaxMode, Secure: g.secure,
	}
	if token == "" {
		c.MaxAge = -1
	}
	return c.String()
}

// visitorCookie keeps the token of somebody who is not signed in for as long as the browser is open.
func (g *Gate) visitorCookie(token string) *fiber.Cookie {
	return &fiber.Cookie{
		Name: visitorCookie, Value: token, Path: "/", HTTPOnly: true, SessionOnly: true,
		SameSite: fiber.CookieSameSiteLaxMode, Secure: g.secure,
	}
}
