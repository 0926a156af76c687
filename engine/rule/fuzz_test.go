package rule_test

import (
	"testing"

	"flowline/engine/record"
	"flowline/engine/rule"
)

var seeds = []string{
	`record.amount > 100000`, `record.customer.credit_score < 70 || old.amount == null`, `record.items.exists(i, i.price > 1.5)`,
	`record.signed_on > "2026-01-31"`, `date("2026-01-31").addMonths(-1) == record.ends_on`, `has(record.customer.name)`,
	`record.name.matches("^a+$") ? record.tags.size() > 1 : "new" in record.tags`, `record.items.map(i, i.price).sum() / 0`,
	`[1, 2.5, -3u][0]`, `{"a": 1}["a"] == 1`, `record.items[record.items.size() - 1].price`, `record`, `old`, `null == null`,
	"record.amount\n>\n\"x\"", `9e99 * 9e99`, `-9223372036854775808`, `record.amount.foo.bar()`, `"\u0000"`, `b"x" == b"y"`, `[[[[]]]]`,
	`record.all(x, x)`, `duration("1h") + record.signed_on`, `string(record.amount)`, `record.items == record.items`, `1 == "1"`, `a.b.c`,
}

// FuzzCompileAndEval wants an answer, an issue or an error for anything at all, and never a panic.
func FuzzCompileAndEval(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, "12.50", "2026-01-31")
	}
	f.Fuzz(func(t *testing.T, src, number, day string) {
		facts := []record.Values{contract(), {}, {"amount": number, "signed_on": day, "customer": day, "items": []any{map[string]any{"price": number}},
			"tags": []any{number}, "name": number, "urgent": day, "region": nil}}
		for _, want := range []rule.Want{rule.Condition, rule.Value} {
			p, issues := rule.Compile(src, scope, want)
			if (p == nil) == (len(issues) == 0) {
				t.Fatalf("%q gives the program %v and the issues %v", src, p, issues)
			}
			for _, i := range issues {
				if i.Column < 1 || i.Column > len(src)+2 || i.Code == "" || i.Text.ZH == "" || i.Text.EN == "" {
					t.Fatalf("%q has the issue %+v", src, i)
				}
			}
			if p == nil {
				continue
			}
			for _, values := range facts {
				v, _, err := p.Eval(rule.Facts{Record: values, Old: values})
				if _, isBool := v.(bool); want == rule.Condition && err == nil && !isBool {
					t.Fatalf("%q is the condition %v", src, v)
				}
			}
		}
	})
}
