package live_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"flowline/server/live"
)

func TestASubscriptionIsAnsweredAtOnceAndOnEachChange(t *testing.T) {
	p := newPlace(t, live.Options{})
	p.change("instance:1")
	s := p.dial(t)
	s.say("subscribe", "instance:1")
	if m := s.hear(); m.Topic != "instance:1" || m.Revision != 1 {
		t.Fatalf("at once: %+v", m)
	}
	p.change("instance:2") // of no interest
	p.change("instance:1")
	if m := s.hear(); m.Topic != "instance:1" || m.Revision != 2 {
		t.Fatalf("on a change: %+v", m)
	}
	p.Publish("instance:1", 2) // told already
	s.say("unsubscribe", "instance:1")
	s.say("subscribe", "draft:x") // answered after what comes before
	if m := s.hear(); m.Topic != "draft:x" {
		t.Fatalf("after leaving: %+v", m)
	}
	if n := p.Followers("instance:1"); n != 0 {
		t.Errorf("%d still follow a topic that was left", n)
	}
}

func TestATopicThatOneMayNotFollowIsAProblem(t *testing.T) {
	p := newPlace(t, live.Options{})
	s := p.dial(t)
	s.say("subscribe", "secret:1")
	if m := s.hear(); m.Problem == nil || m.Problem.Reason != "no_such_topic" || m.Revision != 0 {
		t.Fatalf("%+v", m)
	}
	p.change("secret:1")
	s.say("subscribe", "instance:1")
	if m := s.hear(); m.Topic != "instance:1" {
		t.Errorf("told of what is secret: %+v", m)
	}
}

func TestALostRightEndsTheSubscription(t *testing.T) {
	p := newPlace(t, live.Options{Trust: time.Nanosecond})
	s := p.dial(t)
	s.say("subscribe", "instance:1")
	s.say("subscribe", "instance:2")
	s.hear()
	s.hear()
	p.change("instance:1")
	if m := s.hear(); m.Topic != "instance:1" || m.Revision != 1 {
		t.Fatalf("while entitled: %+v", m)
	}
	p.mu.Lock()
	p.barred["instance:1"] = true
	p.mu.Unlock()
	p.change("instance:1")
	if m := s.hear(); m.Topic != "instance:1" || m.Problem == nil || m.Revision != 0 {
		t.Fatalf("once barred: %+v", m)
	}
	p.change("instance:1")
	p.change("instance:2")
	if m := s.hear(); m.Topic != "instance:2" || m.Revision != 1 {
		t.Errorf("of the other topic: %+v", m)
	}
	if n := p.Followers("instance:1"); n != 0 {
		t.Errorf("%d still follow it", n)
	}
}

func TestAnAnswerIsTrustedForAWhile(t *testing.T) {
	p := newPlace(t, live.Options{Trust: time.Hour})
	s := p.dial(t)
	s.say("subscribe", "instance:1")
	s.hear()
	for range 20 {
		p.change("instance:1")
		s.hear()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := p.asked["instance:1"]; n != 1 {
		t.Errorf("asked %d times", n)
	}
}

func TestWhoComesBackSeesWhatWasMissed(t *testing.T) {
	p := newPlace(t, live.Options{})
	s := p.dial(t)
	s.say("subscribe", "instance:1")
	s.hear()
	_ = s.Close()
	for range 3 {
		p.change("instance:1")
	}
	s = p.dial(t)
	s.say("subscribe", "instance:1")
	if m := s.hear(); m.Revision != 3 {
		t.Errorf("after coming back: %+v", m)
	}
}

func TestRefusalsAreNormalResponses(t *testing.T) {
	let := true
	p := newPlace(t, live.Options{Enter: func(context.Context) (live.Visitor, error) {
		if !let {
			return live.Visitor{}, errRefused
		}
		return live.Visitor{Follow: func(context.Context, string) (int64, []byte) { return 1, nil }}, nil
	}, Connections: 1})
	upgrade := http.Header{"Connection": {"Upgrade"}, "Upgrade": {"websocket"}, "Sec-Websocket-Version": {"13"}, "Sec-Websocket-Key": {"dGhlIHNhbXBsZSBub25jZQ=="}}
	without := func(name string) http.Header {
		h := upgrade.Clone()
		h.Del(name)
		return h
	}
	get := func(h http.Header) (int, string) {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http"+strings.TrimPrefix(p.url, "ws"), nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header = h
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if typ := res.Header.Get("Content-Type"); typ != "application/problem+json" {
			t.Errorf("refused with %s", typ)
		}
		return res.StatusCode, string(body)
	}
	if status, body := get(http.Header{}); status != http.StatusUpgradeRequired {
		t.Errorf("no websocket: %d %s", status, body)
	}
	if status, body := get(without("Sec-Websocket-Key")); status != http.StatusBadRequest {
		t.Errorf("no key: %d %s", status, body)
	}
	if status, body := get(without("Sec-Websocket-Version")); status != http.StatusBadRequest {
		t.Errorf("no version: %d %s", status, body)
	}
	let = false
	if status, body := get(upgrade); status != http.StatusForbidden || !strings.Contains(body, "refused") {
		t.Errorf("not let in: %d %s", status, body)
	}
	let = true
	s := p.dial(t)
	s.say("subscribe", "instance:1")
	s.hear()
	if status, body := get(upgrade); status != http.StatusForbidden || !strings.Contains(body, "too_many_connections") {
		t.Errorf("no room: %d %s", status, body)
	}
}

func TestAConnectionEndsWithItsSession(t *testing.T) {
	t.Run("at its time", func(t *testing.T) {
		p := newPlace(t, live.Options{Enter: func(context.Context) (live.Visitor, error) {
			return live.Visitor{Expires: time.Now().Add(50 * time.Millisecond)}, nil
		}})
		if code := p.dial(t).closed(); code != 4401 {
			t.Errorf("closed with %d", code)
		}
	})
	t.Run("when the person is no longer welcome", func(t *testing.T) {
		p := newPlace(t, live.Options{Ping: 20 * time.Millisecond})
		s := p.dial(t)
		s.say("subscribe", "instance:1")
		s.hear()
		p.mu.Lock()
		p.alive = false
		p.mu.Unlock()
		if code := s.closed(); code != 4401 {
			t.Errorf("closed with %d", code)
		}
	})
}

func TestCloseEndsEveryConnection(t *testing.T) {
	p := newPlace(t, live.Options{})
	a, b := p.dial(t), p.dial(t)
	for _, s := range []socket{a, b} {
		s.say("subscribe", "instance:1")
		s.hear()
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- p.Close(ctx) }()
	for _, s := range []socket{a, b} {
		if code := s.closed(); code != websocket.CloseGoingAway {
			t.Errorf("closed with %d", code)
		}
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if _, res, err := websocket.DefaultDialer.Dial(p.url, nil); err == nil || res.StatusCode != http.StatusForbidden {
		t.Errorf("still lets in: %v", err)
	}
}
