package store

import (
	"context"
	"encoding/json"
	"sync"

	"gorm.io/gorm"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// catalog keeps the record types in memory, as tables. Every question about records needs a type, and types seldom
// change: they are read again when one is not known, and whenever the engine asks for Types.
type catalog struct {
	store  *Store
	mu     sync.RWMutex
	tables map[string]*recordTable
}

func newCatalog(s *Store) *catalog { return &catalog{store: s} }

// table gives the table of a type. not_found (record_type_not_found).
func (c *catalog) table(ctx context.Context, key string) (*recordTable, error) {
	if t := c.get(key); t != nil {
		return t, nil
	}
	if _, err := c.load(ctx); err != nil {
		return nil, err
	}
	if t := c.get(key); t != nil {
		return t, nil
	}
	return nil, noType(key)
}

// holding is table for someone who is about to write values: when a key is unknown, another copy may have added it.
func (c *catalog) holding(ctx context.Context, key string, v record.Values) (*recordTable, error) {
	t, err := c.table(ctx, key)
	if err != nil || t.unknown(v) == "" {
		return t, err
	}
	if _, err := c.load(ctx); err != nil {
		return nil, err
	}
	if t = c.get(key); t == nil {
		return nil, noType(key)
	}
	if field := t.unknown(v); field != "" {
		return nil, unknownField(field)
	}
	return t, nil
}

func (c *catalog) get(key string) *recordTable {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.tables[key]
}

// RecordType implements record.Catalog over what is in memory.
func (c *catalog) RecordType(key string) (*record.Type, bool) {
	if t := c.get(key); t != nil {
		return t.Type, true
	}
	return nil, false
}

// load reads all types, in the order in which they were made.
func (c *catalog) load(ctx context.Context) ([]record.Type, error) {
	rows, err := query(c.store.read(ctx), "SELECT doc FROM record_types ORDER BY created_at, type_key")
	types, err := collect(rows, err, "read the record types", func(scan scanner) (t record.Type, err error) {
		var doc string
		if err := scan(&doc); err != nil {
			return t, err
		}
		return t, json.Unmarshal([]byte(doc), &t)
	})
	if err != nil {
		return nil, err
	}
	tables := make(map[string]*recordTable, len(types))
	for _, t := range types {
		tables[t.Key] = newRecordTable(t)
	}
	c.mu.Lock()
	c.tables = tables
	c.mu.Unlock()
	return types, nil
}

// Types implements engine.RecordStore.
func (s *Store) Types(ctx context.Context) ([]record.Type, error) { return s.types.load(ctx) }

// storedType reads one type, held against others who save it. not_found.
func storedType(tx *gorm.DB, key string) (record.Type, error) {
	var docs []string
	if err := tx.Table("record_types").Clauses(forUpdate).Where("type_key = ?", key).Pluck("doc", &docs).Error; err != nil {
		return record.Type{}, err
	}
	if len(docs) == 0 {
		return record.Type{}, noType(key)
	}
	var t record.Type
	return t, json.Unmarshal([]byte(docs[0]), &t)
}

func noType(key string) error {
	return notFound("record_type_not_found", text.T("没有记录类型“{key}”。", "There is no record type {key}."), "key", key)
}

func unknownField(key string) error {
	words := text.T("没有字段“{key}”。", "There is no field {key}.").Fill("key", key)
	return fault.New(fault.Invalid, "unknown_field", words).With(key, words)
}
