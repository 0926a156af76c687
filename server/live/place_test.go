package live_test

import (
	"context"
	"errors"
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
