package live_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/websocket"

	"flowline/server/live"
)

// errRefused is what Enter answers to those who may not come in.
var errRefused = errors.New("refused")

// place is a hub behind a fiber app, with the revisions of its topics. Topics that begin with "secret" are for nobody.
type place struct {
	*live.Hub
	url string

	mu        sync.Mutex
	revisions map[string]int64
	asked     map[string]int
	barred    map[string]bool // topics that are for nobody any longer
	alive     bool
}

func newPlace(tb testing.TB, o live.Options) *place {
	tb.Helper()
	p := &place{revisions: map[string]int64{}, asked: map[string]int{}, barred: map[string]bool{}, alive: true}
	if o.Enter == nil {
		o.Enter = func(context.Context) (live.Visitor, error) { return p.visitor(), nil }
	}
	o.Log = slog.New(slog.DiscardHandler)
	p.Hub = live.New(o)
	app := fiber.New(fiber.Config{DisableStartupMessage: true, Immutable: true, ErrorHandler: func(c *fiber.Ctx, err error) error {
		c.Set("Content-Type", "application/problem+json")
		status := http.StatusForbidden
		if e, ok := errors.AsType[*fiber.Error](err); ok {
			status = e.Code
		}
		return c.Status(status).SendString(`{"detail":"` + err.Error() + `"}`)
	}})
	app.Get("/live", p.Serve)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	p.url = "ws://" + l.Addr().String() + "/live"
	done := make(chan error, 1)
	go func() { done <- app.Listener(l) }()
	tb.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := p.Close(ctx); err != nil {
			tb.Error("connections did not end:", err)
		}
		if err := app.ShutdownWithContext(ctx); err != nil {
			tb.Error(err)
		}
		if err := <-done; err != nil {
			tb.Error(err)
		}
	})
	return p
}

func (p *place) visitor() live.Visitor {
	return live.Visitor{
		Name: "lin",
		Follow: func(_ context.Context, topic string) (int64, []byte) {
			p.mu.Lock()
			defer p.mu.Unlock()
			p.asked[topic]++
			if strings.HasPrefix(topic, "secret") || p.barred[topic] {
				return 0, []byte(`{"reason":"no_such_topic"}`)
			}
			return p.revisions[topic], nil
		},
		Alive: func(context.Context) bool {
			p.mu.Lock()
			defer p.mu.Unlock()
			return p.alive
		},
	}
}

// change makes a topic newer and tells of it.
func (p *place) change(topic string) {
	p.mu.Lock()
	p.revisions[topic]++
	revision := p.revisions[topic]
	p.mu.Unlock()
	p.Publish(topic, revision)
}

type message struct {
	Topic    string
	Revision int64
	Problem  *struct{ Reason string }
}

// socket is a browser's end.
type socket struct {
	*websocket.Conn
	tb testing.TB
}

func (p *place) dial(tb testing.TB) socket {
	tb.Helper()
	conn, res, err := websocket.DefaultDialer.Dial(p.url, nil)
	if err != nil {
		tb.Fatalf("dial: %v %v", err, res)
	}
	tb.Cleanup(func() { _ = conn.Close() })
	return socket{conn, tb}
}

func (s socket) say(op, topic string) {
	s.tb.Helper()
	if err := s.WriteJSON(map[string]string{"op": op, "topic": topic}); err != nil {
		s.tb.Fatal(err)
	}
}

func (s socket) hear() message {
	s.tb.Helper()
	_ = s.SetReadDeadline(time.Now().Add(10 * time.Second))
	var m message
	if err := s.ReadJSON(&m); err != nil {
		s.tb.Fatal(err)
	}
	return m
}

// closed reads until the connection ends and answers with which code.
func (s socket) closed() int {
	s.tb.Helper()
	_ = s.SetReadDeadline(time.Now().Add(10 * time.Second))
	for {
		if _, _, err := s.ReadMessage(); err != nil {
			if e, ok := errors.AsType[*websocket.CloseError](err); ok {
				return e.Code
			}
			s.tb.Fatal(err)
		}
	}
}

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

func TestABrowserThatTalksNonsenseIsLeft(t *testing.T) {
	for name, say := range map[string]string{
		"no JSON": "hello", "no topic": `{"op":"subscribe"}`, "a topic too long": `{"op":"subscribe","topic":"` + strings.Repeat("a", 300) + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlace(t, live.Options{})
			s := p.dial(t)
			if err := s.WriteMessage(websocket.TextMessage, []byte(say)); err != nil {
				t.Fatal(err)
			}
			if code := s.closed(); code != 4429 {
				t.Errorf("closed with %d", code)
			}
		})
	}
	t.Run("too many topics", func(t *testing.T) {
		p := newPlace(t, live.Options{Topics: 3})
		s := p.dial(t)
		for i := range 4 {
			s.say("subscribe", fmt.Sprint("instance:", i))
		}
		if code := s.closed(); code != 4429 {
			t.Errorf("closed with %d", code)
		}
	})
}

func TestASlowBrowserIsLeftAndOthersAreNotHeldUp(t *testing.T) {
	const topics = 100
	p := newPlace(t, live.Options{Patience: 50 * time.Millisecond, Topics: topics})
	dialer := websocket.Dialer{NetDial: func(network, address string) (net.Conn, error) {
		conn, err := net.Dial(network, address)
		if err == nil {
			err = conn.(*net.TCPConn).SetReadBuffer(1024)
		}
		return conn, err
	}}
	slow, _, err := dialer.Dial(p.url, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = slow.Close() }()
	for i := range topics {
		if err := slow.WriteJSON(map[string]string{"op": "subscribe", "topic": fmt.Sprint(strings.Repeat("t", 150), i)}); err != nil {
			t.Fatal(err)
		}
	}
	quick := p.dial(t)
	quick.say("subscribe", "instance:1")
	quick.hear()
	deadline := time.Now().Add(20 * time.Second)
	for n := 0; p.Connections() > 1; n++ { // it reads nothing: in the end nothing more fits
		for i := range topics {
			p.change(fmt.Sprint(strings.Repeat("t", 150), i))
		}
		if time.Now().After(deadline) {
			t.Fatal("a browser that reads nothing is still connected")
		}
	}
	p.change("instance:1")
	if m := quick.hear(); m.Revision != 1 {
		t.Errorf("the quick one heard %+v", m)
	}
}

func TestAPanicEndsOneConnectionOnly(t *testing.T) {
	p := newPlace(t, live.Options{Enter: func(context.Context) (live.Visitor, error) {
		return live.Visitor{Follow: func(_ context.Context, topic string) (int64, []byte) {
			if topic == "bad" {
				panic("impossible")
			}
			return 1, nil
		}}, nil
	}})
	bad, good := p.dial(t), p.dial(t)
	bad.say("subscribe", "bad")
	_ = bad.SetReadDeadline(time.Now().Add(10 * time.Second))
	if _, _, err := bad.ReadMessage(); err == nil {
		t.Error("it goes on")
	}
	good.say("subscribe", "instance:1")
	if m := good.hear(); m.Revision != 1 {
		t.Errorf("the other one heard %+v", m)
	}
}

func TestManyChangesBecomeFewMessages(t *testing.T) {
	p := newPlace(t, live.Options{})
	s := p.dial(t)
	s.say("subscribe", "instance:1")
	s.hear()
	for range 10_000 {
		p.change("instance:1")
	}
	last, heard := int64(0), 0
	for last < 10_000 {
		m := s.hear()
		if m.Revision <= last {
			t.Fatalf("revision %d after %d", m.Revision, last)
		}
		last, heard = m.Revision, heard+1
	}
	t.Logf("10 000 changes were told in %d messages", heard)
}

func TestAThousandBrowsers(t *testing.T) {
	const n = 1000
	p := newPlace(t, live.Options{PerVisitor: n})
	sockets := make([]socket, n)
	for i := range sockets {
		sockets[i] = p.dial(t)
		sockets[i].say("subscribe", "instance:1")
	}
	for _, s := range sockets {
		s.hear()
	}
	began := time.Now()
	p.change("instance:1")
	published := time.Since(began)
	for _, s := range sockets {
		if m := s.hear(); m.Revision != 1 {
			t.Fatalf("%+v", m)
		}
	}
	all := time.Since(began)
	t.Logf("publishing took %v, all %d heard within %v", published, n, all)
	if all > time.Second {
		t.Errorf("the last heard after %v", all)
	}
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
