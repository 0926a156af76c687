package diagram

import (
	"strings"
	"unicode"
)

const zeroWidthJoiner = '\u200d'

// clean makes a user's words fit for one line of a drawing: white space becomes single spaces, and what cannot be
// written in XML or would turn the reading direction of what follows is left out.
func clean(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s { // an invalid byte arrives as U+FFFD
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.IsControl(r), isBidi(r), r == 0xfeff, r&0xfffe == 0xfffe:
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isBidi(r rune) bool {
	return r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// escape makes s safe as XML text and inside either kind of quotes.
func escape(s string) string { return escaper.Replace(clean(s)) }
