package diagram

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"flowline/engine/flow"
	"flowline/engine/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestDOTOfTheSamples(t *testing.T) {
	for _, d := range samples(t) {
		for _, lang := range languages {
			golden(t, d.Key+"."+string(lang), newScene(d, sampleOptions(t, d, lang)).dot())
		}
	}
}

func TestDOTOfTheCanvas(t *testing.T) {
	for _, d := range samples(t) {
		golden(t, d.Key+".canvas", canvasScene(d).dot())
	}
}

// Graphviz is fed sizes and numbers: whatever a user writes, DOT stays within these signs.
func TestNoWordOfAUserEntersTheDOT(t *testing.T) {
	for _, words := range hostile {
		d := wordy(words)
		for _, s := range []scene{newScene(d, Options{Lanes: true}), canvasScene(d)} {
			dot := s.dot()
			for _, r := range dot {
				if r > 0x7e || r < ' ' && r != '\n' || r == '<' || r == '\\' || r == '&' {
					t.Fatalf("%q put %q into the DOT:\n%s", words, r, dot)
				}
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "dot", name+".dot")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run the tests of this package with -update once", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// wordy is a small flow of every symbol that says words wherever it can.
func wordy(words string) flow.Definition {
	say := text.T(words, words)
	node := func(id string, kind flow.Kind) flow.Node {
		return flow.Node{ID: id, Kind: kind, Name: say, Description: say, Tool: words, Lane: "one"}
	}
	approve, notify, set := node("a", flow.KindStep), node("b", flow.KindStep), node("c", flow.KindStep)
	approve.Action = &flow.Action{Type: flow.ActionApprove, Approve: &flow.Approve{}}
	notify.Action = &flow.Action{Type: flow.ActionNotify, Notify: &flow.Notify{Title: say}}
	set.Action = &flow.Action{Type: flow.ActionUpdate, Update: &flow.Update{Target: words, Set: []flow.Assign{{Field: words, Value: words}, {Field: words, From: words}}}}
	d := flow.Definition{
		Key: words, Name: say, Description: say, Record: words,
		Lanes: []flow.Lane{{ID: "one", Name: say}, {ID: "two", Name: say}},
		Nodes: []flow.Node{node("s", flow.KindStart), approve, notify, set, node("d", flow.KindDecision), node("f", flow.KindFork), node("j", flow.KindJoin), node("e", flow.KindEnd), node(words, flow.KindStep)},
	}
	for i := 1; i < len(d.Nodes); i++ {
		d.Edges = append(d.Edges, flow.Edge{ID: words, From: d.Nodes[i-1].ID, To: d.Nodes[i].ID, Name: say, When: words})
	}
	return d
}
