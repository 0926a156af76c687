package text

import "strings"

// Lang is a language of the interface, as a BCP 47 tag.
type Lang string

// The languages of the product.
const (
	Chinese Lang = "zh-CN"
	English Lang = "en"
)

// Text is one message, or one name, in both languages. Either may be empty; In then falls back to the other.
type Text struct {
	ZH string `json:"zh-CN,omitempty"`
	EN string `json:"en,omitempty"`
}

// T makes a Text of its Chinese and its English wording.
func T(zh, en string) Text { return Text{ZH: zh, EN: en} }

// In returns the wording in lang, or in the other language when lang has none.
func (t Text) In(lang Lang) string {
	if (lang == English && t.EN != "") || t.ZH == "" {
		return t.EN
	}
	return t.ZH
}

// Empty reports whether t has no wording at all.
func (t Text) Empty() bool { return t.ZH == "" && t.EN == "" }

// Fill replaces each {key} by its value, in both languages. Pairs are key, value, key, value …
func (t Text) Fill(pairs ...string) Text {
	if len(pairs) == 0 {
		return t
	}
	braced := make([]string, len(pairs))
	for i := range pairs {
		braced[i] = pairs[i]
		if i%2 == 0 {
			braced[i] = "{" + pairs[i] + "}"
		}
	}
	r := strings.NewReplacer(braced...)
	return Text{ZH: r.Replace(t.ZH), EN: r.Replace(t.EN)}
}

// Pick returns the language that suits a tag such as "zh", "zh-Hans-CN" or "en-GB"; Chinese when it suits none.
func Pick(tag string) Lang {
	if strings.HasPrefix(strings.ToLower(tag), "en") {
		return English
	}
	return Chinese
}
