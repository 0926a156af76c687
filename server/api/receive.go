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

// receive reads the body. It is read here, whole, for every route but that of uploads: fasthttp, left to itself, cuts off a sender in the
// middle of a large body, who then sees a broken connection and no reason; and a body that a handler does not read would
// be taken for the next request.
func (a *API) receive(c *fiber.Ctx) error {
	stream := c.Request().BodyStream()
	if stream == nil {
		return c.Next()
	}
	if c.Path() == uploadPath {
		return a.receiveFile(c, stream)
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
		drain(c, stream)
		return fiber.ErrRequestEntityTooLarge
	}
	c.Request().SetBodyStream(bytes.NewReader(body.Bytes()), body.Len())
	return c.Next()
}

// receiveFile leaves the body to the handler, which writes it away as it comes, and reads what a refusal left of it.
func (a *API) receiveFile(c *fiber.Ctx, stream io.Reader) error {
	err := c.Next()
	if n, _ := stream.Read(make([]byte, 1)); n > 0 {
		drain(c, stream)
	}
	return err
}

// drain lets the sender of what is refused finish, so that he gets to see why.
func drain(c *fiber.Ctx, stream io.Reader) {
	_, _ = io.Copy(io.Discard, io.LimitReader(stream, maxDrain))
	c.Context().SetConnectionClose()
}
