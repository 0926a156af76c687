package engine

import (
	"context"
	"time"

	"flowline/engine/record"
)

// RecordStore keeps record types and their tables.
type RecordStore interface {
	// Types lists the record types.
	Types(ctx context.Context) ([]record.Type, error)
	// SaveType adds a type and makes its table, or adds the new fields of an existing one. invalid for a change that
	// would lose data.
	SaveType(ctx context.Context, t record.Type) error
	// Record gives one row. not_found.
	Record(ctx context.Context, typ, id string) (record.Record, error)
	// RecordsByID gives the rows that exist among ids.
	RecordsByID(ctx context.Context, typ string, ids []string) ([]record.Record, error)
	// Records lists rows and how many there are in all. invalid for an unknown field in the query.
	Records(ctx context.Context, q RecordQuery) ([]record.Record, int, error)
	// InsertRecord adds a row, with the next number of its type's year. conflict (value_taken).
	InsertRecord(ctx context.Context, r record.Record) (record.Record, error)
	// UpdateRecord changes a row. conflict (record_moved_on, record_locked, value_taken).
	UpdateRecord(ctx context.Context, c record.Change, at time.Time) (record.Record, error)
}

// Operator compares a field with a value in a RecordQuery.
type Operator string

// The operators.
const (
	Equal    Operator = "eq"
	NotEqual Operator = "ne"
	Less     Operator = "lt"
	AtMost   Operator = "le"
	More     Operator = "gt"
	AtLeast  Operator = "ge"
	Contains Operator = "contains"
	OneOf    Operator = "in"
	IsEmpty  Operator = "empty"
)

// Filter is one condition of a RecordQuery, over a field or a system column (number, owner, created_at, updated_at).
type Filter struct {
	Field string
	Op    Operator
	Value any
}

// RecordQuery narrows, sorts and pages a list of records.
type RecordQuery struct {
	Type    string
	Search  string   // in the title and the number
	Owners  []string // only theirs; nil: everybody's; empty: nobody's
	Creator string   // with Owners: and those that this person created
	Filters []Filter // all must hold
	Sort    string   // field key or system column; "-" before it: falling. Empty: newest first
	Offset  int
	Limit   int
}
