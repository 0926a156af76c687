package engine

import (
	"context"
	"maps"
	"slices"
	"time"

	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// number gives each version of the record's values that came of an event its hash. The first is the record as the
// instance began.
func (m *move) number(journal []machine.Entry) {
	if m.before.Revision == 0 && m.hashes == nil && m.state.Data > 0 {
		m.snapshot = m.rec.Values.Clone()
		m.hashes = []string{record.Hash(m.snapshot)}
	}
	if len(m.hashes) == 0 {
		return // it began before versions were kept
	}
	var values record.Values
	for _, e := range journal {
		if e.Type != machine.EntryUpdated || e.Data.Version == 0 {
			continue
		}
		if values == nil {
			values = m.rec.Values.Clone() // known, for a change compares with it
		}
		maps.Copy(values, e.Data.After)
		m.hashes = append(slices.Clip(m.hashes), record.Hash(values))
	}
}

// versionsOf are the values that a record had in the course of an instance: the snapshot, and one more for each change
// that its journal tells of.
func versionsOf(snapshot record.Values, journal []machine.Entry) []record.Values {
	out := []record.Values{snapshot}
	for _, e := range journal {
		if e.Type == machine.EntryUpdated && e.Data.Version > 0 {
			next := out[len(out)-1].Clone()
			maps.Copy(next, e.Data.After)
			out = append(out, next)
		}
	}
	return out
}

// DataVersion is one version of the record's values in an instance: as it was submitted, or as a change left it.
type DataVersion struct {
	Number    int            `json:"number"`
	Hash      string         `json:"hash,omitempty"` // SHA-256 of all the values; only for whoever may see all of them
	Intact    bool           `json:"intact"`         // the values are those of which the hash was taken then
	At        time.Time      `json:"at"`
	By        PersonRef      `json:"by,omitzero"`    // whose change; absent: the flow's own
	Node      string         `json:"node,omitempty"` // where it was made
	NodeName  text.Text      `json:"nodeName,omitzero"`
	Decisions []DataDecision `json:"decisions"` // those made on this version
	Values    record.Values  `json:"values"`
	Changes   Differences    `json:"changes"` // against the version before
}

// DataDecision is a decision that was made on a version of the values.
type DataDecision struct {
	Task    string          `json:"task"`
	Node    string          `json:"node"`
	Person  PersonRef       `json:"person,omitzero"` // absent: a deadline decided
	Outcome machine.Outcome `json:"outcome"`
	At      time.Time       `json:"at"`
}

// DataVersions lists the versions of the record's values in an instance, oldest first, each with the decisions made on it,
// cut to what the person may see. not_found for whoever has no part in it, and for an instance that began before they were
// kept (no_snapshot).
func (e *Engine) DataVersions(ctx context.Context, who, id string) ([]DataVersion, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return nil, err
	}
	l, err := e.look(ctx, a, id)
	if err != nil {
		return nil, err
	}
	journal, err := e.store.Journal(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := e.lookBack(ctx, a, &l, journal); err != nil {
		return nil, err
	}
	snapshot, err := e.store.Snapshot(ctx, id)
	if err != nil {
		return nil, err
	}
	access := l.access()
	values := versionsOf(snapshot, journal)
	out := make([]DataVersion, len(values))
	for i, v := range values {
		one := DataVersion{Number: i + 1, Decisions: []DataDecision{}, At: l.instance.StartedAt, By: a.ref(l.instance.Submitter)}
		hash := record.Hash(v)
		one.Intact = i < len(l.instance.Hashes) && l.instance.Hashes[i] == hash
		if l.sight.all {
			one.Hash = hash
		}
		if one.Changes, err = e.differences(ctx, a, l.graph.Type(), access, values[max(0, i-1)], v); err != nil {
			return nil, err
		}
		view, err := e.oneRecord(ctx, a, l.graph.Type(), record.Record{Values: v}, access)
		if err != nil {
			return nil, err
		}
		one.Values = view.Values
		out[i] = one
	}
	l.attribute(a, out, journal)
	return out, nil
}

// attribute says of each version where it comes from and who decided on it.
func (l looking) attribute(a actor, out []DataVersion, journal []machine.Entry) {
	for _, entry := range journal {
		n := entry.Data.Version - 1
		if n < 0 || n >= len(out) {
			continue
		}
		switch entry.Type {
		case machine.EntryUpdated:
			out[n].At, out[n].By, out[n].Node = entry.At, PersonRef{}, entry.Node
			if entry.By != "" {
				out[n].By = a.ref(entry.By)
			}
			if node := l.graph.Node(entry.Node); node != nil {
				out[n].NodeName = node.Name
			}
		case machine.EntryTaskDecided:
			made := DataDecision{Task: entry.Task, Node: entry.Node, Outcome: entry.Data.Outcome, At: entry.At}
			if entry.By != "" {
				made.Person = a.ref(entry.By)
			}
			out[n].Decisions = append(out[n].Decisions, made)
		}
	}
}

// access is the sight as rights to read.
func (l looking) access() record.Rights {
	out := record.Rights{}
	for _, f := range l.graph.Type().Fields {
		if !l.sight.sees(f.Key) {
			continue
		}
		out[f.Key] = record.Read
		for _, c := range f.Columns {
			if key := record.ColumnKey(f.Key, c.Key); l.sight.sees(key) {
				out[key] = record.Read
			}
		}
	}
	return out
}
