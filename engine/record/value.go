package record

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"flowline/engine/text"
)

// Limits of values.
const (
	MaxText     = 500    // characters of a text
	MaxLongText = 20_000 // characters of a long text
	MaxRows     = 500    // detail rows of one field
	MaxFiles    = 50
	maxID       = 64
)

// value makes one canonical value, or reports what is wrong and answers nil.
func (p *parser) value(at string, f *Field, raw any) any {
	if raw == nil {
		return nil
	}
	parse, known := parsers[f.Type]
	if !known {
		p.say(at, text.T("字段类型“{type}”不认识。", "The field's type {type} is not known.").Fill("type", string(f.Type)))
		return nil
	}
	return parse(p, at, f, raw)
}

// parsers has one behaviour per field type.
var parsers map[FieldType]func(p *parser, at string, f *Field, raw any) any

func init() {
	parsers = map[FieldType]func(*parser, string, *Field, any) any{
		Text:        func(p *parser, at string, _ *Field, raw any) any { return p.text(at, raw, MaxText, false) },
		LongText:    func(p *parser, at string, _ *Field, raw any) any { return p.text(at, raw, MaxLongText, true) },
		Number:      (*parser).number,
		Money:       (*parser).number,
		Boolean:     (*parser).boolean,
		Date:        (*parser).date,
		DateTime:    (*parser).dateTime,
		Choice:      (*parser).choice,
		MultiChoice: (*parser).choices,
		Link:        (*parser).id,
		Person:      (*parser).id,
		File:        (*parser).files,
		Rows:        (*parser).rows,
	}
}

func (p *parser) text(at string, raw any, limit int, lines bool) any {
	s, ok := raw.(string)
	switch {
	case !ok:
		p.say(at, text.T("这里要填文字。", "Text is wanted here."))
	case s == "":
		return nil
	case !text.Showable(s) || !lines && strings.ContainsAny(s, "\r\n"):
		p.say(at, text.T("文字里有不能显示的控制字符，请删除后重试。", "The text holds control characters, which cannot be shown; remove them."))
	case utf8.RuneCountInString(s) > limit:
		p.say(at, text.T("最多 {n} 个字。", "At most {n} characters.").Fill("n", strconv.Itoa(limit)))
	default:
		return s
	}
	return nil
}

func (p *parser) boolean(at string, _ *Field, raw any) any {
	b, ok := raw.(bool)
	if !ok {
		p.say(at, text.T("这里只能是“是”或“否”。", "Only yes or no is possible here."))
		return nil
	}
	return b
}

func (p *parser) date(at string, _ *Field, raw any) any {
	var s string
	switch v := raw.(type) {
	case Day:
		s = string(v)
	case string:
		s = v
	case time.Time:
		s = v.UTC().Format(time.DateOnly)
	}
	if s == "" && raw == "" {
		return nil
	}
	if d, err := time.Parse(time.DateOnly, s); err != nil || !sensible(d) {
		p.say(at, text.T("日期要写成 2026-01-31 这样。", "Write the date like 2026-01-31."))
		return nil
	}
	return Day(s)
}

func (p *parser) dateTime(at string, _ *Field, raw any) any {
	if raw == "" {
		return nil
	}
	t, ok := raw.(time.Time)
	if s, isText := raw.(string); isText {
		parsed, err := time.Parse(time.RFC3339Nano, s)
		t, ok = parsed, err == nil
	}
	if !ok || !sensible(t) {
		p.say(at, text.T("时间要写成 2026-01-31T09:30:00+08:00 这样。", "Write the time like 2026-01-31T09:30:00+08:00."))
		return nil
	}
	return t.UTC().Truncate(time.Millisecond)
}

// sensible keeps dates within what every database stores.
func sensible(t time.Time) bool { return t.UTC().Year() >= 1000 && t.UTC().Year() <= 9999 }

func (p *parser) choice(at string, f *Field, raw any) any {
	if raw == "" {
		return nil
	}
	s, ok := raw.(string)
	if !ok || !f.HasOption(s) {
		p.say(at, text.T("没有“{value}”这个选项；可选：{options}。", "{value} is not one of the options: {options}.").
			Fill("value", shortly(raw), "options", strings.Join(f.optionKeys(), ", ")))
		return nil
	}
	return s
}

func (p *parser) choices(at string, f *Field, raw any) any {
	items, ok := stringsOf(raw)
	if !ok {
		p.say(at, text.T("这里要填选项的列表。", "A list of options is wanted here."))
		return nil
	}
	chosen := []string{}
	seen := map[string]bool{}
	for i, s := range items {
		if p.choice(at+"["+strconv.Itoa(i)+"]", f, s) != nil && !seen[s] {
			seen[s] = true
			chosen = append(chosen, s)
		}
	}
	if len(chosen) == 0 {
		return nil
	}
	return chosen
}

func (p *parser) id(at string, _ *Field, raw any) any {
	if raw == "" {
		return nil
	}
	s, ok := raw.(string)
	if !ok || len(s) > maxID || !text.Showable(s) || strings.ContainsAny(s, "\r\n") {
		p.say(at, text.T("这里要填编号（id）。", "An id is wanted here."))
		return nil
	}
	return s
}

func (p *parser) files(at string, f *Field, raw any) any {
	items, ok := stringsOf(raw)
	if !ok || len(items) > MaxFiles {
		p.say(at, text.T("这里要填附件的列表，最多 {n} 个。", "A list of attachments is wanted here, at most {n}.").Fill("n", strconv.Itoa(MaxFiles)))
		return nil
	}
	ids := []string{}
	for i, s := range items {
		if id, ok := p.id(at+"["+strconv.Itoa(i)+"]", f, s).(string); ok {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return ids
}

func (p *parser) rows(at string, f *Field, raw any) any {
	var items []map[string]any
	ok := true
	switch v := raw.(type) {
	case []Values:
		for _, row := range v {
			items = append(items, row)
		}
	case []any:
		for _, row := range v {
			switch m := row.(type) {
			case map[string]any:
				items = append(items, m)
			case Values:
				items = append(items, m)
			default:
				ok = false
			}
		}
	default:
		ok = false
	}
	if !ok || len(items) > MaxRows {
		p.say(at, text.T("这里要填明细行，最多 {n} 行。", "Detail rows are wanted here, at most {n}.").Fill("n", strconv.Itoa(MaxRows)))
		return nil
	}
	if len(items) == 0 {
		return nil
	}
	rows := make([]Values, len(items))
	for i, item := range items {
		rows[i] = p.values(rowPath(at, i, ""), f.Columns, item)
	}
	return rows
}

func rowPath(field string, n int, column string) string {
	return field + "[" + strconv.Itoa(n) + "]." + column
}

func stringsOf(raw any) ([]string, bool) {
	switch v := raw.(type) {
	case []string:
		return v, true
	case []any:
		out := make([]string, len(v))
		for i, item := range v {
			s, ok := item.(string)
			if !ok {
				return nil, false
			}
			out[i] = s
		}
		return out, true
	}
	return nil, false
}

// shortly shows a wrong value in a message without letting it flood the message.
func shortly(v any) string {
	r := []rune(fmt.Sprint(v))
	if len(r) > 40 {
		r = append(r[:40], '…')
	}
	return string(r)
}
