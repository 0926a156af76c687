package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Showable reports whether a screen, a mail or a diagram shows s as whoever wrote it meant it. It does not when s is no
// valid UTF-8, when it holds control characters but for tabs and line ends, or when it turns the direction of writing, so
// that a name reads as another. Tags and quotes are only text, which whoever shows them escapes; names go without: see Tagged.
func Showable(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, shapeless)
}

func shapeless(r rune) bool {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return false
	case unicode.IsControl(r):
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff:
		return true
	}
	return r&0xfffe == 0xfffe // never a character, in any plane
}
