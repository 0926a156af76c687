package flow

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// Limits of texts, in characters.
const (
	MaxName = 120
	MaxLong = 4000 // descriptions and the body of a notice
)

var (
	keyShape = regexp.MustCompile(`^[a-z][a-z0-9-]{0,59}$`)
	idShape  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,39}$`)
)

// validate checks what the types alone cannot say: limits, ids, the words of closed sets, texts.
func validate(d *Definition) []fault.Field {
	v := validator{}
	if !keyShape.MatchString(d.Key) {
		v.say("key", text.T("键只能用小写英文字母、数字和连字符，以字母开头，最多 60 个字符。", "A key is lower-case letters, digits and hyphens, begins with a letter and has at most 60 characters."))
	}
	v.text("name", d.Name, MaxName)
	v.text("description", d.Description, MaxLong)
	v.line("record", d.Record, MaxName)
	v.count("nodes", len(d.Nodes), MaxNodes)
	v.count("edges", len(d.Edges), MaxEdges)
	v.count("lanes", len(d.Lanes), 100)
	v.count("start", len(d.Start), 20)
	if len(v.wrong) > 0 {
		return v.wrong
	}
	for i := range d.Start {
		v.trigger(place("start", i), &d.Start[i])
	}
	lanes := ids{}
	for i := range d.Lanes {
		v.id(place("lanes", i), d.Lanes[i].ID, lanes)
		v.text(place("lanes", i)+".name", d.Lanes[i].Name, MaxName)
	}
	if d.Settings != nil {
		v.settings("settings", d.Settings)
	}
	nodes, edges := ids{}, ids{}
	for i := range d.Nodes {
		v.node(place("nodes", i), &d.Nodes[i], nodes)
	}
	for i := range d.Edges {
		v.edge(place("edges", i), &d.Edges[i], edges)
	}
	return v.wrong
}

type ids map[string]bool

type validator struct{ strict }

func place(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

func (v *validator) count(path string, n, limit int) {
	if n > limit {
		v.say(path, text.T("太多了：有 {n} 个，最多 {limit} 个。", "Too many: {n}, and at most {limit} are possible.").
			Fill("n", strconv.Itoa(n), "limit", strconv.Itoa(limit)))
	}
}

func (v *validator) id(path, id string, seen ids) {
	switch {
	case !idShape.MatchString(id):
		v.say(path+".id", text.T("编号只能用英文字母、数字、下划线和连字符，以字母开头，最多 40 个字符。", "An id is letters, digits, underscores and hyphens, begins with a letter and has at most 40 characters."))
	case seen[id]:
		v.say(path+".id", text.T("编号“{id}”重复。", "The id {id} is there twice.").Fill("id", id))
	}
	seen[id] = true
}

func (v *validator) text(path string, t text.Text, limit int) {
	v.line(path+".zh-CN", t.ZH, limit)
	v.line(path+".en", t.EN, limit)
}

// line refuses what a screen cannot show. Tags and quotes are only text here: see Untagged.
func (v *validator) line(path, s string, limit int) {
	switch {
	case utf8.RuneCountInString(s) > limit:
		v.say(path, text.T("太长，最多 {n} 个字。", "Too long: at most {n} characters.").Fill("n", strconv.Itoa(limit)))
	case !text.Showable(s) || strings.Contains(s, "\r"):
		v.say(path, text.T("有不能显示的控制字符，请删除。", "It holds control characters, which cannot be shown; remove them."))
	}
}

func (v *validator) rule(path, src string) {
	if len(src) > rule.MaxLength {
		v.say(path, text.T("条件太长。", "The rule is too long."))
		return
	}
	v.line(path, src, rule.MaxLength)
}

// oneOf refuses a word outside its closed set.
func oneOf[T ~string](v *validator, path string, given T, among ...T) {
	if slices.Contains(among, given) {
		return
	}
	words := make([]string, len(among))
	for i, w := range among {
		words[i] = strconv.Quote(string(w))
	}
	v.say(path, text.T("不认识 {given}；可以是：{words}。", "{given} is not known here; it may be: {words}.").
		Fill("given", strconv.Quote(string(given)), "words", strings.Join(words, ", ")))
}

func (v *validator) trigger(at string, t *Trigger) {
	oneOf(v, at+".on", t.On, OnSubmitted, OnAdded, OnChanged)
	v.rule(at+".when", t.When)
	v.assigns(at+".map", t.Map)
}

func (v *validator) assigns(at string, set []Assign) {
	v.count(at, len(set), record.MaxFields)
	for i, a := range set {
		v.line(place(at, i)+".field", a.Field, MaxName)
		v.rule(place(at, i)+".from", a.From)
	}
}

func (v *validator) edge(at string, e *Edge, seen ids) {
	v.id(at, e.ID, seen)
	v.text(at+".name", e.Name, MaxName)
	v.line(at+".from", e.From, MaxName)
	v.line(at+".to", e.To, MaxName)
	oneOf(v, at+".on", e.On, OnApproved, OnRejected, OnLate)
	v.rule(at+".when", e.When)
}
