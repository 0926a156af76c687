package engine

import (
	"encoding/json"
	"math"
	"strconv"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// RowKey says in a detail row that is sent which row it was as it was shown: its place, from 0, or null for a new one. It
// has to stand in rows of which some columns may not be changed: what those hold is kept, and goes where the row goes.
const RowKey = "$row"

// kept is what stays of detail rows while a person fills in the rest.
type kept struct {
	was map[string][]record.Values // by field: for each row that was sent, the row that it was; nil for a new one
}

// setApart takes the row keys out of what was sent, and refuses what may not be changed. It answers what is to be parsed.
func setApart(t *record.Type, access record.Rights, now record.Values, raw map[string]any) (map[string]any, kept, error) {
	k := kept{was: map[string][]record.Values{}}
	rest := make(map[string]any, len(raw))
	w, closed := wrongs{}, errClosedColumn
	for key, v := range raw {
		rest[key] = v
		f, known := t.Field(key)
		items, isRows := asRows(v)
		if !known || f.Type != record.Rows || !isRows || !access.Change(f) {
			continue
		}
		if access.Restrict(f) {
			before, _ := now[key].([]record.Values)
			was, ok := origins(key, access[key].Changes(), before, items, &w)
			if !ok {
				continue
			}
			k.was[key] = was
		}
		rows := make([]any, len(items))
		for n, item := range items {
			row := make(map[string]any, len(item))
			for column, value := range item {
				at := key + "[" + strconv.Itoa(n) + "]." + column
				switch may := access.Column(f, column); {
				case column == RowKey:
				case may == record.Hidden && hasColumn(f, column):
					closed = closed.With("set."+at, errClosedColumn.Text)
				default:
					row[column] = value
				}
			}
			rows[n] = row
		}
		rest[key] = rows
	}
	if len(closed.Fields) > 0 {
		return nil, k, closed
	}
	return rest, k, w.err()
}

// origins finds for each row that was sent the row that it was. False: something is wrong with them.
func origins(key string, open bool, before []record.Values, items []map[string]any, w *wrongs) ([]record.Values, bool) {
	if !open && len(items) != len(before) {
		w.say(key, rowsStay)
		return nil, false
	}
	was, taken, ok := make([]record.Values, len(items)), map[int]bool{}, true
	for n, item := range items {
		raw, said := item[RowKey]
		place, isPlace := placeIn(raw)
		switch {
		case !open && !said:
			place = n
		case open && said && raw == nil:
			continue
		case !isPlace || place < 0 || place >= len(before) || taken[place] || !open && place != n:
			w.say(key+"["+strconv.Itoa(n)+"]."+RowKey, whichRow)
			ok = false
			continue
		}
		taken[place], was[n] = true, before[place]
	}
	return was, ok
}

// align is values with each row where the one that was sent in its place came from.
func (k kept) align(now record.Values) record.Values {
	out := make(record.Values, len(now))
	for key, v := range now {
		out[key] = v
		if was, sent := k.was[key]; sent {
			out[key] = was
		}
	}
	return out
}

// into puts what is kept into the rows as they were parsed.
func (k kept) into(t *record.Type, access record.Rights, set record.Values) error {
	closed := errClosedColumn
	for key, was := range k.was {
		f, _ := t.Field(key)
		rows, _ := set[key].([]record.Values)
		for n, row := range rows {
			for _, c := range f.Columns {
				if access.Column(f, c.Key).Changes() {
					continue
				}
				if sent, given := row[c.Key]; given && !record.EqualValue(sent, was[n][c.Key]) {
					closed = closed.With("set."+key+"["+strconv.Itoa(n)+"]."+c.Key, errClosedColumn.Text)
				}
				delete(row, c.Key)
				if v, there := was[n][c.Key]; there {
					row[c.Key] = v
				}
			}
		}
	}
	if len(closed.Fields) > 0 {
		return closed
	}
	return nil
}

func hasColumn(f *record.Field, key string) bool {
	for i := range f.Columns {
		if f.Columns[i].Key == key {
			return true
		}
	}
	return false
}

// asRows are detail rows as they were sent; false for what is none.
func asRows(v any) ([]map[string]any, bool) {
	var rows []map[string]any
	switch items := v.(type) {
	case nil:
	case []record.Values:
		for _, item := range items {
			rows = append(rows, item)
		}
	case []any:
		for _, item := range items {
			switch row := item.(type) {
			case map[string]any:
				rows = append(rows, row)
			case record.Values:
				rows = append(rows, row)
			default:
				return nil, false
			}
		}
	default:
		return nil, false
	}
	return rows, true
}

// placeIn is the place that a row key says.
func placeIn(v any) (int, bool) {
	switch x := v.(type) {
	case int:
		return x, true
	case float64:
		return int(x), x == math.Trunc(x) && math.Abs(x) <= record.MaxRows
	case json.Number:
		n, err := strconv.Atoi(x.String())
		return n, err == nil
	}
	return 0, false
}

var (
	errClosedColumn = fault.New(fault.Forbidden, "field_not_editable", text.T(
		"这一步不能修改明细的这一列。", "This column of the rows cannot be changed at this step."))
	rowsStay = text.T("这一步不能添加或删除明细行。", "Rows cannot be added or removed at this step.")
	whichRow = text.T(
		"请用 $row 说明它是原来的第几行（从 0 起），新行写 null。",
		"Say in $row which row it was, from 0, or null for a new one.")
)
