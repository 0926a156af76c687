package engine

import (
	"time"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// FlowInfo is a line of the list of flows.
type FlowInfo struct {
	Key        string    `json:"key"`
	Name       text.Text `json:"name"`
	Record     string    `json:"record"`
	RecordName text.Text `json:"recordName"`
	Current    int       `json:"current"` // version that new instances run; 0: none
	UpdatedAt  time.Time `json:"updatedAt"`
	UpdatedBy  PersonRef `json:"updatedBy"`
	Running    int       `json:"running"` // instances under way
}

// DraftView is a flow being drawn.
type DraftView struct {
	Key        string          `json:"key"`
	Revision   int64           `json:"revision"`
	Definition flow.Definition `json:"definition"`
	UpdatedAt  time.Time       `json:"updatedAt"`
	UpdatedBy  PersonRef       `json:"updatedBy"`
	Current    int             `json:"current"`
}

// VersionView is a published version; Definition is absent in lists.
type VersionView struct {
	Flow        string           `json:"flow"`
	Number      int              `json:"number"`
	Note        string           `json:"note"`
	Current     bool             `json:"current"`
	PublishedAt time.Time        `json:"publishedAt"`
	PublishedBy PersonRef        `json:"publishedBy"`
	Definition  *flow.Definition `json:"definition,omitempty"`
}

// PreviewStep is a step that lies ahead, under the record's present values.
type PreviewStep struct {
	Node   string          `json:"node"`
	Name   text.Text       `json:"name"`
	Type   flow.ActionType `json:"type"`
	Quorum flow.QuorumMode `json:"quorum,omitempty"`
	People []PersonRef     `json:"people"`         // where somebody picks them: who is picked so far
	Pick   flow.PickBy     `json:"pick,omitempty"` // who picks them; empty: nobody has to
	Runs   text.Text       `json:"runs,omitzero"`  // the flow that a sub-flow step runs, which is taken to be approved
}

// Preview is the path that a submission would take if everybody agreed.
type Preview struct {
	Steps    []PreviewStep `json:"steps"`
	Picks    []PickAsked   `json:"picks,omitempty"`    // whose people the submitter picks
	Problems []text.Text   `json:"problems,omitempty"` // why it would get stuck
}

// Template is a ready-made flow to begin from.
type Template struct {
	Key         string    `json:"key"`
	Name        text.Text `json:"name"`
	Description text.Text `json:"description,omitzero"`
	Record      string    `json:"record"`
}
