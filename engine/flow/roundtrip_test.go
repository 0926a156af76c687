package flow_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/flow/flowtest"
	"flowline/engine/text"
)

// scribble gives a chart the texts and places that people give it.
func scribble(t *rapid.T, d flow.Definition) flow.Definition {
	words := rapid.StringOfN(rapid.SampledFrom([]rune("aZ 9<>&\"'\\/{}[]审批é🙂\n\t\u2028")), 0, 40, -1)
	d.Description = text.T(words.Draw(t, "zh"), words.Draw(t, "en"))
	for i := range d.Nodes {
		n := &d.Nodes[i]
		n.Name.EN = words.Draw(t, "name")
		n.Description.ZH = words.Draw(t, "description")
		if rapid.Bool().Draw(t, "placed") {
			n.At = &flow.Point{X: rapid.Float64Range(-1e6, 1e6).Draw(t, "x"), Y: float64(rapid.IntRange(-9, 9).Draw(t, "y"))}
		}
	}
	return d
}

func TestEncodingAndParsingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := scribble(t, flowtest.SoundFlow(t))
		once, err := d.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := flow.Parse(once)
		if err != nil {
			t.Fatalf("%v %+v\n%s", err, fault.From(err).Fields, once)
		}
		if diff := cmp.Diff(d, back); diff != "" {
			t.Fatalf("parsed (-drawn +parsed):\n%s", diff)
		}
		twice, err := back.Encode()
		if err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("encoded %s\nthen %s (%v)", once, twice, err)
		}
	})
}

// FuzzParse wants a definition or a fault for any bytes; a definition survives a round.
func FuzzParse(f *testing.F) {
	f.Add(pinned(f))
	for _, s := range []string{`{}`, `[]`, `{"format":1}`, `{"format":1,"key":"a","record":"b","nodes":null,"edges":[{}]}`,
		`{"format":1,"key":"a","name":{},"record":"b","nodes":[{"id":"a","kind":"step","action":{"type":"approve"}}],"edges":[]}`,
		`{"format":1e0}`, `{"a":{"a":{"a":[[[[[[[]]]]]]]}}}`, "\xef\xbb\xbf{}", `{"format":1,"format":1}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := flow.Parse(data)
		if err != nil {
			if fault.From(err).Code != fault.Invalid {
				t.Fatalf("%q: %v", data, err)
			}
			return
		}
		once := encode(t, d)
		again, err := flow.Parse(once)
		if err != nil {
			t.Fatalf("%s is written but not read: %v", once, err)
		}
		if twice := encode(t, again); !bytes.Equal(once, twice) {
			t.Fatalf("encoded %s\nthen %s", once, twice)
		}
		flow.Index(d)
	})
}

func TestLimits(t *testing.T) {
	head := `{"format":1,"key":"k","name":{"en":"n"},"record":"r",`
	many := func(n int, item string) string { return strings.TrimSuffix(strings.Repeat(item+",", n), ",") }
	for name, c := range map[string]struct{ doc, reason, at string }{
		"a document of ten megabytes":  {head + `"nodes":[],"edges":[],"description":{"en":"` + strings.Repeat("x", 10<<20) + `"}}`, "flow_too_big", ""},
		"more nodes than are drawn":    {head + `"nodes":[` + many(501, `{"id":"a","kind":"end"}`) + `],"edges":[]}`, "bad_flow", "nodes"},
		"three thousand and one edges": {head + `"nodes":[],"edges":[` + many(3001, `{"id":"a","from":"a","to":"a"}`) + `]}`, "bad_flow", "edges"},
		"a document nested deep":       {strings.Repeat(`[`, 100000), "not_json", ""},
		"a value nested deep":          {head + `"nodes":[],"edges":[],"start":[{"on":"added","map":[{"field":"a","value":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}]}]}`, "not_json", ""},
		"half a document":              {head, "not_json", ""},
		"two documents":                {head + `"nodes":[],"edges":[]} {}`, "not_json", ""},
		"no document":                  {``, "not_json", ""},
		"bytes that are no text":       {"{\"format\":1,\"key\":\"\xff\"}", "not_json", ""},
		"a later format":               {`{"format":2}`, "later_format", ""},
		"a format that is no number":   {`{"format":"1"}`, "bad_flow", "format"},
		"a list":                       {`[]`, "bad_flow", ""},
	} {
		t.Run(name, func(t *testing.T) {
			reason, at := places(t, c.doc)
			if reason != c.reason || (c.at != "" && (len(at) != 1 || at[0] != c.at)) {
				t.Errorf("refused as %s at %v, want %s at %s", reason, at, c.reason, c.at)
			}
		})
	}
}

func TestAsManyNodesAsThereMayBeAreRead(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"format":1,"key":"k","name":{"en":"n"},"record":"r","nodes":[`)
	for i := range flow.MaxNodes {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`{"id":"n` + string(rune('a'+i%26)) + strings.Repeat("x", i/26) + `","kind":"end"}`)
	}
	b.WriteString(`],"edges":[]}`)
	if d := parse(t, []byte(b.String())); len(d.Nodes) != flow.MaxNodes {
		t.Errorf("%d nodes were read", len(d.Nodes))
	}
}

func TestAllThatIsWrongIsToldUpToTwentyPlaces(t *testing.T) {
	_, at := places(t, `{"format":1,"key":"K","record":7,"nodes":[`+strings.TrimSuffix(strings.Repeat(`{"x":1},`, 50), ",")+`],"edges":[]}`)
	if len(at) != 20 || at[0] != "nodes[0].x" {
		t.Errorf("%d places: %v", len(at), at)
	}
}

func TestWhatMayBeLeftOutIsWrittenOut(t *testing.T) {
	d := parse(t, []byte(`{"format":1,"key":"k","name":{"en":"n"},"record":"r","edges":[],"nodes":[
		{"id":"a","kind":"step","action":{"type":"approve","by":[]}}, {"id":"d","kind":"decision","decision":{}}, {"id":"e","kind":"end","end":{}}]}`))
	if d.Nodes[0].Action.Approve.Quorum.Mode != flow.QuorumAny || d.Nodes[1].Decision.Match != flow.MatchFirst || d.Nodes[2].End.Result != flow.ResultApproved {
		t.Errorf("read as %+v", d.Nodes)
	}
}
