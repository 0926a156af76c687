package text

import (
	"regexp"
	"strings"
)

// Tagged answers whether s holds an HTML tag that a browser would obey if s were ever shown to it as HTML, and what to
// tell its writer. Names and notes go to other programs, as mail, tables and drawings, which may not escape them as this
// one does. A comparison such as "amount<100" or "a < b > c" is none; with a space after each "<" nothing is.
func Tagged(s string) (Text, bool) {
	if !strings.Contains(s, "<") {
		return Text{}, false
	}
	for _, m := range tagShape.FindAllStringSubmatch(s, -1) {
		slash, name, rest, end := m[1], strings.ToLower(m[2]), m[3], m[4]
		if !obeyed(slash, name, rest, end != "") {
			continue
		}
		tag := "<" + slash + m[2] + end
		return T("文字里有网页标签“{tag}”，请把它去掉；如果是小于号，请在“<”后面加一个空格。",
			"The text holds the HTML tag {tag}: take it out. If it means \"less than\", put a space after the <.").Fill("tag", tag), true
	}
	return Text{}, false
}

// tagShape is what a browser takes for the begin of a tag: the name stands right behind "<" or "</". It goes on to the
// next "<" or ">" that is not within the quotes of an attribute.
var tagShape = regexp.MustCompile(`<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:=\s*"[^"]*"|=\s*'[^']*'|[^<>])*)(>?)`)

// handler is an attribute that runs script, whatever the element.
var handler = regexp.MustCompile(`(?i)[\s/"']on[a-z]+\s*=`)

// script is the address of something that runs, as the value of an attribute.
var script = regexp.MustCompile(`(?i)=[\s"']*(javascript|vbscript|data):`)

func obeyed(slash, name, rest string, ended bool) bool {
	apart := rest == "" || strings.ContainsAny(rest[:1], " \t\r\n/")
	switch {
	case !apart:
		return false // such as <amount_due or <金额>: the name goes on
	case handler.MatchString(rest):
		return true
	case !elements[name]:
		return false
	case len(name) > 2:
		return true // a browser closes it itself, at the end of the text or with what follows
	}
	// The short ones are names of variables too: a<b, or a<b and c>d. What runs needs no end: the page around has one.
	if script.MatchString(rest) {
		return true
	}
	return ended && (slash != "" || strings.Trim(rest, " \t\r\n/") == "" || strings.Contains(rest, "="))
}

// elements are the names that browsers know.
var elements = func() map[string]bool {
	known := map[string]bool{}
	for _, name := range strings.Fields(`
		a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
		button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div
		dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header
		hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee
		math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p
		param picture plaintext pre progress q rb rbc rp rt rtc ruby s samp script search section select shadow slot small
		source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time
		title tr track tt u ul var video wbr xmp
		animate animatemotion animatetransform annotation-xml circle defs desc ellipse feimage filter foreignobject g
		glyph line lineargradient maction marker mask mglyph mi mn mo ms mtext path pattern polygon polyline rect
		semantics set stop switch symbol text textpath tspan use view`) {
		known[name] = true
	}
	return known
}()
