package diagram

import (
	"bytes"
	"context"
	"sync"

	graphviz "github.com/goccy/go-graphviz"

	"flowline/engine/diagram/cachehome"
	"flowline/engine/fault"
)

func init() { cachehome.Restore() }

// started is the one instance, made when the first drawing is wanted.
var started = sync.OnceValues(func() (*graphviz.Graphviz, error) { return graphviz.New(context.Background()) })

// render has Graphviz lay out a graph and answers its places as JSON. Only who holds the turn may call it. Once begun it
// cannot be stopped, which is why graphs are bounded.
func render(dot string) ([]byte, error) {
	g, err := started()
	if err != nil {
		return nil, fault.Wrap(err, "start graphviz")
	}
	graph, err := graphviz.ParseBytes([]byte(dot))
	if err != nil {
		return nil, fault.Wrap(err, "parse dot")
	}
	defer graph.Close()
	var out bytes.Buffer
	if err := g.Render(context.Background(), graph, "json0", &out); err != nil {
		return nil, fault.Wrap(err, "lay out a chart")
	}
	return out.Bytes(), nil
}
