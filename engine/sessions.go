package engine

import (
	"context"

	"flowline/engine/text"
)

// Signing in is the server's business; the engine passes on what the store keeps of it.

// Secret gives the password hash of an active person by sign-in name. not_found.
func (e *Engine) Secret(ctx context.Context, signIn string) (person, hash string, err error) {
	return e.store.Secret(ctx, signIn)
}

// AddSession keeps a session.
func (e *Engine) AddSession(ctx context.Context, s Session) error { return e.store.AddSession(ctx, s) }

// Session gives a session that has not expired. not_found.
func (e *Engine) Session(ctx context.Context, tokenHash string) (Session, error) {
	return e.store.Session(ctx, tokenHash, e.at())
}

// RemoveSession forgets a session.
func (e *Engine) RemoveSession(ctx context.Context, tokenHash string) error {
	return e.store.RemoveSession(ctx, tokenHash)
}

// RemoveExpired forgets sessions and idempotency keys that have expired.
func (e *Engine) RemoveExpired(ctx context.Context) error { return e.store.RemoveExpired(ctx, e.at()) }

// SetLanguage saves the language that a person chose. invalid for one that the product does not speak.
func (e *Engine) SetLanguage(ctx context.Context, who, lang string) error {
	if _, err := e.actor(ctx, who); err != nil {
		return err
	}
	if lang != string(text.Chinese) && lang != string(text.English) {
		return badField("language", text.T("语言只能是 zh-CN 或 en。", "The language is zh-CN or en."))
	}
	return e.store.SetLanguage(ctx, who, lang)
}

// Language gives the language that a person chose; "" when none was chosen.
func (e *Engine) Language(ctx context.Context, who string) (string, error) {
	return e.store.Language(ctx, who)
}
