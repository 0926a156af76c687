package org

import (
	"slices"
	"time"

	"flowline/engine/record"
)

// Deputy lets somebody, the agent, decide what another, the principal, is asked: from From until just before Until. Both may
// decide then; whoever does so first has decided. Deputies of an agent are not deputies of the principal.
type Deputy struct {
	ID        string    `json:"id"`
	Principal string    `json:"principal"`
	Agent     string    `json:"agent"`
	From      time.Time `json:"from"`
	Until     time.Time `json:"until"`
	Flows     []string  `json:"flows,omitempty"`     // keys; empty: all
	MaxAmount string    `json:"maxAmount,omitempty"` // at most so much, in digits; what says no amount is not covered then
	// IncludeOpen takes in what the principal was asked before From.
	IncludeOpen bool   `json:"includeOpen,omitempty"`
	Note        string `json:"note,omitempty"`
}

// Runs reports whether it holds at a time.
func (d Deputy) Runs(at time.Time) bool { return !at.Before(d.From) && at.Before(d.Until) }

// Covers reports whether it is for a task of a flow over such an amount ("" when there is none) that was opened then.
func (d Deputy) Covers(flow, amount string, opened time.Time) bool {
	if len(d.Flows) > 0 && !slices.Contains(d.Flows, flow) || !d.IncludeOpen && opened.Before(d.From) {
		return false
	}
	if d.MaxAmount == "" {
		return true
	}
	limit, set := record.Decimal(d.MaxAmount)
	about, says := record.Decimal(amount)
	return set && says && about.LessThanOrEqual(limit)
}

// Overlaps reports whether two deputies could be about one task: the same two people, at the same time, in the same flow.
func (d Deputy) Overlaps(o Deputy) bool {
	if d.Principal != o.Principal || d.Agent != o.Agent || !d.From.Before(o.Until) || !o.From.Before(d.Until) {
		return false
	}
	return len(d.Flows) == 0 || len(o.Flows) == 0 ||
		slices.ContainsFunc(d.Flows, func(f string) bool { return slices.Contains(o.Flows, f) })
}

// StandsFor lists the deputies by which a person may decide for others at a time.
func (d *Directory) StandsFor(agent string, at time.Time) []Deputy {
	var out []Deputy
	for _, x := range d.company.Deputies {
		if x.Agent == agent && x.Runs(at) && d.active(agent) {
			out = append(out, x)
		}
	}
	return out
}

// AgentsOf lists the deputies of a person at a time.
func (d *Directory) AgentsOf(principal string, at time.Time) []Deputy {
	var out []Deputy
	for _, x := range d.company.Deputies {
		if x.Principal == principal && x.Runs(at) && d.active(x.Agent) {
			out = append(out, x)
		}
	}
	return out
}
