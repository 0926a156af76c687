package diagram

import (
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// bar is what stands at a fork or join: its name and, of a join that does not wait for all, for how many.
func (b builder) bar(n flow.Node) string {
	if n.Wants() == 0 {
		return b.in(n.Name)
	}
	says := b.in(wordFirst)
	if n.Join.Mode == flow.JoinN {
		says = b.in(wordSoMany.Fill("n", strconv.Itoa(n.Join.N), "all", strconv.Itoa(b.waysIn[n.ID])))
	}
	switch name := b.in(n.Name); {
	case name == "":
		return says
	case b.o.Lang == text.English:
		return name + " (" + says + ")"
	default:
		return name + "（" + says + "）"
	}
}
