package engine

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"flowline/engine/machine"
	"flowline/engine/text"
)

// maxName is how many characters a name may have.
const maxName = 200

// inWords is a moment as a sentence names it.
func (e *Engine) inWords(at time.Time) string { return at.In(e.location).Format("2006-01-02 15:04") }

// plainText refuses a comment that is too long or holds what cannot be shown.
func plainText(path, s string) error {
	switch {
	case utf8.RuneCountInString(s) > machine.MaxComment:
		return badField(path, text.T("文字太长，最多 {n} 个字。", "The text is too long: at most {n} characters.").
			Fill("n", strconv.Itoa(machine.MaxComment)))
	case !text.Showable(s):
		return badField(path, unshown)
	}
	return nil
}

// plainName refuses a name that is empty, too long, tagged or holds what cannot be shown.
func plainName(t text.Text) error {
	if t.Empty() {
		return badField("name", text.T("请写名称。", "Give it a name."))
	}
	for _, s := range []string{t.ZH, t.EN} {
		switch {
		case utf8.RuneCountInString(s) > maxName:
			return badField("name", text.T("名称太长，最多 200 个字。", "The name is too long: at most 200 characters."))
		case !text.Showable(s) || strings.ContainsAny(s, "\r\n"):
			return badField("name", unshown)
		}
		if err := untagged("name", s); err != nil {
			return err
		}
	}
	return nil
}

// untagged refuses HTML tags where something is named or noted. What people say to each other is theirs to word.
func untagged(path, s string) error {
	if words, tagged := text.Tagged(s); tagged {
		return badField(path, words)
	}
	return nil
}

var unshown = text.T("文字里有不能显示的控制字符，请删除后重试。", "The text holds control characters, which cannot be shown; remove them.")
