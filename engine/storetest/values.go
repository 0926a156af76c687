package storetest

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
)

// nasty are texts that break stores that are not careful.
var nasty = []string{
	`O'Brien "quoted" \backslash\ \' %_!?`, "`; DROP TABLE people; --", "𠮷野家 😀👩‍👩‍👧 é", "tab\tand ? and @name and $1 :x", "1e400", "NULL", "尾\\",
}

var valueTests = map[string]func(*testing.T, engine.Store){
	"every kind of field comes back as it was": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		added := addContract(t, s, "r1", filled())
		want := record.Record{Type: "contract", ID: "r1", Number: "HT-2026-0001", Revision: 1, Owner: "p1", CreatedAt: noon, CreatedBy: "p1", UpdatedAt: noon, Values: filled()}
		same(t, "answered", added, want)
		same(t, "read", must(s.Record(t.Context(), "contract", "r1"))(t), want)
	},
	"empty values are absent": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		r := addContract(t, s, "r1", record.Values{"title": "", "amount": nil, "tags": []string{}, "items": []record.Values{}})
		same(t, "values", r.Values, record.Values{})
		cleared := record.Values{}
		for key := range filled() {
			cleared[key] = nil
		}
		addContract(t, s, "r2", filled())
		r = must(s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r2", Set: cleared}, noon))(t)
		same(t, "cleared", r.Values, record.Values{})
	},
	"decimals are exact, to their last place": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for i, text := range []string{"0.10", "0.20", "0.01", "-0.01", "0.00", "9999999999999.99", "-9999999999999.99", "1234567890123.45"} {
			id := "r" + string(rune('a'+i))
			r := addContract(t, s, id, record.Values{"amount": number(text)})
			got, _ := r.Values["amount"].(decimal.Decimal)
			if got.StringFixed(2) != text || got.Exponent() != -2 {
				t.Errorf("%s came back as %v with exponent %d", text, got, got.Exponent())
			}
		}
		a := must(s.Record(t.Context(), "contract", "ra"))(t).Values["amount"].(decimal.Decimal)
		b := must(s.Record(t.Context(), "contract", "rb"))(t).Values["amount"].(decimal.Decimal)
		if sum := a.Add(b); !sum.Equal(number("0.3")) {
			t.Errorf("0.1 + 0.2 is %v", sum)
		}
		r := addContract(t, s, "long", record.Values{"rate": number("123456789012.345678"), "months": number("999999999999999999")})
		same(t, "18 digits", r.Values, record.Values{"rate": number("123456789012.345678"), "months": number("999999999999999999")})
	},
	"a number that cannot be kept exactly is refused": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for _, v := range []record.Values{{"amount": number("0.001")}, {"rate": number("9999999999999.999999")}, {"months": number("1e30")}} {
			_, err := s.InsertRecord(t.Context(), record.Record{Type: "contract", ID: "r", CreatedAt: noon, Values: v})
			refused(t, "insert", err, fault.Invalid, "bad_values")
		}
	},
	"any text comes back as it was": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for i, text := range nasty {
			id := "r" + string(rune('a'+i))
			want := record.Values{"title": text, "terms": text, "tax_no": text, "files": []string{text}, "items": []record.Values{{"product": text}}}
			same(t, "values", addContract(t, s, id, want).Values, want)
			list, total, err := s.Records(t.Context(), engine.RecordQuery{Type: "contract", Filters: []engine.Filter{{Field: "title", Op: engine.Equal, Value: text}}})
			if err != nil || total != 1 || list[0].ID != id {
				t.Errorf("%q is not found again: %d %v", text, total, err)
			}
		}
	},
	"times keep their microseconds, in UTC": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		east := time.FixedZone("east", 8*3600)
		for i, at := range []time.Time{
			time.Date(2026, 12, 31, 23, 59, 59, 999999999, time.UTC), time.Date(1969, 7, 20, 20, 17, 40, 1000, time.UTC),
			time.Date(2026, 3, 29, 2, 30, 0, 0, east), time.Date(2262, 4, 12, 0, 0, 0, 0, time.UTC),
		} {
			r := record.Record{Type: "contract", ID: "r" + string(rune('a'+i)), CreatedAt: at, Values: record.Values{"meets_at": at.UTC().Truncate(time.Millisecond)}}
			got := must(s.InsertRecord(t.Context(), r))(t)
			if want := at.UTC().Truncate(time.Microsecond); !got.CreatedAt.Equal(want) || got.CreatedAt.Location() != time.UTC {
				t.Errorf("%v came back as %v", at, got.CreatedAt)
			}
			same(t, "field", got.Values, r.Values)
		}
	},
	"dates are dates, whatever the time zone": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for i, day := range []record.Day{"1000-01-01", "1900-02-28", "2024-02-29", "9999-12-31"} {
			r := addContract(t, s, "r"+string(rune('a'+i)), record.Values{"signed_on": day})
			same(t, "day", r.Values["signed_on"], day)
		}
	},
}
