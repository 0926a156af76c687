package record_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

func options(keys ...string) []record.Option {
	var all []record.Option
	for _, k := range keys {
		all = append(all, record.Option{Key: k, Name: text.T(k, k)})
	}
	return all
}

func field(key string, t record.FieldType) record.Field {
	return record.Field{Key: key, Name: text.T(key, key), Type: t}
}

// quote has a field of every type.
func quote() *record.Type {
	t := &record.Type{Key: "quote", Name: text.T("报价", "Quote"), Title: "title", List: []string{"title", "number", "amount"}}
	t.Fields = append(t.Fields, []record.Field{
		field("title", record.Text), field("note", record.LongText), field("rate", record.Number), field("amount", record.Money),
		field("urgent", record.Boolean), field("day", record.Date), field("at", record.DateTime), field("region", record.Choice),
		field("tags", record.MultiChoice), field("customer", record.Link), field("seller", record.Person),
		field("scans", record.File), field("items", record.Rows),
	}...)
	set := func(key string, change func(*record.Field)) { f, _ := t.Field(key); change(f) }
	set("title", func(f *record.Field) { f.Required = true })
	set("rate", func(f *record.Field) { f.Decimals = 4 })
	set("region", func(f *record.Field) { f.Options = options("fujian", "zhejiang") })
	set("tags", func(f *record.Field) { f.Options = options("new", "big") })
	set("customer", func(f *record.Field) { f.Target = "customer" })
	set("items", func(f *record.Field) {
		price := field("price", record.Money)
		price.Required = true
		f.Columns = []record.Field{field("product", record.Text), price}
	})
	return t
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// filled are canonical values of every field.
func filled() record.Values {
	return record.Values{
		"title": "泵站", "note": "one\ntwo", "rate": dec("0.1250"), "amount": dec("1200.50"), "urgent": true, "day": record.Day("2026-01-31"),
		"at": time.Date(2026, 1, 31, 1, 30, 0, 0, time.UTC), "region": "fujian", "tags": []string{"new", "big"}, "customer": "c1",
		"seller": "p1", "scans": []string{"f1"}, "items": []record.Values{{"product": "pump", "price": dec("9.90")}, {"price": dec("0.10")}},
	}
}

func TestValuesFromOutsideBecomeCanonical(t *testing.T) {
	got, err := quote().Parse(map[string]any{
		"title": "泵站", "note": "one\ntwo", "rate": json.Number("0.125"), "amount": "1200.5", "urgent": true, "day": "2026-01-31",
		"at": "2026-01-31T09:30:00+08:00", "region": "fujian", "tags": []any{"new", "big", "new"}, "customer": "c1",
		"seller": "p1", "scans": []any{"f1"}, "items": []any{map[string]any{"product": "pump", "price": 9.9}, map[string]any{"price": "0.1"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(filled(), got); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	for key, want := range map[string]string{"amount": "1200.50", "rate": "0.1250"} {
		d := got[key].(decimal.Decimal)
		if d.StringFixed(-d.Exponent()) != want {
			t.Errorf("%s has not the places of its field: %s with exponent %d", key, d, d.Exponent())
		}
	}
}

func TestCanonicalValuesStayAsTheyAre(t *testing.T) {
	got, err := quote().Parse(filled())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(filled(), got); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
}

func TestStoredValuesComeBack(t *testing.T) {
	stored, err := json.Marshal(filled())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(stored), `"amount":"1200.50"`) {
		t.Errorf("a number lost its places: %s", stored)
	}
	got, err := quote().Decode(stored)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(filled(), got); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	if _, err := quote().Decode([]byte(`{"gone": 1, "title": "x"}`)); err != nil {
		t.Errorf("a field that the type no longer has keeps the rest from being read: %v", err)
	}
	if _, err := quote().Decode([]byte(`{} {}`)); err == nil {
		t.Error("two documents are read as one")
	}
}

func TestAClearedFieldIsEmpty(t *testing.T) {
	got, err := quote().Parse(map[string]any{"title": "", "amount": "", "day": "", "region": "", "customer": "", "tags": []any{}, "items": []any{}, "at": nil})
	if err != nil {
		t.Fatal(err)
	}
	for key, v := range got {
		if v != nil {
			t.Errorf("%s is %#v", key, v)
		}
	}
	if len(got) != 8 {
		t.Errorf("keys were dropped, so nothing would be cleared: %v", got)
	}
}

func TestWhatIsWrongIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		raw map[string]any
		at  string
	}{
		"an unknown field":                {map[string]any{"colour": 1}, "colour"},
		"a number for a text":             {map[string]any{"title": 7}, "title"},
		"a line end in a text":            {map[string]any{"title": "a\nb"}, "title"},
		"a control character":             {map[string]any{"note": "a\x00b"}, "note"},
		"broken UTF-8":                    {map[string]any{"title": "a\xff"}, "title"},
		"a text that is too long":         {map[string]any{"title": strings.Repeat("泵", 501)}, "title"},
		"a word for a number":             {map[string]any{"amount": "a lot"}, "amount"},
		"no number":                       {map[string]any{"amount": "NaN"}, "amount"},
		"too many decimals":               {map[string]any{"amount": "1.005"}, "amount"},
		"a number that is too big":        {map[string]any{"amount": "1e13"}, "amount"},
		"a number that would fill memory": {map[string]any{"amount": "1e999999999"}, "amount"},
		"a text for yes or no":            {map[string]any{"urgent": "yes"}, "urgent"},
		"a day that does not exist":       {map[string]any{"day": "2026-02-30"}, "day"},
		"a time for a day":                {map[string]any{"day": "2026-01-31T00:00:00Z"}, "day"},
		"a day for a time":                {map[string]any{"at": "2026-01-31"}, "at"},
		"an option that does not exist":   {map[string]any{"region": "hebei"}, "region"},
		"one option that does not exist":  {map[string]any{"tags": []any{"new", "old"}}, "tags[1]"},
		"a text for a list":               {map[string]any{"tags": "new"}, "tags"},
		"an id that is too long":          {map[string]any{"customer": strings.Repeat("c", 65)}, "customer"},
		"a row that is none":              {map[string]any{"items": []any{"pump"}}, "items"},
		"an unknown column":               {map[string]any{"items": []any{map[string]any{}, map[string]any{"colour": 1}}}, "items[1].colour"},
		"a wrong column":                  {map[string]any{"items": []any{map[string]any{"price": "x"}}}, "items[0].price"},
		"too many rows":                   {map[string]any{"items": make([]any, 501)}, "items"},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := quote().Parse(c.raw)
			f := fault.From(err)
			if err == nil || f.Code != fault.Invalid || f.Reason != "bad_values" || len(f.Fields) != 1 || f.Fields[0].Path != c.at {
				t.Fatalf("parsed as %v with %v at %+v, want a fault at %s", v, err, f.Fields, c.at)
			}
			if f.Fields[0].Text.ZH == "" || f.Fields[0].Text.EN == "" {
				t.Errorf("not worded in both languages: %+v", f.Fields[0].Text)
			}
		})
	}
}

func TestMissingNamesWhatMustBeFilledIn(t *testing.T) {
	v := record.Values{"amount": nil, "region": "fujian", "items": []record.Values{{"price": dec("1")}, {"product": "x"}}}
	got := quote().Missing(v, "amount", "region", "day")
	if diff := cmp.Diff([]string{"title", "amount", "day", "items[1].price"}, got); diff != "" {
		t.Errorf("missing (-want +got):\n%s", diff)
	}
}

func TestEqualLooksAtWhatIsSaid(t *testing.T) {
	if !record.Equal(record.Values{"a": dec("12.5"), "b": nil, "t": []string{}}, record.Values{"a": dec("12.50"), "c": ""}) {
		t.Error("empty and absent, 12.5 and 12.50 say the same")
	}
	for _, other := range []record.Values{
		{"amount": dec("1200.51")}, {"title": nil}, {"tags": []string{"big", "new"}}, {"items": []record.Values{}}, {"day": record.Day("2026-02-01")},
	} {
		changed := filled()
		for key, v := range other {
			changed[key] = v
		}
		if record.Equal(filled(), changed) || record.Equal(changed, filled()) {
			t.Errorf("%v makes no difference", other)
		}
	}
}

func TestACloneIsItsOwn(t *testing.T) {
	v := filled()
	v["customer"] = record.Values{"id": "c1"}
	c := v.Clone()
	if diff := cmp.Diff(v, c); diff != "" {
		t.Fatalf("clone differs:\n%s", diff)
	}
	c["tags"].([]string)[0] = "x"
	c["items"].([]record.Values)[0]["product"] = "x"
	c["customer"].(record.Values)["id"] = "x"
	if v["tags"].([]string)[0] != "new" || v["items"].([]record.Values)[0]["product"] != "pump" || v["customer"].(record.Values)["id"] != "c1" {
		t.Errorf("changing the clone changed the original: %v", v)
	}
}

func TestTitleIsTheTitleField(t *testing.T) {
	if got := record.Title(quote(), filled()); got != "泵站" {
		t.Errorf("title is %q", got)
	}
	if got := record.Title(quote(), record.Values{}); got != "" {
		t.Errorf("title of nothing is %q", got)
	}
}
