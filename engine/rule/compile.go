package rule

import (
	"strings"
	"unicode/utf8"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"

	"flowline/engine/text"
)

// costLimit bounds an evaluation: enough for a rule over every pair of a few hundred detail rows.
const costLimit = 1_000_000

// Compile checks a rule against what it may see. Without issues there is a program; with any there is none. Programs are
// kept: compiling the same rule again in the same scope costs next to nothing.
func Compile(src string, in Scope, want Want) (*Program, []Issue) {
	if issue, ok := unfit(src); ok {
		return nil, []Issue{issue}
	}
	if in.Type == nil {
		return nil, []Issue{{Column: 1, Code: IssueRule, Text: text.T("请先选择记录类型。", "Choose a record type first.")}}
	}
	scope, err := scopes.of(in)
	if err != nil {
		return nil, []Issue{{Column: 1, Code: IssueRule, Text: text.T("记录类型不能用于条件：{why}", "The record type cannot be used in rules: {why}").Fill("why", err.Error())}}
	}
	return scope.compile(src, want)
}

func unfit(src string) (Issue, bool) {
	switch {
	case strings.TrimSpace(src) == "":
		return Issue{Column: 1, Code: IssueEmpty, Text: text.T("请写条件。", "Write a condition.")}, true
	case len(src) > MaxLength:
		return Issue{Column: 1, Code: IssueTooLong, Text: text.T("条件太长，请分成几个判断。", "The condition is too long; split it over several decisions.")}, true
	case !utf8.ValidString(src) || strings.ContainsRune(src, 0):
		return Issue{Column: 1, Code: IssueSyntax, Text: text.T("条件里有无法识别的字符。", "The condition holds characters that cannot be read.")}, true
	}
	return Issue{}, false
}

// build compiles without looking into the cache.
func (s *scope) build(src string, want Want) (*Program, []Issue) {
	parsed, issues := s.env.Parse(src)
	if issues.Err() != nil {
		return nil, s.issues(src, issues, nil)
	}
	s.rewriteLiterals(src, parsed.NativeRep())
	checked, issues := s.env.Check(parsed)
	if issues.Err() != nil {
		return nil, s.issues(src, issues, parsed.NativeRep())
	}
	ast := checked.NativeRep()
	if bad := s.inspect(ast); len(bad) > 0 {
		return nil, bad
	}
	out := checked.OutputType()
	if want == Condition && !out.IsExactType(types.BoolType) && !out.IsExactType(types.NewNullableType(types.BoolType)) {
		return nil, []Issue{{Column: 1, Code: IssueNotCondition, Text: fillType(text.T(
			"条件的结果必须是“是”或“否”，而这里是{type}。请加上比较，如 record.amount > 100000。",
			"A condition must answer yes or no, and this gives {type}. Add a comparison, such as record.amount > 100000."),
			"type", cel.FormatCELType(out))}}
	}
	foldLiterals(ast)
	program, err := s.env.Program(checked, cel.CostLimit(costLimit))
	if err != nil {
		return nil, []Issue{{Column: 1, Code: IssueRule, Text: text.T("条件不能用：{why}", "The condition cannot be used: {why}").Fill("why", err.Error())}}
	}
	c := comparing{schema: s.schema}
	plain := c.condition(ast.Expr())
	return &Program{source: src, schema: s.schema, program: program, want: want, result: out, compares: c.found, plain: plain}, nil
}
