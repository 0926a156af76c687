package store

import (
	"context"
	"database/sql"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
)

// AddSession implements engine.SessionStore.
func (s *Store) AddSession(ctx context.Context, n engine.Session) error {
	return s.change(ctx, "add a session", func(tx *gorm.DB) error {
		_, err := exec(tx, "INSERT INTO sessions (token_hash, person, csrf, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
			n.TokenHash, n.Person, n.CSRF, at(n.CreatedAt), at(n.ExpiresAt))
		return err
	})
}

// Session implements engine.SessionStore.
func (s *Store) Session(ctx context.Context, tokenHash string, now time.Time) (engine.Session, error) {
	n := engine.Session{TokenHash: tokenHash}
	var created, expires sql.NullTime
	err := queryRow(s.read(ctx), "SELECT person, csrf, created_at, expires_at FROM sessions WHERE token_hash = ? AND expires_at > ?", tokenHash, at(now)).Scan(&n.Person, &n.CSRF, &created, &expires)
	if missing(err) {
		return engine.Session{}, notFound("session_not_found", text.T("登录已过期，请重新登录。", "You are signed out; please sign in again."))
	}
	n.CreatedAt, n.ExpiresAt = created.Time, expires.Time
	return n, fault.Wrap(mapped(err), "read a session")
}

// RemoveSession implements engine.SessionStore.
func (s *Store) RemoveSession(ctx context.Context, tokenHash string) error {
	return s.change(ctx, "remove a session", func(tx *gorm.DB) error {
		_, err := exec(tx, "DELETE FROM sessions WHERE token_hash = ?", tokenHash)
		return err
	})
}

// RemoveExpired implements engine.SessionStore.
func (s *Store) RemoveExpired(ctx context.Context, now time.Time) error {
	return s.change(ctx, "remove what has expired", func(tx *gorm.DB) error {
		return runAll(tx, []statement{
			{"DELETE FROM sessions WHERE expires_at <= ?", []any{at(now)}},
			{"DELETE FROM idempotency_keys WHERE expires_at <= ?", []any{at(now)}},
		})
	})
}
