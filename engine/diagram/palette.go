package diagram

import "flowline/engine/machine"

// Colours of the house style: dark on light, and never the only sign of anything.
const (
	paper   = "#ffffff"
	ink     = "#1f2933"
	soft    = "#4a5663" // second words
	faint   = "#8593a1" // what has not been reached
	hair    = "#c5ced6" // separating lines
	tint    = "#f5f7f9" // feet of steps, headings
	terms   = "#e8eef3" // terminators
	asks    = "#fff6dc" // decisions
	refusal = "#a3271f" // the way of a rejection
)

// look is how a symbol is painted.
type look struct {
	fill, foot, stroke, words string
	pen                       float64
}

var shapeLooks = map[shape]look{
	terminator: {terms, terms, ink, ink, 1.4},
	process:    {paper, tint, ink, ink, 1.4},
	document:   {paper, tint, ink, ink, 1.4},
	predefined: {paper, tint, ink, ink, 1.4},
	diamond:    {asks, asks, ink, ink, 1.4},
	parallel:   {paper, paper, ink, ink, 1.4},
}

var stateLooks = map[machine.NodeState]look{
	machine.NodeIdle:    {paper, paper, faint, soft, 1.1},
	machine.NodeDone:    {"#e6f4ea", "#f3faf5", "#1b6e3c", ink, 1.8},
	machine.NodeHere:    {"#dfebff", "#f0f6ff", "#0f4fb5", ink, 3},
	machine.NodeWaiting: {"#fff0cf", "#fff8e8", "#8a5a00", ink, 1.8},
	machine.NodeRefused: {"#fde5e3", "#fff3f2", "#a3271f", ink, 1.8},
	machine.NodeFault:   {"#f6e4f7", "#fbf2fb", "#7a1d80", ink, 3},
}

// lookOf is how s is painted: by its symbol, or in an instance by its state.
func (sh sheet) lookOf(s symbol) look {
	if !sh.instance {
		return shapeLooks[s.shape]
	}
	if l, ok := stateLooks[s.state]; ok {
		return l
	}
	return stateLooks[machine.NodeIdle]
}
