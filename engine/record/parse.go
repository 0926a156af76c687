package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"sort"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Parse makes canonical Values of raw, which holds decoded JSON (a number may be a json.Number, a float64 or a string)
// or values that are canonical already. A key with nil stays, as nil: it clears the field. It does not ask for required
// fields: raw may be a change of a few. The fault is invalid (bad_values) and names each wrong place, such as
// items[2].price.
func (t *Type) Parse(raw map[string]any) (Values, error) {
	p := parser{}
	v := p.values("", t.Fields, raw)
	if len(p.wrong) > 0 {
		return nil, badValues(p.wrong)
	}
	return v, nil
}

// Decode reads Values from stored JSON. A key that the type no longer has is left out.
func (t *Type) Decode(raw []byte) (Values, error) {
	var m map[string]any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&m); err != nil {
		return nil, fault.Wrap(err, "decode values of %s", t.Key)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, fault.Wrap(errors.New("more than one value"), "decode values of %s", t.Key)
	}
	for key := range m {
		if _, known := t.Field(key); !known {
			delete(m, key)
		}
	}
	v, err := t.Parse(m)
	return v, fault.Wrap(err, "decode values of %s", t.Key)
}

// Missing lists, in the type's order, the fields among keys that are empty in v, the rows of a detail field included:
// items[0].price. Fields that the type itself requires count whether or not they are among keys.
func (t *Type) Missing(v Values, keys ...string) []string {
	wanted := map[string]bool{}
	for _, k := range keys {
		wanted[k] = true
	}
	var missing []string
	for i := range t.Fields {
		f := &t.Fields[i]
		if (f.Required || wanted[f.Key]) && Empty(v[f.Key]) {
			missing = append(missing, f.Key)
		}
		rows, _ := v[f.Key].([]Values)
		for n, row := range rows {
			for c := range f.Columns {
				if f.Columns[c].Required && Empty(row[f.Columns[c].Key]) {
					missing = append(missing, rowPath(f.Key, n, f.Columns[c].Key))
				}
			}
		}
	}
	return missing
}

type parser struct {
	wrong []fault.Field
}

func (p *parser) values(at string, fields []Field, raw map[string]any) Values {
	out := make(Values, len(raw))
	for key, value := range raw {
		f, known := find(fields, key)
		if !known {
			p.say(at+key, text.T("没有这个字段。", "There is no such field."))
			continue
		}
		out[key] = p.value(at+key, f, value)
	}
	return out
}

func (p *parser) say(path string, t text.Text) {
	p.wrong = append(p.wrong, fault.Field{Path: path, Text: t})
}

func badValues(wrong []fault.Field) error {
	sort.SliceStable(wrong, func(i, j int) bool { return wrong[i].Path < wrong[j].Path })
	e := fault.New(fault.Invalid, "bad_values", text.T("有字段填写得不对，请改正标出的字段。", "Some fields are not right; please correct the ones marked."))
	for _, w := range wrong {
		e = e.With(w.Path, w.Text)
	}
	return e
}

func find(fields []Field, key string) (*Field, bool) {
	for i := range fields {
		if fields[i].Key == key {
			return &fields[i], true
		}
	}
	return nil, false
}
