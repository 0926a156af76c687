package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Snapshot implements engine.InstanceStore. Its values are canonical again, as far as the record type still has their
// fields.
func (s *Store) Snapshot(ctx context.Context, instance string) (record.Values, error) {
	var (
		typ string
		doc sql.NullString
	)
	err := queryRow(s.read(ctx), "SELECT record_type, data FROM instances WHERE id = ?", instance).Scan(&typ, &doc)
	if missing(err) {
		return nil, notFound("instance_not_found", noInstance)
	}
	if err == nil && !doc.Valid {
		return nil, notFound("no_snapshot", text.T("这个流程开始时还没有保存数据版本。", "When this request began, versions of its data were not kept yet."))
	}
	var raw map[string]any
	if err == nil {
		d := json.NewDecoder(strings.NewReader(doc.String))
		d.UseNumber()
		err = d.Decode(&raw)
	}
	if err != nil {
		return nil, fault.Wrap(mapped(err), "read the snapshot of %s", instance)
	}
	t, err := s.types.table(ctx, typ)
	if err != nil {
		return nil, err
	}
	return s.types.revive(t.Type, raw), nil
}
