package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// writings looks for HTML tags in what people read of the flow.
func (c *checker) writings() {
	for w := range flow.Writings(c.d) {
		if words, tagged := text.Tagged(w.Words); tagged {
			where := at{node: w.Node, edge: w.Edge, path: w.Path}
			if where.node+where.edge == "" {
				where.path = w.Base + w.Path
			}
			c.error("text_with_tag", where, words,
				text.T("改写这段文字。", "Write it differently."))
		}
	}
}
