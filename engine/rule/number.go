package rule

import (
	"fmt"
	"reflect"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
	"github.com/shopspring/decimal"
)

// numberType is the one number type of rules. Every literal, field and result that counts or measures has it.
var numberType = types.NewObjectType("number",
	traits.AdderType|traits.ComparerType|traits.DividerType|traits.MultiplierType|traits.NegatorType|traits.SubtractorType)

// number is an exact decimal as CEL sees it.
type number struct{ decimal.Decimal }

// quotientPlaces is how many decimals a division keeps; the last is rounded half away from zero.
const quotientPlaces = 20

// maxDigits bounds what arithmetic may grow to, so that a short rule cannot fill memory.
const maxDigits = 200

func bounded(d decimal.Decimal) ref.Val {
	if d.NumDigits() > maxDigits || d.Exponent() > maxDigits || d.Exponent() < -maxDigits {
		return types.NewErr("number has too many digits")
	}
	return number{d}
}

func (n number) with(other ref.Val, op func(decimal.Decimal) ref.Val) ref.Val {
	o, ok := other.(number)
	if !ok {
		return types.MaybeNoSuchOverloadErr(other)
	}
	return op(o.Decimal)
}

// Add is +.
func (n number) Add(other ref.Val) ref.Val {
	return n.with(other, func(o decimal.Decimal) ref.Val { return bounded(n.Decimal.Add(o)) })
}

// Subtract is -.
func (n number) Subtract(other ref.Val) ref.Val {
	return n.with(other, func(o decimal.Decimal) ref.Val { return bounded(n.Sub(o)) })
}

// Multiply is *.
func (n number) Multiply(other ref.Val) ref.Val {
	return n.with(other, func(o decimal.Decimal) ref.Val { return bounded(n.Mul(o)) })
}

// Divide is /.
func (n number) Divide(other ref.Val) ref.Val {
	return n.with(other, func(o decimal.Decimal) ref.Val {
		if o.IsZero() {
			return types.NewErr("division by zero")
		}
		return bounded(n.DivRound(o, quotientPlaces))
	})
}

// Negate is - before a number.
func (n number) Negate() ref.Val { return number{n.Neg()} }

// Compare serves < <= > >=.
func (n number) Compare(other ref.Val) ref.Val {
	return n.with(other, func(o decimal.Decimal) ref.Val { return types.Int(n.Cmp(o)) })
}

// Equal compares by value: 1.50 equals 1.5.
func (n number) Equal(other ref.Val) ref.Val {
	o, ok := other.(number)
	return types.Bool(ok && n.Decimal.Equal(o.Decimal))
}

// Type is numberType.
func (n number) Type() ref.Type { return numberType }

// Value is the decimal.
func (n number) Value() any { return n.Decimal }

// ConvertToNative gives the decimal.
func (n number) ConvertToNative(want reflect.Type) (any, error) {
	if reflect.TypeOf(n.Decimal).AssignableTo(want) {
		return n.Decimal, nil
	}
	return nil, fmt.Errorf("number cannot become %v", want)
}

// ConvertToType knows text and itself.
func (n number) ConvertToType(want ref.Type) ref.Val {
	switch want.TypeName() {
	case numberType.TypeName():
		return n
	case types.StringType.TypeName():
		return types.String(n.String())
	case types.TypeType.TypeName():
		return numberType
	}
	return types.NewErr("number cannot become %s", want.TypeName())
}
