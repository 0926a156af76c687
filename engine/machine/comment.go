package machine

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxComment is how many characters a comment may have.
const MaxComment = 2000

// fitComment refuses a comment that is too long, or holds what cannot be shown.
func fitComment(s string) error {
	if utf8.RuneCountInString(s) > MaxComment {
		return errCommentTooLong
	}
	unreadable := func(c rune) bool { return unicode.IsControl(c) && !strings.ContainsRune("\n\r\t", c) }
	if !utf8.ValidString(s) || strings.ContainsFunc(s, unreadable) {
		return errCommentUnreadable
	}
	return nil
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
