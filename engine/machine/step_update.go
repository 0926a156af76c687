package machine

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/rule"
)

// updateStep gives fields of the record, or of a record it links to, new values. They are all worked out from the record
// as it is before the step.
type updateStep struct{}

func (updateStep) do(r *run, t Token, node *flow.Node) {
	facts, ok := r.facts(t)
	if !ok {
		return
	}
	settings := node.Action.Update
	if slices.Contains(r.u.Never, node.ID) {
		r.incident(t, incidentUpdateFailed, "")
		return
	}
	of, id := r.g.Type(), ""
	if settings.Target != "" {
		if of, id = r.linked(settings.Target, facts); id == "" {
			r.incident(t, incidentUpdateFailed, settings.Target)
			return
		}
	}
	set, wrong := valuesFor(of, settings.Set, func(i int) *rule.Program { return r.g.AssignRule(node.ID, i) }, rule.Facts{Record: facts})
	if wrong != "" {
		r.incident(t, incidentUpdateFailed, wrong)
		return
	}
	before := facts
	if id != "" {
		before, _ = facts[settings.Target].(record.Values)
	}
	was, now := r.change(of, settings.Target, id, before, set, Entry{Node: node.ID, Activation: t.Activation})
	if settings.Undo && len(now) > 0 {
		r.activation(t.Activation).Did = did{Link: settings.Target, ID: id, Before: was, After: now}.encode()
	}
	r.settled(t, OutcomeDone)
}

// linked gives the type and the id of the record in a link field; no id when there is none.
func (r *run) linked(field string, facts record.Values) (*record.Type, string) {
	f, ok := r.g.Type().Field(field)
	if !ok {
		return nil, ""
	}
	of, ok := r.g.Types().RecordType(f.Target)
	if !ok {
		return nil, ""
	}
	return of, idOf(facts[field])
}

// valuesFor works out new values for a record; wrong names what cannot be set.
func valuesFor(of *record.Type, to []flow.Assign, from func(int) *rule.Program, facts rule.Facts) (set record.Values, wrong string) {
	raw := make(map[string]any, len(to))
	for i, a := range to {
		raw[a.Field] = a.Value
		program := from(i)
		if program == nil {
			continue
		}
		v, _, err := program.Eval(facts)
		if err != nil {
			return nil, a.Field + " = " + a.From
		}
		raw[a.Field] = fitting(of, a.Field, v)
	}
	set, err := of.Parse(raw)
	if err == nil {
		return set, ""
	}
	var fields []string
	for _, f := range fault.From(err).Fields {
		fields = append(fields, f.Path)
	}
	slices.Sort(fields)
	return nil, strings.Join(fields, ", ")
}

// fitting rounds a number that a rule worked out to the places that its field keeps.
func fitting(of *record.Type, field string, v any) any {
	d, isNumber := v.(decimal.Decimal)
	if f, ok := of.Field(field); ok && isNumber {
		return d.Round(int32(f.Places()))
	}
	return v
}
