package machine

import (
	"strings"
	"unicode/utf8"

	"flowline/engine/text"
)

// MaxComment is how many characters a comment may have.
const MaxComment = 2000

// fitComment refuses a comment that is too long, or holds what cannot be shown.
func fitComment(s string) error {
	if utf8.RuneCountInString(s) > MaxComment {
		return errCommentTooLong
	}
	if !text.Showable(s) {
		return errCommentUnreadable
	}
	return nil
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
