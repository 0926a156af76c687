package text_test

import (
	"strings"
	"testing"

	"flowline/engine/text"
)

func TestTagsAreTold(t *testing.T) {
	for s, tag := range map[string]string{
		"<script>alert(1)</script>":             "<script>",
		"合同<SCRIPT src=//evil>":                 "<SCRIPT>",
		"<script":                               "<script",
		"<script\nsrc=x":                        "<script",
		"<img src=x onerror=alert(1)>":          "<img>",
		`<img alt="<" onerror=alert(1)>`:        "<img>",
		"<svg/onload=alert(1)>":                 "<svg>",
		`<x a=">" onclick=alert(1)>`:            "<x>",
		`<p title="<" onmouseover=alert(1)>`:    "<p>",
		"<a href=javascript:alert(1) ":          "<a",
		"<a href='data:text/html,x' title=":     "<a",
		"see </a> there":                        "</a>",
		"<a href=javascript:alert(1)>":          "<a>",
		"<b>bold</b>":                           "<b>",
		"<br/>":                                 "<br>",
		"<p onclick=alert(1)":                   "<p",
		"<unknown onfocus=alert(1) tabindex=1>": "<unknown>",
		"<x/onclick = alert(1)":                 "<x",
		"<x-part data-a='1'onclick=alert(1)>":   "<x-part>",
		"<scr<script>ipt>":                      "<script>",
		"金额<100</td>":                           "</td>",
		"</body":                                "</body",
		"<iframe ":                              "<iframe",
		"a < b, then <style>":                   "<style>",
		"a<b>=c":                                "<b>", // a browser sees one too
		"<annotation-xml encoding='text/html'>": "<annotation-xml>",
	} {
		words, tagged := text.Tagged(s)
		if !tagged || !strings.Contains(words.ZH, "“"+tag+"”") || !strings.Contains(words.EN, " "+tag+":") {
			t.Errorf("Tagged(%q) = %v, %v; want %s named", s, words, tagged, tag)
		}
	}
}

func TestComparisonsAreNoTags(t *testing.T) {
	for _, s := range []string{
		"", "合同审批", "金额<100", "a < b > c", "a<b", "a<b and c>d", "amount<limit", "amount<limit and score>70",
		"若金额<amount_due则>", "x<=y", "<<urgent>>", "<客户名称>", "<customer>", "List<String>",
		"<3", "a<-b", "->", "a<", "</", "</>", "<>", "< script >", "&lt;script&gt;", "＜script＞", "<scripts>", "<title_of>",
		"on = 1 < 2", "a<b on time",
	} {
		if words, tagged := text.Tagged(s); tagged {
			t.Errorf("Tagged(%q): %s", s, words.EN)
		}
	}
}

// What it tells to do helps, and whoever writes no "<" never hears of it.
func FuzzTagged(f *testing.F) {
	for _, s := range []string{"合同", "a < b", "<script>", "<img src=x onerror=y>", "a<b>c", "</", "<x/on1=", "<é onx=", "\xff<b>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if words, tagged := text.Tagged(strings.ReplaceAll(s, "<", "")); tagged {
			t.Errorf("without any < it is told %q", words.EN)
		}
		if words, tagged := text.Tagged(strings.ReplaceAll(s, "<", "< ")); tagged {
			t.Errorf("with a space after each < it is told %q", words.EN)
		}
		words, tagged := text.Tagged(s)
		if tagged && (words.ZH == "" || words.EN == "" || strings.Contains(words.ZH+words.EN, "{tag}")) {
			t.Errorf("told %+v", words)
		}
		if _, more := text.Tagged(s + "<script>"); !more {
			t.Errorf("%q hides the tag that follows it", s)
		}
	})
}
