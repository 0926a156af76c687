package flow_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"flowline/engine/fault"
	"flowline/engine/flow"
)

func pinned(tb testing.TB) []byte {
	tb.Helper()
	b, err := os.ReadFile("testdata/format-1.json")
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func parse(tb testing.TB, data []byte) flow.Definition {
	tb.Helper()
	d, err := flow.Parse(data)
	if err != nil {
		tb.Fatalf("parse: %v %+v", err, fault.From(err).Fields)
	}
	return d
}

func encode(tb testing.TB, d flow.Definition) []byte {
	tb.Helper()
	b, err := d.Encode()
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// places parses what must be refused and answers the reason and where the fault lies.
func places(tb testing.TB, data string) (reason string, at []string) {
	tb.Helper()
	d, err := flow.Parse([]byte(data))
	if err == nil {
		tb.Fatalf("%.200s\nis parsed, as %+v", data, d)
	}
	f := fault.From(err)
	if f.Code != fault.Invalid {
		tb.Errorf("code is %s: %v", f.Code, err)
	}
	for _, place := range f.Fields {
		if place.Text.ZH == "" || place.Text.EN == "" {
			tb.Errorf("%s has no words in both languages", place.Path)
		}
		at = append(at, place.Path)
	}
	return f.Reason, at
}

func TestFormat1IsReadForEver(t *testing.T) {
	d := parse(t, pinned(t))
	if len(d.Nodes) != 10 || d.Nodes[1].Action.Approve.Quorum.Mode != flow.QuorumAll || d.Nodes[1].Description.EN != "<script>alert(1)</script> is just text" {
		t.Errorf("read as %+v", d)
	}
	once := encode(t, d)
	twice := encode(t, parse(t, once))
	if diff := cmp.Diff(string(once), string(twice)); diff != "" {
		t.Errorf("encoding is not stable:\n%s", diff)
	}
	if !strings.Contains(string(once), `"value":12345678901234.5678`) {
		t.Error("a number lost digits on the way")
	}
}

func TestPlacesThatAreWrongAreNamed(t *testing.T) {
	whole := string(pinned(t))
	for name, c := range map[string]struct {
		from, to string
		at       string
	}{
		"an unknown key at the top":        {`"record": "contract"`, `"record": "contract", "colour": 1`, "colour"},
		"an unknown key of a node":         {`"tool": "ERP"`, `"tools": "ERP"`, "nodes[1].tools"},
		"a key in other case":              {`"tool": "ERP"`, `"Tool": "ERP"`, "nodes[1].Tool"},
		"a setting of another action":      {`"due": "PT4H"`, `"due": "PT4H", "title": {}`, "nodes[4].action.title"},
		"a key that is there twice":        {`"tool": "ERP"`, `"tool": "ERP", "tool": "CRM"`, "nodes[1].tool"},
		"a number for a text":              {`"tool": "ERP"`, `"tool": 7`, "nodes[1].tool"},
		"a text for a number":              {`"x": 30.5`, `"x": "30"`, "nodes[0].at.x"},
		"a place off the canvas":           {`"x": 30.5`, `"x": 1e9`, "nodes[0].at.x"},
		"a list for an object":             {`"at": {"x": 30.5, "y": -20}`, `"at": [30, 20]`, "nodes[0].at"},
		"an action that is not known":      {`"type": "do"`, `"type": "call"`, "nodes[4].action.type"},
		"an action without a type":         {`"type": "do", `, ``, "nodes[4].action.type"},
		"a kind that is not known":         {`"kind": "join"`, `"kind": "merge"`, "nodes[6].kind"},
		"settings of another kind of node": {`"kind": "fork"`, `"kind": "fork", "end": {"result": "approved"}`, "nodes[3].end"},
		"a node id that is there twice":    {`"id": "n7"`, `"id": "n6"`, "nodes[6].id"},
		"an edge id that is there twice":   {`"id": "e9"`, `"id": "e8"`, "edges[8].id"},
		"an id with a blank":               {`"id": "n7"`, `"id": "n 7"`, "nodes[6].id"},
		"a quorum that is not known":       {`"mode": "all"`, `"mode": "most"`, "nodes[1].action.quorum.mode"},
		"an access that is not known":      {`"amount": "required"`, `"amount": "write"`, "nodes[0].form.fields.amount"},
		"people named in two ways":         {`{"field": "seller"}`, `{"field": "seller", "post": "x"}`, "nodes[4].action.by[1]"},
		"a trigger that is not known":      {`"on": "submitted"`, `"on": "deleted"`, "start[0].on"},
		"a key with blanks":                {`"key": "contract-approval"`, `"key": "Contract approval"`, "key"},
		"a control character in a name":    {`"en": "Sales"`, `"en": "Sa\u0000les"`, "lanes[0].name.en"},
		"writing that turns round":         {`"en": "Sales"`, `"en": "Sa\u202eles"`, "lanes[0].name.en"},
		"a name that is too long":          {`"en": "Sales"`, `"en": "` + strings.Repeat("x", 121) + `"`, "lanes[0].name.en"},
		"another language":                 {`"en": "Sales"`, `"fr": "Ventes"`, "lanes[0].name.fr"},
		"no format":                        {`"format": 1,`, ``, "format"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(whole, c.from) {
				t.Fatalf("the fixture has no %s", c.from)
			}
			reason, at := places(t, strings.Replace(whole, c.from, c.to, 1))
			if reason != "bad_flow" || len(at) != 1 || at[0] != c.at {
				t.Errorf("refused as %s at %v, want %s", reason, at, c.at)
			}
		})
	}
}
