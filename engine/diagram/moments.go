package diagram

import (
	"strconv"
	"strings"
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine"
)

const maxSigners = 4

// moments are who did what and when at the last visit of a node.
func (b builder) moments(n flow.Node) []row {
	if b.o.Progress == nil {
		return nil
	}
	visits := b.o.Progress.Nodes[n.ID].Visits
	if len(visits) == 0 {
		return nil
	}
	last := visits[len(visits)-1]
	var rows []row
	add := func(i icon, words string) {
		if wrapped := rowFont.wrap(words, stepWidth-2*sidePad-iconWidth, 2); len(wrapped) > 0 {
			rows = append(rows, row{i, wrapped})
		}
	}
	for i, p := range last.People {
		if i == maxSigners && len(last.People) > maxSigners+1 {
			add(iconNone, strings.ReplaceAll(b.in(wordMore), "{n}", strconv.Itoa(len(last.People)-maxSigners)))
			break
		}
		words := b.o.person(p.Person)
		if !p.At.IsZero() {
			words += " " + b.moment(p.At)
		}
		if p.Late {
			words += " · " + b.in(wordLate)
		}
		add(signerIcon(p.State), words)
	}
	if len(last.People) == 0 && n.Kind != flow.KindDecision && !last.EnteredAt.IsZero() {
		add(iconNone, b.moment(last.EnteredAt))
	}
	return rows
}

// moment is a time as a drawing shows it.
func (b builder) moment(t time.Time) string { return t.In(b.o.zone()).Format("2006-01-02 15:04") }

func signerIcon(s machine.TaskState) icon {
	switch s {
	case machine.TaskApproved, machine.TaskDone:
		return iconCheck
	case machine.TaskRejected:
		return iconCross
	case machine.TaskOpen:
		return iconHere
	case machine.TaskWaiting:
		return iconPause
	default:
		return iconNone
	}
}
