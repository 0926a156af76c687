package record

import "time"

// Values are a record's field values by key, in the canonical Go forms of FieldType. A missing key and nil both mean
// empty.
type Values map[string]any

// Day is a calendar date, YYYY-MM-DD.
type Day string

// Record is one row.
type Record struct {
	Type      string    `json:"type"`
	ID        string    `json:"id"`     // UUIDv7
	Number    string    `json:"number"` // for people, such as HT-2026-0001; never reused
	Revision  int64     `json:"revision"`
	Owner     string    `json:"owner"`              // person id
	LockedBy  string    `json:"lockedBy,omitempty"` // the running instance that holds it
	CreatedAt time.Time `json:"createdAt"`
	CreatedBy string    `json:"createdBy"`
	UpdatedAt time.Time `json:"updatedAt"`
	Values    Values    `json:"values"`
}

// Change is a set of new values for one record, made at Revision (0: whatever it is now).
type Change struct {
	Type     string `json:"type"`
	ID       string `json:"id"`
	Revision int64  `json:"revision,omitempty"`
	Set      Values `json:"set"`
}
