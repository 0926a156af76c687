package diagram

import (
	"strings"
	"unicode"
)

const (
	ellipsis = "…"
	mostRead = 600 // runes of a text; no box shows more
)

// wrap breaks s into at most lines lines of at most max pixels. Between Latin words it breaks at spaces, between Chinese
// characters anywhere but before closing and after opening punctuation, and within a word only when the word alone is too
// wide. What does not fit ends in an ellipsis. The lines are made about equally long.
func (f font) wrap(s string, max float64, lines int) []string {
	if s = clean(first(s, mostRead)); s == "" {
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

// first is the first n runes of s.
func first(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// balance narrows the measure as long as the number of lines stays the same.
func (f font) balance(pieces []piece, max float64, out []string) []string {
	if len(out) < 2 {
		return out
	}
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

// piece is a part of a text that is not broken, with its width and the width of the spaces behind it.
type piece struct {
	words        string
	width, space float64
}

// fill puts pieces on lines, as many on each as fit.
func (f font) fill(pieces []piece, max float64) []string {
	var out []string
	var line strings.Builder
	used := 0.0
	end := func() {
		if words := strings.TrimRight(line.String(), " "); words != "" {
			out = append(out, words)
		}
		line.Reset()
		used = 0
	}
	for _, p := range pieces {
		if line.Len() > 0 && used+p.width > max {
			end()
		}
		line.WriteString(p.words)
		used += p.width + p.space
	}
	end()
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
func (f font) pieces(s string, max float64) []piece {
	var out []piece
	runes := []rune(s)
	start := 0
	var next piece
	for i, r := range runes {
		w := f.advance(r) * f.size
		if i > start && (mayBreak(runes, i) || next.width+w > max && r != ' ' && !joins(runes, i)) {
			next.words = string(runes[start:i])
			out = append(out, next)
			next, start = piece{}, i
		}
		if r == ' ' {
			next.space += w
		} else {
			next.width += w
		}
	}
	next.words = string(runes[start:])
	return append(out, next)
}

// mayBreak tells whether a line may end before runes[i].
func mayBreak(runes []rune, i int) bool {
	before, after := runes[i-1], runes[i]
	if after == ' ' || joins(runes, i) || strings.ContainsRune(closing, after) || strings.ContainsRune(opening, before) {
		return false
	}
	return before == ' ' || strings.ContainsRune("-/_", before) && !unicode.IsDigit(after) || square(before) || square(after)
}

// joins tells whether runes[i] makes one character with those before it.
func joins(runes []rune, i int) bool {
	r := runes[i]
	return r >= 0x300 && !wide(r) && unicode.In(r, unicode.M) || r == zeroWidthJoiner || runes[i-1] == zeroWidthJoiner ||
		r >= 0x1f3fb && r <= 0x1f3ff || regional(r) && regional(runes[i-1])
}

func square(r rune) bool { return wide(r) || emoji(r) }

func regional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

const (
	closing = ",.;:!?)]}%，。、；：！？）》」』】〕〉’”…·"
	opening = "([{（《「『【〔〈‘“"
)
