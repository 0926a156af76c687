package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"flowline/server/config"
)

// line is a command line with every setting.
type line struct {
	Config kong.ConfigFlag
	config.Database
	config.Logging
	config.Server
	config.Mail
}

func parse(t *testing.T, file string, args ...string) (line, error) {
	t.Helper()
	if file != "" {
		path := filepath.Join(t.TempDir(), "flowline.json")
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--config", path)
	}
	var l line
	p, err := kong.New(&l, config.Options()...)
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Parse(args)
	return l, err
}

func TestAFlagCountsMoreThanTheEnvironmentAndThatMoreThanTheFile(t *testing.T) {
	file := `{"listen": "127.0.0.1:1", "logLevel": "debug", "session": "1h", "origin": ["http://a.example", "http://b.example"], "public_url": "https://flowline.example"}`
	t.Setenv("FLOWLINE_LISTEN", "127.0.0.1:2")
	t.Setenv("FLOWLINE_LOG_LEVEL", "warn")
	l, err := parse(t, file, "--listen", "127.0.0.1:3")
	if err != nil {
		t.Fatal(err)
	}
	if l.Listen != "127.0.0.1:3" {
		t.Errorf("the flag does not win: %s", l.Listen)
	}
	if l.LogLevel != "warn" {
		t.Errorf("the environment does not win over the file: %s", l.LogLevel)
	}
	if l.Session != time.Hour || len(l.Origin) != 2 || !l.Secure() || l.Origins()[0] != "https://flowline.example" {
		t.Errorf("the file is not read: %+v", l.Server)
	}
	if l.MaxFile != 20<<20 {
		t.Errorf("20MB is read as %d bytes", l.MaxFile)
	}
	if l.Database.Database != "sqlite:data/flowline.db" {
		t.Errorf("the default is gone: %s", l.Database.Database)
	}
}

func TestWrongSettingsSayWhatToChange(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		args []string
		says string
	}{
		"a listen address":               {args: []string{"--listen", "8080"}, says: "write for example --listen 127.0.0.1:8080"},
		"a database address":             {args: []string{"--database", "postgres://x"}, says: "write for example --database sqlite:data/flowline.db"},
		"a public url":                   {args: []string{"--public-url", "flowline.example/path"}, says: "write for example https://flowline.example.com"},
		"an origin":                      {args: []string{"--origin", "*"}, says: "is not an origin"},
		"a size without a unit":          {args: []string{"--max-file", "20"}, says: "write for example 500KB or 20MB"},
		"a size of a film":               {args: []string{"--max-file", "5000MB"}, says: "choose between 100KB and 500MB"},
		"a mail server without a sender": {args: []string{"--mail", "smtp://mail.example.com"}, says: "write for example --mail-from"},
		"a mail server of another kind":  {args: []string{"--mail", "http://mail.example.com", "--mail-from", "a@example.com"}, says: "write for example --mail smtp://"},
		"a mail server with a bare @":    {args: []string{"--mail", "smtp://u:p%@mail.example.com", "--mail-from", "a@example.com"}, says: "--mail is no address"},
		"a port of no mail server":       {args: []string{"--mail", "smtp://mail.example.com:99999", "--mail-from", "a@example.com"}, says: "has a port that is none"},
		"a misspelt setting":             {args: []string{"--mail", "smtp://mail.example.com?tsl=none", "--mail-from", "a@example.com"}, says: "unknown setting"},
		"a setting of no mail server":    {args: []string{"--mail", "smtp://mail.example.com?tls=maybe", "--mail-from", "a@example.com"}, says: "unknown setting"},
		"a session of a year":            {args: []string{"--session", "9000h"}, says: "choose between 1m and 720h"},
		"a log level":                    {args: []string{"--log-level", "loud"}, says: "debug"},
		"a time zone":                    {args: []string{"--time-zone", "Mars/Olympus"}, says: "Asia/Shanghai"},
		"a key that no flag has":         {file: `{"lisen": "127.0.0.1:1"}`, says: `"lisen", which is no setting; the settings are`},
		"a file that is no JSON":         {file: `listen: 127.0.0.1:1`, says: "not JSON"},
		"a wrong value in a file":        {file: `{"session": "soon"}`, says: "session"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parse(t, c.file, c.args...)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want %q in it", err, c.says)
			}
		})
	}
}

func TestTheAddressOfAMailServerIsTakenApart(t *testing.T) {
	for address, want := range map[string]config.SMTP{
		"smtp://me%40example.com:s%2Fecret@mail.example.com": {Host: "mail.example.com", Port: 587, Security: "starttls", User: "me@example.com", Password: "s/ecret"},
		"smtps://mail.example.com":                           {Host: "mail.example.com", Port: 465, Security: "tls"},
		"smtp://127.0.0.1:2525?tls=none":                     {Host: "127.0.0.1", Port: 2525, Security: "none"},
	} {
		l, err := parse(t, "", "--mail", address, "--mail-from", "Flowline <flowline@example.com>")
		if err != nil {
			t.Fatal(err)
		}
		want.From.Name, want.From.Address = "Flowline", "flowline@example.com"
		if got, ok := l.Mail.Server(); !ok || got != want {
			t.Errorf("%s is %+v, want %+v", address, got, want)
		}
	}
	l, err := parse(t, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := l.Mail.Server(); ok {
		t.Error("mail is sent without a server")
	}
}
