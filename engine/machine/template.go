package machine

import (
	"flowline/engine/record"
	"flowline/engine/text"
)

// places are what fills {record.field} and {record.link.field}, by language.
type places struct {
	pairs map[text.Lang][]string
}

var langs = []text.Lang{text.Chinese, text.English}

// placesOf words the facts. A place that names no field stays as it is.
func placesOf(of *record.Type, types record.Catalog, facts record.Values) places {
	p := places{pairs: map[text.Lang][]string{}}
	if facts == nil {
		return p
	}
	p.add("record.", of, facts)
	for i := range of.Fields {
		f := &of.Fields[i]
		linked, ok := facts[f.Key].(record.Values)
		if !ok {
			continue
		}
		target, ok := types.RecordType(f.Target)
		if !ok {
			continue
		}
		p.add("record."+f.Key+".", target, linked)
		for _, lang := range langs {
			p.pairs[lang] = append(p.pairs[lang], "record."+f.Key, orDash(record.Title(target, linked)))
		}
	}
	return p
}

func (p places) add(prefix string, of *record.Type, values record.Values) {
	for i := range of.Fields {
		f := &of.Fields[i]
		if _, linked := values[f.Key].(record.Values); linked {
			continue
		}
		for _, lang := range langs {
			p.pairs[lang] = append(p.pairs[lang], prefix+f.Key, orDash(worded(f, values[f.Key], lang)))
		}
	}
	number, _ := values["number"].(string)
	for _, lang := range langs {
		p.pairs[lang] = append(p.pairs[lang], prefix+"number", orDash(number))
	}
}

// fill fills the places of a text, each wording in its own language.
func (p places) fill(t text.Text) text.Text {
	return text.Text{
		ZH: text.Text{ZH: t.ZH}.Fill(p.pairs[text.Chinese]...).ZH,
		EN: text.Text{EN: t.EN}.Fill(p.pairs[text.English]...).EN,
	}
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
