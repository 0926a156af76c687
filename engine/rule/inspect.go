package rule

import (
	"strings"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"

	"flowline/engine/record"
	"flowline/engine/text"
)

// inspect finds what type checking lets pass and what can never be meant: a choice compared with an option that does
// not exist, a date that is none, an order among empties.
func (s *scope) inspect(tree *ast.AST) []Issue {
	var issues []Issue
	add := func(e ast.Expr, code string, t text.Text) {
		issues = append(issues, Issue{Column: columnOf(tree, e.ID()), Code: code, Text: t})
	}
	ast.PostOrderVisit(tree.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() != ast.CallKind {
			return
		}
		call := e.AsCall()
		if v, ok := constantOf(e); ok && types.IsError(v) {
			given, _ := textOf(call.Args()[0])
			add(e, IssueBadDate, text.T("“{given}”读不懂：日期写成 2026-01-31，数字写成 1200.50。", "{given} cannot be read: write a date like 2026-01-31, a number like 1200.50.").
				Fill("given", clip(given)))
		}
		switch fn := call.FunctionName(); {
		case len(call.Args()) != 2:
		case fn == operators.Equals || fn == operators.NotEquals:
			s.options(tree, call.Args()[0], call.Args()[1:], add)
			s.options(tree, call.Args()[1], call.Args()[:1], add)
		case fn == operators.In && call.Args()[1].Kind() == ast.ListKind:
			s.options(tree, call.Args()[0], call.Args()[1].AsList().Elements(), add)
		case fn == operators.In:
			s.options(tree, call.Args()[1], call.Args()[:1], add)
		}
		for _, arg := range call.Args() {
			if arg.Kind() == ast.LiteralKind && arg.AsLiteral() == types.NullValue && !takesNull[call.FunctionName()] {
				add(arg, IssueWrongTypes, text.T("空值（null）只能用 == 或 != 比较。", "Emptiness (null) can only be compared with == or !=."))
			}
		}
	}))
	return issues
}

var takesNull = map[string]bool{operators.Equals: true, operators.NotEquals: true, operators.Conditional: true}

// options checks literal texts that stand against a choice field.
func (s *scope) options(tree *ast.AST, field ast.Expr, literals []ast.Expr, add func(ast.Expr, string, text.Text)) {
	if field.Kind() != ast.SelectKind {
		return
	}
	sh, ok := s.schema.shapes[tree.GetType(field.AsSelect().Operand().ID()).TypeName()]
	if !ok {
		return
	}
	f := sh.members[field.AsSelect().FieldName()].field
	if f == nil || (f.Type != record.Choice && f.Type != record.MultiChoice) {
		return
	}
	for _, literal := range literals {
		given, isText := textOf(literal)
		if !isText || f.HasOption(given) {
			continue
		}
		keys := make([]string, len(f.Options))
		for i, o := range f.Options {
			keys[i] = o.Key
		}
		add(literal, IssueUnknownOption, text.T("字段 {field} 没有“{given}”这个选项；可选：{options}。", "Field {field} has no option {given}; it has: {options}.").
			Fill("field", f.Key, "given", clip(given), "options", strings.Join(keys, ", ")))
	}
}

// columnOf tells where in the rule's text an expression begins, counting characters from 1.
func columnOf(tree *ast.AST, id int64) int {
	if tree != nil {
		if at, ok := tree.SourceInfo().GetOffsetRange(id); ok {
			return int(at.Start) + 1
		}
	}
	return 1
}

// clip keeps quotations from a rule short.
func clip(s string) string {
	r := []rune(s)
	if len(r) > 60 {
		r = append(r[:60], '…')
	}
	return string(r)
}
