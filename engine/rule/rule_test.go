package rule_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

var types = record.Types{
	"contract": {Key: "contract", Title: "name", Fields: []record.Field{
		{Key: "name", Type: record.Text},
		{Key: "amount", Type: record.Money},
		{Key: "discount", Type: record.Number, Decimals: 3},
		{Key: "term_months", Type: record.Number},
		{Key: "signed_on", Type: record.Date},
		{Key: "ends_on", Type: record.Date},
		{Key: "checked_at", Type: record.DateTime},
		{Key: "urgent", Type: record.Boolean},
		{Key: "region", Type: record.Choice, Options: []record.Option{{Key: "fujian"}, {Key: "zhejiang"}}},
		{Key: "tags", Type: record.MultiChoice, Options: []record.Option{{Key: "new"}, {Key: "big"}}},
		{Key: "customer", Type: record.Link, Target: "customer"},
		{Key: "seller", Type: record.Person},
		{Key: "items", Type: record.Rows, Columns: []record.Field{
			{Key: "product", Type: record.Text}, {Key: "price", Type: record.Money},
		}},
	}},
	"customer": {Key: "customer", Title: "name", Fields: []record.Field{
		{Key: "name", Type: record.Text},
		{Key: "credit_score", Type: record.Number},
		{Key: "parent", Type: record.Link, Target: "customer"},
	}},
}

var scope = rule.Scope{Type: types["contract"], Types: types, Old: true}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// contract is a record with every field filled in.
func contract() record.Values {
	return record.Values{
		"id": "c1", "owner": "lin",
		"name": "Pump station", "amount": dec("120000.00"), "discount": dec("0.100"), "term_months": dec("24"),
		"signed_on": record.Day("2026-01-31"), "ends_on": record.Day("2028-01-31"),
		"urgent": true, "region": "fujian", "tags": []string{"new"}, "seller": "wang",
		"customer": record.Values{"id": "k1", "name": "Haixin", "credit_score": dec("65"), "owner": "lin", "parent": "k0"},
		"items":    []record.Values{{"product": "pump", "price": dec("9.90")}, {"product": "pipe", "price": dec("0.10")}},
	}
}

func mustCompile(tb testing.TB, src string, want rule.Want) *rule.Program {
	tb.Helper()
	p, issues := rule.Compile(src, scope, want)
	if len(issues) > 0 {
		tb.Fatalf("%s does not compile: %s", src, issues[0].Text.In(text.English))
	}
	return p
}

func holds(tb testing.TB, src string, facts rule.Facts) bool {
	tb.Helper()
	ok, _, err := mustCompile(tb, src, rule.Condition).True(facts)
	if err != nil {
		tb.Fatalf("%s: %v", src, err)
	}
	return ok
}

func TestConditions(t *testing.T) {
	facts := rule.Facts{Record: contract(), Old: record.Values{"amount": dec("100000.00")}}
	for src, want := range map[string]bool{
		`record.amount > 100000`:                                      true,
		`100000 < record.amount`:                                      true,
		`record.amount > 120000`:                                      false,
		`record.amount >= 120000.00`:                                  true,
		`record.amount == 120000`:                                     true,
		`120000.0 == record.amount`:                                   true,
		`record.amount in [1, 120000]`:                                true,
		`record.amount * record.discount == 12000`:                    true,
		`record.discount + 0.2 == 0.3`:                                true,
		`record.amount > old.amount`:                                  true,
		`record.amount - old.amount >= 20000`:                         true,
		`-record.amount < 0`:                                          true,
		`record.customer.credit_score < 70`:                           true,
		`record.customer.owner == record.owner`:                       true,
		`record.customer.parent == "k0"`:                              true,
		`record.customer != null`:                                     true,
		`record.checked_at == null`:                                   true,
		`has(record.checked_at)`:                                      false,
		`has(record.customer)`:                                        true,
		`record.term_months > 12`:                                     true,
		`record.ends_on > record.signed_on.addMonths(12)`:             true,
		`record.ends_on - record.signed_on > days(365)`:               true,
		`monthsBetween(record.signed_on, record.ends_on) == 24`:       true,
		`record.signed_on > date("2026-01-30")`:                       true,
		`record.signed_on == "2026-01-31"`:                            true,
		`record.signed_on.year() == 2026`:                             true,
		`record.region == "fujian" && record.urgent`:                  true,
		`record.region in ["zhejiang"]`:                               false,
		`"new" in record.tags`:                                        true,
		`record.items.exists(i, i.price > 9)`:                         true,
		`record.items.all(i, i.price < 9)`:                            false,
		`record.items.map(i, i.price).sum() == 10`:                    true,
		`size(record.items) == 2 && record.items.size() > 1`:          true,
		`record.items[0].product == "pump"`:                           true,
		`record.name.contains("station") && record.name + "!" != "!"`: true,
		`record.items.exists_one(i, i.product == "pipe")`:             true,
		`string(record.term_months) == "24"`:                          true,
	} {
		if got := holds(t, src, facts); got != want {
			t.Errorf("%s is %v, want %v", src, got, want)
		}
	}
}

func TestIssuesSayWhatIsWrongAndWhere(t *testing.T) {
	type issue struct {
		Column int
		Code   string
		Text   string
	}
	for src, want := range map[string]issue{
		`record.amout > 1`:                      {7, rule.IssueUnknownField, "contract has no field amout. Did you mean: amount?"},
		`record.customer.credit < 70`:           {16, rule.IssueUnknownField, "customer has no field credit. Did you mean: credit_score?"},
		`amount > 1`:                            {1, rule.IssueUnknownName, "amount is not known; did you mean record.amount?"},
		`record.region == "fujan"`:              {18, rule.IssueUnknownOption, "Field region has no option fujan; it has: fujian, zhejiang."},
		`record.amount > "1"`:                   {15, rule.IssueWrongTypes, "> cannot be used with a number and text. Write a number without quotes."},
		`record.amount`:                         {1, rule.IssueNotCondition, "A condition must answer yes or no, and this gives a number. Add a comparison, such as record.amount > 100000."},
		`record.amount >`:                       {16, rule.IssueSyntax, ""},
		`record.signed_on > date("2026-02-30")`: {24, rule.IssueBadDate, ""},
		`record.signed_on > "tomorrow"`:         {20, rule.IssueBadDate, ""},
		`record.customer.parent.name == "x"`:    {23, rule.IssueWrongTypes, "There are no fields within text."},
		``:                                      {1, rule.IssueEmpty, "Write a condition."},
		`sise(record.items) > 1`:                {5, rule.IssueUnknownFunction, "There is no function sise. Did you mean: size?"},
		`int(record.amount) > 1`:                {4, rule.IssueUnknownFunction, ""},
		`recrod.amount > 1`:                     {1, rule.IssueUnknownName, "recrod is not known. Did you mean: record?"},
		`record.items.exists(i, i.prise > 1)`:   {25, rule.IssueUnknownField, "contract.items has no field prise. Did you mean: price?"},
		`record.amount && record.urgent`:        {7, rule.IssueWrongTypes, "This must be a yes/no, not a number."},
		`record.amount > record.signed_on`:      {15, rule.IssueWrongTypes, "> cannot be used with a number and a date."},
		`record.region in ["fujian", "bejing"]`: {29, rule.IssueUnknownOption, "Field region has no option bejing; it has: fujian, zhejiang."},
		`"nw" in record.tags`:                   {1, rule.IssueUnknownOption, ""},
		`record.customer == "k1"`:               {17, rule.IssueWrongTypes, "== cannot be used with a record (customer) and text. Compare a link by its id: write .id after the field."},
		`record.amount.exists(x, x > 1)`:        {7, rule.IssueWrongTypes, ""},
		`record.amount > null`:                  {17, rule.IssueWrongTypes, "Emptiness (null) can only be compared with == or !=."},
		`record.name.matches("(")`:              {21, rule.IssueBadPattern, ""},
	} {
		_, issues := rule.Compile(src, scope, rule.Condition)
		if len(issues) == 0 {
			t.Errorf("%s compiles", src)
			continue
		}
		got := issue{issues[0].Column, issues[0].Code, issues[0].Text.In(text.English)}
		if want.Text == "" {
			t.Log(src, got.Text)
			got.Text = ""
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", src, diff)
		}
	}
}
