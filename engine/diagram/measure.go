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
	case unicode.In(r, unicode.Mn, unicode.Me) || r == zeroWidthJoiner:
		return 0
	case r >= 0xa1 && r <= 0x24f && unicode.IsLower(r):
		return 0.7
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul),
		r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x22ff, r >= 0x3000 && r <= 0x303f, r >= 0xff00 && r <= 0xffef:
		return 1
	case r >= 0x1f000 && r <= 0x1faff:
		return 1.3 // emoji are drawn wider than they are high
	default:
		return 1.1
	}
}
