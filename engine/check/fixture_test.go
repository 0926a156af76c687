package check_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"flowline/engine/check"
	"flowline/engine/flow"
	"flowline/engine/machine/machinetest"
	"flowline/engine/org"
)

var update = flag.Bool("update", false, "write what check says into the fixtures")

// Each file of testdata belongs to the file of its name. A case is a title after "## ", a flow as machinetest.ParseFlow
// reads it, "--", and the problems: severity, code, place, path; below it the way there. Lines that begin with "@" lay JSON over
// the flow, or over the node or arrow that they name; "@company" replaces people by their ids and managers, "@called" says
// that a published flow runs this one, and "@voids" that one has it approve what is declared void.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var now strings.Builder
			for _, c := range strings.Split("\n"+string(data), "\n## ")[1:] {
				title, rest, _ := strings.Cut(c, "\n")
				chart, want, _ := strings.Cut(rest, "--\n")
				got := problemsOf(t, title, chart)
				fmt.Fprintf(&now, "## %s\n%s--\n%s\n\n", title, chart, strings.TrimSpace(got))
				if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(got)); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", title, diff)
				}
			}
			if *update {
				if err := os.WriteFile(file, []byte(strings.ReplaceAll(strings.TrimSpace(now.String()), "\n\n\n", "\n\n")+"\n"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func problemsOf(tb testing.TB, title, chart string) string {
	tb.Helper()
	var lines []string
	types := machinetest.Types()
	types["claim"] = claims["claim"]
	for _, p := range check.Check(chartOf(tb, title, chart), types, companyOf(tb, title, chart), published(tb, chart)) {
		if p.Text.ZH == "" || p.Text.EN == "" || p.Remedy.ZH == "" || p.Remedy.EN == "" || strings.Contains(p.Text.ZH+p.Text.EN+p.Remedy.ZH, "{name}") {
			tb.Errorf("%s: %s is not worded in both languages: %+v", title, p.Code, p)
		}
		place := p.Node + p.Edge
		if place == "" {
			place = "flow"
		}
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", p.Severity, p.Code, place, p.Path))+proof(p))
	}
	return strings.Join(lines, "\n") + "\n"
}

// proof is what a problem shows beside its words: the way to it, and a record.
func proof(p check.Problem) string {
	var b strings.Builder
	for i, step := range p.Trace {
		if i == 0 {
			b.WriteString("\n  after")
		}
		b.WriteString(" " + step.Node)
		if !step.Choice.Empty() {
			b.WriteString(" (" + step.Choice.EN + ")")
		}
	}
	for i, f := range p.Sample {
		if i == 0 {
			b.WriteString("\n  with")
		}
		b.WriteString(" " + f.Text.EN + ";")
	}
	return b.String()
}

// companyOf is the company of the fixtures, with what a chart says of its people.
func companyOf(tb testing.TB, title, chart string) *org.Directory {
	tb.Helper()
	c := company().Company()
	for _, line := range strings.Split(chart, "\n") {
		over, is := strings.CutPrefix(line, "@company ")
		if !is {
			continue
		}
		managers := map[string]string{}
		if err := json.Unmarshal([]byte(over), &managers); err != nil {
			tb.Fatalf("%s: %s: %v", title, line, err)
		}
		for i := range c.People {
			c.People[i].Manager = managers[c.People[i].ID]
		}
	}
	return org.NewDirectory(c)
}

// Every problem that check tells of has a broken flow among the fixtures.
func TestEveryProblemHasAFixture(t *testing.T) {
	var fixtures strings.Builder
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fixtures.Write(data)
	}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile(`"([a-z]+(?:_[a-z]+)+)"`)
	codes := map[string]bool{}
	for _, file := range sources {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range code.FindAllStringSubmatch(string(src), -1) {
			codes[found[1]] = found[1] != "created_by" // which is a column
		}
	}
	if len(codes) < 60 {
		t.Errorf("only %d codes are found", len(codes))
	}
	for _, c := range slices.Sorted(maps.Keys(codes)) {
		if codes[c] && !strings.Contains(fixtures.String(), "error "+c+" ") && !strings.Contains(fixtures.String(), "warning "+c+" ") {
			t.Errorf("no fixture shows %s", c)
		}
	}
}

// published are the other flows of the fixtures.
func published(tb testing.TB, chart string) check.Flows {
	tb.Helper()
	flows := check.Flows{}
	for key, chart := range map[string]string{
		"vetting": "start s\nend e\ns -> e", "acceptance": "start s\nend e\ns -> e",
		"looping": "start s\nsubflow v of further\nend e\ns -> v -> e", "further": "start s\nsubflow v of sample\nend e\ns -> v -> e",
		"asking":   "start s fields title:required\nend e\ns -> e",
		"voidable": "settings void sample\nstart s\nend e\ns -> e",
		"picking":  "start s\napprove a by person:ann,person:bob pick submitter:1\nend e\ns -> a -> e",
	} {
		d := chartOf(tb, key, chart)
		d.Key = key
		flows[key] = d
	}
	for i := range flow.MaxDepth {
		flows[fmt.Sprint("deep", i)] = chartOf(tb, "deep", fmt.Sprintf("start s\nsubflow v of deep%d\nend e\ns -> v -> e", i+1))
	}
	flows[fmt.Sprint("deep", flow.MaxDepth)] = flows["vetting"]
	if !strings.Contains(chart, "@called\n") {
		delete(flows, "further")
	}
	if !strings.Contains(chart, "@voids\n") {
		delete(flows, "voidable")
	}
	acceptance := flows["acceptance"]
	acceptance.Record = "customer"
	flows["acceptance"] = acceptance
	return flows
}

func chartOf(tb testing.TB, title, chart string) flow.Definition {
	tb.Helper()
	var plain, overlays []string
	for _, line := range strings.Split(chart, "\n") {
		if strings.HasPrefix(line, "@company ") || line == "@called" || line == "@voids" {
			continue
		}
		if strings.HasPrefix(line, "@") {
			overlays = append(overlays, line)
			continue
		}
		plain = append(plain, line)
	}
	d, err := machinetest.ParseFlow(strings.Join(plain, "\n"))
	if err != nil {
		tb.Fatalf("%s: %v", title, err)
	}
	d.Start = []flow.Trigger{{On: flow.OnSubmitted}}
	for i := range d.Nodes {
		unselect(d.Nodes[i].Action)
	}
	for _, line := range overlays {
		name, over, _ := strings.Cut(line[1:], " ")
		var into any = &d
		for i := range d.Nodes {
			if d.Nodes[i].ID == name {
				into = &d.Nodes[i]
			}
		}
		for i := range d.Edges {
			if d.Edges[i].ID == name {
				into = &d.Edges[i]
			}
		}
		if err := json.Unmarshal([]byte(over), into); err != nil {
			tb.Fatalf("%s: %s: %v", title, line, err)
		}
	}
	return d
}

// unselect takes the one empty selector away that ParseFlow gives a step without people.
func unselect(a *flow.Action) {
	none := func(by *[]org.Selector) {
		if len(*by) == 1 && (*by)[0] == (org.Selector{}) {
			*by = nil
		}
	}
	switch {
	case a == nil:
	case a.Approve != nil:
		none(&a.Approve.By)
	case a.Do != nil:
		none(&a.Do.By)
	case a.Notify != nil:
		none(&a.Notify.To)
	}
}
