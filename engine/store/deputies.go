package store

import (
	"context"
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"flowline/engine/fault"
	"flowline/engine/org"
)

type deputyRow struct {
	ID          string    `gorm:"column:id;primaryKey"`
	Principal   string    `gorm:"column:principal"`
	Agent       string    `gorm:"column:agent"`
	From        time.Time `gorm:"column:from_at"`
	Until       time.Time `gorm:"column:until_at"`
	Flows       string    `gorm:"column:flows"` // JSON
	MaxAmount   string    `gorm:"column:max_amount"`
	IncludeOpen bool      `gorm:"column:include_open"`
	Note        string    `gorm:"column:note"`
}

var deputyColumns = []string{"principal", "agent", "from_at", "until_at", "flows", "max_amount", "include_open", "note"}

// TableName implements gorm's Tabler.
func (deputyRow) TableName() string { return "deputies" }

func (r deputyRow) deputy() (org.Deputy, error) {
	d := org.Deputy{
		ID: r.ID, Principal: r.Principal, Agent: r.Agent, From: r.From.UTC(), Until: r.Until.UTC(),
		MaxAmount: r.MaxAmount, IncludeOpen: r.IncludeOpen, Note: r.Note,
	}
	err := json.Unmarshal([]byte(r.Flows), &d.Flows)
	return d, fault.Wrap(err, "read the flows of deputy %s", r.ID)
}

// SaveDeputy implements engine.PeopleStore.
func (s *Store) SaveDeputy(ctx context.Context, d org.Deputy) error {
	flows, err := json.Marshal(d.Flows)
	if err != nil {
		return fault.Wrap(err, "save deputy %s", d.ID)
	}
	row := deputyRow{
		ID: d.ID, Principal: d.Principal, Agent: d.Agent, From: d.From, Until: d.Until, Flows: string(flows),
		MaxAmount: d.MaxAmount, IncludeOpen: d.IncludeOpen, Note: d.Note,
	}
	return s.saveCompany(ctx, "save deputy "+d.ID, func(tx *gorm.DB) error { return saveRow(tx, &row, deputyColumns) }, nil)
}
