package engine

import (
	"strings"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// linksRead lists the link fields of t whose records some text of the definition reads, as in record.customer.score.
// Naming one too many costs a read, one too few would be a rule without its facts, so the search is a plain one.
func linksRead(d flow.Definition, t *record.Type) []string {
	texts := &strings.Builder{}
	say := func(s string) { texts.WriteString(s); texts.WriteByte('\n') }
	assigns := func(list []flow.Assign) {
		for _, a := range list {
			say(a.From)
		}
	}
	for _, s := range d.Start {
		say(s.When)
		assigns(s.Map)
	}
	for _, edge := range d.Edges {
		say(edge.When)
	}
	for _, n := range d.Nodes {
		_, asked := n.Asked()
		for _, by := range asked {
			say(by.Field)
		}
		if n.Action == nil {
			continue
		}
		if u := n.Action.Update; u != nil {
			say(u.Target + ".") // its values before the update are told
			assigns(u.Set)
		}
		if sub := n.Action.Subflow; sub != nil {
			assigns(sub.In)
		}
		if m := n.Action.Notify; m != nil {
			say(m.Title.ZH)
			say(m.Title.EN)
			say(m.Body.ZH)
			say(m.Body.EN)
		}
	}
	return linksIn(texts.String(), t)
}

// linksOut is linksRead of what is taken back from a child's record, which is of type t.
func linksOut(out []flow.Assign, t *record.Type) []string {
	texts := &strings.Builder{}
	for _, a := range out {
		texts.WriteString(a.From + "\n")
	}
	return linksIn(texts.String(), t)
}

func linksIn(all string, t *record.Type) []string {
	var links []string
	for _, f := range t.Fields {
		if f.Type == record.Link && mentions(all, f.Key) {
			links = append(links, f.Key)
		}
	}
	return links
}

// mentions reports whether the text holds key with something after it that looks into a record or shows its title.
func mentions(all, key string) bool {
	for rest := all; ; {
		at := strings.Index(rest, key)
		if at < 0 {
			return false
		}
		rest = rest[at+len(key):]
		next := strings.TrimLeft(rest, " \t\r\n\"']")
		if next != "" && strings.ContainsRune(".[}", rune(next[0])) {
			return true
		}
	}
}
