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

var noVersion = text.T("流程没有这个版本。", "The flow has no such version.")

// AddVersion implements engine.FlowStore. Its UPDATE holds the draft's row, so two publications get two numbers. (MySQL
// sets columns one after the other, each seeing the ones before: hence their order.)
func (s *Store) AddVersion(ctx context.Context, v engine.Version, base int64) (int, error) {
	doc, err := v.Definition.Encode()
	if err != nil {
		return 0, fault.Wrap(err, "publish %s", v.Flow)
	}
	var number int
	err = s.change(ctx, "publish "+v.Flow, func(tx *gorm.DB) error {
		found, err := exec(tx, "UPDATE flow_drafts SET current_version = versions + 1, versions = versions + 1 WHERE flow_key = ? AND revision = ?", v.Flow, base)
		if err != nil {
			return err
		}
		if found == 0 {
			return whyNoDraft(tx, v.Flow)
		}
		if err := queryRow(tx, "SELECT versions FROM flow_drafts WHERE flow_key = ?", v.Flow).Scan(&number); err != nil {
			return err
		}
		_, err = exec(tx, "INSERT INTO flow_versions (flow_key, number, note, name_zh, name_en, record_type, published_at, published_by, definition) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			v.Flow, number, v.Note, v.Definition.Name.ZH, v.Definition.Name.EN, v.Definition.Record, at(v.PublishedAt), v.PublishedBy, string(doc))
		return err
	})
	if err != nil {
		return 0, err
	}
	return number, nil
}

// versionSelect reads versions v of drafts d; the document comes last, or an empty one in its place.
const (
	versionColumns = "v.flow_key, v.number, v.note, v.name_zh, v.name_en, v.record_type, v.published_at, v.published_by, d.current_version"
	versionTables  = " FROM flow_versions v JOIN flow_drafts d ON d.flow_key = v.flow_key "
)

// Version implements engine.FlowStore.
func (s *Store) Version(ctx context.Context, key string, number int) (engine.Version, error) {
	list, err := s.versions(ctx, versionColumns+", v.definition"+versionTables+"WHERE v.flow_key = ? AND v.number = ?", key, number)
	if err != nil {
		return engine.Version{}, err
	}
	if len(list) == 0 {
		return engine.Version{}, notFound("version_not_found", noVersion)
	}
	return list[0], nil
}

// Versions implements engine.FlowStore.
func (s *Store) Versions(ctx context.Context, key string) ([]engine.Version, error) {
	return s.versions(ctx, versionColumns+", ''"+versionTables+"WHERE v.flow_key = ? ORDER BY v.number DESC", key)
}

// CurrentVersions implements engine.FlowStore.
func (s *Store) CurrentVersions(ctx context.Context) ([]engine.Version, error) {
	return s.versions(ctx, versionColumns+", v.definition"+versionTables+"WHERE v.number = d.current_version ORDER BY v.flow_key")
}

func (s *Store) versions(ctx context.Context, what string, args ...any) ([]engine.Version, error) {
	rows, err := query(s.read(ctx), "SELECT "+what, args...)
	return collect(rows, err, "read versions", func(scan scanner) (v engine.Version, err error) {
		var (
			doc       string
			published sql.NullTime
			current   int
			head      flow.Definition
		)
		if err := scan(&v.Flow, &v.Number, &v.Note, &head.Name.ZH, &head.Name.EN, &head.Record, &published, &v.PublishedBy, &current, &doc); err != nil {
			return v, err
		}
		head.Key, v.PublishedAt, v.Current, v.Definition = v.Flow, published.Time, current == v.Number, head
		if doc != "" {
			v.Definition, err = flow.Parse([]byte(doc))
		}
		return v, err
	})
}

// MakeCurrent implements engine.FlowStore.
func (s *Store) MakeCurrent(ctx context.Context, key string, number int) error {
	return s.change(ctx, "make another version current", func(tx *gorm.DB) error {
		found, err := exec(tx, "UPDATE flow_drafts SET current_version = ? WHERE flow_key = ? AND versions >= ? AND ? > 0", number, key, number, number)
		if err == nil && found == 0 {
			return notFound("version_not_found", noVersion)
		}
		return err
	})
}
