package record

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"flowline/engine/text"
)

// MaxWhole is how many digits a number may have before the point.
const MaxWhole = 13

var tooBig = decimal.New(1, MaxWhole)

// Places is how many decimals a number or money field keeps.
func (f *Field) Places() int {
	if f.Type == Money {
		return 2
	}
	return f.Decimals
}

func (p *parser) number(at string, f *Field, raw any) any {
	if raw == "" {
		return nil
	}
	d, ok := Decimal(raw)
	if !ok {
		p.say(at, text.T("这里要填数字，如 1200.50。", "A number such as 1200.50 is wanted here."))
		return nil
	}
	places := int32(f.Places())
	switch {
	case d.Abs().GreaterThanOrEqual(tooBig):
		p.say(at, text.T("数字太大，小数点前最多 {n} 位。", "The number is too big: at most {n} digits before the point.").Fill("n", strconv.Itoa(MaxWhole)))
		return nil
	case !d.Equal(d.Round(places)):
		p.say(at, text.T("小数最多 {n} 位。", "At most {n} decimals.").Fill("n", strconv.Itoa(int(places))))
		return nil
	}
	return d.Round(places).Add(decimal.New(0, -places)) // adding a zero of that scale gives it exactly those places
}

// Decimal reads an exact number from any of the forms it comes in: a decimal, a json.Number, its digits as a string, or
// a Go number. Infinities, and exponents so large that the number would fill memory, are no numbers.
func Decimal(raw any) (decimal.Decimal, bool) {
	switch v := raw.(type) {
	case decimal.Decimal:
		return v, bounded(v)
	case json.Number:
		return digits(string(v))
	case string:
		return digits(v)
	case float64:
		return digits(strconv.FormatFloat(v, 'g', -1, 64))
	case int:
		return decimal.NewFromInt(int64(v)), true
	case int64:
		return decimal.NewFromInt(v), true
	}
	return decimal.Decimal{}, false
}

func digits(s string) (decimal.Decimal, bool) {
	if len(s) == 0 || len(s) > 64 || strings.Trim(s, "0123456789+-.eE") != "" {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(s)
	return d, err == nil && bounded(d)
}

func bounded(d decimal.Decimal) bool { return d.Exponent() < 100 && d.Exponent() > -100 }
