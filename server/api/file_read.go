package api

import (
	"context"
	"mime"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"

	"flowline/engine"
)

// filePolicy lets a file that is opened in the browser load nothing and run nothing.
const filePolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

// pdfPolicy is that for PDF, which browsers show by a part of their own that a sandbox keeps from starting.
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

type readFileInput struct {
	ByID
	Inline bool `query:"inline" doc:"Show it in the browser, if it is a picture or a PDF, instead of saving it"`
}

// readFile hands out an attachment as it is read, part by part, for as long as the receiver takes.
func (a *API) readFile(ctx context.Context, in *readFileInput) (*huma.StreamResponse, error) {
	f, err := a.engine.File(ctx, who(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	content := f.Open(context.WithoutCancel(ctx)) // it is read once the handlers have returned
	return &huma.StreamResponse{Body: func(hc huma.Context) {
		hc.SetHeader("Content-Type", f.Type)
		hc.SetHeader("Content-Disposition", disposition(f.FileRef, in.Inline))
		hc.SetHeader("Content-Security-Policy", filePolicy)
		if f.Type == "application/pdf" {
			hc.SetHeader("Content-Security-Policy", pdfPolicy)
		}
		humafiber.Unwrap(hc).Context().Response.SetBodyStream(content, int(f.Size))
	}}, nil
}

// disposition has a file saved under its name; only what a browser shows safely is shown, and only when that is asked for.
func disposition(f engine.FileRef, inline bool) string {
	kind := "attachment"
	if inline && f.Shown() {
		kind = "inline"
	}
	plain := strings.Map(func(r rune) rune {
		if r < 0x20 || r > 0x7e {
			return '_'
		}
		return r
	}, f.Name)
	return mime.FormatMediaType(kind, map[string]string{"filename": plain}) + "; filename*=UTF-8''" + url.PathEscape(f.Name)
}

// givesFile says in the document that a route answers a file.
func givesFile(op *huma.Operation) {
	op.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{
		"application/octet-stream": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
	}}}
}
