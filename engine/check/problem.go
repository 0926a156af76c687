package check

import (
	"flowline/engine/prove"
	"flowline/engine/text"
)

// Severity says whether a problem blocks publishing.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Problem is one thing wrong with a flow.
type Problem struct {
	Code     string    `json:"code"` // stable, such as decision_without_default
	Severity Severity  `json:"severity"`
	Node     string    `json:"node,omitempty"`
	Edge     string    `json:"edge,omitempty"`
	Path     string    `json:"path,omitempty"` // place within the node, such as action.by[0]
	Text     text.Text `json:"text"`
	Remedy   text.Text `json:"remedy"`
	// Trace is the shortest way to it, for what only shows when instances run.
	Trace []prove.Step `json:"trace,omitempty"`
	// Sample is a record that shows it, for what rules say of records.
	Sample []prove.Fact `json:"sample,omitempty"`
}
