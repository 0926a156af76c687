package engine

import (
	"context"
	"fmt"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// fillIn reads what a person with the given rights filled in. A link may be made only to a record that he may see, and a
// person must be one of the company, a file one of his own that is attached to nothing yet; what is there already may stay.
// Columns of detail rows that he may not change keep what is in them. Faults: invalid (bad_values) with the places,
// forbidden (field_not_editable) for such a column.
func (e *Engine) fillIn(ctx context.Context, a actor, t *record.Type, access record.Rights, now record.Values, raw map[string]any) (record.Values, error) {
	if len(raw) == 0 {
		return record.Values{}, nil
	}
	raw, kept, err := setApart(t, access, now, raw)
	if err != nil {
		return nil, err
	}
	set, err := t.Parse(raw)
	if err != nil {
		return nil, err
	}
	w := wrongs{}
	if err := e.judge(ctx, a, "", t.Fields, kept.align(now), set, &w); err != nil {
		return nil, err
	}
	if err := w.err(); err != nil {
		return nil, err
	}
	return set, kept.into(t, access, set)
}

// judge checks what the values alone do not tell: links, people and files, and tags in a line of text; in detail rows too.
func (e *Engine) judge(ctx context.Context, a actor, at string, fields []record.Field, now, set record.Values, w *wrongs) error {
	for i := range fields {
		f := &fields[i]
		value, given := set[f.Key]
		if !given || record.Empty(value) || record.EqualValue(value, now[f.Key]) {
			continue
		}
		switch f.Type {
		case record.Text:
			if words, tagged := text.Tagged(value.(string)); tagged {
				w.say(at+f.Key, words)
			}
		case record.Person:
			if p, ok := a.people.Person(value.(string)); !ok || !p.Active {
				w.say(at+f.Key, noPerson)
			}
		case record.Link:
			ok, err := e.mayLink(ctx, a, f.Target, value.(string))
			if err != nil {
				return err
			}
			if !ok {
				w.say(at+f.Key, noLink)
			}
		case record.File:
			if err := e.strangers(ctx, a, at+f.Key, now[f.Key], value, w); err != nil {
				return err
			}
		case record.Rows:
			before, _ := now[f.Key].([]record.Values)
			for n, row := range value.([]record.Values) {
				was := record.Values{}
				if n < len(before) {
					was = before[n]
				}
				if err := e.judge(ctx, a, fmt.Sprintf("%s%s[%d].", at, f.Key, n), f.Columns, was, row, w); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// mayLink reports whether a record is there for a to link to.
func (e *Engine) mayLink(ctx context.Context, a actor, typ, id string) (bool, error) {
	r, err := e.store.Record(ctx, typ, id)
	if fault.Is(err, fault.NotFound) {
		return false, nil
	}
	return err == nil && a.owns(r), err
}

// required names the fields that the type itself wants and that are empty.
func required(t *record.Type, v record.Values) error {
	w := wrongs{}
	for _, path := range t.Missing(v) {
		w.say(path, emptyField)
	}
	return w.err()
}

var (
	noPerson   = text.T("公司里没有这个人，或者他已停用。请重新选择。", "There is no such person in the company, or not any more. Choose somebody else.")
	noLink     = text.T("没有这条记录，或者它不归您查看。请重新选择。", "There is no such record, or it is not yours to see. Choose another.")
	emptyField = text.T("这一项必须填写。", "This must be filled in.")
)

// wrongs collects the wrong places of an input.
type wrongs struct{ fault *fault.Error }

func (w *wrongs) say(path string, t text.Text) {
	if w.fault == nil {
		w.fault = fault.New(fault.Invalid, "bad_values", text.T(
			"有字段填写得不对，请改正标出的字段。",
			"Some fields are not right; please correct the ones marked."))
	}
	w.fault = w.fault.With(path, t)
}

// err is the fault, or nil when nothing is wrong.
func (w *wrongs) err() error {
	if w.fault == nil {
		return nil
	}
	return w.fault
}
