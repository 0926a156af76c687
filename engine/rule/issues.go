package rule

import (
	"regexp"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"

	"flowline/engine/text"
)

// maxIssues is how many issues of one rule are told.
const maxIssues = 8

// wordings translate CEL's messages, first match wins.
var wordings = []struct {
	pattern *regexp.Regexp
	word    func(s *scope, tree *ast.AST, e *cel.Error, m []string) (string, text.Text)
}{
	{regexp.MustCompile(`^undefined field '(.*)'$`), (*scope).unknownField},
	{regexp.MustCompile(`^undeclared reference to '([^']*)'`), (*scope).unknownName},
	{regexp.MustCompile(`^found no matching overload for '([^']*)' applied to '(.*)'$`), (*scope).wrongTypes},
	{regexp.MustCompile(`^type '(.*)' does not support field selection$`), func(_ *scope, _ *ast.AST, _ *cel.Error, m []string) (string, text.Text) {
		return IssueWrongTypes, fillType(text.T("{type}下面没有字段。", "There are no fields within {type}."), "type", m[1])
	}},
	{regexp.MustCompile(`^expected type '(.*)' but found '(.*)'$`), func(_ *scope, _ *ast.AST, _ *cel.Error, m []string) (string, text.Text) {
		return IssueWrongTypes, fillType(fillType(text.T("这里要{want}，而不是{given}。", "This must be {want}, not {given}."), "want", m[1]), "given", m[2])
	}},
	{regexp.MustCompile(`cannot be range of a comprehension`), func(_ *scope, _ *ast.AST, _ *cel.Error, _ []string) (string, text.Text) {
		return IssueWrongTypes, text.T("exists、all、filter、map 只能用于列表，如明细行。", "exists, all, filter and map work on lists only, such as detail rows.")
	}},
	{regexp.MustCompile(`(?i)^invalid matches argument|error parsing regexp|regex`), func(_ *scope, _ *ast.AST, _ *cel.Error, _ []string) (string, text.Text) {
		return IssueBadPattern, text.T("matches 的匹配式写错了。", "The pattern given to matches is wrong.")
	}},
	{regexp.MustCompile(`recursion|limit`), func(_ *scope, _ *ast.AST, _ *cel.Error, _ []string) (string, text.Text) {
		return IssueTooLong, text.T("条件套得太深，请分成几个判断。", "The condition is nested too deep; split it over several decisions.")
	}},
	{regexp.MustCompile(`^Syntax error: .*'<EOF>'`), func(_ *scope, _ *ast.AST, _ *cel.Error, _ []string) (string, text.Text) {
		return IssueSyntax, plus(text.T("条件没有写完。", "The condition breaks off."), example)
	}},
	{regexp.MustCompile(`^Syntax error: [^']*'([^']*)'?`), func(_ *scope, _ *ast.AST, _ *cel.Error, m []string) (string, text.Text) {
		return IssueSyntax, plus(text.T("“{token}”在这里读不懂。", "{token} cannot be read here.").Fill("token", clip(m[1])), example)
	}},
	{regexp.MustCompile(`^Syntax error`), func(_ *scope, _ *ast.AST, _ *cel.Error, _ []string) (string, text.Text) {
		return IssueSyntax, plus(text.T("条件在这里读不懂。", "The condition cannot be read from here on."), example)
	}},
}

var example = text.T("写法如：record.amount > 100000 && record.region == \"fujian\"", " Write it like: record.amount > 100000 && record.region == \"fujian\"")

// issues words CEL's errors for people.
func (s *scope) issues(src string, found *cel.Issues, tree *ast.AST) []Issue {
	var issues []Issue
	lines := strings.Split(src, "\n")
	for _, e := range found.Errors() {
		if len(issues) == maxIssues {
			break
		}
		issue := Issue{Column: 1, Code: IssueRule, Text: text.T("条件不能用：{why}", "The condition cannot be used: {why}").Fill("why", clip(e.Message))}
		if line := e.Location.Line(); line >= 1 && line <= len(lines) {
			for _, before := range lines[:line-1] {
				issue.Column += len([]rune(before)) + 1
			}
			issue.Column += max(0, e.Location.Column())
		}
		for _, w := range wordings {
			if m := w.pattern.FindStringSubmatch(e.Message); m != nil {
				issue.Code, issue.Text = w.word(s, tree, e, m)
				break
			}
		}
		issues = append(issues, issue)
	}
	return issues
}

func (s *scope) unknownField(tree *ast.AST, e *cel.Error, m []string) (string, text.Text) {
	if m[1] == "" {
		return IssueSyntax, text.T("点号后面要写字段。", "A field is wanted after the dot.")
	}
	var among []string
	within := text.T("这里", "It")
	if x := exprAt(tree, e.ExprID); x != nil && x.Kind() == ast.SelectKind {
		if sh := s.shapeOf(tree, x.AsSelect().Operand()); sh != nil {
			among, within = sh.names(), text.T(sh.title(), sh.title())
		}
	}
	t := text.T("{within}没有字段“{name}”。", "{within} has no field {name}.")
	t = text.Text{ZH: t.Fill("within", within.ZH).ZH, EN: t.Fill("within", within.EN).EN}
	return IssueUnknownField, suggest(t.Fill("name", clip(m[1])), m[1], among)
}

// exprAt finds the expression that an error is about.
func exprAt(tree *ast.AST, id int64) ast.Expr {
	var found ast.Expr
	ast.PostOrderVisit(tree.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		if e.ID() == id {
			found = e
		}
	}))
	return found
}

// shapeOf finds the shape of an expression when type checking failed and left no types behind.
func (s *scope) shapeOf(tree *ast.AST, e ast.Expr) *shape {
	if e.Kind() == ast.IdentKind {
		if e.AsIdent() == "record" || e.AsIdent() == "old" {
			return s.schema.root
		}
		if e.AsIdent() == "item" && s.schema.item != nil {
			return s.schema.item
		}
		return s.rowOf(tree, e.AsIdent())
	}
	if m, ok := s.fieldAt(e); ok {
		return m.linked
	}
	return nil
}

// rowOf finds the shape of the rows that a variable such as i in record.items.exists(i, …) goes through.
func (s *scope) rowOf(tree *ast.AST, variable string) *shape {
	var row *shape
	ast.PostOrderVisit(tree.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() == ast.ComprehensionKind && e.AsComprehension().IterVar() == variable {
			if m, ok := s.fieldAt(e.AsComprehension().IterRange()); ok {
				row = m.row
			}
		}
	}))
	return row
}

func (s *scope) unknownName(tree *ast.AST, e *cel.Error, m []string) (string, text.Text) {
	name := m[1]
	if x := exprAt(tree, e.ExprID); x != nil && x.Kind() == ast.CallKind {
		return IssueUnknownFunction, suggest(text.T("没有函数“{name}”。", "There is no function {name}.").Fill("name", clip(name)), name, functionNames)
	}
	if name == "old" {
		return IssueUnknownName, text.T("old（修改前的值）只能用在“修改时”触发的条件里。", "old, the values before a change, can only be used in a trigger on a change.")
	}
	if m, ok := s.schema.root.members[name]; ok {
		return IssueUnknownName, text.T("不认识“{name}”，是不是 record.{name}？", "{name} is not known; did you mean record.{name}?").Fill("name", m.field.Key)
	}
	return IssueUnknownName, suggest(text.T("不认识“{name}”。", "{name} is not known.").Fill("name", clip(name)), name, append([]string{"record", "old"}, s.schema.root.names()...))
}

var functionNames = []string{"size", "sum", "abs", "date", "timestamp", "days", "addDays", "addMonths", "daysBetween",
	"monthsBetween", "year", "month", "day", "weekday", "hour", "contains", "startsWith", "endsWith", "matches", "exists",
	"all", "exists_one", "filter", "map", "has", "string", "number", "duration"}

var operatorSigns = map[string]string{
	"_+_": "+", "_-_": "-", "_*_": "*", "_/_": "/", "_%_": "%", "-_": "-", "!_": "!", "_<_": "<", "_<=_": "<=",
	"_>_": ">", "_>=_": ">=", "_==_": "==", "_!=_": "!=", "_&&_": "&&", "_||_": "||", "@in": "in", "_[_]": "[]", "_?_:_": "? :",
}

func (s *scope) wrongTypes(_ *ast.AST, _ *cel.Error, m []string) (string, text.Text) {
	name := m[1]
	if sign, ok := operatorSigns[name]; ok {
		name = sign
	}
	given := strings.TrimSuffix(strings.TrimPrefix(m[2], "("), ")")
	zh, en := typeList(given)
	t := text.Text{
		ZH: text.T("“{name}”不能用于{types}。", "").Fill("name", name, "types", zh).ZH,
		EN: text.T("", "{name} cannot be used with {types}.").Fill("name", name, "types", en).EN,
	}
	if strings.Contains(given, "timestamp") && strings.Contains(given, "string") {
		t.ZH += "日期写成 date(\"2026-01-31\")。"
		t.EN += " Write a date like date(\"2026-01-31\")."
	}
	if strings.Contains(given, "linked:") && strings.Contains(given, "string") {
		t.ZH += "链接要和编号比较，在字段后面加 .id。"
		t.EN += " Compare a link by its id: write .id after the field."
	}
	if strings.Contains(given, "number") && strings.Contains(given, "string") {
		t.ZH += "数字不要加引号。"
		t.EN += " Write a number without quotes."
	}
	return IssueWrongTypes, t
}
