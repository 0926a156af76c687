package api

import (
	"bytes"
	"errors"
	"io"
	"net"

	"github.com/gofiber/fiber/v2"
)

// What a request may carry. A flow document may have 2 MiB. Of a body that is too large so much is read and thrown away
// that a browser gets to see the answer, and no more.
const (
	maxBody  = 4 << 20
	maxDrain = 64 << 20
)

// receive reads the body. It is read here, whole, for every route: fasthttp, left to itself, cuts off a sender in the
// middle of a large body, who then sees a broken connection and no reason; and a body that a handler does not read would
// be taken for the next request.
func (a *API) receive(c *fiber.Ctx) error {
	stream := c.Request().BodyStream()
	if stream == nil {
		return c.Next()
	}
	var body bytes.Buffer
	n, err := io.Copy(&body, io.LimitReader(stream, maxBody+1))
	if err != nil {
		c.Context().SetConnectionClose()
		if timeout, ok := errors.AsType[net.Error](err); ok && timeout.Timeout() {
			return fiber.ErrRequestTimeout
		}
		return fiber.ErrBadRequest
	}
	if n > maxBody {
		_, _ = io.Copy(io.Discard, io.LimitReader(stream, maxDrain)) // only to let the sender finish
		c.Context().SetConnectionClose()
		return fiber.ErrRequestEntityTooLarge
	}
	c.Request().SetBodyStream(bytes.NewReader(body.Bytes()), body.Len())
	return c.Next()
}
