package live_test

import (
	"context"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"flowline/server/live"
)

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
