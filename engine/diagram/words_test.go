package diagram

import (
	"slices"
	"testing"

	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

func TestWrapBreaksWhereAReaderWould(t *testing.T) {
	f := font{size: 10}
	cases := []struct {
		words string
		max   float64
		lines int
		want  []string
	}{
		{"合同审批", 100, 3, []string{"合同审批"}},
		{"合同金额超过十万", 50, 3, []string{"合同金额", "超过十万"}},
		{"（大额）合同，须审", 40, 4, []string{"（大额）", "合同，须", "审"}},
		{"Mark the contract", 60, 3, []string{"Mark the", "contract"}},
		{"提交 ERP 系统", 45, 3, []string{"提交 ERP", "系统"}},
		{"Donaudampfschiff", 40, 9, []string{"Donaud", "ampfsch", "iff"}},
		{"一二三四五六七八九十", 30, 2, []string{"一二三", "四五…"}},
		{" a\n\tb ", 100, 1, []string{"a b"}},
		{"", 100, 1, nil},
	}
	for _, c := range cases {
		if got := f.wrap(c.words, c.max, c.lines); !slices.Equal(got, c.want) {
			t.Errorf("wrap(%q, %v, %d) = %q, want %q", c.words, c.max, c.lines, got, c.want)
		}
	}
}

func TestRulesInPlainWords(t *testing.T) {
	types := record.Types{
		"contract": {Key: "contract", Fields: []record.Field{
			{Key: "amount", Name: text.T("金额", "Amount"), Type: record.Money},
			{Key: "term", Name: text.T("期限", "Term"), Type: record.Number, Unit: text.T("个月", "months")},
			{Key: "region", Name: text.T("区域", "Region"), Type: record.Choice, Options: []record.Option{{Key: "fujian", Name: text.T("福建", "Fujian")}}},
			{Key: "urgent", Name: text.T("加急", "Urgent"), Type: record.Boolean},
			{Key: "customer", Name: text.T("客户", "Customer"), Type: record.Link, Target: "customer"},
		}},
		"customer": {Key: "customer", Fields: []record.Field{{Key: "credit_score", Name: text.T("信用评分", "Credit score"), Type: record.Number}}},
	}
	cases := []struct{ rule, zh, en string }{
		{"record.amount > 100000", "金额 > 100,000", "Amount > 100,000"},
		{"record.amount >= 1234567.5", "金额 ≥ 1,234,567.5", "Amount ≥ 1,234,567.5"},
		{"record.term != -12", "期限 ≠ -12 个月", "Term ≠ -12 months"},
		{"record.customer.credit_score < 70", "客户的信用评分 < 70", "Customer's credit score < 70"},
		{`record.region == "fujian" && record.urgent == true`, "区域 = 福建 且 加急 = 是", "Region = Fujian and Urgent = yes"},
		{`record.term > 12 || record.amount > record.customer.credit_score`, "期限 > 12 个月 或 金额 > 客户的信用评分", "Term > 12 months or Amount > Customer's credit score"},
		{"size(record.items) > 3", "size(record.items) > 3", "size(record.items) > 3"},
		{"record.nothing > 3", "record.nothing > 3", "record.nothing > 3"},
		{`record.region == "a && b"`, `record.region == "a && b"`, `record.region == "a && b"`},
		{"a || b && c", "a || b && c", "a || b && c"},
	}
	for _, c := range cases {
		for lang, want := range map[text.Lang]string{text.Chinese: c.zh, text.English: c.en} {
			if got := newReader("contract", types, lang).words(c.rule); got != want {
				t.Errorf("%s in %s: %q, want %q", c.rule, lang, got, want)
			}
		}
	}
	if got := newReader("contract", nil, text.Chinese).words("record.amount > 1"); got != "record.amount > 1" {
		t.Errorf("without record types a rule stays as written, got %q", got)
	}
}

func TestWhoIsNamedAsTheCompanyDoes(t *testing.T) {
	company := org.Company{
		People:      []org.Person{{ID: "li-na", Name: text.T("李娜", "Li Na")}},
		Departments: []org.Department{{ID: "fujian", Name: text.T("福建分公司", "Fujian division")}},
		Posts:       []org.Post{{Key: "boss", Name: text.T("总经理", "General manager")}},
	}
	typ := &record.Type{Fields: []record.Field{{Key: "cover", Name: text.T("交接人", "Cover")}}}
	all := []org.Selector{
		{Person: "li-na"}, {Post: "boss"}, {HeadOf: "fujian"}, {HeadOf: "submitter"}, {ManagerOf: "submitter"},
		{Field: "cover"}, {Submitter: true}, {Post: "unknown"}, {},
	}
	zh := "李娜、总经理、福建分公司负责人、申请人的部门负责人、申请人的直接上级、记录中的交接人、申请人、unknown"
	en := "Li Na, General manager, Head of Fujian division, Head of the submitter's department, Submitter's manager, Cover of the record, Submitter, unknown"
	for lang, want := range map[text.Lang]string{text.Chinese: zh, text.English: en} {
		if got := WhoIn(company, typ, lang)(all); got != want {
			t.Errorf("%s:\n got %s\nwant %s", lang, got, want)
		}
	}
}

// Colour is never the only sign: every state has a mark of its own.
func TestEveryStateHasItsOwnMark(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range stateWords {
		d, ok := marks[s.state]
		if !ok || seen[d] {
			t.Errorf("%s has no mark of its own", s.state)
		}
		if _, ok := stateLooks[s.state]; !ok {
			t.Errorf("%s has no look", s.state)
		}
		seen[d] = true
	}
}
