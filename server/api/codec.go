package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
)

// humaConfig says how huma reads and writes. Its own pages are left out: /docs is made here, without any foreign script.
func humaConfig(version string) huma.Config {
	c := huma.DefaultConfig("Flowline", version)
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "", "", ""
	c.CreateHooks = nil
	c.Components = &huma.Components{Schemas: newRegistry()}
	c.RejectUnknownQueryParameters = true
	c.Transformers = []huma.Transformer{func(_ huma.Context, _ string, v any) (any, error) { return withoutNulls(v), nil }}
	format := huma.Format{Marshal: huma.DefaultJSONFormat.Marshal, Unmarshal: decode}
	c.Formats = map[string]huma.Format{"application/json": format, "json": format}
	c.Info.Description = "Draw, publish, run, watch and document flows over CRM records. " +
		"Requests are made by a signed-in browser: the session is a cookie, and a request that changes something carries the " +
		"token of GET /api/session in X-CSRF-Token. Failures are application/problem+json (RFC 9457) in the caller's language. " +
		"GET /api/live is a websocket that tells which topics changed."
	return c
}

// decode reads JSON. Text that is not UTF-8 is refused rather than changed, and numbers for the engine keep every digit.
func decode(data []byte, v any) error {
	if !utf8.Valid(data) {
		return errors.New("not UTF-8")
	}
	if _, probe := v.(*any); probe { // huma looks at the shape first, and knows float64
		return json.Unmarshal(data, v)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return d.Decode(v)
}
