package engine_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// testdata/meanings.md says, sentence by sentence, what every action of an approval means, and under each what shows it: a
// transcript of the machine, a Go test in a room, or a browser test. A sentence that nothing shows is a wish; one whose
// test is gone has become one.
func TestEveryMeaningIsShown(t *testing.T) {
	src, err := os.ReadFile("testdata/meanings.md")
	if err != nil {
		t.Fatal(err)
	}
	sections, sentence, shown := map[int]int{}, "", 0
	section := -1
	finish := func() {
		if sentence != "" && shown == 0 {
			t.Errorf("§%d: nothing shows that %q", section, sentence)
		}
		sentence, shown = "", 0
	}
	for n, line := range strings.Split(string(src), "\n") {
		heading, isHeading := strings.CutPrefix(line, "## ")
		evidence, isEvidence := strings.CutPrefix(line, "    ")
		switch {
		case isHeading:
			finish()
			number, _, _ := strings.Cut(heading, " ")
			next, err := strconv.Atoi(number)
			if err != nil || next <= section {
				t.Errorf("line %d: sections are numbered, upwards: %s", n+1, heading)
			}
			section = next
		case isEvidence:
			shown++
			if problem := missing(t, strings.Fields(evidence)); problem != "" {
				t.Errorf("line %d: %s, which is to show that %q", n+1, problem, sentence)
			}
		case strings.HasPrefix(line, "- "):
			finish()
			sentence = line[2:]
			sections[section]++
		}
	}
	finish()
	for n := range 29 {
		if sections[n] == 0 {
			t.Errorf("nothing is said under §%d", n)
		}
	}
	if sections[28] != 10 {
		t.Errorf("§28 has ten tests, not %d", sections[28])
	}
}

// missing says what of a piece of evidence is not there; "" when it is.
func missing(t *testing.T, words []string) string {
	t.Helper()
	if len(words) < 2 {
		return "evidence is «transcript NAME», «test ROOM NAME» or «e2e NAME»"
	}
	switch name := words[len(words)-1]; words[0] {
	case "transcript":
		if _, err := os.Stat("machine/testdata/" + name + ".txt"); err != nil {
			return "there is no transcript " + name
		}
	case "e2e":
		if _, err := os.Stat("../designer/e2e/" + name + ".spec.ts"); err != nil {
			return "there is no browser test " + name
		}
	case "test":
		if !isTest(t, filepath.Join("..", words[1]), name) {
			return "there is no " + name + " in " + words[1]
		}
	default:
		return "no kind of evidence is called " + words[0]
	}
	return ""
}

// isTest reports whether a function that tests stands in a room; storetest calls its own so in the parts that it runs.
func isTest(t *testing.T, room, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(room, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	declared := regexp.MustCompile(`(?m)^func ` + regexp.QuoteMeta(name) + `\(`)
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if declared.Match(src) {
			return true
		}
	}
	return false
}
