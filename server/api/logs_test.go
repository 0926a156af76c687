package api_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"flowline/engine/enginetest"
	"flowline/server/api"
)

// lines collects what is logged, as programs read it.
type lines struct {
	mu  sync.Mutex
	raw bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.raw.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.raw.String()
}

func TestLogsNameTheRequestAndKeepSecrets(t *testing.T) {
	var said lines
	s := newSiteWith(t, api.Options{Log: slog.New(slog.NewJSONHandler(&said, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	b := s.as(t, enginetest.Lin, "en")
	b.do(http.MethodPost, "/api/session", object{"signIn": "lin", "password": "a wrong guess"})
	id := s.Add(enginetest.Lin, "contract", object{"title": "Confidential title"})
	got := b.do(http.MethodGet, "/api/records/contract/"+id, nil)
	b.do(http.MethodGet, "/api/records/contract?q=Confidential-search", nil)
	b.do(http.MethodPut, "/api/admin/people/"+enginetest.Lin+"/password", object{"password": "a new secret"})
	b.do(http.MethodGet, "/api/nothing", nil)

	byRequest := map[string]map[string]any{}
	for _, line := range strings.Split(strings.TrimSpace(said.String()), "\n") {
		var entry map[string]any
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Fatalf("no JSON: %s", line)
		}
		if entry["msg"] != "request" {
			continue
		}
		request, _ := entry["request"].(string)
		status, _ := entry["status"].(float64)
		if request == "" || byRequest[request] != nil || status < 200 || entry["method"] == "" || entry["path"] == "" || entry["took"] == "" {
			t.Errorf("a line does not tell the request: %s", line)
		}
		byRequest[request] = entry
	}
	entry := byRequest[got.header.Get("X-Request-Id")]
	if entry == nil || entry["status"] != 200.0 || entry["person"] != enginetest.Lin || entry["path"] != "/api/records/contract/"+id {
		t.Errorf("the request that was answered as %s is logged as %v", got.header.Get("X-Request-Id"), entry)
	}
	secrets := []string{password, "a wrong guess", "a new secret", "Confidential", b.csrf}
	address, err := url.Parse(s.base)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range b.client.Jar.Cookies(address) {
		secrets = append(secrets, c.Value)
	}
	if len(secrets) < 6 {
		t.Error("the browser keeps no cookie")
	}
	for _, secret := range secrets {
		if secret == "" || strings.Contains(said.String(), secret) {
			t.Errorf("the log tells %q", secret)
		}
	}
}

// Served by https alone, browsers are told to keep to that; otherwise not, for they would be locked out.
func TestHTTPSIsKeptTo(t *testing.T) {
	for secure, want := range map[bool]string{true: "max-age=31536000", false: ""} {
		s := newSiteWith(t, api.Options{Secure: secure, Log: slog.New(slog.DiscardHandler)})
		for _, path := range []string{"/", "/api/session", "/api/nothing", "/healthz"} {
			res, err := http.Get(s.base + path)
			if err != nil {
				t.Fatal(err)
			}
			if err := res.Body.Close(); err != nil {
				t.Fatal(err)
			}
			if got := res.Header.Get("Strict-Transport-Security"); got != want {
				t.Errorf("secure %v: %s says %q", secure, path, got)
			}
		}
	}
}
