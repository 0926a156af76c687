package diagram

import (
	"context"
	"crypto/sha256"
	"strconv"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

// Limits of a drawing: what Graphviz places in a time that others can wait for.
const (
	MaxNodes = flow.MaxNodes
	MaxEdges = flow.MaxEdges

	maxExtent = 30_000 // rows that all arrows together pass
)

// places keeps what Graphviz answered, and what became of it in lanes.
var places = newCache(128)

// Draw draws d, or with Options.Progress one instance of it, as an SVG document. Faults: refused
// (diagram_too_large, diagram_too_tangled) beyond the limits, unavailable (diagram_busy) when ctx ends before Graphviz is
// free.
func Draw(ctx context.Context, d flow.Definition, o Options) ([]byte, error) {
	if err := allow(d); err != nil {
		return nil, err
	}
	s := newScene(d, o)
	g, err := place(ctx, &s)
	if err != nil {
		return nil, err
	}
	return newSheet(d, o, s, g).svg(), nil
}

// Layout tidies d up: for each node the top left corner that its box has on the canvas. Faults as Draw.
func Layout(ctx context.Context, d flow.Definition) (map[string]flow.Point, error) {
	if err := allow(d); err != nil {
		return nil, err
	}
	s := canvasScene(d)
	g, err := place(ctx, &s)
	if err != nil {
		return nil, err
	}
	points := make(map[string]flow.Point, len(s.symbols))
	for i, n := range s.symbols {
		points[n.id] = flow.Point{X: snap(g.nodes[i].x - n.size.W/2), Y: snap(g.nodes[i].y - n.size.H/2)}
	}
	return points, nil
}

// place finds where everything of s stands: as Graphviz says, and then in lanes if there are any. If they find no room, s
// loses them, for a lane that lies is worse than none.
func place(ctx context.Context, s *scene) (*geometry, error) {
	if len(s.symbols) == 0 {
		return &geometry{}, nil
	}
	if s.extent() > maxExtent {
		return nil, fault.New(fault.Refused, "diagram_too_tangled", text.T(
			"流程图过于复杂：长距离的连线太多，无法绘制。请把流程拆成几个较小的流程。",
			"The chart is too tangled to be drawn: too many of its arrows reach too far. Split the flow into smaller ones."))
	}
	dot := s.dot()
	plain, err := ask(ctx, *s, dot)
	if err != nil || len(s.lanes) == 0 {
		return plain, err
	}
	key := sha256.Sum256([]byte(dot + s.laneKey()))
	if g, ok := places.get(key); ok {
		return g, nil
	}
	laned, ok := s.laned(plain)
	if !ok || !s.inLanes(laned) {
		s.lanes = nil
		return plain, nil
	}
	places.put(key, laned)
	return laned, nil
}

// ask gets the answer to dot, from the cache or from Graphviz.
func ask(ctx context.Context, s scene, dot string) (*geometry, error) {
	key := sha256.Sum256([]byte(dot))
	if g, ok := places.get(key); ok {
		return g, nil
	}
	release, err := takeTurn(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	if g, ok := places.get(key); ok { // whoever had the turn before may have wanted the same
		return g, nil
	}
	answer, err := render(dot)
	if err != nil {
		return nil, err
	}
	g, err := readGeometry(answer, s)
	if err != nil {
		return nil, fault.Wrap(err, "read the places of a chart")
	}
	s.straighten(g)
	places.put(key, g)
	return g, nil
}

func allow(d flow.Definition) error {
	if len(d.Nodes) <= MaxNodes && len(d.Edges) <= MaxEdges {
		return nil
	}
	return fault.New(fault.Refused, "diagram_too_large", text.T(
		"流程图过大：有 {nodes} 个节点、{edges} 条连线，最多可绘制 {maxNodes} 个节点、{maxEdges} 条连线。请把流程拆成几个较小的流程。",
		"The chart is too large: it has {nodes} nodes and {edges} arrows, and at most {maxNodes} nodes and {maxEdges} arrows can be drawn. Split the flow into smaller ones."),
		"nodes", strconv.Itoa(len(d.Nodes)), "edges", strconv.Itoa(len(d.Edges)),
		"maxNodes", strconv.Itoa(MaxNodes), "maxEdges", strconv.Itoa(MaxEdges))
}
