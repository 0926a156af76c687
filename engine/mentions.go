package engine

import (
	"bytes"
	"context"
	"encoding/json"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

// mentions lists the flows that name a person as somebody to ask or to tell, in draft or in the version that runs.
func (e *Engine) mentions(ctx context.Context, person string) ([]FlowMention, error) {
	drafts, err := e.store.Drafts(ctx)
	if err != nil {
		return nil, err
	}
	found := []FlowMention{}
	for _, line := range drafts {
		d, err := e.store.Draft(ctx, line.Key)
		if err != nil {
			return nil, err
		}
		m := FlowMention{Key: d.Key, Name: d.Definition.Name, Steps: stepsNaming(d.Definition, person)}
		m.Draft = names(d.Definition, person)
		if d.Current > 0 {
			v, err := e.known.version(ctx, d.Key, d.Current)
			if err != nil {
				return nil, err
			}
			if m.Current = names(v.Definition, person); m.Current && !m.Draft {
				m.Steps = stepsNaming(v.Definition, person)
			}
		}
		if m.Draft || m.Current {
			found = append(found, m)
		}
	}
	return found, nil
}

// mendDrafts has the drafts that name a person name another instead. What runs is not changed: publishing is a decision.
func (e *Engine) mendDrafts(ctx context.Context, a actor, person, successor string) ([]FlowMention, error) {
	mentions, err := e.mentions(ctx, person)
	if err != nil {
		return nil, err
	}
	mended := []FlowMention{}
	for _, m := range mentions {
		if !m.Draft {
			continue
		}
		d, err := e.store.Draft(ctx, m.Key)
		if err != nil {
			return mended, err
		}
		document, err := d.Definition.Encode()
		if err != nil {
			return mended, fault.Wrap(err, "encode draft %s", m.Key)
		}
		from, to := personAs(person), personAs(successor)
		if _, err := e.SaveDraft(ctx, a.ID, m.Key, d.Revision, bytes.ReplaceAll(compact(document), from, to)); err != nil {
			return mended, fault.Wrap(err, "put %s into draft %s", successor, m.Key)
		}
		mended = append(mended, m)
	}
	return mended, nil
}

// names reports whether a document names a person anywhere.
func names(d flow.Definition, person string) bool {
	document, err := d.Encode()
	return err == nil && bytes.Contains(compact(document), personAs(person))
}

// stepsNaming are the steps that name a person, by name.
func stepsNaming(d flow.Definition, person string) []text.Text {
	steps := []text.Text{}
	for _, n := range d.Nodes {
		if node, err := json.Marshal(n); err == nil && bytes.Contains(node, personAs(person)) {
			steps = append(steps, n.Name)
		}
	}
	return steps
}

// personAs is a selector of a person as JSON has it. Nothing else of a document looks like that: quotes within texts and
// rules are escaped.
func personAs(id string) []byte {
	quoted, err := json.Marshal(id)
	if err != nil {
		return nil
	}
	return append([]byte(`"person":`), quoted...)
}

// compact is JSON without spaces between its parts.
func compact(document []byte) []byte {
	var b bytes.Buffer
	if json.Compact(&b, document) != nil {
		return document
	}
	return b.Bytes()
}
