package machine

import (
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"flowline/engine/record"
	"flowline/engine/text"
)

// worded is a value as a notice shows it; "" when it is empty. A person is left as {person:<id>}: names are not known
// here, and whoever delivers the notice fills them in.
func worded(f *record.Field, v any, lang text.Lang) string {
	switch x := v.(type) {
	case decimal.Decimal:
		return grouped(x.StringFixed(int32(f.Places())))
	case bool:
		return yesNo[x].In(lang)
	case record.Day:
		return string(x)
	case time.Time:
		return x.UTC().Format("2006-01-02 15:04") + " UTC"
	case string:
		return wordedText(f, x, lang)
	case []string:
		return wordedList(f, x, lang)
	case []record.Values:
		return rows.Fill("n", strconv.Itoa(len(x))).In(lang)
	}
	return ""
}

var (
	yesNo = map[bool]text.Text{true: text.T("是", "yes"), false: text.T("否", "no")}
	rows  = text.T("{n} 行", "{n} rows")
	files = text.T("{n} 个附件", "{n} files")
)

func wordedText(f *record.Field, s string, lang text.Lang) string {
	if s == "" {
		return ""
	}
	if f.Type == record.Person {
		return "{person:" + s + "}"
	}
	for i := range f.Options {
		if f.Options[i].Key == s && !f.Options[i].Name.Empty() {
			return f.Options[i].Name.In(lang)
		}
	}
	return s
}

func wordedList(f *record.Field, items []string, lang text.Lang) string {
	if len(items) == 0 {
		return ""
	}
	if f.Type == record.File {
		return files.Fill("n", strconv.Itoa(len(items))).In(lang)
	}
	words := make([]string, len(items))
	for i, s := range items {
		words[i] = wordedText(f, s, lang)
	}
	return strings.Join(words, comma[lang])
}

var comma = map[text.Lang]string{text.Chinese: "、", text.English: ", "}

// grouped sets a comma before every three digits of the whole part.
func grouped(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, rest, _ := strings.Cut(s, ".")
	if rest != "" {
		rest = "." + rest
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + rest
}
