package store

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

var (
	noFlow       = text.T("没有这个流程。", "There is no such flow.")
	draftMovedOn = text.T("这个流程刚刚被别人保存过，您的改动没有覆盖它。请重新载入后再保存。",
		"Somebody else has just saved this flow; your changes did not overwrite theirs. Reload it, then save again.")
)

// Drafts implements engine.FlowStore.
func (s *Store) Drafts(ctx context.Context) ([]engine.Draft, error) {
	rows, err := query(s.read(ctx), "SELECT flow_key, revision, name_zh, name_en, record_type, current_version, updated_at, updated_by FROM flow_drafts ORDER BY flow_key")
	return collect(rows, err, "list drafts", func(scan scanner) (d engine.Draft, err error) {
		var updated sql.NullTime
		err = scan(&d.Key, &d.Revision, &d.Definition.Name.ZH, &d.Definition.Name.EN, &d.Definition.Record, &d.Current, &updated, &d.UpdatedBy)
		d.Definition.Key, d.UpdatedAt = d.Key, updated.Time
		return d, err
	})
}

// Draft implements engine.FlowStore.
func (s *Store) Draft(ctx context.Context, key string) (engine.Draft, error) {
	d := engine.Draft{Key: key}
	var (
		doc     string
		updated sql.NullTime
	)
	err := queryRow(s.read(ctx), "SELECT revision, current_version, updated_at, updated_by, definition FROM flow_drafts WHERE flow_key = ?", key).Scan(&d.Revision, &d.Current, &updated, &d.UpdatedBy, &doc)
	if missing(err) {
		return engine.Draft{}, notFound("flow_not_found", noFlow)
	}
	if err != nil {
		return engine.Draft{}, fault.Wrap(mapped(err), "read draft %s", key)
	}
	d.UpdatedAt = updated.Time
	d.Definition, err = flow.Parse([]byte(doc))
	return d, fault.Wrap(err, "read draft %s", key)
}

// AddDraft implements engine.FlowStore.
func (s *Store) AddDraft(ctx context.Context, d engine.Draft) error {
	doc, err := d.Definition.Encode()
	if err != nil {
		return fault.Wrap(err, "add draft %s", d.Key)
	}
	return s.change(ctx, "add draft "+d.Key, func(tx *gorm.DB) error {
		_, err := exec(tx, "INSERT INTO flow_drafts (flow_key, revision, name_zh, name_en, record_type, versions, current_version, updated_at, updated_by, definition) VALUES (?, 1, ?, ?, ?, 0, 0, ?, ?, ?)",
			d.Key, d.Definition.Name.ZH, d.Definition.Name.EN, d.Definition.Record, at(d.UpdatedAt), d.UpdatedBy, string(doc))
		if _, taken := violated(err); taken {
			words := text.T("流程标识“{key}”已被使用，请换一个。", "There is a flow with the key {key} already; choose another.").Fill("key", d.Key)
			return conflict("flow_key_taken", words).With("key", words)
		}
		return err
	})
}

// SaveDraft implements engine.FlowStore.
func (s *Store) SaveDraft(ctx context.Context, d engine.Draft, base int64) error {
	doc, err := d.Definition.Encode()
	if err != nil {
		return fault.Wrap(err, "save draft %s", d.Key)
	}
	return s.change(ctx, "save draft "+d.Key, func(tx *gorm.DB) error {
		found, err := exec(tx, "UPDATE flow_drafts SET revision = ?, name_zh = ?, name_en = ?, record_type = ?, updated_at = ?, updated_by = ?, definition = ? WHERE flow_key = ? AND revision = ?",
			base+1, d.Definition.Name.ZH, d.Definition.Name.EN, d.Definition.Record, at(d.UpdatedAt), d.UpdatedBy, string(doc), d.Key, base)
		if err == nil && found == 0 {
			return whyNoDraft(tx, d.Key)
		}
		return err
	})
}

// whyNoDraft tells a draft that moved on from one that is not there.
func whyNoDraft(tx *gorm.DB, key string) error {
	var there int
	switch err := queryRow(tx, "SELECT 1 FROM flow_drafts WHERE flow_key = ?", key).Scan(&there); {
	case missing(err):
		return notFound("flow_not_found", noFlow)
	case err != nil:
		return err
	}
	return conflict("draft_moved_on", draftMovedOn)
}
