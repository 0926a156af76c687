package notify

import (
	html "html/template"
	"io/fs"
	"strings"
	text "text/template"
	"unicode/utf8"

	"flowline/engine"
	words "flowline/engine/text"
)

// letter is what the templates show.
type letter struct {
	Lang   string
	Hello  string
	Title  string
	Lines  []string
	Open   string // what the link is called
	Link   string
	Footer string
}

var (
	hello  = words.T("{name}，您好：", "Dear {name},")
	toOpen = words.T("打开查看", "Open it")
	footer = words.T("这封邮件由 Flowline 自动发出，请不要回复。不想再收到邮件，请在网站上“我的账户”的“通知与免打扰”里关闭。",
		"Flowline sends this by itself; please do not answer it. To get no more mail, turn it off on the site: My account, Notices and quiet hours.")
)

func letterOf(m engine.Mail, site string) letter {
	l := letter{
		Lang: string(m.Lang), Hello: hello.Fill("name", m.Name).In(m.Lang), Title: m.Title, Open: toOpen.In(m.Lang),
		Link: site + m.Path, Footer: footer.In(m.Lang),
	}
	for line := range strings.Lines(m.Body) {
		l.Lines = append(l.Lines, strings.TrimRight(line, "\n"))
	}
	return l
}

// maxSubject is how many characters of a subject most programs show.
const maxSubject = 70

// subjectOf is the title, with the body if that is one short line: mostly the flow and the record's number.
func subjectOf(m engine.Mail) string {
	title, body := oneLine(m.Title), strings.TrimSpace(m.Body)
	if body == "" || strings.Contains(body, "\n") || utf8.RuneCountInString(title+body) > maxSubject {
		return title
	}
	return title + " · " + body
}

// oneLine is s with nothing in it that ends a line of a header.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

type templates struct {
	plain *text.Template
	html  *html.Template
}

// parse reads notice.txt and notice.html.
func parse(files fs.FS) (t templates, err error) {
	if t.plain, err = text.ParseFS(files, "notice.txt"); err != nil {
		return t, err
	}
	t.html, err = html.ParseFS(files, "notice.html")
	return t, err
}
