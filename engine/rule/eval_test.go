package rule_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

func TestARuleThatCannotBeEvaluatedIsNeverFalse(t *testing.T) {
	unlinked := contract()
	unlinked["customer"] = nil
	unscored := contract()
	unscored["customer"] = record.Values{"id": "k1"}
	onlyID := contract()
	onlyID["customer"] = "k1"
	empty := record.Values{}
	for _, c := range []struct {
		src   string
		facts record.Values
		says  string
	}{
		{`record.customer.credit_score < 70`, unlinked, "record.customer is empty"},
		{`record.customer.credit_score < 70`, unscored, "record.customer.credit_score is empty"},
		{`record.customer.credit_score < 70`, onlyID, "not at hand"},
		{`record.amount > 1`, empty, "record.amount is empty"},
		{`1 < record.amount`, empty, "record.amount is empty"},
		{`record.urgent`, empty, "record.urgent is empty"},
		{`!record.urgent`, empty, "record.urgent is empty"},
		{`record.name.contains("x")`, empty, "record.name is empty"},
		{`record.signed_on < date("2026-01-01")`, empty, "record.signed_on is empty"},
		{`record.amount / record.discount > 1`, record.Values{"amount": dec("1"), "discount": dec("0")}, "division by zero"},
		{`record.items[7].price > 1`, contract(), "index"},
		{`record.amount > 1`, record.Values{"amount": "a lot"}, "another type"},
	} {
		v, _, err := mustCompile(t, c.src, rule.Condition).Eval(rule.Facts{Record: c.facts})
		if err == nil {
			t.Errorf("%s is %v, want an error", c.src, v)
			continue
		}
		f := fault.From(err)
		if f.Reason != "rule_failed" || f.Code != fault.Refused || !strings.Contains(f.Text.In(text.English), c.says) || f.Text.ZH == "" {
			t.Errorf("%s: %s %s, want it to say %q", c.src, f.Reason, f.Text.In(text.English), c.says)
		}
	}
}

func TestWhatDecidesAloneIsEnough(t *testing.T) {
	facts := rule.Facts{Record: record.Values{"amount": dec("200000")}}
	if !holds(t, `record.customer.credit_score < 70 || record.amount > 100000`, facts) {
		t.Error("one true side makes an or true, whatever the other is")
	}
	if holds(t, `record.customer.credit_score < 70 && record.amount < 100000`, facts) {
		t.Error("one false side makes an and false, whatever the other is")
	}
}

func TestTheExplanationHoldsWhatWasRead(t *testing.T) {
	for _, c := range []struct {
		src  string
		want record.Values
	}{
		{`record.amount > 100000 || record.customer.credit_score < 70`, record.Values{"record.amount": dec("120000.00")}},
		{`record.customer.credit_score < 70 && record.urgent`, record.Values{"record.customer.credit_score": dec("65"), "record.urgent": true}},
		{`record.customer != null`, record.Values{"record.customer": "k1"}},
		{`record.checked_at == null`, record.Values{"record.checked_at": nil}},
		{`record.items.exists(i, i.price < 1)`, record.Values{"record.items[0].price": dec("9.90"), "record.items[1].price": dec("0.10")}},
		{`record.amount > old.amount`, record.Values{"record.amount": dec("120000.00"), "old.amount": dec("1")}},
		{`"new" in record.tags`, record.Values{"record.tags": []string{"new"}}},
		{`record.signed_on < date("2027-01-01")`, record.Values{"record.signed_on": record.Day("2026-01-31")}},
	} {
		_, why, err := mustCompile(t, c.src, rule.Condition).Eval(rule.Facts{Record: contract(), Old: record.Values{"amount": dec("1")}})
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
		}
		if diff := cmp.Diff(c.want, why.Values); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.src, diff)
		}
	}
}

func TestValuesAreGivenInTheirCanonicalForm(t *testing.T) {
	for src, want := range map[string]any{
		`record.amount * 0.1`:                               dec("12000.000"),
		`record.name + "!"`:                                 "Pump station!",
		`record.customer.owner`:                             "lin",
		`record.customer`:                                   "k1",
		`record.id`:                                         "c1",
		`record.signed_on.addMonths(1)`:                     time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC),
		`record.tags`:                                       []string{"new"},
		`record.urgent ? "yes" : "no"`:                      "yes",
		`record.items.map(i, i.product)`:                    []string{"pump", "pipe"},
		`record.checked_at`:                                 nil,
		`daysBetween(record.signed_on, date("2026-03-01"))`: dec("29"),
		`number("1.50") + 1`:                                dec("2.50"),
		`null`:                                              nil,
	} {
		got, _, err := mustCompile(t, src, rule.Value).Eval(rule.Facts{Record: contract()})
		if err != nil {
			t.Errorf("%s: %v", src, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", src, diff)
		}
	}
}

func TestFactsMayHaveGoneThroughJSON(t *testing.T) {
	stored, err := json.Marshal(contract())
	if err != nil {
		t.Fatal(err)
	}
	var back record.Values
	if err := json.Unmarshal(stored, &back); err != nil {
		t.Fatal(err)
	}
	if !holds(t, `record.amount == 120000 && record.customer.credit_score < 70 && record.signed_on == date("2026-01-31") &&
		record.items.exists(i, i.price == 9.9) && "new" in record.tags && record.urgent`, rule.Facts{Record: back}) {
		t.Error("stored facts say something else")
	}
}

func TestNumbersAreExact(t *testing.T) {
	for src, want := range map[string]bool{
		`0.1 + 0.2 == 0.3`:                             true,
		`1.005 * 100 == 100.5`:                         true,
		`9007199254740993 == 9007199254740992`:         false,
		`0.1234567890123456789 > 0.123456789012345678`: true,
		`-0.1 + 0.1 == 0`:                              true,
		`1e3 == 1000`:                                  true,
		`0x10 == 16`:                                   true,
		`1u + 1 == 2`:                                  true,
		`1 / 3 * 3 < 1`:                                true,
		`10 / 4 == 2.5`:                                true,
		`.5 == 0.5`:                                    true,
		`record.amount == 9007199254740993.01`:         true,
		`9007199254740993.01 == record.amount`:         true,
		`record.amount == 9007199254740993.02`:         false,
		`record.amount in [1, 9007199254740993.01]`:    true,
		`record.amount - 0.01 == 9007199254740993`:     true,
	} {
		facts := rule.Facts{Record: record.Values{"amount": dec("9007199254740993.01")}}
		if got := holds(t, src, facts); got != want {
			t.Errorf("%s is %v", src, got)
		}
	}
}

func TestMonthsKeepTheDayOrTakeTheLastOne(t *testing.T) {
	for src, want := range map[string]bool{
		`date("2026-01-31").addMonths(1) == date("2026-02-28")`:               true,
		`date("2024-01-31").addMonths(1) == date("2024-02-29")`:               true,
		`date("2026-03-31").addMonths(-1) == date("2026-02-28")`:              true,
		`monthsBetween(date("2026-01-31"), date("2026-02-28")) == 1`:          true,
		`monthsBetween(date("2026-01-15"), date("2027-01-14")) == 11`:         true,
		`monthsBetween(date("2027-01-15"), date("2026-01-15")) == -12`:        true,
		`date("2026-02-28") + days(1) == date("2026-03-01")`:                  true,
		`date("2026-11-22").weekday() == 7 && date("2026-11-22").day() == 22`: true,
		`timestamp("2026-01-31T08:00:00+08:00") == date("2026-01-31")`:        true,
	} {
		if got := holds(t, src, rule.Facts{Record: record.Values{}}); got != want {
			t.Errorf("%s is %v", src, got)
		}
	}
}

func TestAShortRuleCannotBuyALongTime(t *testing.T) {
	rows := make([]record.Values, record.MaxRows)
	for i := range rows {
		rows[i] = record.Values{"product": "p", "price": decimal.NewFromInt(int64(i))}
	}
	facts := rule.Facts{Record: record.Values{"items": rows}}
	if !holds(t, `record.items.all(i, i.price < 500)`, facts) {
		t.Error("500 rows are few enough for a rule")
	}
	_, _, err := mustCompile(t, `record.items.all(a, record.items.all(b, record.items.all(c, a.price + b.price + c.price >= 0)))`, rule.Condition).Eval(facts)
	if err == nil {
		t.Error("125 million comparisons were made")
	}
	_, _, err = mustCompile(t, strings.Repeat("9e99*", 20)+"9e99 > 1", rule.Condition).Eval(facts)
	if err == nil {
		t.Error("a number of two thousand digits was made")
	}
}

func TestFits(t *testing.T) {
	for _, c := range []struct {
		src, field string
		want       bool
	}{
		{`record.amount`, "amount", true},
		{`record.name`, "amount", false},
		{`record.name`, "name", true},
		{`"x"`, "region", true},
		{`record.customer`, "customer", true},
		{`record.customer.id`, "customer", true},
		{`record`, "customer", false},
		{`record.signed_on`, "checked_at", true},
		{`record.urgent`, "urgent", true},
		{`record.amount > 1`, "urgent", true},
		{`record.tags`, "tags", true},
		{`record.items`, "items", false},
		{`null`, "amount", true},
	} {
		f, _ := types["contract"].Field(c.field)
		if got := mustCompile(t, c.src, rule.Value).Fits(f); got != c.want {
			t.Errorf("%s fits %s: %v", c.src, c.field, got)
		}
	}
}

func TestOneProgramServesManyAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			for n := range 50 {
				src := fmt.Sprintf("record.amount > %d && record.customer.credit_score < 70", n%5)
				p, issues := rule.Compile(src, scope, rule.Condition)
				if len(issues) > 0 {
					t.Error(issues)
					return
				}
				facts := contract()
				facts["amount"] = decimal.NewFromInt(int64(i))
				ok, why, err := p.True(rule.Facts{Record: facts})
				if err != nil || ok != (i > n%5) || !why.Values["record.amount"].(decimal.Decimal).Equal(decimal.NewFromInt(int64(i))) {
					t.Errorf("%s over %d: %v %v %v", src, i, ok, why, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestACompiledRuleIsKept(t *testing.T) {
	first := mustCompile(t, `record.amount > 4711`, rule.Condition)
	again := *types["contract"]
	p, _ := rule.Compile(`record.amount > 4711`, rule.Scope{Type: &again, Types: types, Old: true}, rule.Condition)
	if p != first {
		t.Error("the same rule over an equal type was compiled again")
	}
	again.Fields = append([]record.Field(nil), again.Fields...)
	again.Fields[1].Type = record.Text
	if _, issues := rule.Compile(`record.amount > 4711`, rule.Scope{Type: &again, Types: types, Old: true}, rule.Condition); len(issues) == 0 {
		t.Error("the rule of another type was used")
	}
}
