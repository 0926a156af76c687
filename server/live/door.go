package live

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"

	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/websocket"

	"flowline/engine/fault"
	"flowline/engine/text"
)

var upgrader = websocket.Upgrader{
	ReadBufferSize: 512, WriteBufferSize: 512, WriteBufferPool: &sync.Pool{},
	CheckOrigin: func(*http.Request) bool { return true }, // Enter has looked at it, and words its refusal
}

// Serve is the handler that makes a request a connection. Whatever is refused is refused as a normal response.
func (h *Hub) Serve(c *fiber.Ctx) error {
	request := handshake(c)
	if !websocket.IsWebSocketUpgrade(request) {
		return fiber.ErrUpgradeRequired
	}
	visitor, err := h.o.Enter(c.UserContext())
	if err != nil {
		return err
	}
	// The upgrader is asked twice. Here, before the connection is taken from fasthttp, it only gets as far as wanting it:
	// after that nothing but a websocket can be answered.
	trial := &rehearsal{ResponseWriter: nowhere{}}
	if _, err := upgrader.Upgrade(trial, request, nil); !trial.accepted {
		return fiber.NewError(http.StatusBadRequest, err.Error())
	}
	if !h.room(visitor.Name) {
		return fault.New(fault.Unavailable, "too_many_connections", text.T(
			"打开的页面太多，请关掉一些再试。", "Too many pages are open; close some and try again."))
	}
	c.Context().HijackSetNoResponse(true)
	c.Context().Hijack(func(taken net.Conn) {
		defer h.leave(visitor.Name)
		conn, err := upgrader.Upgrade(&stage{ResponseWriter: nowhere{}, conn: whole(taken)}, request, nil)
		if err != nil {
			h.o.Log.Debug("websocket not opened", "visitor", visitor.Name, "error", err)
			return
		}
		newClient(h, visitor, conn).serve()
	})
	return nil
}

// handshake is the request as the upgrader wants it, with nothing in it that fasthttp uses again.
func handshake(c *fiber.Ctx) *http.Request {
	r := &http.Request{Method: c.Method(), URL: &url.URL{}, Host: string(c.Request().Host()), Header: http.Header{}}
	for key, value := range c.Request().Header.All() {
		r.Header.Add(string(key), string(value))
	}
	return r
}

// whole is a hijacked connection that reads what fasthttp has already buffered and can be closed at any time: fasthttp's
// own Close does nothing until the handler returns.
func whole(taken net.Conn) net.Conn {
	below, ok := taken.(interface{ UnsafeConn() net.Conn })
	if !ok {
		return taken
	}
	return &wholeConn{Conn: below.UnsafeConn(), buffered: taken}
}

type wholeConn struct {
	net.Conn
	buffered io.Reader
}

func (c *wholeConn) Read(p []byte) (int, error) { return c.buffered.Read(p) }

// rehearsal is a response on which an upgrade gets as far as taking the connection, and no further.
type rehearsal struct {
	http.ResponseWriter
	accepted bool
}

// Hijack notes that the handshake is in order.
func (r *rehearsal) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	r.accepted = true
	return nil, nil, errors.New("only a rehearsal")
}

// stage is a response that gives up its connection.
type stage struct {
	http.ResponseWriter
	conn net.Conn
}

// Hijack gives the connection.
func (s *stage) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	return s.conn, bufio.NewReadWriter(bufio.NewReaderSize(s.conn, 16), bufio.NewWriterSize(s.conn, 16)), nil
}

// nowhere is a response that nobody reads.
type nowhere struct{}

func (nowhere) Header() http.Header         { return http.Header{} }
func (nowhere) Write(p []byte) (int, error) { return len(p), nil }
func (nowhere) WriteHeader(int)             {}
