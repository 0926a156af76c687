package notify_test

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"flowline/assets"
	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
	"flowline/server/notify"
	"flowline/server/notify/notifytest"
)

// server starts a mail server and gives a Mailer to it.
func server(t *testing.T, says notifytest.Says) (*notifytest.Server, *notify.Mailer) {
	t.Helper()
	box := notifytest.Start(t, says)
	return box, mailerTo(t, box.Port)
}

func mailerTo(t *testing.T, port int) *notify.Mailer {
	t.Helper()
	return made(t, options(port))
}

func options(port int) notify.Options {
	return notify.Options{
		Host: "127.0.0.1", Port: port, Security: notify.Plain, From: mail.Address{Name: "Flowline", Address: "flowline@example.com"},
		Site: "https://flowline.example.com", Templates: assets.Mail(),
	}
}

func made(t *testing.T, o notify.Options) *notify.Mailer {
	t.Helper()
	m, err := notify.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func asked(lang text.Lang) engine.Mail {
	return engine.Mail{
		ID: "i1.j1", To: "wang.lei@example.com", Name: "王磊", Lang: lang, Title: "待办：销售经理初审", Body: "合同审批 · HT-2026-0001",
		Path: "/tasks/i1.k1", At: time.Date(2026, 5, 4, 9, 30, 0, 0, time.UTC),
	}
}

func read(t *testing.T, raw string) (m *mail.Message, subject string, parts map[string]string) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil {
		t.Fatal(err)
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for r := multipart.NewReader(m.Body, params["boundary"]); ; {
		p, err := r.NextRawPart()
		if err != nil {
			return m, subject, parts
		}
		words, err := io.ReadAll(quotedprintable.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		kind, _, _ := strings.Cut(p.Header.Get("Content-Type"), ";")
		parts[kind] = string(words)
	}
}

func TestAMailSaysWhatTheNoticeSaysAndLeadsToIt(t *testing.T) {
	box, mailer := server(t, notifytest.Says{})
	if err := mailer.Send(t.Context(), asked(text.Chinese)); err != nil {
		t.Fatal(err)
	}
	got := box.All()
	if len(got) != 1 || !slices.Equal(got[0].To, []string{"wang.lei@example.com"}) {
		t.Fatalf("the server got %+v", got)
	}
	m, subject, parts := read(t, got[0].Raw)
	if subject != "待办：销售经理初审 · 合同审批 · HT-2026-0001" {
		t.Errorf("subject %q", subject)
	}
	if m.Header.Get("Message-Id") != "<i1.j1@flowline>" || m.Header.Get("Auto-Submitted") != "auto-generated" {
		t.Errorf("headers %v", m.Header)
	}
	for kind, wants := range map[string][]string{
		"text/plain": {"王磊，您好：", "待办：销售经理初审", "合同审批 · HT-2026-0001", "https://flowline.example.com/tasks/i1.k1", "通知与免打扰"},
		"text/html":  {`lang="zh-CN"`, "待办：销售经理初审", `href="https://flowline.example.com/tasks/i1.k1"`, "打开查看"},
	} {
		for _, want := range wants {
			if !strings.Contains(parts[kind], want) {
				t.Errorf("%s lacks %q:\n%s", kind, want, parts[kind])
			}
		}
	}
}

func TestAMailIsInTheLanguageOfWhomItIsFor(t *testing.T) {
	box, mailer := server(t, notifytest.Says{})
	m := asked(text.English)
	m.Name = "Wang Lei"
	if err := mailer.Send(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	_, _, parts := read(t, box.All()[0].Raw)
	if !strings.Contains(parts["text/plain"], "Dear Wang Lei,") || !strings.Contains(parts["text/html"], "Open it") {
		t.Errorf("%v", parts)
	}
}

// TestWhatSomebodyWroteStaysWords: names and titles are people's own words, and come from flows and messages.
func TestWhatSomebodyWroteStaysWords(t *testing.T) {
	box, mailer := server(t, notifytest.Says{})
	m := asked(text.English)
	m.Name = "Eve\r\nBcc: everybody@example.com"
	m.Title = "One\r\nBcc: everybody@example.com\r\n\r\n<script>alert(1)</script>"
	m.Body = "first <b>line</b>\nsecond line\n"
	if err := mailer.Send(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	sent := box.All()[0]
	if len(sent.To) != 1 {
		t.Errorf("sent to %v", sent.To)
	}
	got, _, parts := read(t, sent.Raw)
	if got.Header.Get("Bcc") != "" {
		t.Errorf("a header was slipped in: %v", got.Header)
	}
	if html := parts["text/html"]; strings.Contains(html, "<script>") || strings.Contains(html, "<b>") || !strings.Contains(html, "second line") {
		t.Errorf("%s", html)
	}
}

func answer(code int, words string) *smtp.SMTPError {
	return &smtp.SMTPError{Code: code, EnhancedCode: smtp.NoEnhancedCode, Message: words}
}

func TestWhatTheServerSays(t *testing.T) {
	for name, c := range map[string]struct {
		says    notifytest.Says
		forGood bool
	}{
		"no such mailbox":      {notifytest.Says{ToRecipient: answer(550, "no such mailbox")}, true},
		"come back later":      {notifytest.Says{ToRecipient: answer(451, "come back later")}, false},
		"sign in first":        {notifytest.Says{ToSender: answer(530, "sign in first")}, false},
		"that is not your box": {notifytest.Says{ToSender: answer(553, "that is not your box")}, false},
	} {
		t.Run(name, func(t *testing.T) {
			_, mailer := server(t, c.says)
			err := mailer.Send(t.Context(), asked(text.Chinese))
			if err == nil || fault.Is(err, fault.Refused) != c.forGood || !strings.Contains(err.Error(), name) {
				t.Errorf("got %v", err)
			}
		})
	}
	t.Run("nothing", func(t *testing.T) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		_ = l.Close()
		err = mailerTo(t, l.Addr().(*net.TCPAddr).Port).Send(t.Context(), asked(text.Chinese))
		if err == nil || fault.Is(err, fault.Refused) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("an address that is none", func(t *testing.T) {
		box, mailer := server(t, notifytest.Says{})
		m := asked(text.Chinese)
		m.To = "not an address"
		err := mailer.Send(t.Context(), m)
		if !fault.Is(err, fault.Refused) || len(box.All()) > 0 {
			t.Errorf("got %v", err)
		}
	})
	t.Run("nothing in time", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		err := mailerTo(t, rude(t, "EHLO", false)).Send(ctx, asked(text.Chinese))
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	})
}

// TestAMailThatWasTakenIsSent: what goes wrong after that would have it sent again and again.
func TestAMailThatWasTakenIsSent(t *testing.T) {
	for _, command := range []string{"RSET", "QUIT"} {
		t.Run("hangs up at "+command, func(t *testing.T) {
			if err := mailerTo(t, rude(t, command, true)).Send(t.Context(), asked(text.Chinese)); err != nil {
				t.Error(err)
			}
		})
	}
}

// rude is the port of a server that hangs up at a command, or says nothing from then on. It takes what comes before.
func rude(t *testing.T, command string, hangsUp bool) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		c, err := l.Accept()
		if err != nil {
			return
		}
		defer c.Close()
		answers := map[string]string{"DATA": "354 go on", "QUIT": "221 bye"}
		_, _ = io.WriteString(c, "220 hello\r\n")
		inData := false
		for lines := bufio.NewScanner(c); lines.Scan(); {
			word, _, _ := strings.Cut(lines.Text(), " ")
			switch {
			case inData && lines.Text() != ".":
				continue
			case word == command && hangsUp:
				return
			case word == command:
				for lines.Scan() { // until the other side hangs up
				}
				return
			}
			inData = word == "DATA"
			_, _ = io.WriteString(c, cmp.Or(answers[word], "250 fine")+"\r\n")
		}
	}()
	return l.Addr().(*net.TCPAddr).Port
}

func TestAPasswordGoesOverAnEncryptedConnection(t *testing.T) {
	for name, c := range map[string]struct {
		says     notifytest.Says
		security notify.Security
	}{
		"TLS, PLAIN and LOGIN": {notifytest.Says{TLS: true, SignIn: []string{"LOGIN", "PLAIN"}}, notify.TLS},
		"TLS, LOGIN alone":     {notifytest.Says{TLS: true, SignIn: []string{"LOGIN", "XOAUTH2"}}, notify.TLS},
		"STARTTLS, PLAIN":      {notifytest.Says{StartTLS: true, SignIn: []string{"PLAIN"}}, notify.StartTLS},
		"STARTTLS, LOGIN":      {notifytest.Says{StartTLS: true, SignIn: []string{"LOGIN"}}, notify.StartTLS},
	} {
		t.Run(name, func(t *testing.T) {
			box := notifytest.Start(t, c.says)
			o := options(box.Port)
			o.Security, o.Roots, o.User, o.Password = c.security, box.Roots, notifytest.User, notifytest.Password
			if err := made(t, o).Send(t.Context(), asked(text.Chinese)); err != nil {
				t.Error(err)
			}
			if len(box.All()) != 1 {
				t.Errorf("the server got %+v", box.All())
			}
			o.Password = "another"
			if err := made(t, o).Send(t.Context(), asked(text.Chinese)); err == nil || fault.Is(err, fault.Refused) {
				t.Errorf("with another password: %v", err)
			}
			o.Password, o.Roots = notifytest.Password, nil
			if err := made(t, o).Send(t.Context(), asked(text.Chinese)); err == nil || fault.Is(err, fault.Refused) {
				t.Errorf("of a server that nobody vouches for: %v", err)
			}
		})
	}
}
