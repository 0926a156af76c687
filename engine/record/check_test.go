package record_test

import (
	"testing"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

func TestASoundTypePasses(t *testing.T) {
	if err := quote().Check(); err != nil {
		t.Error(err, fault.From(err).Fields)
	}
}

func TestWhatIsWrongWithATypeIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*record.Type)
		at    string
	}{
		"a key with capitals":          {func(t *record.Type) { t.Key = "Quote" }, "key"},
		"no name":                      {func(t *record.Type) { t.Name = text.Text{} }, "name"},
		"a title that is no text":      {func(t *record.Type) { t.Title = "amount" }, "title"},
		"a title that is not there":    {func(t *record.Type) { t.Title = "name" }, "title"},
		"a list of unknown fields":     {func(t *record.Type) { t.List = []string{"colour"} }, "list[0]"},
		"a field that is there twice":  {func(t *record.Type) { t.Fields[1].Key = "title" }, "fields[1].key"},
		"a field named as a column":    {func(t *record.Type) { t.Fields[1].Key = "owner" }, "fields[1].key"},
		"a field with an SQL key":      {func(t *record.Type) { t.Fields[1].Key = "a; drop" }, "fields[1].key"},
		"a type that is not known":     {func(t *record.Type) { t.Fields[1].Type = "colour" }, "fields[1].type"},
		"too many decimals":            {func(t *record.Type) { t.Fields[2].Decimals = 7 }, "fields[2].decimals"},
		"a choice without options":     {func(t *record.Type) { t.Fields[7].Options = nil }, "fields[7].options"},
		"an option that is twice":      {func(t *record.Type) { t.Fields[7].Options = options("a", "a") }, "fields[7].options[1].key"},
		"a link that leads nowhere":    {func(t *record.Type) { t.Fields[9].Target = "" }, "fields[9].target"},
		"rows without columns":         {func(t *record.Type) { t.Fields[12].Columns = nil }, "fields[12].columns"},
		"rows in rows":                 {func(t *record.Type) { t.Fields[12].Columns[0].Type = record.Rows }, "fields[12].columns[0].type"},
		"a column without a name":      {func(t *record.Type) { t.Fields[12].Columns[0].Name = text.Text{} }, "fields[12].columns[0].name"},
		"more fields than a table has": {func(t *record.Type) { t.Fields = append(t.Fields, make([]record.Field, 200)...) }, "fields"},
	} {
		t.Run(name, func(t *testing.T) {
			typ := quote()
			c.spoil(typ)
			err := typ.Check()
			f := fault.From(err)
			if err == nil || f.Reason != "bad_record_type" || len(f.Fields) != 1 || f.Fields[0].Path != c.at {
				t.Errorf("%v at %+v, want a fault at %s", err, f.Fields, c.at)
			}
		})
	}
}

// FuzzDecode wants values or a fault for any stored bytes, and the same values again after a round.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"title": "x", "amount": "12.5", "items": [{"price": 1e3}], "tags": ["new"], "day": "2026-01-31"}`))
	f.Add([]byte(`{"amount": 1e400, "rate": -0.0, "urgent": null, "at": "2026-01-31T09:30:00.123456789+08:00"}`))
	typ := quote()
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := typ.Decode(data)
		if err != nil {
			return
		}
		b, err := v.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		again, err := typ.Decode(b)
		if err != nil || !record.Equal(v, again) {
			t.Fatalf("%s becomes %v, then %v (%v)", b, v, again, err)
		}
	})
}
