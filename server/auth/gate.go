package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"log/slog"
	"strings"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
)

// Sessions is what the gate needs of the engine.
type Sessions interface {
	// Secret gives an active person's id and password hash by sign-in name. not_found.
	Secret(ctx context.Context, signIn string) (person, hash string, err error)
	// AddSession keeps a session.
	AddSession(ctx context.Context, s engine.Session) error
	// Session gives a session that has not ended. not_found.
	Session(ctx context.Context, tokenHash string) (engine.Session, error)
	// RemoveSession ends a session.
	RemoveSession(ctx context.Context, tokenHash string) error
}

// Options are what a Gate is given besides its sessions. The zero Options work.
type Options struct {
	Lifetime  time.Duration    // of a session; 0: twelve hours
	Secure    bool             // the site is reached by https only: cookies say so
	Origins   []string         // origins besides the site's own that may send requests, such as that of a development server
	Now       func() time.Time // the clock; nil: time.Now
	Log       *slog.Logger     // nil: slog.Default
	Passwords *Passwords       // nil: one of its own
}

// Gate lets people in and keeps track of who they are.
type Gate struct {
	sessions   Sessions
	passwords  *Passwords
	lifetime   time.Duration
	secure     bool
	origins    map[string]bool
	now        func() time.Time
	log        *slog.Logger
	perAddress *limiter
	perName    *limiter
}

// New makes a Gate.
func New(sessions Sessions, o Options) *Gate {
	g := &Gate{
		sessions: sessions, passwords: o.Passwords, lifetime: o.Lifetime, secure: o.Secure, now: o.Now, log: o.Log,
		origins:    map[string]bool{},
		perAddress: newLimiter(2*time.Second, 30, 10_000), // a whole office may sit behind one address
		perName:    newLimiter(12*time.Second, 10, 10_000),
	}
	if g.passwords == nil {
		g.passwords = NewPasswords()
	}
	if g.lifetime == 0 {
		g.lifetime = 12 * time.Hour
	}
	if g.now == nil {
		g.now = time.Now
	}
	if g.log == nil {
		g.log = slog.Default()
	}
	for _, o := range o.Origins {
		g.origins[strings.TrimSuffix(o, "/")] = true
	}
	return g
}

// SignIn starts a session for whoever has this name and password, and answers the caller that the browser now is with
// the cookie it is to keep. forbidden (wrong_sign_in), refused (too_many_sign_ins, a *Later).
func (g *Gate) SignIn(ctx context.Context, signIn, password string) (Caller, string, error) {
	caller := From(ctx)
	name := strings.ToLower(strings.TrimSpace(signIn))
	if wait, ok := g.perAddress.take(caller.Address, g.now()); !ok {
		return Caller{}, "", errTooMany(wait)
	}
	if wait, ok := g.perName.take(name, g.now()); !ok {
		return Caller{}, "", errTooMany(wait)
	}
	person, hash, err := g.sessions.Secret(ctx, name)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Caller{}, "", err
	}
	ok, err := g.passwords.Matches(ctx, password, hash)
	if err != nil {
		return Caller{}, "", fault.Wrap(err, "check a password")
	}
	if !ok {
		g.log.InfoContext(ctx, "sign-in refused", "address", caller.Address)
		return Caller{}, "", errWrongSignIn()
	}
	g.perName.give(name)
	if caller.session != "" { // one browser, one session: the old one must not outlive a change of person
		if err := g.sessions.RemoveSession(ctx, caller.session); err != nil && !fault.Is(err, fault.NotFound) {
			return Caller{}, "", err
		}
	}
	token, now := newToken(), g.now().UTC()
	s := engine.Session{TokenHash: hashOf(token), Person: person, CSRF: newToken(), CreatedAt: now, ExpiresAt: now.Add(g.lifetime)}
	if err := g.sessions.AddSession(ctx, s); err != nil {
		return Caller{}, "", err
	}
	g.log.InfoContext(ctx, "signed in", "person", person, "address", caller.Address)
	return Caller{Person: person, CSRF: s.CSRF, Address: caller.Address, Expires: s.ExpiresAt, session: s.TokenHash}, g.sessionCookie(token, g.lifetime), nil
}

// SignOut ends the caller's session and answers the cookie that takes the token away.
func (g *Gate) SignOut(ctx context.Context) (string, error) {
	if s := From(ctx).session; s != "" {
		if err := g.sessions.RemoveSession(ctx, s); err != nil && !fault.Is(err, fault.NotFound) {
			return "", err
		}
	}
	return g.sessionCookie("", 0), nil
}

// Alive reports whether the caller's session still stands.
func (g *Gate) Alive(ctx context.Context, c Caller) bool {
	s, err := g.sessions.Session(ctx, c.session)
	return err == nil && s.Person == c.Person
}

func newToken() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails: crypto/rand ends the program instead
	return base64.RawURLEncoding.EncodeToString(b)
}

func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Hash makes the hash of a new password.
func (g *Gate) Hash(ctx context.Context, password string) (string, error) {
	return g.passwords.Hash(ctx, password)
}
