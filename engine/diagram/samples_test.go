package diagram

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"time"

	"flowline/assets"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

var languages = []text.Lang{text.Chinese, text.English}

// samples are the flows that ship, by key.
func samples(tb testing.TB) []flow.Definition {
	tb.Helper()
	names, err := fs.Glob(assets.Flows(), "*.json")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no sample flows: %v", err)
	}
	out := make([]flow.Definition, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(assets.Flows(), name)
		if err != nil {
			tb.Fatal(err)
		}
		if out[i], err = flow.Parse(data); err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
	}
	return out
}

// sampleOptions name people and fields as the sample company does.
func sampleOptions(tb testing.TB, d flow.Definition, lang text.Lang) Options {
	tb.Helper()
	var list []record.Type
	decode(tb, "types.json", &list)
	types := record.Types{}
	for i := range list {
		types[list[i].Key] = &list[i]
	}
	var company org.Company
	decode(tb, "company.json", &company)
	return Options{
		Lang: lang, Types: types, Who: WhoIn(company, types[d.Record], lang), Version: 3, Status: "OK",
		Date: time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC),
	}
}

func decode(tb testing.TB, name string, into any) {
	tb.Helper()
	data, err := fs.ReadFile(assets.Records(), name)
	if err != nil {
		tb.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		tb.Fatal(err)
	}
}

// halfWay is an instance that has been everywhere in every state, by turns.
func halfWay(d flow.Definition) *machine.Progress {
	p := &machine.Progress{Nodes: map[string]machine.NodeProgress{}, Edges: map[string]int{}}
	at := time.Date(2026, 3, 12, 6, 5, 0, 0, time.UTC)
	for i, n := range d.Nodes {
		state := stateWords[i%len(stateWords)].state
		visit := machine.Visit{Round: 1, EnteredAt: at, People: []machine.Signer{
			{Person: "wang-lei", State: machine.TaskApproved, At: at},
			{Person: strings.Repeat("Maximilian ", 4), State: machine.TaskOpen, Late: true},
		}}
		p.Nodes[n.ID] = machine.NodeProgress{State: state, Visits: []machine.Visit{visit}}
	}
	for i, e := range d.Edges {
		p.Edges[e.ID] = i % 3
	}
	return p
}

// every runs f for each sample in each language, drawn plain, in lanes and as an instance.
func every(t *testing.T, f func(t *testing.T, d flow.Definition, o Options)) {
	for _, d := range samples(t) {
		for _, lang := range languages {
			plain := sampleOptions(t, d, lang)
			lanes, instance := plain, plain
			lanes.Lanes = true
			instance.Progress = halfWay(d)
			instance.Subject = "HT-2026-0001 " + d.Name.In(lang)
			for name, o := range map[string]Options{"plain": plain, "lanes": lanes, "instance": instance} {
				t.Run(d.Key+"/"+string(lang)+"/"+name, func(t *testing.T) { f(t, d, o) })
			}
		}
	}
}
