package rule

import (
	"math"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"github.com/shopspring/decimal"
)

// The functions that read a date or a time from text.
const (
	literalDate = "date"
	literalTime = "timestamp"
)

// dateFunctions are what a rule can do with dates. Dates are midnights in UTC, and every part is taken in UTC, so that
// a rule says the same wherever it runs.
func dateFunctions() []cel.EnvOption {
	at, n := cel.TimestampType, numberType
	options := []cel.EnvOption{
		cel.Function(literalDate, cel.Overload("date_of_text", []*cel.Type{cel.StringType}, at, cel.UnaryBinding(parseDate))),
		cel.Function(literalTime, cel.Overload("time_of_text", []*cel.Type{cel.StringType}, at, cel.UnaryBinding(parseTime))),
		cel.Function("days", cel.Overload("days_number", []*cel.Type{n}, cel.DurationType, cel.UnaryBinding(days))),
		cel.Function("addDays", cel.MemberOverload("date_add_days", []*cel.Type{at, n}, at, cel.BinaryBinding(addDays))),
		cel.Function("addMonths", cel.MemberOverload("date_add_months", []*cel.Type{at, n}, at, cel.BinaryBinding(addMonths))),
		cel.Function("daysBetween", cel.Overload("days_between", []*cel.Type{at, at}, n, cel.BinaryBinding(daysBetween))),
		cel.Function("monthsBetween", cel.Overload("months_between", []*cel.Type{at, at}, n, cel.BinaryBinding(monthsBetween))),
	}
	for name, part := range map[string]func(time.Time) int{
		"year":    time.Time.Year,
		"month":   func(t time.Time) int { return int(t.Month()) },
		"day":     time.Time.Day,
		"weekday": func(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 },
		"hour":    time.Time.Hour,
	} {
		options = append(options, cel.Function(name, cel.MemberOverload("date_"+name, []*cel.Type{at}, n,
			cel.UnaryBinding(func(v ref.Val) ref.Val {
				t, ok := v.(types.Timestamp)
				if !ok {
					return types.MaybeNoSuchOverloadErr(v)
				}
				return number{decimal.NewFromInt(int64(part(t.UTC())))}
			}))))
	}
	return options
}

func parseDate(v ref.Val) ref.Val { return parseWith(v, time.DateOnly) }

// parseTime also takes a date alone, as its midnight.
func parseTime(v ref.Val) ref.Val { return parseWith(v, time.RFC3339Nano, time.DateOnly) }

func parseWith(v ref.Val, layouts ...string) ref.Val {
	s, ok := v.(types.String)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, string(s)); err == nil {
			return inRange(t)
		}
	}
	return types.NewErr("%q is not a date", string(s))
}

func inRange(t time.Time) ref.Val {
	if y := t.UTC().Year(); y < 1 || y > 9999 {
		return types.NewErr("date out of range")
	}
	return types.Timestamp{Time: t.UTC()}
}

// whole gives a number without decimals that is small enough to count days or months.
func whole(v ref.Val) (int, ref.Val) {
	n, ok := v.(number)
	if !ok {
		return 0, types.MaybeNoSuchOverloadErr(v)
	}
	if !n.IsInteger() || n.Abs().GreaterThan(decimal.NewFromInt(100_000)) {
		return 0, types.NewErr("a whole number up to 100000 is wanted")
	}
	return int(n.IntPart()), nil
}

func days(v ref.Val) ref.Val {
	n, bad := whole(v)
	if bad != nil {
		return bad
	}
	return types.Duration{Duration: time.Duration(n) * day}
}

func addDays(at, v ref.Val) ref.Val {
	t, ok := at.(types.Timestamp)
	if !ok {
		return types.MaybeNoSuchOverloadErr(at)
	}
	n, bad := whole(v)
	if bad != nil {
		return bad
	}
	return inRange(t.UTC().AddDate(0, 0, n))
}

// addMonths keeps the day of the month, or takes the month's last day: a month after 31 January is 28 or 29 February.
func addMonths(at, v ref.Val) ref.Val {
	t, ok := at.(types.Timestamp)
	if !ok {
		return types.MaybeNoSuchOverloadErr(at)
	}
	n, bad := whole(v)
	if bad != nil {
		return bad
	}
	return inRange(plusMonths(t.UTC(), n))
}

func plusMonths(t time.Time, n int) time.Time {
	to := t.AddDate(0, n, 0)
	if to.Day() != t.Day() {
		to = to.AddDate(0, 0, -to.Day())
	}
	return to
}

func daysBetween(from, to ref.Val) ref.Val {
	a, b, bad := twoTimes(from, to)
	if bad != nil {
		return bad
	}
	return number{decimal.NewFromFloat(math.Floor(b.Sub(a).Hours() / 24))}
}

// monthsBetween counts the whole months from one date to the other; negative when to is earlier.
func monthsBetween(from, to ref.Val) ref.Val {
	a, b, bad := twoTimes(from, to)
	if bad != nil {
		return bad
	}
	sign := int64(1)
	if b.Before(a) {
		a, b, sign = b, a, -1
	}
	n := (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
	for n > 0 && plusMonths(a, n).After(b) {
		n--
	}
	return number{decimal.NewFromInt(sign * int64(n))}
}

func twoTimes(from, to ref.Val) (a, b time.Time, bad ref.Val) {
	x, ok := from.(types.Timestamp)
	if !ok {
		return a, b, types.MaybeNoSuchOverloadErr(from)
	}
	y, ok := to.(types.Timestamp)
	if !ok {
		return a, b, types.MaybeNoSuchOverloadErr(to)
	}
	return x.UTC(), y.UTC(), nil
}
