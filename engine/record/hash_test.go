package record_test

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"flowline/engine/record"
)

func TestEqualValuesHaveOneHash(t *testing.T) {
	at := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	a := record.Values{
		"amount": decimal.RequireFromString("12.5"), "at": at, "note": nil,
		"items": []record.Values{{"price": decimal.RequireFromString("1.00"), "what": "A"}},
	}
	b := record.Values{
		"amount": decimal.RequireFromString("12.50"), "at": at.In(time.FixedZone("", 3600)), "tags": []string{},
		"items": []record.Values{{"price": decimal.RequireFromString("1"), "what": "A", "note": ""}},
	}
	if !record.Equal(a, b) || record.Hash(a) != record.Hash(b) {
		t.Errorf("%s and %s", record.Hash(a), record.Hash(b))
	}
	for name, change := range map[string]func(record.Values){
		"a number": func(v record.Values) { v["amount"] = decimal.RequireFromString("12.51") },
		"a row":    func(v record.Values) { v["items"] = []record.Values{{"what": "A"}} },
		"one more": func(v record.Values) { v["note"] = "x" },
	} {
		c := b.Clone()
		change(c)
		if record.Hash(c) == record.Hash(a) {
			t.Errorf("%s changes nothing", name)
		}
	}
}
