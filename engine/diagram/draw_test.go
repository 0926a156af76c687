package diagram

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

func TestSameInputSameBytes(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) {
		first := draw(t, d, o)
		places = newCache(128) // ask Graphviz again
		if !bytes.Equal(first, draw(t, d, o)) {
			t.Error("the second drawing differs from the first")
		}
	})
}

func TestDrawingsAreSafeAndWellFormed(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) { wellFormed(t, draw(t, d, o)) })
}

// hostile are words that somebody may have typed.
var hostile = []string{
	"", " ", "<script>alert(1)</script>", `"quoted" 'single' & ampersand`, `back\slash \N \l \"`, "]]>", "<!--", "--> <svg onload=x>",
	"control \x00\x01\x07\x1b[31m\x7f\u0085", "line\nbreak\ttab\r\n", "\u202eright to left\u2066", "\xff\xfe invalid", "\ufffe\uffff\U0001fffe",
	"👩‍👩‍👧‍👦🇨🇳👍🏽 emoji", strings.Repeat("Donaudampfschifffahrtsgesellschaft", 20), strings.Repeat("合同审批流程", 200),
	strings.Repeat("a\u0301", 300), "n0 -> n1; } digraph x {", "{record.x}", "</text></svg>", "&#0;&lt;", "𠮷野家 ﷽ ไทย العربية",
}

func TestHostileWordsAreOnlyWords(t *testing.T) {
	for _, words := range hostile {
		d := wordy(words)
		for _, o := range []Options{{Lang: text.English, Lanes: true}, {Progress: halfWay(d), Subject: words, Status: words, People: func(string) string { return words }}} {
			wellFormed(t, draw(t, d, o))
			fits(t, newScene(d, o))
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, words := range hostile {
		f.Add(words, "record.amount > 100000")
	}
	f.Fuzz(func(t *testing.T, words, rule string) {
		d := wordy(words)
		for i := range d.Edges {
			d.Edges[i].When = rule
		}
		o := Options{Lanes: true, Progress: halfWay(d)}
		fits(t, newScene(d, o))
		if len(words)+len(rule) < 2000 { // longer ones take Graphviz no nearer to anything
			wellFormed(t, draw(t, d, o))
		}
	})
}

// Graphviz ends the program when two use it at once.
func TestSixteenAtOnce(t *testing.T) {
	places = newCache(128)
	all := samples(t)
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			for j := range all {
				d := all[(i+j)%len(all)]
				d.Nodes = append([]flow.Node(nil), d.Nodes...)
				d.Nodes[0].Name = text.T(fmt.Sprint("第", i%4, strings.Repeat("号", i%4)), "") // some share a drawing, some do not
				if _, err := Draw(t.Context(), d, Options{Lanes: i%2 == 0}); err != nil {
					t.Error(err)
				}
				if _, err := Layout(t.Context(), d); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}

func TestWhoeverCannotWaitIsTold(t *testing.T) {
	release, err := takeTurn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d := samples(t)[0]
	d.Nodes = append([]flow.Node(nil), d.Nodes...)
	d.Nodes[0].Name = text.T("没有画过的名称没有画过的名称", "")
	if _, err = Draw(ctx, d, Options{}); fault.ReasonOf(err) != "diagram_busy" || !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v, want diagram_busy", err)
	}
}

func TestTooLargeIsRefused(t *testing.T) {
	for _, d := range []flow.Definition{chain(MaxNodes+1, 0), chain(2, MaxEdges)} {
		_, err := Draw(t.Context(), d, Options{})
		if fault.ReasonOf(err) != "diagram_too_large" || !fault.Is(err, fault.Refused) {
			t.Errorf("got %v, want diagram_too_large", err)
		}
		if _, err = Layout(t.Context(), d); fault.ReasonOf(err) != "diagram_too_large" {
			t.Errorf("got %v, want diagram_too_large", err)
		}
	}
}

// A draft may be half drawn.
func TestDraftsAreDrawn(t *testing.T) {
	step := flow.Node{ID: "a", Kind: flow.KindStep}
	drafts := map[string]flow.Definition{
		"nothing":       {},
		"one step":      {Nodes: []flow.Node{step}},
		"loose end":     {Nodes: []flow.Node{step}, Edges: []flow.Edge{{ID: "e", From: "a", To: "nowhere"}}},
		"to itself":     {Nodes: []flow.Node{step}, Edges: []flow.Edge{{ID: "e", From: "a", To: "a", Name: text.T("再来", "again")}}},
		"twice the id":  {Nodes: []flow.Node{step, step}, Edges: []flow.Edge{{ID: "e", From: "a", To: "a"}, {ID: "e", From: "a", To: "a"}}},
		"a circle":      {Nodes: []flow.Node{step, {ID: "b", Kind: flow.KindDecision}}, Edges: []flow.Edge{{ID: "e", From: "a", To: "b"}, {ID: "f", From: "b", To: "a", When: "true"}}},
		"unknown kinds": {Nodes: []flow.Node{{ID: "a", Kind: "cloud"}}},
	}
	for name, d := range drafts {
		t.Run(name, func(t *testing.T) {
			for _, lanes := range []bool{false, true} {
				d.Lanes = []flow.Lane{{ID: "x"}, {ID: "y"}}
				wellFormed(t, draw(t, d, Options{Lanes: lanes}))
			}
			if _, err := Layout(t.Context(), d); err != nil {
				t.Error(err)
			}
		})
	}
}

func draw(tb testing.TB, d flow.Definition, o Options) []byte {
	tb.Helper()
	svg, err := Draw(tb.Context(), d, o)
	if err != nil {
		tb.Fatal(err)
	}
	return svg
}

// allowed are the elements and attributes of a drawing; nothing among them runs or loads anything.
var (
	allowedElements   = strings.Fields("svg title desc g rect path circle text")
	allowedAttributes = strings.Fields("xmlns lang width height viewBox role aria-label font-family class data-node data-edge transform x y rx r d fill stroke stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin font-size font-weight text-anchor")
)

func wellFormed(tb testing.TB, svg []byte) {
	tb.Helper()
	elements, attributes := map[string]bool{}, map[string]bool{}
	for _, e := range allowedElements {
		elements[e] = true
	}
	for _, a := range allowedAttributes {
		attributes[a] = true
	}
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			tb.Fatalf("%v in:\n%s", err, svg)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if !elements[start.Name.Local] {
			tb.Fatalf("element %s in a drawing", start.Name.Local)
		}
		for _, a := range start.Attr {
			if !attributes[a.Name.Local] || strings.Contains(a.Value, "url(") || strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
				tb.Fatalf("attribute %s=%q in a drawing", a.Name.Local, a.Value)
			}
		}
	}
}

// chain is a flow of n steps in a row, with more arrows between the first two.
func chain(n, more int) flow.Definition {
	var d flow.Definition
	for i := range n {
		d.Nodes = append(d.Nodes, flow.Node{ID: fmt.Sprintf("n%d", i), Kind: flow.KindStep, Name: text.T(fmt.Sprint("第", i, "步"), fmt.Sprint("Step ", i))})
		if i > 0 {
			d.Edges = append(d.Edges, flow.Edge{ID: fmt.Sprintf("e%d", i), From: fmt.Sprintf("n%d", i-1), To: fmt.Sprintf("n%d", i)})
		}
	}
	for i := range more {
		d.Edges = append(d.Edges, flow.Edge{ID: fmt.Sprintf("m%d", i), From: "n0", To: "n1"})
	}
	return d
}
