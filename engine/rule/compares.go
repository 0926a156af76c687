package rule

import (
	"slices"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"

	"flowline/engine/record"
)

// Compared is a field of the record that a rule compares with fixed values.
type Compared struct {
	Link  *record.Field // the field is one of the record that this one links to; nil: the record's own
	Field *record.Field
	With  []any // string, bool, decimal.Decimal or time.Time
}

// Compares lists what a rule compares, and reports whether that is all it does: comparisons of fields with fixed values
// and whether they are empty, joined by and, or and not. Then its answer can only change at those values.
func (p *Program) Compares() ([]Compared, bool) { return p.compares, p.plain }

type comparing struct {
	schema *schema
	found  []Compared
}

func (c *comparing) condition(e ast.Expr) bool {
	switch e.Kind() {
	case ast.LiteralKind:
		return true
	case ast.SelectKind: // a yes/no field by itself, or has()
		return c.compare(e)
	case ast.CallKind:
		args := e.AsCall().Args()
		switch fn := e.AsCall().FunctionName(); fn {
		case operators.LogicalAnd, operators.LogicalOr, operators.LogicalNot:
			return !slices.ContainsFunc(args, func(arg ast.Expr) bool { return !c.condition(arg) })
		case operators.In:
			if args[1].Kind() == ast.ListKind {
				return c.compare(args[0], args[1].AsList().Elements()...)
			}
			return c.compare(args[1], args[0])
		case operators.Equals, operators.NotEquals:
			return c.either(args)
		case operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals:
			return c.either(args) && c.ordered(c.found[len(c.found)-1].Field.Type)
		}
	}
	return false
}

// ordered reports whether the neighbours of a value of that type are known.
func (c *comparing) ordered(t record.FieldType) bool {
	return t == record.Number || t == record.Money || t == record.Date || t == record.DateTime
}

func (c *comparing) either(args []ast.Expr) bool {
	return c.compare(args[0], args[1]) || c.compare(args[1], args[0])
}

func (c *comparing) compare(field ast.Expr, with ...ast.Expr) bool {
	found, ok := c.fieldOf(field)
	for _, e := range with {
		if !ok || e.Kind() != ast.LiteralKind {
			return false
		}
		if e.AsLiteral() == types.NullValue {
			continue
		}
		v, fixed := native(e.AsLiteral())
		if !fixed {
			return false
		}
		found.With = append(found.With, v)
	}
	if ok {
		c.found = append(c.found, found)
	}
	return ok
}

// fieldOf reads record.field or record.link.field.
func (c *comparing) fieldOf(e ast.Expr) (Compared, bool) {
	var names []string
	for ; e.Kind() == ast.SelectKind; e = e.AsSelect().Operand() {
		names = append(names, e.AsSelect().FieldName())
	}
	if e.Kind() != ast.IdentKind || e.AsIdent() != "record" || len(names) == 0 || len(names) > 2 {
		return Compared{}, false
	}
	m := c.schema.root.members[names[len(names)-1]]
	if len(names) == 1 {
		return Compared{Field: m.field}, m.field != nil && m.row == nil
	}
	if m.linked == nil {
		return Compared{}, false
	}
	inner := m.linked.members[names[0]]
	return Compared{Link: m.field, Field: inner.field}, inner.field != nil && inner.row == nil
}
