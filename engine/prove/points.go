package prove

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// axis is one field that the rules of a decision compare, and the values at which their answers can change.
type axis struct {
	link, field *record.Field
	with        []any
	points      []any // nil: empty
}

// key is where the field stands in a record.
func (a axis) key() string {
	if a.link != nil {
		return a.link.Key + "." + a.field.Key
	}
	return a.field.Key
}

func newAxis(c rule.Compared) axis { return axis{link: c.Link, field: c.Field} }

// spread finds the points. Exact values come first, so that samples name them.
func (a *axis) spread() bool {
	f := a.field
	switch f.Type {
	case record.Number, record.Money:
		a.numbers()
	case record.Date, record.DateTime:
		a.times()
	case record.Boolean:
		a.points = []any{true, false}
	case record.Choice:
		for _, o := range f.Options {
			a.points = append(a.points, o.Key)
		}
	case record.MultiChoice:
		return a.subsets()
	case record.Link:
		a.points = []any{record.Values{"id": "1"}}
	case record.File, record.Rows:
		return false
	default:
		a.points = append(slices.Clone(a.with), other)
	}
	if !f.Required {
		a.points = append(a.points, nil)
	}
	return true
}

// other is a text that no rule names.
const other = "\u2026"

func (a *axis) add(v any) {
	if !slices.ContainsFunc(a.points, func(p any) bool { return record.EqualValue(p, v) }) {
		a.points = append(a.points, v)
	}
}

var mostNumber = decimal.New(1, record.MaxWhole)

func (a *axis) numbers() {
	places := int32(a.field.Places())
	unit := decimal.New(1, -places)
	var near []decimal.Decimal
	for _, v := range a.with {
		d, _ := v.(decimal.Decimal)
		low, high := d.RoundFloor(places), d.RoundCeil(places)
		near = append(near, low.Sub(unit), high.Add(unit))
		for _, exact := range []decimal.Decimal{low, high} {
			near = append(near, exact)
			if exact.Equal(d) {
				a.add(exact)
			}
		}
	}
	for _, d := range append(near, decimal.Zero) {
		if d.Abs().LessThan(mostNumber) {
			a.add(d)
		}
	}
}

func (a *axis) times() {
	day := a.field.Type == record.Date
	unit := time.Millisecond
	if day {
		unit = 24 * time.Hour
	}
	for _, shift := range []time.Duration{0, -unit, unit} {
		for _, v := range a.with {
			t, _ := v.(time.Time)
			t = t.UTC().Truncate(unit).Add(shift)
			if day {
				a.add(record.Day(t.Format(time.DateOnly)))
			} else {
				a.add(t)
			}
		}
	}
}

// subsets are all sets of the options that rules name.
func (a *axis) subsets() bool {
	if len(a.with) > 8 {
		return false
	}
	for set := range 1 << len(a.with) {
		var chosen []string
		for i, v := range a.with {
			if s, _ := v.(string); set&(1<<i) != 0 {
				chosen = append(chosen, s)
			}
		}
		a.points = append(a.points, chosen)
	}
	return true
}

// Fact is one field of a sample record.
type Fact struct {
	Field string    `json:"field"` // such as amount or customer.credit_score
	Text  text.Text `json:"text"`
}

func (a axis) fact(v any) Fact {
	name := nameOf(a.field)
	if a.link != nil {
		link := nameOf(a.link)
		name = text.T(link.ZH+"的"+name.ZH, link.EN+" "+name.EN)
	}
	say := func(zh, en string, v text.Text) Fact {
		return Fact{Field: a.key(), Text: text.T(name.ZH+zh+v.ZH, name.EN+en+v.EN)}
	}
	switch x := v.(type) {
	case nil:
		return say("为空", " empty", text.Text{})
	case bool:
		if x {
			return say("为", " ", text.T("是", "yes"))
		}
		return say("为", " ", text.T("否", "no"))
	case decimal.Decimal:
		exact := slices.ContainsFunc(a.with, func(w any) bool { d, ok := w.(decimal.Decimal); return ok && d.Equal(x) })
		if exact {
			return say("恰为 ", " exactly ", text.T(x.String(), x.String()))
		}
		return say("为 ", " ", text.T(x.String(), x.String()))
	case record.Day:
		return say("为 ", " ", text.T(string(x), string(x)))
	case time.Time:
		return say("为 ", " ", text.T(x.Format(time.RFC3339), x.Format(time.RFC3339)))
	case string:
		if x == other {
			return say("为其他值", " anything else", text.Text{})
		}
		return say("为", " ", a.option(x))
	case []string:
		chosen := text.T("空", "none")
		for i, s := range x {
			o := a.option(s)
			if i == 0 {
				chosen = o
				continue
			}
			chosen = text.T(chosen.ZH+"、"+o.ZH, chosen.EN+", "+o.EN)
		}
		return say("为", " ", chosen)
	}
	return say("已填", " filled in", text.Text{})
}

func (a axis) option(key string) text.Text {
	for _, o := range a.field.Options {
		if o.Key == key && !o.Name.Empty() {
			return text.T(o.Name.In(text.Chinese), o.Name.In(text.English))
		}
	}
	return text.T(key, key)
}

func nameOf(f *record.Field) text.Text {
	if f.Name.Empty() {
		return text.T(f.Key, f.Key)
	}
	return text.T(f.Name.In(text.Chinese), f.Name.In(text.English))
}
