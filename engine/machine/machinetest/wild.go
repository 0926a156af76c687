package machinetest

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"

	"github.com/shopspring/decimal"
)

var wildRules = []string{
	"record.amount > 50", "record.months > 12", "record.urgent", "record.customer.credit_score < 70",
	`record.region == "fj"`, "record.items.exists(i, i.price > 10)", `record.reviewer == "bob"`, "record.rate / record.months > 1",
}

// WildFlow draws any flow at all that compiles: sound or not, with dead ends, circles and joins that nothing forks to.
func WildFlow(t *rapid.T) flow.Definition {
	lines := []string{"start s"}
	ids := []string{"s"}
	makes := []string{
		"approve %s by person:bob quorum any", "approve %s by person:bob,person:cyd quorum all due PT1H",
		"approve %s by person:bob reject wait", "approve %s by person:bob,person:cyd reject branch",
		"approve %s by field:reviewer,person:dan quorum order fields note:required,amount:edit", "approve %s by post:vacant",
		"do %s by submitter,person:bob fields months:edit,customer:edit", `notify %s to person:eve title "{record.amount} {record.customer}"`,
		`update %s set amount=60 "months=@record.months + 1"`, `update %s of customer set "credit_score=@record.amount"`,
		"decision %s", "decision %s", "decision %s all", "fork %s", "fork %s", "join %s", "join %s", "join %s first", "join %s 2", "end %s", "end %s rejected", "end %s whole",
	}
	for i := range rapid.IntRange(1, 14).Draw(t, "nodes") {
		id := fmt.Sprintf("n%d", i)
		ids = append(ids, id)
		lines = append(lines, fmt.Sprintf(rapid.SampledFrom(makes).Draw(t, "node"), id))
	}
	for _, id := range ids {
		for range rapid.IntRange(0, 3).Draw(t, "arrows") {
			arrow := rapid.SampledFrom([]string{"->", "->", "->", "-rejected->"}).Draw(t, "arrow")
			rule := rapid.SampledFrom(append([]string{"else", "else"}, wildRules...)).Draw(t, "rule")
			lines = append(lines, fmt.Sprintf("%s %s %s : %s", id, arrow, rapid.SampledFrom(ids[1:]).Draw(t, "to"), rule))
			if id == "s" {
				break
			}
		}
	}
	d, err := ParseFlow(strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for i := range d.Edges {
		for seen[d.Edges[i].ID] {
			d.Edges[i].ID += "x"
		}
		seen[d.Edges[i].ID] = true
	}
	d.Name = text.T("乱", "Wild")
	return d
}

// WildRecord draws a record in which anything may be empty.
func WildRecord(t *rapid.T) (own record.Values, linked map[string]record.Values) {
	all := record.Values{
		"title": "T", "amount": decimal.New(rapid.Int64Range(-10000, 20000).Draw(t, "amount"), -2),
		"months": decimal.NewFromInt(rapid.Int64Range(0, 36).Draw(t, "months")), "rate": decimal.New(12345, -4),
		"urgent": rapid.Bool().Draw(t, "urgent"), "signed": record.Day("2026-03-01"), "region": "fj", "reviewer": "bob",
		"customer": rapid.SampledFrom([]string{"c1", "c2"}).Draw(t, "customer"),
		"items":    []record.Values{{"what": "x", "price": decimal.NewFromInt(12)}, {"what": "y"}},
	}
	own = record.Values{}
	for _, f := range Types()["contract"].Fields {
		if v, ok := all[f.Key]; ok && rapid.IntRange(0, 4).Draw(t, "filled") > 0 {
			own[f.Key] = v
		}
	}
	return own, map[string]record.Values{"c1": {"name": "Acme", "credit_score": decimal.NewFromInt(65)}, "c2": {}}
}
