package live

import (
	"context"
	"encoding/json"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"
)

// Why a connection is closed, as websocket status codes. Those above 4000 are the product's own.
const (
	closeGoingAway = websocket.CloseGoingAway
	closeSignedOut = 4401
	closeTooMuch   = 4429
)

// What a browser may send.
const (
	maxMessage    = 2048
	maxTopic      = 200
	perSecond     = 50
	atOnce        = 400
	followPatient = 10 * time.Second
)

// client is one connection. Its reader runs in the connection's own goroutine, its writer in another.
type client struct {
	hub     *Hub
	visitor Visitor
	conn    *websocket.Conn

	wake chan struct{} // has room for one: there is something to write
	done chan struct{} // closed when the connection is to end

	mu       sync.Mutex
	subs     map[string]*subscription
	refusals [][]byte
	ending   bool
	code     int
}

// subscription is what is known and what was told of a topic.
type subscription struct {
	entitled bool
	asked    time.Time // when the visitor was last known to be entitled
	known    int64
	told     int64
}

// due reports whether there is something to tell.
func (s *subscription) due() bool { return s.entitled && s.known > s.told }

func newClient(h *Hub, v Visitor, conn *websocket.Conn) *client {
	return &client{hub: h, visitor: v, conn: conn, wake: make(chan struct{}, 1), done: make(chan struct{}), subs: map[string]*subscription{}}
}

// serve talks until the connection ends.
func (c *client) serve() {
	c.hub.add(c)
	defer func() {
		c.end(websocket.CloseNormalClosure)
		c.mu.Lock()
		topics := make([]string, 0, len(c.subs))
		for t := range c.subs {
			topics = append(topics, t)
		}
		c.mu.Unlock()
		c.hub.remove(c, topics)
	}()
	written := make(chan struct{})
	go func() {
		defer close(written)
		defer c.survive()
		c.write()
	}()
	defer c.survive()
	c.read()
	c.end(websocket.CloseNormalClosure)
	<-written
}

// survive makes a panic the end of this connection and not of the program.
func (c *client) survive() {
	if p := recover(); p != nil {
		c.hub.o.Log.Error("websocket panicked", "visitor", c.visitor.Name, "panic", p, "stack", string(debug.Stack()))
		c.end(websocket.CloseInternalServerErr)
		_ = c.conn.Close() // the writer may be the one that is gone
	}
}

// end has the writer say goodbye and close the connection. Only the first call counts.
func (c *client) end(code int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.ending {
		c.ending, c.code = true, code
		close(c.done)
	}
}

// offer takes note that topic is at revision.
func (c *client) offer(topic string, revision int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s := c.subs[topic]; s != nil && revision > s.known {
		s.known = revision
		if s.entitled {
			c.nudge()
		}
	}
}

func (c *client) nudge() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// read takes what the browser says until it says no more.
func (c *client) read() {
	c.conn.SetReadLimit(maxMessage)
	c.awake()
	c.conn.SetPongHandler(func(string) error { c.awake(); return nil })
	allowed := rate.NewLimiter(perSecond, atOnce)
	for {
		kind, data, err := c.conn.ReadMessage()
		if err != nil {
			return
		}
		var said struct {
			Op    string `json:"op"`
			Topic string `json:"topic"`
		}
		if kind != websocket.TextMessage || json.Unmarshal(data, &said) != nil || said.Topic == "" || len(said.Topic) > maxTopic || !allowed.Allow() {
			c.end(closeTooMuch)
			return
		}
		switch said.Op {
		case "subscribe":
			c.subscribe(said.Topic)
		case "unsubscribe":
			c.unsubscribe(said.Topic)
		}
	}
}

// awake gives the browser until the next ping but one to be heard of again.
func (c *client) awake() {
	_ = c.conn.SetReadDeadline(time.Now().Add(2*c.hub.o.Ping + c.hub.o.Patience)) // a dead connection shows when read
}

// subscribe follows first and asks for the present revision then, so that no change falls between the two. Until the
// answer is there, the visitor is told nothing.
func (c *client) subscribe(topic string) {
	c.mu.Lock()
	full := c.subs[topic] == nil && len(c.subs) >= c.hub.o.Topics
	if !full && c.subs[topic] == nil {
		c.subs[topic] = &subscription{}
	}
	c.mu.Unlock()
	if full {
		c.end(closeTooMuch)
		return
	}
	c.hub.follow(c, topic)
	c.ask(topic, true)
}

// again asks once more about what is about to be told, where the last answer is older than it is trusted: whoever has lost
// the right to follow a topic hears of that, and no more of the topic.
func (c *client) again(now time.Time) {
	c.mu.Lock()
	var doubtful []string
	for topic, s := range c.subs {
		if s.due() && c.doubts(s, now) {
			doubtful = append(doubtful, topic)
		}
	}
	c.mu.Unlock()
	for _, topic := range doubtful {
		c.ask(topic, false)
	}
}

// doubts reports whether the last answer is older than it is trusted.
func (c *client) doubts(s *subscription, now time.Time) bool {
	return now.Sub(s.asked) > c.hub.o.Trust
}

// ask has it answered whether the visitor may follow a topic, and notes what is to be told of it; at once: even if that
// has been told before.
func (c *client) ask(topic string, atOnce bool) {
	ctx, cancel := context.WithTimeout(context.Background(), followPatient)
	defer cancel()
	asked := time.Now()
	revision, problem := c.visitor.Follow(ctx, topic)
	if problem != nil {
		c.unsubscribe(topic)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if problem != nil {
		name, _ := json.Marshal(topic) // a string can always be written
		c.refusals = append(c.refusals, []byte(`{"topic":`+string(name)+`,"problem":`+string(problem)+`}`))
	} else if s := c.subs[topic]; s != nil {
		s.entitled, s.asked = true, asked
		s.known = max(s.known, revision)
		if atOnce {
			s.told = s.known - 1 // who subscribes again is answered again
		}
	}
	c.nudge()
}

func (c *client) unsubscribe(topic string) {
	c.hub.unfollow(c, topic)
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.subs, topic)
}

// take gives the messages that are to be written now. What has come meanwhile, of what was not asked about, is left for the
// next time.
func (c *client) take(now time.Time) [][]byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	messages := c.refusals
	c.refusals = nil
	for topic, s := range c.subs {
		if s.due() && c.doubts(s, now) {
			c.nudge()
		} else if s.due() {
			s.told = s.known
			name, _ := json.Marshal(topic) // a string can always be written
			m := append([]byte(`{"topic":`), name...)
			m = append(m, `,"revision":`...)
			m = strconv.AppendInt(m, s.known, 10)
			messages = append(messages, append(m, '}'))
		}
	}
	return messages
}

// write sends what there is, tries the connection now and then, and closes it in the end.
func (c *client) write() {
	defer func() { _ = c.conn.Close() }()
	ping := time.NewTicker(c.hub.o.Ping)
	defer ping.Stop()
	var expired <-chan time.Time
	if !c.visitor.Expires.IsZero() {
		t := time.NewTimer(time.Until(c.visitor.Expires))
		defer t.Stop()
		expired = t.C
	}
	for {
		select {
		case <-c.wake:
			now := time.Now()
			c.again(now)
			for _, m := range c.take(now) {
				if c.deadline() != nil || c.conn.WriteMessage(websocket.TextMessage, m) != nil {
					return
				}
			}
		case <-ping.C:
			if !c.welcome() {
				c.end(closeSignedOut)
				continue
			}
			if c.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(c.hub.o.Patience)) != nil {
				return
			}
		case <-expired:
			c.end(closeSignedOut)
		case <-c.done:
			c.mu.Lock()
			goodbye := websocket.FormatCloseMessage(c.code, "")
			c.mu.Unlock()
			_ = c.conn.WriteControl(websocket.CloseMessage, goodbye, time.Now().Add(time.Second)) // it may be gone already
			return
		}
	}
}

func (c *client) deadline() error {
	return c.conn.SetWriteDeadline(time.Now().Add(c.hub.o.Patience))
}

func (c *client) welcome() bool {
	if c.visitor.Alive == nil {
		return true
	}
	ctx, cancel := context.WithTimeout(context.Background(), c.hub.o.Patience)
	defer cancel()
	return c.visitor.Alive(ctx)
}
