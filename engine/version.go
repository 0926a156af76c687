package engine

import (
	"sync"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// version is a published version with its rules compiled on first use. It is shared and never changes.
type version struct {
	Version
	types record.Catalog

	compile  sync.Once
	graph    *flow.Graph
	triggers []trigger
	links    []string // link fields whose records the flow's rules read
	err      error

	willing, patient softGraph
}

func newVersion(row Version, types record.Catalog) *version {
	return &version{Version: row, types: types}
}

// ready compiles the version. It was checked before it was published, so an error means that the record types have
// changed since.
func (v *version) ready() (*flow.Graph, error) {
	v.compile.Do(func() {
		v.graph, v.err = flow.Compile(v.Definition, v.Number, v.types)
		if v.err == nil {
			v.triggers = triggersOf(v.graph)
			v.links = linksRead(v.Definition, v.graph.Type())
		}
		v.err = v.wrapped(v.err)
	})
	return v.graph, v.err
}

// wrapped hides from people what is wrong with a version that does not compile any more: it is for an admin to mend.
func (v *version) wrapped(err error) error {
	if err == nil {
		return nil
	}
	return fault.Wrap(errOutOfDate.Because(err), "compile %s v%d", v.Flow, v.Number)
}

var errOutOfDate = fault.New(fault.Refused, "flow_out_of_date", text.T(
	"流程与记录类型不再相符，暂时不能运行。请联系管理员修改流程后重新发布。",
	"The flow no longer fits its record type and cannot run. Ask an administrator to mend and publish it again."))

// node finds a node of the document.
func (v *version) node(id string) (flow.Node, bool) {
	for _, n := range v.Definition.Nodes {
		if n.ID == id {
			return n, true
		}
	}
	return flow.Node{}, false
}

// byHand gives the trigger by which a person submits; ok is false when the flow starts only by itself.
func (v *version) byHand() (trigger, bool) {
	if len(v.triggers) == 0 {
		return trigger{}, true // a flow that does not say how it starts is submitted
	}
	for _, t := range v.triggers {
		if t.On == flow.OnSubmitted {
			return t, true
		}
	}
	return trigger{}, false
}

// start gives the id of the start node.
func (v *version) start() string {
	for _, n := range v.Definition.Nodes {
		if n.Kind == flow.KindStart {
			return n.ID
		}
	}
	return ""
}

// accessAt is what may be done with each field of the record at a node.
func (v *version) accessAt(node string) map[string]record.Access {
	return flow.FieldAccess(v.graph, node)
}
