package diagram

import "unicode"

// font is how a piece of text is set.
type font struct {
	size float64
	bold bool
}

// width is how far s reaches in f: exact for ASCII in the fonts named first, and never too little for the rest.
func (f font) width(s string) float64 {
	em := 0.0
	for _, r := range s {
		em += f.advance(r)
	}
	return em * f.size
}

// advance is the width of one rune, in em.
func (f font) advance(r rune) float64 {
	switch {
	case r >= 0x20 && r <= 0x7e:
		if f.bold {
			return float64(boldWidths[r-0x20]) / 1000
		}
		return float64(regularWidths[r-0x20]) / 1000
	case emoji(r):
		return 1.3 // drawn wider than high
	case wide(r), r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x22ff:
		return 1
	case r < 0x250 && unicode.IsLower(r):
		return 0.7
	case r == zeroWidthJoiner || unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	default:
		return 1.1
	}
}

// wide tells whether r is set on a square, as Chinese, Japanese and Korean are, with their punctuation.
func wide(r rune) bool {
	return r >= 0x1100 && r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff ||
		r >= 0xfe30 && r <= 0xfe4f || r >= 0xff00 && r <= 0xffef || r >= 0x20000 && r <= 0x3fffd
}

func emoji(r rune) bool { return r >= 0x1f000 && r <= 0x1faff }
