package store

import (
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
)

var messageColumns = []string{"id", "instance", "task", "person", "at", "words", "mentions", "files"}

// AddMessage implements engine.MessageStore. A message that is there already keeps its words and is told of only once.
func (s *Store) AddMessage(ctx context.Context, m engine.MessageRow, jobs []machine.Job) error {
	mentions, err := json.Marshal(append([]string{}, m.Mentions...))
	if err != nil {
		return fault.Wrap(err, "add message %s", m.ID)
	}
	files, err := json.Marshal(append([]string{}, m.Files...))
	if err != nil {
		return fault.Wrap(err, "add message %s", m.ID)
	}
	told, err := s.jobStatements(m.Instance, jobs, m.At)
	if err != nil {
		return fault.Wrap(err, "add message %s", m.ID)
	}
	add := s.inserts.messages.rows([]any{m.ID, m.Instance, m.Task, m.Person, at(m.At), m.Words, string(mentions), string(files)})
	var uses []engine.FileUse
	for _, f := range m.Files {
		uses = append(uses, engine.FileUse{File: f, Holder: m.Instance})
	}
	add = append(add, s.useStatements(uses)...)
	return s.change(ctx, "add message "+m.ID, func(tx *gorm.DB) error {
		var there int
		if err := queryRow(tx, "SELECT 1 FROM messages WHERE id = ?", m.ID).Scan(&there); err == nil {
			return nil
		} else if !missing(err) {
			return err
		}
		err := runAll(tx, append(add, told...))
		if _, taken := violated(err); taken {
			return nil // a twin of this call was first
		}
		return err
	})
}

// Messages implements engine.MessageStore.
func (s *Store) Messages(ctx context.Context, instance string) ([]engine.MessageRow, error) {
	rows, err := query(s.read(ctx), "SELECT id, instance, task, person, at, words, mentions, COALESCE(files, '[]') FROM messages WHERE instance = ? ORDER BY at, id", instance)
	return collect(rows, err, "read the thread of "+instance, func(scan scanner) (m engine.MessageRow, err error) {
		var mentions, files string
		if err := scan(&m.ID, &m.Instance, &m.Task, &m.Person, &m.At, &m.Words, &mentions, &files); err != nil {
			return m, err
		}
		m.At = m.At.UTC()
		if err := json.Unmarshal([]byte(files), &m.Files); err != nil {
			return m, err
		}
		return m, json.Unmarshal([]byte(mentions), &m.Mentions)
	})
}
