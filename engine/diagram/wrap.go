package diagram

import (
	"strings"
	"unicode"
)

const ellipsis = "…"

// wrap breaks s into at most lines lines of at most max pixels. Between Latin words it breaks at spaces, between Chinese
// characters anywhere but before closing and after opening punctuation, and within a word only when the word alone is too
// wide. What does not fit ends in an ellipsis. The lines are made about equally long.
func (f font) wrap(s string, max float64, lines int) []string {
	s = clean(s)
	if s == "" {
		return nil
	}
	pieces := f.pieces(s, max)
	out := f.fill(pieces, max)
	if len(out) > lines {
		out = out[:lines]
		out[lines-1] = f.shorten(out[lines-1], max)
		return out
	}
	return f.balance(pieces, max, out)
}

// balance narrows the measure as long as the number of lines stays the same.
func (f font) balance(pieces []string, max float64, out []string) []string {
	low, high := max/2, max
	for range 6 {
		mid := (low + high) / 2
		if try := f.fill(pieces, mid); len(try) == len(out) && f.widest(try) <= mid {
			out, high = try, mid
		} else {
			low = mid
		}
	}
	return out
}

func (f font) widest(lines []string) float64 {
	widest := 0.0
	for _, l := range lines {
		widest = max(widest, f.width(l))
	}
	return widest
}

// fill puts pieces on lines, as many on each as fit.
func (f font) fill(pieces []string, max float64) []string {
	var out []string
	line, used := "", 0.0
	for _, p := range pieces {
		w := f.width(strings.TrimRight(p, " "))
		if line != "" && used+w > max {
			out = append(out, strings.TrimRight(line, " "))
			line, used = "", 0
		}
		line += p
		used += f.width(p)
	}
	if line = strings.TrimRight(line, " "); line != "" {
		out = append(out, line)
	}
	return out
}

// shorten cuts s so that it fits with an ellipsis behind it.
func (f font) shorten(s string, max float64) string {
	runes := []rune(s)
	for len(runes) > 0 && f.width(string(runes)+ellipsis) > max {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + ellipsis
}

// pieces cuts s into what may not be broken: words with the spaces behind them, single Chinese characters with their
// punctuation. A piece wider than max is cut anyway.
func (f font) pieces(s string, max float64) []string {
	var out []string
	runes := []rune(s)
	start, used := 0, 0.0
	for i, r := range runes {
		w := f.advance(r) * f.size
		if i > start && (mayBreak(runes, i) || used+w > max && !joins(runes, i)) {
			out = append(out, string(runes[start:i]))
			start, used = i, 0
		}
		if r != ' ' {
			used += w
		}
	}
	return append(out, string(runes[start:]))
}

// mayBreak tells whether a line may end before runes[i].
func mayBreak(runes []rune, i int) bool {
	before, after := runes[i-1], runes[i]
	if after == ' ' || joins(runes, i) || strings.ContainsRune(closing, after) || strings.ContainsRune(opening, before) {
		return false
	}
	return before == ' ' || before == '-' || before == '/' || before == '_' || wide(before) || wide(after)
}

// joins tells whether runes[i] makes one character with those before it.
func joins(runes []rune, i int) bool {
	r := runes[i]
	return unicode.In(r, unicode.M) || r == zeroWidthJoiner || runes[i-1] == zeroWidthJoiner ||
		r >= 0x1f3fb && r <= 0x1f3ff || regional(r) && regional(runes[i-1])
}

func regional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r >= 0x1f000 && r <= 0x1faff
}

const (
	closing = ",.;:!?)]}%，。、；：！？）》」』】〕〉’”…·"
	opening = "([{（《「『【〔〈‘“"
)
