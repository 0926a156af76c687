package diagram

import (
	"regexp"
	"strings"

	"flowline/engine/record"
	"flowline/engine/text"
)

// reader puts rules into plain words with the names of fields and choices.
type reader struct {
	typ   *record.Type
	types record.Catalog
	lang  text.Lang
}

func newReader(key string, types record.Catalog, lang text.Lang) reader {
	r := reader{types: types, lang: lang}
	if types != nil {
		r.typ, _ = types.RecordType(key)
	}
	return r
}

var (
	comparison = regexp.MustCompile(`^((?:record|old)(?:\.[a-z][a-z0-9_]*){1,2})\s*(==|!=|<=|>=|<|>)\s*(-?[0-9]+(?:\.[0-9]+)?|"[^"\\]*"|'[^'\\]*'|true|false|(?:record|old)(?:\.[a-z][a-z0-9_]*){1,2})$`)
	signs      = map[string]string{"==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}
)

// words gives a rule as a person would say it: "Amount > 100,000". A rule that is more than comparisons joined by one
// kind of and / or stays as it is written.
func (r reader) words(rule string) string {
	rule = strings.TrimSpace(rule)
	if r.typ == nil {
		return rule
	}
	joint, parts := wordAnd, strings.Split(rule, "&&")
	if strings.Contains(rule, "||") {
		if len(parts) > 1 {
			return rule
		}
		joint, parts = wordOr, strings.Split(rule, "||")
	}
	said := make([]string, len(parts))
	for i, p := range parts {
		m := comparison.FindStringSubmatch(strings.TrimSpace(p))
		if m == nil {
			return rule
		}
		name, field, ok := r.path(m[1])
		if !ok {
			return rule
		}
		said[i] = name + " " + signs[m[2]] + " " + r.value(m[3], field)
	}
	return strings.Join(said, joint.In(r.lang))
}

// path names a field, or a field of a linked record.
func (r reader) path(path string) (string, *record.Field, bool) {
	keys := strings.Split(path, ".")[1:]
	field, ok := r.typ.Field(keys[0])
	if !ok {
		return "", nil, false
	}
	name := field.Name.In(r.lang)
	if len(keys) == 1 {
		return name, field, true
	}
	target, ok := r.types.RecordType(field.Target)
	if !ok {
		return "", nil, false
	}
	inner, ok := target.Field(keys[1])
	if !ok {
		return "", nil, false
	}
	if r.lang == text.English {
		return name + "'s " + lowerFirst(inner.Name.In(r.lang)), inner, true
	}
	return name + "的" + inner.Name.In(r.lang), inner, true
}

// value gives a fixed value, or a path, in words.
func (r reader) value(v string, of *record.Field) string {
	switch {
	case strings.HasPrefix(v, "record.") || strings.HasPrefix(v, "old."):
		if name, _, ok := r.path(v); ok {
			return name
		}
		return v
	case v == "true":
		return wordYes.In(r.lang)
	case v == "false":
		return wordNo.In(r.lang)
	case v[0] == '"' || v[0] == '\'':
		return r.choice(v[1:len(v)-1], of)
	}
	number := thousands(v)
	switch unit := of.Unit.In(r.lang); {
	case unit == "":
		return number
	case unit == "%":
		return number + "%"
	default:
		return number + " " + unit
	}
}

func (r reader) choice(key string, of *record.Field) string {
	for _, o := range of.Options {
		if o.Key == key {
			return o.Name.In(r.lang)
		}
	}
	return key
}

// thousands sets commas between thousands.
func thousands(n string) string {
	whole, rest, _ := strings.Cut(n, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return sign + whole + rest
}

// lowerFirst makes a field's English name fit inside a sentence, unless it begins with an abbreviation such as ERP.
func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}
