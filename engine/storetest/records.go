package storetest

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
)

var recordTests = map[string]func(*testing.T, engine.Store){
	"numbers count up by type and year": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		other := contract()
		other.Key, other.Prefix = "order", ""
		if err := s.SaveType(t.Context(), other); err != nil {
			t.Fatal(err)
		}
		for _, want := range []struct {
			typ    string
			year   int
			number string
		}{
			{"contract", 2026, "HT-2026-0001"},
			{"contract", 2026, "HT-2026-0002"},
			{"contract", 2027, "HT-2027-0001"},
			{"order", 2026, "ORDER-2026-0001"},
			{"contract", 2026, "HT-2026-0003"},
		} {
			r := record.Record{Type: want.typ, ID: want.number, CreatedAt: time.Date(want.year, 5, 1, 0, 0, 0, 0, time.UTC)}
			if got := must(s.InsertRecord(t.Context(), r))(t).Number; got != want.number {
				t.Errorf("number %s, want %s", got, want.number)
			}
		}
	},
	"a refused record uses up no number": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", record.Values{"tax_no": "1"})
		_, err := s.InsertRecord(t.Context(), record.Record{Type: "contract", ID: "r2", CreatedAt: noon, Values: record.Values{"tax_no": "1"}})
		refused(t, "taken", err, fault.Conflict, "value_taken")
		if r := addContract(t, s, "r3", nil); r.Number != "HT-2026-0002" {
			t.Errorf("number %s after a refusal", r.Number)
		}
	},
	"a unique value that is taken is named": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", record.Values{"tax_no": "for key 'ux_title'. 1"})
		addContract(t, s, "r2", nil)
		addContract(t, s, "r3", nil) // empty is not a value: any number of records have none
		_, err := s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r2", Set: record.Values{"tax_no": "for key 'ux_title'. 1"}}, noon)
		refused(t, "taken", err, fault.Conflict, "value_taken")
		if fields := fault.From(err).Fields; len(fields) != 1 || fields[0].Path != "tax_no" || fields[0].Text.ZH == "" || fields[0].Text.EN == "" {
			t.Errorf("the field is not named: %+v", fields)
		}
	},
	"a change moves the revision and is refused at an old one": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", filled())
		later := noon.Add(time.Hour)
		r := must(s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Revision: 1, Set: record.Values{"title": "新", "items": []record.Values{{"product": "丙"}}}}, later))(t)
		want := filled()
		want["title"], want["items"] = "新", []record.Values{{"product": "丙"}}
		same(t, "values", r.Values, want)
		if r.Revision != 2 || !r.UpdatedAt.Equal(later) || !r.CreatedAt.Equal(noon) {
			t.Errorf("revision %d, updated %v", r.Revision, r.UpdatedAt)
		}
		_, err := s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Revision: 1, Set: record.Values{"title": "旧"}}, later)
		refused(t, "stale", err, fault.Conflict, "record_moved_on")
		_, err = s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Revision: 1, Set: record.Values{"items": nil}}, later)
		refused(t, "stale, rows only", err, fault.Conflict, "record_moved_on")
		same(t, "untouched", must(s.Record(t.Context(), "contract", "r1"))(t), r)
	},
	"what is not there is not found": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		_, err := s.Record(t.Context(), "contract", "nothing")
		refused(t, "record", err, fault.NotFound, "record_not_found")
		_, err = s.Record(t.Context(), "nothing", "r1")
		refused(t, "type", err, fault.NotFound, "record_type_not_found")
		_, err = s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "nothing", Set: record.Values{"title": "x"}}, noon)
		refused(t, "update", err, fault.NotFound, "record_not_found")
		_, err = s.InsertRecord(t.Context(), record.Record{Type: "contract", ID: "r", CreatedAt: noon, Values: record.Values{"nothing": "x"}})
		refused(t, "field", err, fault.Invalid, "unknown_field")
	},
	"records are found by ids, those that exist": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", filled())
		addContract(t, s, "r2", record.Values{"items": []record.Values{{"product": "一"}, {"product": "二"}}})
		found := map[string]record.Values{}
		for _, r := range must(s.RecordsByID(t.Context(), "contract", []string{"r2", "x", "r1"}))(t) {
			found[r.ID] = r.Values
		}
		same(t, "found", found, map[string]record.Values{"r1": filled(), "r2": {"items": []record.Values{{"product": "一"}, {"product": "二"}}}})
		if none := must(s.RecordsByID(t.Context(), "contract", nil))(t); len(none) != 0 {
			t.Errorf("no ids found %d records", len(none))
		}
	},
}

// listed adds contracts a to e for lists.
func listed(t *testing.T, s engine.Store) {
	t.Helper()
	saveContract(t, s)
	for i, v := range []record.Values{
		{"title": "Alpha 100%", "amount": number("9.00"), "kind": "sale", "tags": []string{"ab"}, "signed_on": record.Day("2026-01-02"), "urgent": true, "seller": "p1"},
		{"title": "alpha_beta", "amount": number("100.50"), "kind": "service", "tags": []string{"a", "b"}, "signed_on": record.Day("2026-01-10")},
		{"title": "甲方合同", "amount": number("-3.25"), "kind": "sale", "urgent": false, "meets_at": noon.Truncate(time.Millisecond)},
		{"title": "乙方合同", "amount": number("20.00"), "signed_on": record.Day("2025-12-31"), "seller": "p2"},
		{"title": "gamma"},
	} {
		r := record.Record{Type: "contract", ID: string(rune('a' + i)), Owner: fmt.Sprintf("p%d", i%2+1), CreatedBy: fmt.Sprintf("q%d", i%3), CreatedAt: noon.Add(time.Duration(i) * time.Minute), Values: v}
		if _, err := s.InsertRecord(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
}

var listTests = map[string]func(*testing.T, engine.Store){
	"lists filter, search, sort and page": func(t *testing.T, s engine.Store) {
		listed(t, s)
		where := func(field string, op engine.Operator, v any) []engine.Filter {
			return []engine.Filter{{Field: field, Op: op, Value: v}}
		}
		for _, c := range []struct {
			name  string
			query engine.RecordQuery
			want  string
			total int
		}{
			{"newest first", engine.RecordQuery{}, "edcba", 5},
			{"numbers sort as numbers, empty first", engine.RecordQuery{Sort: "amount"}, "ecadb", 5},
			{"falling", engine.RecordQuery{Sort: "-amount"}, "bdace", 5},
			{"by a system column", engine.RecordQuery{Sort: "number"}, "abcde", 5},
			{"by date", engine.RecordQuery{Sort: "-signed_on", Limit: 3}, "bad", 5},
			{"a page", engine.RecordQuery{Sort: "number", Offset: 2, Limit: 2}, "cd", 5},
			{"beyond the end", engine.RecordQuery{Offset: 9}, "", 5},
			{"search the title, any case", engine.RecordQuery{Search: "ALPHA"}, "ba", 2},
			{"search is literal: %", engine.RecordQuery{Search: "0%"}, "a", 1},
			{"search is literal: _", engine.RecordQuery{Search: "a_b"}, "b", 1},
			{"search Chinese", engine.RecordQuery{Search: " 方合 "}, "dc", 2},
			{"search the number", engine.RecordQuery{Search: "ht-2026-0005"}, "e", 1},
			{"search in vain", engine.RecordQuery{Search: "zzz"}, "", 0},
			{"equal", engine.RecordQuery{Filters: where("amount", engine.Equal, "9")}, "a", 1},
			{"more than, exactly", engine.RecordQuery{Filters: where("amount", engine.More, number("20.00"))}, "b", 1},
			{"at least", engine.RecordQuery{Filters: where("amount", engine.AtLeast, 20.0)}, "db", 2},
			{"less, negative", engine.RecordQuery{Filters: where("amount", engine.Less, "0")}, "c", 1},
			{"at most", engine.RecordQuery{Filters: where("amount", engine.AtMost, "9.00")}, "ca", 2},
			{"not equal finds empty ones", engine.RecordQuery{Filters: where("kind", engine.NotEqual, "sale")}, "edb", 3},
			{"one of", engine.RecordQuery{Filters: where("kind", engine.OneOf, []any{"service", "key"})}, "b", 1},
			{"one of, from an address", engine.RecordQuery{Filters: where("kind", engine.OneOf, "service,sale")}, "cba", 3},
			{"empty", engine.RecordQuery{Filters: where("signed_on", engine.IsEmpty, nil)}, "ec", 2},
			{"filled", engine.RecordQuery{Filters: where("signed_on", engine.IsEmpty, "false")}, "dba", 3},
			{"dates", engine.RecordQuery{Filters: where("signed_on", engine.Less, "2026-01-10")}, "da", 2},
			{"a time on or after a day", engine.RecordQuery{Filters: where("meets_at", engine.AtLeast, "2026-03-01")}, "c", 1},
			{"yes", engine.RecordQuery{Filters: where("urgent", engine.Equal, "true")}, "a", 1},
			{"no", engine.RecordQuery{Filters: where("urgent", engine.Equal, false)}, "c", 1},
			{"contains", engine.RecordQuery{Filters: where("title", engine.Contains, "合同")}, "dc", 2},
			{"contains an option, not part of one", engine.RecordQuery{Filters: where("tags", engine.Contains, "a")}, "b", 1},
			{"a person", engine.RecordQuery{Filters: where("seller", engine.Equal, "p2")}, "d", 1},
			{"a system column", engine.RecordQuery{Filters: where("created_at", engine.More, noon.Add(3*time.Minute).Add(-time.Millisecond))}, "ed", 2},
			{"all must hold", engine.RecordQuery{Filters: append(where("kind", engine.Equal, "sale"), where("amount", engine.More, "0")...)}, "a", 1},
			{"owners", engine.RecordQuery{Owners: []string{"p1"}}, "eca", 3},
			{"more owners than can be bound", engine.RecordQuery{Owners: people(40_000)}, "edcba", 5},
			{"nobody's", engine.RecordQuery{Owners: []string{}}, "", 0},
			{"owners or creator", engine.RecordQuery{Owners: []string{"p2"}, Creator: "q0"}, "dba", 3},
			{"creator alone", engine.RecordQuery{Owners: []string{}, Creator: "q1"}, "eb", 2},
			{"not locked", engine.RecordQuery{Filters: where("locked_by", engine.IsEmpty, nil), Limit: 1}, "e", 5},
		} {
			c.query.Type = "contract"
			list, total, err := s.Records(t.Context(), c.query)
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			got := ""
			for _, r := range list {
				got += r.ID
			}
			if got != c.want || total != c.total {
				t.Errorf("%s: got %s of %d, want %s of %d", c.name, got, total, c.want, c.total)
			}
		}
	},
	"a question that makes no sense is refused": func(t *testing.T, s engine.Store) {
		listed(t, s)
		for name, c := range map[string]struct {
			query  engine.RecordQuery
			reason string
		}{
			"unknown field":      {engine.RecordQuery{Filters: []engine.Filter{{Field: "nothing", Op: engine.Equal, Value: "x"}}}, "unknown_field"},
			"SQL as a field":     {engine.RecordQuery{Filters: []engine.Filter{{Field: "amount` = 1 OR `amount", Op: engine.Equal, Value: "1"}}}, "unknown_field"},
			"SQL as a sort":      {engine.RecordQuery{Sort: "amount; DROP TABLE people"}, "unknown_field"},
			"unknown operator":   {engine.RecordQuery{Filters: []engine.Filter{{Field: "amount", Op: "like", Value: "1"}}}, "bad_filter"},
			"a word as a number": {engine.RecordQuery{Filters: []engine.Filter{{Field: "amount", Op: engine.More, Value: "much"}}}, "bad_values"},
			"rows":               {engine.RecordQuery{Filters: []engine.Filter{{Field: "items", Op: engine.IsEmpty}}}, "bad_filter"},
			"sort by rows":       {engine.RecordQuery{Sort: "items"}, "cannot_sort"},
			"nothing to compare": {engine.RecordQuery{Filters: []engine.Filter{{Field: "kind", Op: engine.OneOf, Value: nil}}}, "bad_filter"},
		} {
			c.query.Type = "contract"
			_, _, err := s.Records(t.Context(), c.query)
			refused(t, name, err, fault.Invalid, c.reason)
		}
	},
	"a list brings detail rows, each to its record": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for _, id := range []string{"r1", "r2", "r3"} {
			addContract(t, s, id, record.Values{"items": []record.Values{{"product": id + " first"}, {"product": id + " second"}}})
		}
		list, _, err := s.Records(t.Context(), engine.RecordQuery{Type: "contract", Sort: "number"})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range list {
			same(t, r.ID, r.Values["items"], []record.Values{{"product": r.ID + " first"}, {"product": r.ID + " second"}})
		}
	},
}

// people are the ids p0, p1 …
func people(n int) []string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = "p" + strconv.Itoa(i)
	}
	return ids
}
