package store

import (
	"context"
	"encoding/json"
	"strings"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
)

const startDraftColumns = "id, person, revision, record_type, record, flow, version, base, form, picks, files, saved_at"

// StartDrafts implements engine.StartDraftStore.
func (s *Store) StartDrafts(ctx context.Context, person string) ([]engine.StartDraft, error) {
	rows, err := s.read(ctx).Raw("SELECT "+startDraftColumns+" FROM start_drafts WHERE person = ? ORDER BY saved_at DESC, id", person).Rows()
	return collect(rows, err, "list drafts of requests", scanStartDraft)
}

// StartDraft implements engine.StartDraftStore.
func (s *Store) StartDraft(ctx context.Context, person, id string) (engine.StartDraft, error) {
	row := s.read(ctx).Raw("SELECT "+startDraftColumns+" FROM start_drafts WHERE person = ? AND id = ?", person, id).Row()
	d, err := scanStartDraft(row.Scan)
	if missing(err) {
		return d, notFound("no_start_draft", text.T("没有这份草稿，它可能已经提交或删除了。", "There is no such draft; it may have been submitted or deleted."))
	}
	return d, fault.Wrap(mapped(err), "read draft %s of a request", id)
}

func scanStartDraft(scan scanner) (d engine.StartDraft, err error) {
	var form, picks, files string
	if err := scan(&d.ID, &d.Person, &d.Revision, &d.Type, &d.Record, &d.Flow, &d.Version, &d.Base, &form, &picks, &files, &d.SavedAt); err != nil {
		return d, err
	}
	d.SavedAt = d.SavedAt.UTC()
	decoder := json.NewDecoder(strings.NewReader(form))
	decoder.UseNumber()
	if err := decoder.Decode(&d.Set); err != nil {
		return d, err
	}
	if err := json.Unmarshal([]byte(picks), &d.Picks); err != nil {
		return d, err
	}
	return d, json.Unmarshal([]byte(files), &d.Files)
}

// SaveStartDraft implements engine.StartDraftStore.
func (s *Store) SaveStartDraft(ctx context.Context, d engine.StartDraft) error {
	doing := "keep draft " + d.ID + " of a request"
	var parts [3]any
	for i, part := range []any{d.Set, d.Picks, d.Files} {
		text, err := json.Marshal(part)
		if err != nil {
			return fault.Wrap(err, "%s", doing)
		}
		parts[i] = string(text)
	}
	return s.change(ctx, doing, func(tx *gorm.DB) error {
		if d.Revision == 1 {
			_, err := exec(tx, "INSERT INTO start_drafts ("+startDraftColumns+") VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				d.ID, d.Person, d.Type, d.Record, d.Flow, d.Version, d.Base, parts[0], parts[1], parts[2], at(d.SavedAt))
			if _, taken := violated(err); taken {
				return startDraftMovedOn()
			}
			if err != nil {
				return err
			}
			return s.keepFiles(tx, d.ID, d.Person, d.Holds)
		}
		found, err := exec(tx, "UPDATE start_drafts SET revision = ?, version = ?, base = ?, form = ?, picks = ?, files = ?, saved_at = ? WHERE person = ? AND id = ? AND revision = ?",
			d.Revision, d.Version, d.Base, parts[0], parts[1], parts[2], at(d.SavedAt), d.Person, d.ID, d.Revision-1)
		if err == nil && found == 0 {
			return startDraftMovedOn()
		}
		if err != nil {
			return err
		}
		return s.keepFiles(tx, d.ID, d.Person, d.Holds)
	})
}

// RemoveStartDraft implements engine.StartDraftStore.
func (s *Store) RemoveStartDraft(ctx context.Context, person, id string) error {
	return s.change(ctx, "remove draft "+id+" of a request", func(tx *gorm.DB) error {
		if _, err := exec(tx, "DELETE FROM start_drafts WHERE person = ? AND id = ?", person, id); err != nil {
			return err
		}
		return s.keepFiles(tx, id, person, nil)
	})
}

func startDraftMovedOn() error {
	return conflict("start_draft_moved_on", text.T("您在别处保存、提交或删除过这份草稿，这里的没有覆盖它。请选择载入那一份，或保留这里的。",
		"You kept, submitted or deleted this draft elsewhere; this did not overwrite it. Load that, or keep what is here."))
}
