package rule_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// amounts are numbers with up to six decimals, of up to fifteen digits before them.
func amounts() *rapid.Generator[decimal.Decimal] {
	return rapid.Custom(func(t *rapid.T) decimal.Decimal {
		return decimal.New(rapid.Int64Range(-1e15, 1e15).Draw(t, "digits"), -rapid.Int32Range(0, 6).Draw(t, "places"))
	})
}

func TestComparingIsExactOnBothSides(t *testing.T) {
	signs := map[string]func(int) bool{
		"<": func(c int) bool { return c < 0 }, "<=": func(c int) bool { return c <= 0 }, "==": func(c int) bool { return c == 0 },
		"!=": func(c int) bool { return c != 0 }, ">=": func(c int) bool { return c >= 0 }, ">": func(c int) bool { return c > 0 },
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := amounts().Draw(t, "a"), amounts().Draw(t, "b")
		if rapid.Bool().Draw(t, "equal") {
			b = a
		}
		sign := rapid.SampledFrom([]string{"<", "<=", "==", "!=", ">=", ">"}).Draw(t, "sign")
		facts := rule.Facts{Record: record.Values{"amount": a}, Old: record.Values{"amount": b}}
		for src, want := range map[string]bool{
			"record.amount " + sign + " " + b.String(): signs[sign](a.Cmp(b)),
			b.String() + " " + sign + " record.amount": signs[sign](b.Cmp(a)),
			"record.amount " + sign + " old.amount":    signs[sign](a.Cmp(b)),
			a.String() + " " + sign + " " + b.String(): signs[sign](a.Cmp(b)),
		} {
			p, issues := rule.Compile(src, scope, rule.Condition)
			if len(issues) > 0 {
				t.Fatalf("%s: %s", src, issues[0].Text.In(text.English))
			}
			if got, _, err := p.True(facts); err != nil || got != want {
				t.Fatalf("%s over %s and %s is %v (%v)", src, a, b, got, err)
			}
		}
	})
}

func TestArithmeticIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := amounts().Draw(t, "a"), amounts().Draw(t, "b")
		for src, want := range map[string]decimal.Decimal{
			"record.amount + " + b.String(): a.Add(b),
			b.String() + " - record.amount": b.Sub(a),
			"record.amount * old.amount":    a.Mul(b),
			"-record.amount":                a.Neg(),
			"abs(record.amount)":            a.Abs(),
		} {
			p, issues := rule.Compile(src, scope, rule.Value)
			if len(issues) > 0 {
				t.Fatalf("%s: %s", src, issues[0].Text.In(text.English))
			}
			got, _, err := p.Eval(rule.Facts{Record: record.Values{"amount": a}, Old: record.Values{"amount": b}})
			if d, ok := got.(decimal.Decimal); err != nil || !ok || !d.Equal(want) {
				t.Fatalf("%s is %v, want %s (%v)", src, got, want, err)
			}
		}
	})
}

func TestWithoutATypeThereIsAnIssue(t *testing.T) {
	if p, issues := rule.Compile("true", rule.Scope{}, rule.Condition); p != nil || len(issues) != 1 {
		t.Errorf("compiled to %v with %v", p, issues)
	}
	if p, issues := rule.Compile("record.customer.id == old.customer.id && record.customer == old.customer", scope, rule.Condition); p == nil {
		t.Error(issues)
	}
	if _, issues := rule.Compile("old.amount > 1", rule.Scope{Type: types["contract"]}, rule.Condition); len(issues) != 1 || issues[0].Code != rule.IssueUnknownName {
		t.Errorf("without old: %v", issues)
	}
	if _, issues := rule.Compile(`record.customer == "k1"`, rule.Scope{Type: types["contract"]}, rule.Condition); len(issues) != 0 {
		t.Errorf("without a catalog a link is an id: %v", issues)
	}
}
