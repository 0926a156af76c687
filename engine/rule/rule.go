package rule

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"

	"flowline/engine/record"
	"flowline/engine/text"
)

// MaxLength is how long the text of a rule may be, in bytes.
const MaxLength = 4000

// Scope is what a rule may see.
type Scope struct {
	Type  *record.Type   // of "record"
	Types record.Catalog // the types that its links point to; nil: links are read as ids
	Old   bool           // whether there is "old", the values before a change
	Item  *record.Type   // of "item", one of several things that something is done for; nil: there is none
}

// Want is what a rule is for.
type Want int

// The purposes.
const (
	Condition Want = iota // it answers yes or no
	Value                 // it gives a value
)

// Issue is why a rule does not compile.
type Issue struct {
	Column int       `json:"column"` // character of the rule's text where it lies, from 1
	Code   string    `json:"code"`   // stable, such as unknown_field
	Text   text.Text `json:"text"`
}

// The codes of issues.
const (
	IssueEmpty           = "rule_empty"
	IssueTooLong         = "rule_too_long"
	IssueSyntax          = "rule_syntax"
	IssueUnknownField    = "unknown_field"
	IssueUnknownName     = "unknown_name"
	IssueUnknownFunction = "unknown_function"
	IssueUnknownOption   = "unknown_option"
	IssueWrongTypes      = "wrong_types"
	IssueNotCondition    = "not_a_condition"
	IssueBadDate         = "bad_date"
	IssueBadPattern      = "bad_pattern"
	IssueRule            = "rule_wrong" // anything else
)

// Program is a compiled rule. It is immutable and safe for many goroutines.
type Program struct {
	source  string
	schema  *schema
	program cel.Program
	want    Want
	result  *types.Type

	compares []Compared
	plain    bool // the comparisons are all there is to it
}

// Source is the text that was compiled.
func (p *Program) Source() string { return p.source }

// Fits reports whether the value that p gives can be a value of field f, as far as types tell.
func (p *Program) Fits(f *record.Field) bool {
	if p.result.Kind() == types.NullTypeKind {
		return true
	}
	switch f.Type {
	case record.Number, record.Money:
		return p.result.IsExactType(numberType)
	case record.Boolean:
		return types.BoolType.IsAssignableType(p.result) || p.result.IsExactType(types.NewNullableType(types.BoolType))
	case record.Date, record.DateTime:
		return p.result.Kind() == types.TimestampKind
	case record.MultiChoice, record.File:
		return p.result.IsExactType(types.NewListType(types.StringType))
	case record.Link:
		if sh, ok := p.schema.shapes[p.result.TypeName()]; ok {
			return p.result.Kind() == types.StructKind && sh.key == f.Target
		}
		return isText(p.result)
	case record.Rows:
		return false
	}
	return isText(p.result)
}

func isText(t *types.Type) bool {
	return t.IsExactType(types.StringType) || t.IsExactType(nullableString)
}
