package prove_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"flowline/engine/machine/machinetest"
	"flowline/engine/prove"
	"flowline/engine/record"
	"flowline/engine/rule"
)

var atoms = []string{
	"record.amount > 10", "record.amount >= 10", "record.amount < 10.5", "record.amount == 10", "11 > record.months", "record.months != 12",
	"record.urgent", "!record.urgent", `record.region == "fj"`, `record.region in ["sh", "fj"]`, "record.region == null",
	`"fj" in record.regions`, `record.signed >= "2026-03-01"`, "record.customer == null", "record.customer.credit_score < 70", `record.title == "T"`,
}

// No record does what the proof says none does.
func TestNoRecordContradictsTheProof(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rules []*rule.Program
		for range rapid.IntRange(1, 3).Draw(t, "rules") {
			src := rapid.SampledFrom(atoms).Draw(t, "atom")
			for range rapid.IntRange(0, 2).Draw(t, "more") {
				src = "(" + src + rapid.SampledFrom([]string{") && (", ") || ("}).Draw(t, "op") + rapid.SampledFrom(atoms).Draw(t, "atom") + ")"
			}
			rules = append(rules, compile(t, src))
		}
		c := prove.Decision(rules, false)
		if !c.Proved {
			t.Skip()
		}
		for range 40 {
			r := anyRecord(t)
			for i, p := range rules {
				is, _, err := p.True(rule.Facts{Record: r})
				if err != nil {
					break
				}
				if is && slices.Contains(c.Never, i) {
					t.Fatalf("rule %d is never taken, and is by %v", i, r)
				}
				if is {
					break
				}
				if i == len(rules)-1 && !c.HasGap {
					t.Fatalf("nothing falls through, and %v does", r)
				}
			}
		}
	})
}

func anyRecord(t *rapid.T) record.Values {
	number := func(s string) any { d, _ := decimal.NewFromString(s); return d }
	of := func(key string, values ...any) any { return rapid.SampledFrom(append(values, nil)).Draw(t, key) }
	return record.Values{
		"amount": of("amount", number("9.99"), number("10"), number("10.49"), number("10.5"), number("500")),
		"months": of("months", number("10"), number("11"), number("12"), number("13")), "urgent": of("urgent", true, false),
		"region": of("region", "fj", "sh"), "regions": of("regions", []string{"fj"}, []string{"sh", "fj"}),
		"signed": of("signed", record.Day("2026-02-28"), record.Day("2026-03-01"), record.Day("2027-01-01")), "title": of("title", "T", "U"),
		"customer": of("customer", record.Values{"id": "c"}, record.Values{"id": "c", "credit_score": number("70")}, record.Values{"id": "c", "credit_score": number("-3")}),
	}
}

func compile(tb rapid.TB, src string) *rule.Program {
	tb.Helper()
	types := machinetest.Types()
	p, issues := rule.Compile(src, rule.Scope{Type: types["contract"], Types: types}, rule.Condition)
	if len(issues) > 0 {
		tb.Fatalf("%s: %+v", src, issues)
	}
	return p
}

func TestWhatMoreThanComparesFieldsIsNotProved(t *testing.T) {
	for _, src := range []string{"record.amount > record.rate", "record.title.contains(\"x\")", "record.items.exists(i, i.price > 1)", "record.amount + 1 > 2"} {
		if prove.Decision([]*rule.Program{compile(rapid.TB(t), src)}, false).Proved {
			t.Errorf("%s is taken for proved", src)
		}
	}
}
