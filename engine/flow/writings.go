package flow

import (
	"iter"

	"flowline/engine/text"
)

// Writing is something that the author of a flow wrote for people to read.
type Writing struct {
	Node, Edge string // whose it is; both empty: the flow's
	Base, Path string // place in the document, and from there within the node or arrow, such as name.en
	Words      string
}

// Writings are all names, descriptions and notices of a flow, in the order of the document.
func Writings(d *Definition) iter.Seq[Writing] {
	return func(yield func(Writing) bool) {
		going := true
		say := func(of Writing, path, words string) {
			if of.Path = path; words != "" && going {
				of.Words = words
				going = yield(of)
			}
		}
		both := func(of Writing, path string, t text.Text) {
			say(of, path+".zh-CN", t.ZH)
			say(of, path+".en", t.EN)
		}
		both(Writing{}, "name", d.Name)
		both(Writing{}, "description", d.Description)
		for i := range d.Lanes {
			both(Writing{Base: place("lanes", i) + "."}, "name", d.Lanes[i].Name)
		}
		for i := range d.Nodes {
			n := &d.Nodes[i]
			of := Writing{Node: n.ID, Base: place("nodes", i) + "."}
			both(of, "name", n.Name)
			both(of, "description", n.Description)
			say(of, "tool", n.Tool)
			if n.Action != nil && n.Action.Notify != nil {
				both(of, "action.title", n.Action.Notify.Title)
				both(of, "action.body", n.Action.Notify.Body)
			}
		}
		for i := range d.Edges {
			both(Writing{Edge: d.Edges[i].ID, Base: place("edges", i) + "."}, "name", d.Edges[i].Name)
		}
	}
}

// Untagged refuses (invalid, bad_flow) a flow with HTML tags in what its author wrote, naming each place. Parse does not:
// what was saved before this was asked is still read, and shown as the text that it is.
func Untagged(d *Definition) error {
	var s strict
	for w := range Writings(d) {
		if words, tagged := text.Tagged(w.Words); tagged {
			s.say(w.Base+w.Path, words)
		}
	}
	if len(s.wrong) == 0 {
		return nil
	}
	return badFlow(s.wrong)
}
