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

// render has Graphviz lay out a graph and answers its places in its plain form, which of all
// forms leaves least behind in Graphviz's memory. Only who holds the turn may call it. Once begun it
// cannot be stopped, which is why graphs are bounded.
func render(dot string) (string, error) {
	g, err := started()
	if err != nil {
		return "", fault.Wrap(err, "start graphviz")
	}
	graph, err := graphviz.ParseBytes([]byte(dot))
	if err != nil {
		return "", fault.Wrap(err, "parse dot")
	}
	defer graph.Close()
	var out bytes.Buffer
	if err := g.Render(context.Background(), graph, "plain", &out); err != nil {
		return "", fault.Wrap(err, "lay out a chart")
	}
	return out.String(), nil
}
