package store

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"
)

// scaled gives d as a whole number of its smallest unit; ok is false when d has more places or does not fit 64 bits.
func scaled(d decimal.Decimal, places int) (n int64, ok bool) {
	whole := d.Shift(int32(places))
	if !whole.IsInteger() {
		return 0, false
	}
	b := whole.BigInt()
	if !b.IsInt64() || b.CmpAbs(maxScaled) > 0 {
		return 0, false
	}
	return b.Int64(), true
}

// maxScaled leaves the lowest 64-bit number out, so that what fits fits with either sign.
var maxScaled = big.NewInt(1<<63 - 1)

// textOf reads what a driver gives for a text column.
func textOf(raw any) (string, error) {
	switch v := raw.(type) {
	case string:
		return v, nil
	case []byte:
		return string(v), nil
	}
	return "", fmt.Errorf("a %T in a column of text", raw)
}
