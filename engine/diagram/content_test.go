package diagram

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"flowline/engine/flow"
)

// written is what stands in a part of a drawing, by the class of its outermost group: the chart's words, the title
// block's, the legend's; without spaces, for lines are broken where they fit.
func written(tb testing.TB, svg []byte) map[string]string {
	tb.Helper()
	parts, within, depth := map[string]string{}, "", 0
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return parts
		}
		if err != nil {
			tb.Fatal(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth != 2 {
				continue
			}
			within = t.Name.Local
			for _, a := range t.Attr {
				if a.Name.Local == "class" {
					within = a.Value
				}
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			parts[within] += squeezed(string(t))
		}
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func TestTheTitleBlockSaysWhatWhichAndWhen(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) {
		block := written(t, draw(t, d, o))["title-block"]
		for _, words := range []string{d.Name.In(o.Lang), wordVersion.In(o.Lang) + "v3", wordDate.In(o.Lang) + "2026-03-12", wordStatus.In(o.Lang) + "OK", o.Subject} {
			if !strings.Contains(block, squeezed(words)) {
				t.Errorf("no %q in %s", words, block)
			}
		}
		o.Version = 0
		if block := written(t, draw(t, d, o))["title-block"]; !strings.Contains(block, wordDraft.In(o.Lang)) {
			t.Errorf("a draft is called %s", block)
		}
	})
}

func TestRulesStandOnArrowsAndRolesInSteps(t *testing.T) {
	rules, roles := 0, 0
	every(t, func(t *testing.T, d flow.Definition, o Options) {
		sc := newScene(d, o)
		chart := written(t, draw(t, d, o))["chart"]
		read := newReader(d.Record, o.Types, o.Lang)
		for i, e := range d.Edges {
			if e.When == "" {
				continue
			}
			rules++
			words := squeezed(read.words(e.When))
			if label := squeezed(strings.Join(sc.arrows[i].label.rule, "")); !strings.HasPrefix(words, strings.TrimSuffix(label, "…")) || label == "" {
				t.Errorf("on %s stands %q, not %q", e.ID, label, words)
			} else if !strings.Contains(chart, label) {
				t.Errorf("%q is not drawn", label)
			}
			if strings.Contains(words, "record.") {
				t.Errorf("%s is not in plain words: %s", e.ID, words)
			}
		}
		for _, n := range d.Nodes {
			if n.Action == nil || n.Action.Approve == nil {
				continue
			}
			roles++
			if who := squeezed(o.Who(n.Action.Approve.By)); who == "" || o.Progress == nil && !strings.Contains(chart, who) {
				t.Errorf("%s does not say who decides: %q", n.ID, who)
			}
		}
	})
	if rules < 50 || roles < 50 {
		t.Errorf("only %d rules and %d roles are looked at", rules, roles)
	}
}

// Whatever sign occurs is explained, and what does not is not.
func TestTheLegendExplainsWhatIsDrawn(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) {
		legend := written(t, draw(t, d, o))["legend"]
		has := func(words string) bool { return strings.Contains(legend, squeezed(words)) }
		if o.Progress != nil {
			for _, s := range stateWords {
				if !has(s.text.In(o.Lang)) {
					t.Errorf("no %s in %s", s.state, legend)
				}
			}
			if !has(wordPath.In(o.Lang)) {
				t.Errorf("the path taken is not explained: %s", legend)
			}
			return
		}
		drawn := map[shape]bool{}
		for _, s := range newScene(d, o).symbols {
			drawn[s.shape] = true
		}
		for _, s := range symbolWords {
			if has(s.text.In(o.Lang)) != drawn[s.shape] {
				t.Errorf("%s: drawn %v, explained %v", s.text.EN, drawn[s.shape], !drawn[s.shape])
			}
		}
	})
}
