package store

import (
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
)

var noPerson = text.T("没有这个人。", "There is no such person.")

// Secret implements engine.PeopleStore.
func (s *Store) Secret(ctx context.Context, signIn string) (person, hash string, err error) {
	err = queryRow(s.read(ctx), "SELECT id, secret FROM people WHERE sign_in = ? AND active AND secret <> ''", signIn).Scan(&person, &hash)
	if missing(err) {
		return "", "", notFound("person_not_found", noPerson)
	}
	return person, hash, fault.Wrap(mapped(err), "read the secret of %s", signIn)
}

// SetSecret implements engine.PeopleStore.
func (s *Store) SetSecret(ctx context.Context, person, hash string) error {
	return s.setOwn(ctx, "set the secret of "+person, "UPDATE people SET secret = ? WHERE id = ?", hash, person,
		statement{"DELETE FROM sessions WHERE person = ?", []any{person}})
}

// SetLanguage implements engine.PeopleStore.
func (s *Store) SetLanguage(ctx context.Context, person, lang string) error {
	return s.setOwn(ctx, "set the language of "+person, "UPDATE people SET language = ? WHERE id = ?", lang, person)
}

// Language implements engine.PeopleStore.
func (s *Store) Language(ctx context.Context, person string) (string, error) {
	var lang string
	err := queryRow(s.read(ctx), "SELECT language FROM people WHERE id = ?", person).Scan(&lang)
	if missing(err) {
		return "", notFound("person_not_found", noPerson)
	}
	return lang, fault.Wrap(mapped(err), "read the language of %s", person)
}

// SetQuiet implements engine.PeopleStore.
func (s *Store) SetQuiet(ctx context.Context, person string, q engine.Quiet) error {
	doc, err := json.Marshal(q)
	if err != nil {
		return fault.Wrap(err, "save the quiet hours of %s", person)
	}
	return s.setOwn(ctx, "save the quiet hours of "+person, "UPDATE people SET quiet = ? WHERE id = ?", string(doc), person)
}

// Quiet implements engine.PeopleStore.
func (s *Store) Quiet(ctx context.Context, person string) (q engine.Quiet, err error) {
	var doc string
	err = s.read(ctx).Raw("SELECT quiet FROM people WHERE id = ?", person).Row().Scan(&doc)
	if missing(err) || err == nil && doc == "" {
		return q, nil // nobody any more has none either
	}
	if err != nil {
		return q, fault.Wrap(mapped(err), "read the quiet hours of %s", person)
	}
	return q, fault.Wrap(json.Unmarshal([]byte(doc), &q), "read the quiet hours of %s", person)
}

func (s *Store) setOwn(ctx context.Context, doing, sql, value, person string, then ...statement) error {
	return s.change(ctx, doing, func(tx *gorm.DB) error {
		found, err := exec(tx, sql, value, person)
		if err == nil && found == 0 {
			return notFound("person_not_found", noPerson)
		}
		if err != nil {
			return err
		}
		return runAll(tx, then)
	})
}
