package api

import (
	"context"
	"io"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"

	"flowline/engine"
)

// uploadPath is where files come in. It alone takes bodies of any length, as they come: see receive.
const uploadPath = "/api/files"

// uploadTimeout is how long an upload may take in all, over a slow line. One that stands still ends after readTimeout.
const uploadTimeout = 20 * time.Minute

type fileInput struct {
	Name string `header:"X-File-Name" required:"true" maxLength:"4000" doc:"The file's name, percent-encoded as in an address"`

	content io.Reader
	size    int64
}

// Resolve takes hold of the body, which is read as it comes.
func (in *fileInput) Resolve(hc huma.Context) []error {
	c := humafiber.Unwrap(hc).Context()
	in.content, in.size = strings.NewReader(""), int64(c.Request.Header.ContentLength())
	if stream := c.RequestBodyStream(); stream != nil {
		in.content = &patient{stream, c.Conn(), time.Now().Add(uploadTimeout)}
	}
	return nil
}

// patient gives a sender time for as long as something comes.
type patient struct {
	from io.Reader
	conn net.Conn
	end  time.Time
}

// Read implements io.Reader.
func (p *patient) Read(b []byte) (int, error) {
	until := time.Now().Add(readTimeout)
	if until.After(p.end) {
		until = p.end
	}
	if err := p.conn.SetReadDeadline(until); err != nil {
		return 0, err
	}
	return p.from.Read(b)
}

func (a *API) addFile(ctx context.Context, in *fileInput) (*body[engine.FileRef], error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), uploadTimeout)
	defer cancel()
	name, err := url.PathUnescape(in.Name)
	if err != nil {
		name = in.Name
	}
	return reply(a.engine.AddFile(ctx, who(ctx), engine.Upload{Name: name, Size: in.size, Content: in.content}))
}

// takesFile says in the document that a route's body is a file.
func takesFile(op *huma.Operation) {
	op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		"application/octet-stream": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
	}}
}
