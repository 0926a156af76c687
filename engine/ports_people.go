package engine

import (
	"context"
	"time"

	"flowline/engine/org"
)

// PeopleStore keeps the company.
type PeopleStore interface {
	// Company gives everybody and everything, and a revision that changes when any of it does.
	Company(ctx context.Context) (org.Company, int64, error)
	// CompanyRevision gives the revision alone: one cheap read.
	CompanyRevision(ctx context.Context) (int64, error)
	// SavePerson adds or replaces a person; the sessions of one who is not active end. conflict (sign_in_taken), refused
	// (last_admin) when no active admin would be left, whoever else is saved at the same time.
	SavePerson(ctx context.Context, p org.Person) error
	// SavePeople adds or replaces people if the company is still at base, as SavePerson does each: all or nobody. conflict
	// (company_moved_on, sign_in_taken), refused (last_admin).
	SavePeople(ctx context.Context, people []org.Person, base int64) error
	// SaveDepartment adds or replaces a department.
	SaveDepartment(ctx context.Context, d org.Department) error
	// SavePost adds or replaces a post.
	SavePost(ctx context.Context, p org.Post) error
	// SaveDeputy adds or replaces who stands in for whom.
	SaveDeputy(ctx context.Context, d org.Deputy) error
	// Secret gives the password hash of an active person by sign-in name. not_found.
	Secret(ctx context.Context, signIn string) (person string, hash string, err error)
	// SetSecret replaces a person's password hash, and ends every session that was begun with the one before. not_found.
	SetSecret(ctx context.Context, person, hash string) error
	// SetLanguage saves the language that a person chose; Language gives it, "" when none was chosen.
	SetLanguage(ctx context.Context, person, lang string) error
	Language(ctx context.Context, person string) (string, error)
	// SetQuiet saves when a person wants to be urged about nothing; Quiet gives it.
	SetQuiet(ctx context.Context, person string, q Quiet) error
	Quiet(ctx context.Context, person string) (Quiet, error)
}

// Session is one signed-in browser.
type Session struct {
	TokenHash string // SHA-256 of the cookie, hexadecimal
	Person    string
	CSRF      string
	CreatedAt time.Time
	ExpiresAt time.Time
}

// SessionStore keeps sessions, so that any copy of the program serves any request.
type SessionStore interface {
	AddSession(ctx context.Context, s Session) error
	// Session gives a session that has not expired at now. not_found.
	Session(ctx context.Context, tokenHash string, now time.Time) (Session, error)
	RemoveSession(ctx context.Context, tokenHash string) error
	// RemoveExpired forgets sessions and idempotency keys that have expired.
	RemoveExpired(ctx context.Context, now time.Time) error
}
