package diagram

import "flowline/engine/flow"

// Size is a width and a height in pixels.
type Size struct {
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// SizeOf is how large the canvas draws a node of this kind. Positions in a flow document are the top left corners of
// boxes of these sizes; the designer uses the same numbers.
func SizeOf(kind flow.Kind) Size {
	switch kind {
	case flow.KindStart, flow.KindEnd:
		return Size{140, 48}
	case flow.KindDecision:
		return Size{180, 96}
	case flow.KindFork, flow.KindJoin:
		return Size{200, 16}
	default:
		return Size{200, 72}
	}
}
