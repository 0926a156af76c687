package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"flowline/engine/enginetest"
	"flowline/server/api"
	"flowline/server/auth"
)

const password = "correct horse"

// hashOnce is the hash of password: making it is slow on purpose.
var hashOnce = sync.OnceValue(func() string {
	hash, err := auth.NewPasswords().Hash(context.Background(), password)
	if err != nil {
		panic(err)
	}
	return hash
})

// site is the HTTP side over a House, on a loopback port.
type site struct {
	*enginetest.House
	base string
	host string
}

func newSite(tb testing.TB) *site {
	tb.Helper()
	return newSiteWith(tb, api.Options{Log: slog.New(slog.DiscardHandler)})
}

// newSiteWith is a site that logs, and is reached, as o says.
func newSiteWith(tb testing.TB, o api.Options) *site {
	tb.Helper()
	h := enginetest.New(tb)
	for _, p := range enginetest.Company().People {
		if err := h.Store.SetSecret(tb.Context(), p.ID, hashOnce()); err != nil {
			tb.Fatal(err)
		}
	}
	gate := auth.New(h.Engine, auth.Options{Now: h.Clock.Now, Log: o.Log})
	web := fstest.MapFS{
		"index.html":        {Data: []byte("<!doctype html><title>Flowline</title>")},
		"assets/app-1a2.js": {Data: []byte(strings.Repeat("let a = 1;\n", 100))},
	}
	o.Engine, o.Gate, o.Web, o.Ready = h.Engine, gate, web, h.Store.Ping
	a := api.New(o)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- a.Serve(l) }()
	tb.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := a.Shutdown(ctx); err != nil {
			tb.Error(err)
		}
		if err := <-served; err != nil {
			tb.Error(err)
		}
	})
	return &site{House: h, base: "http://" + l.Addr().String(), host: l.Addr().String()}
}

// browser is one that keeps cookies and the token for changes.
type browser struct {
	tb     testing.TB
	site   *site
	client *http.Client
	csrf   string
	lang   string
	header http.Header // sent with each request, besides the usual ones
}

// visitor opens the site without signing in.
func (s *site) visitor(tb testing.TB, lang string) *browser {
	tb.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		tb.Fatal(err)
	}
	transport := &http.Transport{}
	tb.Cleanup(transport.CloseIdleConnections)
	b := &browser{tb: tb, site: s, client: &http.Client{Jar: jar, Transport: transport, Timeout: 20 * time.Second}, lang: lang, header: http.Header{}}
	b.refresh()
	return b
}

// as opens the site and signs in as one of the sample company, by person id.
func (s *site) as(tb testing.TB, person, lang string) *browser {
	tb.Helper()
	b := s.visitor(tb, lang)
	got := b.do(http.MethodPost, "/api/session", map[string]any{"signIn": signInOf(person), "password": password})
	if got.status != http.StatusOK {
		tb.Fatalf("sign in as %s: %d %s", person, got.status, got.body)
	}
	b.refresh()
	return b
}

func signInOf(person string) string {
	for _, p := range enginetest.Company().People {
		if p.ID == person {
			return p.SignIn
		}
	}
	return person
}

// refresh asks for the token again, as the web app does when it starts.
func (b *browser) refresh() {
	b.tb.Helper()
	var s struct {
		CSRF string `json:"csrf"`
	}
	b.do(http.MethodGet, "/api/session", nil).into(&s)
	b.csrf = s.CSRF
}

// answer is what came back.
type answer struct {
	tb     testing.TB
	status int
	header http.Header
	body   []byte
}

// problem is a problem response as it was sent.
type problem struct {
	Type, Title, Detail, Code, Reason string
	Status                            int
	Errors                            []struct{ Path, Message string }
	Problems                          []struct{ Code string }
}

// do sends a request; a body that is a string goes as it is, anything else as JSON.
func (b *browser) do(method, path string, body any) answer {
	b.tb.Helper()
	var r io.Reader
	switch v := body.(type) {
	case nil:
	case string:
		r = strings.NewReader(v)
	default:
		raw, err := json.Marshal(v)
		if err != nil {
			b.tb.Fatal(err)
		}
		r = bytes.NewReader(raw)
	}
	req, err := http.NewRequestWithContext(b.tb.Context(), method, b.site.base+path, r)
	if err != nil {
		b.tb.Fatal(err)
	}
	req.Header.Set("Accept-Language", b.lang)
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if method != http.MethodGet {
		req.Header.Set("X-CSRF-Token", b.csrf)
	}
	for k, v := range b.header {
		req.Header[k] = v
	}
	res, err := b.client.Do(req)
	if err != nil {
		b.tb.Fatal(err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		b.tb.Fatal(err)
	}
	return answer{b.tb, res.StatusCode, res.Header, raw}
}

func (a answer) into(v any) {
	a.tb.Helper()
	if a.status >= 300 {
		a.tb.Fatalf("status %d: %s", a.status, a.body)
	}
	if err := json.Unmarshal(a.body, v); err != nil {
		a.tb.Fatalf("%v in %s", err, a.body)
	}
}

// problem is the answer as a problem; it has to be one in every respect.
func (a answer) problem() problem {
	a.tb.Helper()
	var p problem
	if err := json.Unmarshal(a.body, &p); err != nil {
		a.tb.Fatalf("status %d, not a problem: %s", a.status, a.body)
	}
	if got := a.header.Get("Content-Type"); got != "application/problem+json" {
		a.tb.Errorf("a problem came as %s", got)
	}
	if p.Status != a.status || p.Title == "" || p.Detail == "" || p.Code == "" || p.Type != "urn:flowline:problem:"+p.Reason {
		a.tb.Errorf("an incomplete problem: %s", a.body)
	}
	return p
}

// rows is everything that bad input must not change.
func (s *site) rows(tb testing.TB) string {
	tb.Helper()
	ctx := tb.Context()
	var out bytes.Buffer
	note := func(v any, err error) {
		if err != nil {
			tb.Fatal(err)
		}
		raw, err := json.Marshal(v)
		if err != nil {
			tb.Fatal(err)
		}
		out.Write(append(raw, '\n'))
	}
	drafts, err := s.Store.Drafts(ctx)
	note(drafts, err)
	for _, d := range drafts {
		whole, err := s.Store.Draft(ctx, d.Key)
		note(whole, err)
		versions, err := s.Store.Versions(ctx, d.Key)
		note(versions, err)
	}
	admin := s.House
	for _, typ := range []string{"customer", "contract", "claim"} {
		list, err := admin.Records(ctx, enginetest.Admin, allOf(typ))
		note(list, err)
	}
	instances, err := admin.Instances(ctx, enginetest.Admin, everyInstance)
	note(instances, err)
	for _, in := range instances.Items {
		whole, err := s.Store.Instance(ctx, in.ID)
		note(whole, err)
	}
	company, _, err := s.Store.Company(ctx)
	note(company, err)
	return out.String()
}
