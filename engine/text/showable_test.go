package text_test

import (
	"testing"

	"flowline/engine/text"
)

func TestWhatCanBeShown(t *testing.T) {
	for s, want := range map[string]bool{
		"": true,
		"合同审批 <b>& \"quotes\" 1 < 2 👩‍💼": true,
		"two\r\nlines\tand a tab":        true,
		"description of <scripts>":       true,
		"a\x00b":                         false,
		"a\x1b[31mb":                     false,
		"a\u0085b":                       false,
		"a\xffb":                         false,
		"invoice\u202egpj.exe":           false,
		"\u2066a":                        false,
		"\ufeffa":                        false,
		"a\uffffb":                       false,
		"<script>alert(1)</script>":      true,
	} {
		if got := text.Showable(s); got != want {
			t.Errorf("Showable(%q) is %v", s, got)
		}
	}
}
