package storetest

import (
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

var typeTests = map[string]func(*testing.T, engine.Store){
	"types come back in the order in which they were made": func(t *testing.T, s engine.Store) {
		z, a := contract(), contract()
		z.Key, a.Key = "z", "a"
		for _, typ := range []record.Type{z, a, z} {
			if err := s.SaveType(t.Context(), typ); err != nil {
				t.Fatal(err)
			}
		}
		same(t, "types", must(s.Types(t.Context()))(t), []record.Type{z, a})
	},
	"a type grows, and its records with it": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", record.Values{"title": "old"})
		typ := contract()
		typ.Fields = append(typ.Fields, record.Field{Key: "extra", Name: text.T("补充", "Extra"), Type: record.Money})
		typ.Fields[15].Columns = append(typ.Fields[15].Columns, record.Field{Key: "qty", Name: text.T("数量", "Quantity"), Type: record.Number})
		typ.List = append(typ.List, "extra", "terms")
		if err := s.SaveType(t.Context(), typ); err != nil {
			t.Fatal(err)
		}
		v := record.Values{"extra": number("1.50"), "items": []record.Values{{"qty": number("3")}}}
		r := must(s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Revision: 1, Set: v}, noon))(t)
		v["title"] = "old"
		same(t, "values", r.Values, v)
	},
	"what would lose data is refused": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for name, change := range map[string]func(*record.Type){
			"a field removed":         func(t *record.Type) { t.Fields = t.Fields[:3] },
			"a type changed":          func(t *record.Type) { t.Fields[3].Type = record.Text },
			"decimals lowered":        func(t *record.Type) { t.Fields[4].Decimals = 2 },
			"a column removed":        func(t *record.Type) { t.Fields[15].Columns = t.Fields[15].Columns[:1] },
			"a column's type changed": func(t *record.Type) { t.Fields[15].Columns[1].Type = record.Text },
			"a link turned":           func(t *record.Type) { t.Fields[11].Target = "order" },
		} {
			typ := contract()
			change(&typ)
			refused(t, name, s.SaveType(t.Context(), typ), fault.Invalid, "bad_record_type")
		}
		same(t, "types", must(s.Types(t.Context()))(t), []record.Type{contract()})
	},
	"names are names, never SQL": func(t *testing.T, s engine.Store) {
		for _, key := range []string{"x`; DROP TABLE people; --", "X", "", "a b", strings.Repeat("a", 41)} {
			typ := contract()
			typ.Key = key
			refused(t, key, s.SaveType(t.Context(), typ), fault.Invalid, "bad_record_type")
			typ = contract()
			typ.Fields[1].Key = key
			refused(t, key, s.SaveType(t.Context(), typ), fault.Invalid, "bad_record_type")
		}
	},
	"long names and many fields have room": func(t *testing.T, s engine.Store) {
		typ := contract()
		typ.Key = strings.Repeat("k", 40)
		typ.Fields[15].Key = strings.Repeat("f", 40)
		for i := range 60 {
			key := "t" + strings.Repeat("x", 30) + string(rune('a'+i/26)) + string(rune('a'+i%26))
			typ.Fields = append(typ.Fields, record.Field{Key: key, Name: text.T("字", "Text"), Type: record.Text})
			typ.List = append(typ.List, key)
		}
		if err := s.SaveType(t.Context(), typ); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveType(t.Context(), typ); err != nil {
			t.Fatal(err)
		}
	},
	"a field becomes unique when its values are, and can stop being so": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", record.Values{"seller": "p1", "title": "same"})
		addContract(t, s, "r2", record.Values{"seller": "p2", "title": "same"})
		typ := contract()
		typ.Fields[0].Unique = true
		refused(t, "doubled values", s.SaveType(t.Context(), typ), fault.Invalid, "not_unique")
		typ = contract()
		typ.Fields[12].Unique, typ.Fields[1].Unique = true, false
		if err := s.SaveType(t.Context(), typ); err != nil {
			t.Fatal(err)
		}
		_, err := s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r2", Set: record.Values{"seller": "p1"}}, noon)
		refused(t, "newly unique", err, fault.Conflict, "value_taken")
		for _, id := range []string{"r1", "r2"} {
			if _, err := s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: id, Set: record.Values{"tax_no": "1"}}, noon); err != nil {
				t.Errorf("no longer unique: %v", err)
			}
		}
	},
}
