package rule

import (
	"regexp"
	"strings"

	"flowline/engine/text"
)

// names of CEL's types for people.
var typeNames = map[string]text.Text{
	"number":                    text.T("数字", "a number"),
	"string":                    text.T("文字", "text"),
	"bool":                      text.T("是/否", "a yes/no"),
	"timestamp":                 text.T("日期", "a date"),
	"google.protobuf.Timestamp": text.T("日期", "a date"),
	"duration":                  text.T("时长", "a duration"),
	"google.protobuf.Duration":  text.T("时长", "a duration"),
	"list":                      text.T("列表", "a list"),
	"map":                       text.T("对照表", "a map"),
	"null":                      text.T("空", "nothing"),
	"null_type":                 text.T("空", "nothing"),
}

var wrapped = regexp.MustCompile(`^wrapper\((.*)\)$`)

// typeWord names one type.
func typeWord(t string) text.Text {
	t = strings.TrimSpace(t)
	if m := wrapped.FindStringSubmatch(t); m != nil {
		t = m[1]
	}
	if _, title, ok := strings.Cut(t, ":"); ok {
		return text.T("记录（"+title+"）", "a record ("+title+")")
	}
	head, _, _ := strings.Cut(t, "(")
	if word, ok := typeNames[strings.TrimSpace(head)]; ok {
		return word
	}
	return text.T(t, t)
}

func fillType(t text.Text, key, celType string) text.Text {
	w := typeWord(celType)
	return text.Text{ZH: t.Fill(key, w.ZH).ZH, EN: t.Fill(key, w.EN).EN}
}

// typeList names the types of a signature such as "number, wrapper(string)".
func typeList(signature string) (zh, en string) {
	var zhs, ens []string
	for _, t := range splitTop(signature) {
		w := typeWord(t)
		zhs, ens = append(zhs, w.ZH), append(ens, w.EN)
	}
	return strings.Join(zhs, "和"), strings.Join(ens, " and ")
}

// splitTop splits at the commas and dots that stand outside all brackets.
func splitTop(s string) []string {
	var parts []string
	depth, from := 0, 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				parts = append(parts, s[from:i])
				from = i + 1
			}
		}
	}
	return append(parts, s[from:])
}

// plus puts two messages after one another.
func plus(a, b text.Text) text.Text { return text.Text{ZH: a.ZH + b.ZH, EN: a.EN + b.EN} }

// suggest adds the nearest names to a message.
func suggest(t text.Text, given string, among []string) text.Text {
	near := nearest(given, among)
	if len(near) == 0 {
		return t
	}
	names := strings.Join(near, ", ")
	return text.Text{ZH: t.ZH + "是不是：" + names + "？", EN: t.EN + " Did you mean: " + names + "?"}
}
