package diagram

import "flowline/engine/machine"

// icon is a small sign before a row of a step.
type icon int

const (
	iconNone icon = iota
	iconPerson
	iconSystem
	iconTool
	iconCheck
	iconCross
	iconHere
	iconPause
)

// icons are drawn on 10 by 10; "fill" ones are filled, the others drawn with a pen.
var icons = map[icon]struct {
	d    string
	fill bool
}{
	iconPerson: {"M5 0.6a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 1 1 0 -4.6zM0.8 10c0 -5.4 8.4 -5.4 8.4 0z", true},
	iconSystem: {"M5 1.2v-1.2M5 10v-1.2M8.8 5h1.2M0 5h1.2M7.7 2.3l0.8 -0.8M1.5 8.5l0.8 -0.8M7.7 7.7l0.8 0.8M1.5 1.5l0.8 0.8M5 1.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0 -6.8z", false},
	iconTool:   {"M0.8 1.2h8.4v5.8h-8.4zM3 9.6h4M5 7v2.6", false},
	iconCheck:  {"M1 5.4l2.8 2.8l5.2 -6.4", false},
	iconCross:  {"M1.8 1.8l6.4 6.4M8.2 1.8l-6.4 6.4", false},
	iconHere:   {"M2.2 0.8l6.4 4.2l-6.4 4.2z", true},
	iconPause:  {"M3 1.2v7.6M7 1.2v7.6", false},
}

// icon draws i with its top left corner at at.
func (w *svg) icon(i icon, at point, colour string) {
	sign, ok := icons[i]
	if !ok {
		return
	}
	move := "translate(" + num(at.x) + " " + num(at.y) + ")"
	if sign.fill {
		w.path(sign.d, colour, "none", 0, "transform", move)
		return
	}
	w.path(sign.d, "none", colour, 1.5, "transform", move, "stroke-linecap", "round", "stroke-linejoin", "round")
}

// markRadius is the size of a state's mark.
const markRadius = 10

// marks are drawn around (0, 0) in white on the colour of the state; each has its own form.
var marks = map[machine.NodeState]string{
	machine.NodeDone:    "M-4.6 0.4l3.2 3.4l6 -7.2",
	machine.NodeHere:    "M-2.6 -4.4l6.6 4.4l-6.6 4.4z",
	machine.NodeWaiting: "M-2.6 -4v8M2.6 -4v8",
	machine.NodeRefused: "M-3.6 -3.6l7.2 7.2M3.6 -3.6l-7.2 7.2",
	machine.NodeFault:   "M0 -5v5.4M0 4v0.2",
}

// mark draws the mark of a state around at: a disc, or for a fault a square on its corner.
func (w *svg) mark(state machine.NodeState, at point) {
	d, ok := marks[state]
	if !ok {
		return
	}
	colour := stateLooks[state].stroke
	end := w.begin("g", "transform", "translate("+num(at.x)+" "+num(at.y)+")")
	if state == machine.NodeFault {
		r := num(markRadius + 3)
		w.path("M0 -"+r+"L"+r+" 0L0 "+r+"L-"+r+" 0z", colour, paper, 1.5)
	} else {
		w.tag("circle", "r", num(markRadius), "fill", colour, "stroke", paper, "stroke-width", "1.5")
	}
	fill := "none"
	if state == machine.NodeHere {
		fill = paper
	}
	w.path(d, fill, paper, 2, "stroke-linecap", "round", "stroke-linejoin", "round")
	end()
}
