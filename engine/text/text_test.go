package text_test

import (
	"encoding/json"
	"testing"

	"flowline/engine/text"
)

func TestTheOtherLanguageStandsInForOneThatIsMissing(t *testing.T) {
	for _, c := range []struct {
		t    text.Text
		lang text.Lang
		want string
	}{
		{text.T("合同", "Contract"), text.Chinese, "合同"},
		{text.T("合同", "Contract"), text.English, "Contract"},
		{text.T("合同", ""), text.English, "合同"},
		{text.T("", "Contract"), text.Chinese, "Contract"},
		{text.T("合同", "Contract"), "fr", "合同"},
		{text.Text{}, text.English, ""},
	} {
		if got := c.t.In(c.lang); got != c.want {
			t.Errorf("%+v in %s is %q, want %q", c.t, c.lang, got, c.want)
		}
	}
	if !(text.Text{}).Empty() || text.T("", "x").Empty() {
		t.Error("empty is what has no wording in either language")
	}
}

func TestFillReplacesPlacesInBothLanguages(t *testing.T) {
	got := text.T("{name} 于 {at} 处理", "Handled by {name} at {at}, {unknown}").Fill("name", "{at}", "at", "9:00")
	if want := text.T("{at} 于 9:00 处理", "Handled by {at} at 9:00, {unknown}"); got != want {
		t.Errorf("filled %+v, want %+v: what is filled in is not filled again", got, want)
	}
	if same := text.T("a", "b"); same.Fill() != same {
		t.Error("filling nothing changes something")
	}
}

func TestPickKnowsTheTagsOfBrowsers(t *testing.T) {
	for tag, want := range map[string]text.Lang{"zh-Hans-CN": text.Chinese, "zh": text.Chinese, "en": text.English, "EN-gb": text.English, "fr": text.Chinese, "": text.Chinese} {
		if got := text.Pick(tag); got != want {
			t.Errorf("%q is %s", tag, got)
		}
	}
}

func TestATextIsWrittenByLanguage(t *testing.T) {
	b, err := json.Marshal(text.T("合同", ""))
	if err != nil || string(b) != `{"zh-CN":"合同"}` {
		t.Errorf("%s %v", b, err)
	}
}
