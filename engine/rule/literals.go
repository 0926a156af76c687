package rule

import (
	"regexp"
	"strings"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"github.com/shopspring/decimal"

	"flowline/engine/record"
)

// rewriteLiterals makes every number of the source an exact decimal, taken from its digits and not from the binary
// fraction that CEL read, and makes a text that stands against a date field a date. It runs between parsing and type
// checking, so that "record.amount > 1" and "1 < record.amount" are comparisons of two numbers.
func (s *scope) rewriteLiterals(src string, tree *ast.AST) {
	w := &literalWriter{src: []rune(src), tree: tree, next: ast.MaxID(tree), keep: map[int64]bool{}, factory: ast.NewExprFactory()}
	// Positions in a list stay CEL's own integers, which is what its index wants.
	ast.PreOrderVisit(tree.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() == ast.CallKind && e.AsCall().FunctionName() == operators.Index {
			w.keep[e.AsCall().Args()[1].ID()] = true
		}
	}))
	var literals []ast.Expr
	ast.PostOrderVisit(tree.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		switch e.Kind() {
		case ast.LiteralKind:
			literals = append(literals, e)
		case ast.CallKind:
			s.datesOf(e.AsCall(), w)
		}
	}))
	for _, e := range literals {
		if !w.keep[e.ID()] {
			w.number(e)
		}
	}
}

type literalWriter struct {
	src     []rune
	tree    *ast.AST
	next    int64
	keep    map[int64]bool
	factory ast.ExprFactory
}

// wrap makes e the call fn(text).
func (w *literalWriter) wrap(e ast.Expr, fn, text string) {
	w.next++
	inner := w.factory.NewLiteral(w.next, types.String(text))
	if at, ok := w.tree.SourceInfo().GetOffsetRange(e.ID()); ok {
		w.tree.SourceInfo().SetOffsetRange(w.next, at)
	}
	e.SetKindCase(w.factory.NewCall(e.ID(), fn, inner))
}

func (w *literalWriter) number(e ast.Expr) {
	switch v := e.AsLiteral().(type) {
	case types.Int:
		w.wrap(e, literalNumber, decimal.NewFromInt(int64(v)).String())
	case types.Uint:
		w.wrap(e, literalNumber, decimal.NewFromUint64(uint64(v)).String())
	case types.Double:
		w.wrap(e, literalNumber, w.digits(e, float64(v)))
	}
}

var fraction = regexp.MustCompile(`^-?\s*(\d*\.?\d+(?:[eE][+-]?\d+)?)`)

// digits finds the source text of a fraction; should it not be where CEL says, the shortest text of its value serves.
func (w *literalWriter) digits(e ast.Expr, v float64) string {
	at, ok := w.tree.SourceInfo().GetOffsetRange(e.ID())
	if ok && int(at.Start) >= 0 && int(at.Start) < len(w.src) {
		if m := fraction.FindStringSubmatch(string(w.src[at.Start:])); m != nil {
			d, err := decimal.NewFromString(m[1])
			if v < 0 {
				d = d.Neg()
			}
			if near, _ := d.Float64(); err == nil && near == v {
				return d.String()
			}
		}
	}
	return decimal.NewFromFloat(v).String()
}

// datesOf turns "2026-01-31" in record.signed_on > "2026-01-31" into date("2026-01-31").
func (s *scope) datesOf(call ast.CallExpr, w *literalWriter) {
	if !comparison[call.FunctionName()] || len(call.Args()) != 2 {
		return
	}
	for i, side := range call.Args() {
		m, ok := s.fieldAt(side)
		if !ok || (m.field.Type != record.Date && m.field.Type != record.DateTime) {
			continue
		}
		other := call.Args()[1-i]
		if other.Kind() != ast.LiteralKind {
			continue
		}
		if v, isText := other.AsLiteral().(types.String); isText {
			w.wrap(other, literalTime, string(v))
			w.keep[other.ID()] = true
		}
	}
}

var comparison = map[string]bool{
	operators.Equals: true, operators.NotEquals: true, operators.Less: true, operators.LessEquals: true,
	operators.Greater: true, operators.GreaterEquals: true,
}

// fieldAt finds the field that record.a or record.a.b names, before types are known.
func (s *scope) fieldAt(e ast.Expr) (member, bool) {
	var names []string
	for e.Kind() == ast.SelectKind {
		names = append([]string{e.AsSelect().FieldName()}, names...)
		e = e.AsSelect().Operand()
	}
	if e.Kind() != ast.IdentKind || len(names) == 0 {
		return member{}, false
	}
	sh := s.schema.root
	switch e.AsIdent() {
	case "record", "old":
	case "item":
		sh = s.schema.item
	default:
		sh = nil
	}
	if sh == nil {
		return member{}, false
	}
	for _, name := range names[:len(names)-1] {
		if sh = sh.members[name].linked; sh == nil {
			return member{}, false
		}
	}
	m, ok := sh.members[names[len(names)-1]]
	return m, ok
}

// foldLiterals replaces number("1.5") and date("2026-01-31") by their values, so that they cost nothing at each
// evaluation. It runs after type checking.
func foldLiterals(tree *ast.AST) {
	factory := ast.NewExprFactory()
	var calls []ast.Expr
	ast.PostOrderVisit(tree.Expr(), ast.NewExprVisitor(func(e ast.Expr) { calls = append(calls, e) }))
	for _, e := range calls {
		if v, ok := constantOf(e); ok && !types.IsError(v) {
			e.SetKindCase(factory.NewLiteral(e.ID(), v))
		}
	}
}

// readers are the functions that a constant text goes through.
var readers = map[string]func(ref.Val) ref.Val{literalNumber: parseNumber, literalDate: parseDate, literalTime: parseTime}

// constantOf evaluates e when it is one of the readers on a literal text.
func constantOf(e ast.Expr) (ref.Val, bool) {
	if e.Kind() != ast.CallKind {
		return nil, false
	}
	call := e.AsCall()
	read, ok := readers[call.FunctionName()]
	if !ok || call.IsMemberFunction() || len(call.Args()) != 1 || call.Args()[0].Kind() != ast.LiteralKind {
		return nil, false
	}
	return read(call.Args()[0].AsLiteral()), true
}

// textOf gives a literal text.
func textOf(e ast.Expr) (string, bool) {
	if e.Kind() != ast.LiteralKind {
		return "", false
	}
	s, ok := e.AsLiteral().(types.String)
	return strings.TrimSpace(string(s)), ok
}
