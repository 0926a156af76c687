package rule

import (
	"sort"
	"strings"
)

// nearest gives up to three of the names that are closest to given, closest first.
func nearest(given string, names []string) []string {
	type scored struct {
		name string
		away int
	}
	var near []scored
	given = strings.ToLower(given)
	if len(given) > 100 {
		return nil
	}
	for _, name := range names {
		away := distance(given, strings.ToLower(name))
		if len(given) >= 3 && (strings.Contains(name, given) || strings.Contains(given, name)) {
			away = min(away, 1)
		}
		if away <= max(1, len(given)/3) {
			near = append(near, scored{name, away})
		}
	}
	sort.SliceStable(near, func(i, j int) bool { return near[i].away < near[j].away })
	out := []string{}
	for i := 0; i < len(near) && i < 3; i++ {
		out = append(out, near[i].name)
	}
	return out
}

// distance counts the insertions, deletions, replacements and swaps of neighbours between a and b.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
