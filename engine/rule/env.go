package rule

import (
	"time"

	"cel.dev/cel-go/cel"
	celenv "cel.dev/cel-go/common/env"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/overloads"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
	"github.com/shopspring/decimal"
)

// left out of CEL's own functions: those that know other numbers than ours, and those that undo type checking.
var leftOut = []string{
	overloads.Size, overloads.TypeConvertInt, overloads.TypeConvertUint, overloads.TypeConvertDouble,
	overloads.TypeConvertBytes, overloads.TypeConvertDyn, overloads.TypeConvertType, overloads.TypeConvertTimestamp,
	overloads.TimeGetFullYear, overloads.TimeGetMonth, overloads.TimeGetDayOfYear, overloads.TimeGetDate,
	overloads.TimeGetDayOfMonth, overloads.TimeGetDayOfWeek, overloads.TimeGetHours, overloads.TimeGetMinutes,
	overloads.TimeGetSeconds, overloads.TimeGetMilliseconds,
}

func newEnv(s *schema, old bool) (*cel.Env, error) {
	exclude := make([]*celenv.Function, len(leftOut))
	for i, name := range leftOut {
		exclude[i] = celenv.NewFunction(name)
	}
	options := []cel.EnvOption{
		cel.StdLib(cel.StdLibSubset(&celenv.LibrarySubset{ExcludeFunctions: exclude})),
		cel.CustomTypeProvider(s),
		cel.Variable("record", s.root.celType),
		cel.ParserRecursionLimit(60),
		cel.ParserExpressionSizeLimit(MaxLength * 4),
		cel.ParserErrorRecoveryLimit(5),
		cel.ASTValidators(cel.ValidateRegexLiterals(), cel.ValidateHomogeneousAggregateLiterals()),
	}
	if old {
		options = append(options, cel.Variable("old", s.root.celType))
	}
	if s.item != nil {
		options = append(options, cel.Variable("item", s.item.celType))
	}
	options = append(options, numberFunctions()...)
	options = append(options, dateFunctions()...)
	return cel.NewCustomEnv(options...)
}

// numberFunctions are the operators on numbers, and what gives a number. An operator without a binding is done by the
// number itself, through CEL's traits.
func numberFunctions() []cel.EnvOption {
	n, two := numberType, []*cel.Type{numberType, numberType}
	list := cel.ListType(cel.TypeParamType("A"))
	return []cel.EnvOption{
		cel.Function(operators.Add, cel.Overload("add_number", two, n)),
		cel.Function(operators.Subtract, cel.Overload("subtract_number", two, n)),
		cel.Function(operators.Multiply, cel.Overload("multiply_number", two, n)),
		cel.Function(operators.Divide, cel.Overload("divide_number", two, n)),
		cel.Function(operators.Negate, cel.Overload("negate_number", two[:1], n)),
		cel.Function(operators.Less, cel.Overload("less_number", two, cel.BoolType)),
		cel.Function(operators.LessEquals, cel.Overload("less_equals_number", two, cel.BoolType)),
		cel.Function(operators.Greater, cel.Overload("greater_number", two, cel.BoolType)),
		cel.Function(operators.GreaterEquals, cel.Overload("greater_equals_number", two, cel.BoolType)),
		cel.Function(literalNumber, cel.Overload("number_of_text", []*cel.Type{cel.StringType}, n,
			cel.UnaryBinding(parseNumber))),
		cel.Function("string", cel.Overload("text_of_number", []*cel.Type{n}, cel.StringType,
			cel.UnaryBinding(func(v ref.Val) ref.Val { return v.ConvertToType(types.StringType) }))),
		cel.Function("abs", cel.Overload("abs_number", []*cel.Type{n}, n,
			cel.UnaryBinding(func(v ref.Val) ref.Val {
				x, ok := v.(number)
				if !ok {
					return types.MaybeNoSuchOverloadErr(v)
				}
				return number{x.Abs()}
			}))),
		cel.Function("size",
			cel.Overload("count_list", []*cel.Type{list}, n, cel.UnaryBinding(count)),
			cel.Overload("count_text", []*cel.Type{cel.StringType}, n, cel.UnaryBinding(count)),
			cel.MemberOverload("list_count", []*cel.Type{list}, n, cel.UnaryBinding(count)),
			cel.MemberOverload("text_count", []*cel.Type{cel.StringType}, n, cel.UnaryBinding(count))),
		cel.Function("sum", cel.MemberOverload("list_sum", []*cel.Type{cel.ListType(n)}, n, cel.UnaryBinding(sum))),
	}
}

// literalNumber is the function that a number in the source becomes, and that reads a number from text.
const literalNumber = "number"

func parseNumber(v ref.Val) ref.Val {
	s, ok := v.(types.String)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	d, err := decimal.NewFromString(string(s))
	if err != nil || len(s) > maxDigits {
		return types.NewErr("%q is not a number", string(s))
	}
	return bounded(d)
}

func count(v ref.Val) ref.Val {
	s, ok := v.(traits.Sizer)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	n, ok := s.Size().(types.Int)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	return number{decimal.NewFromInt(int64(n))}
}

func sum(v ref.Val) ref.Val {
	l, ok := v.(traits.Lister)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	var total ref.Val = number{}
	for it := l.Iterator(); it.HasNext() == types.True; {
		if total = total.(number).Add(it.Next()); types.IsError(total) {
			return total
		}
	}
	return total
}

var day = 24 * time.Hour
