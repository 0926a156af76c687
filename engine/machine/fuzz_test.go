package machine_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
)

// fuzzed has something of everything.
const fuzzed = `
start s fields amount:edit,customer:edit
fork f
approve a by person:bob,person:cyd quorum all due PT1H fields note:required,amount:edit,items:edit
approve b by post:legal quorum order
do d by submitter fields signed:edit
update u set urgent=true "months=@record.months + 1"
update v of customer set "credit_score=@record.amount"
notify n to person:eve title "{record.amount} {record.customer.name} {record.items}"
decision c
decision m all
join j
join k
end e
end no rejected whole
s -> f
f -> a -> j
f -> b -> j
b -rejected-> d -> b
j -> c
c -> u : record.amount > 100
c -> v : record.customer.credit_score < 70
c -> n : else
u -> m
v -> m
n -> m
m -> k : record.urgent
m -> no : record.items.exists(i, i.price > 10)
m -> k : else
k -> e
`

// Whatever events arrive, one JSON object to a line: no panic, a refusal changes nothing, and a settled state keeps the
// invariants.
func FuzzAdvance(f *testing.F) {
	for _, seed := range []string{
		`{"type":"submitted","by":"ann","facts":{"amount":"120","months":3,"customer":{"id":"c1","credit_score":"60"}}}
{"type":"people","activation":"a6","people":["bob","cyd"]}
{"type":"people","activation":"a8","people":["lu","mo"]}
{"type":"decided","by":"bob","task":"k12","outcome":"approved","set":{"note":"ok"}}
{"type":"facts","facts":{"amount":"120.00","customer":{"id":"c1"},"items":[{"what":"x","price":"12"}]}}
{"type":"decided","by":"lu","task":"k18","outcome":"rejected","comment":"no"}
{"type":"timer_fired","timer":"m14"}
{"type":"terminated","by":"admin","comment":"stop"}`,
		`{"type":"submitted","by":"ann","set":{"amount":true,"customer":7,"zzz":[]}}
{"type":"facts"}
{"type":"retried","incident":"i1"}
{"type":"assigned","incident":"i1","people":["","a","a"]}`,
		`{"type":"decided"}`, `{}`, `[]`, "\x00",
	} {
		f.Add([]byte(seed), true)
		f.Add([]byte(seed), false)
	}
	d, err := machinetest.ParseFlow(fuzzed)
	if err != nil {
		f.Fatal(err)
	}
	g, err := flow.Compile(d, 1, machinetest.Types())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, lines []byte, typed bool) {
		var s machine.State
		settled := s
		var since machine.Step
		for i, line := range bytes.Split(lines, []byte("\n")) {
			var ev machine.Event
			if json.Unmarshal(line, &ev) != nil {
				continue
			}
			if ev.At.IsZero() {
				ev.At = monday.Add(time.Duration(i) * time.Hour)
			}
			if typed {
				read, err := machine.ReadEvent(g, ev)
				if err != nil {
					continue
				}
				ev = read
			}
			frozen := encode(t, s)
			step, err := machine.Advance(g, s, ev)
			if encode(t, s) != frozen {
				t.Fatal("the state before has changed")
			}
			if err != nil {
				continue
			}
			s, since = step.State, since.Then(step)
			if len(step.Asks) > 0 {
				continue
			}
			for _, broken := range machinetest.Broken(g, settled, since) {
				t.Error(broken)
			}
			settled, since = s, machine.Step{}
		}
	})
}
