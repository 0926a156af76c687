package flow_test

import (
	"encoding/json"
	"io/fs"
	"testing"

	"flowline/assets"
	"flowline/engine/flow"
)

// The designer takes its limits from the schema; a chart drawn up to them has to be taken here.
func TestTheSchemaHasTheLimitsOfADocument(t *testing.T) {
	raw, err := fs.ReadFile(assets.Schema(), "flow.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties struct{ Nodes, Edges struct{ MaxItems int } }
	}
	if err := json.Unmarshal(raw, &schema); err != nil {
		t.Fatal(err)
	}
	got := [2]int{schema.Properties.Nodes.MaxItems, schema.Properties.Edges.MaxItems}
	if want := [2]int{flow.MaxNodes, flow.MaxEdges}; got != want {
		t.Errorf("the schema allows %v nodes and edges, the engine %v", got, want)
	}
}
