package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

type object = map[string]any

// browser is a person at the web app, as far as the server sees it.
type browser struct {
	tb     testing.TB
	base   string
	client *http.Client
	csrf   string
}

// signIn opens the site and signs in.
func signIn(tb testing.TB, base, name string) *browser {
	tb.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		tb.Fatal(err)
	}
	transport := &http.Transport{}
	tb.Cleanup(transport.CloseIdleConnections)
	b := &browser{tb: tb, base: base, client: &http.Client{Jar: jar, Transport: transport, Timeout: 30 * time.Second}}
	var s struct{ CSRF string }
	b.get("/api/session", &s)
	b.csrf = s.CSRF
	b.send("POST", "/api/session", object{"signIn": name, "password": "flowline"}, &s)
	b.csrf = s.CSRF
	return b
}

// try sends a request and answers its status and body; a lost connection is an error.
func (b *browser) try(method, path string, body any, headers ...string) (int, []byte, error) {
	b.tb.Helper()
	var r io.Reader
	if body != nil {
		raw, err := json.Marshal(body)
		if err != nil {
			b.tb.Fatal(err)
		}
		r = bytes.NewReader(raw)
	}
	req, err := http.NewRequestWithContext(b.tb.Context(), method, b.base+path, r)
	if err != nil {
		b.tb.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept-Language", "en")
	req.Header.Set("X-CSRF-Token", b.csrf)
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	res, err := b.client.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	return res.StatusCode, raw, err
}

func (b *browser) send(method, path string, body, into any, headers ...string) {
	b.tb.Helper()
	status, raw, err := b.try(method, path, body, headers...)
	if err != nil || status >= 300 {
		b.tb.Fatalf("%s %s: %d %v %s", method, path, status, err, raw)
	}
	if into != nil {
		if err := json.Unmarshal(raw, into); err != nil {
			b.tb.Fatalf("%s %s: %v in %s", method, path, err, raw)
		}
	}
}

func (b *browser) get(path string, into any) {
	b.tb.Helper()
	b.send("GET", path, nil, into)
}

// socket is the browser's live connection.
type socket struct {
	*websocket.Conn
	tb testing.TB
}

// follow opens a live connection and subscribes; each topic is answered before follow returns.
func (b *browser) follow(topics ...string) socket {
	b.tb.Helper()
	site, err := url.Parse(b.base)
	if err != nil {
		b.tb.Fatal(err)
	}
	d := websocket.Dialer{Jar: b.client.Jar}
	conn, _, err := d.Dial("ws://"+site.Host+"/api/live", http.Header{"Origin": {b.base}})
	if err != nil {
		b.tb.Fatal(err)
	}
	b.tb.Cleanup(func() { _ = conn.Close() })
	s := socket{conn, b.tb}
	for _, topic := range topics {
		if err := conn.WriteJSON(object{"op": "subscribe", "topic": topic}); err != nil {
			b.tb.Fatal(err)
		}
		s.hear(topic)
	}
	return s
}

// heard is a live message.
type heard struct {
	Topic    string
	Revision int64
	Problem  *struct{ Reason string }
}

// hear waits for news of a topic, at most a second: the product promises that it comes in less.
func (s socket) hear(topic string) heard {
	s.tb.Helper()
	m, err := s.next(topic, time.Second)
	if err != nil {
		s.tb.Fatalf("no news of %s: %v", topic, err)
	}
	return m
}

func (s socket) next(topic string, patience time.Duration) (heard, error) {
	if err := s.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return heard{}, err
	}
	for {
		var m heard
		if err := s.ReadJSON(&m); err != nil {
			return m, err
		}
		if m.Topic == topic {
			return m, nil
		}
	}
}
