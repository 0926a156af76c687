package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gofiber/fiber/v2"
)

// shownAs is the schema extension that names the component to show in a schema's place: what the engine takes apart
// itself is not to be validated twice.
const shownAs = "x-shown-as"

// Document gives the OpenAPI 3.1 document of the routes, indented, without a server behind it.
func Document(version string) []byte {
	a := New(Options{Version: version})
	var out bytes.Buffer
	if err := json.Indent(&out, a.document(), "", "  "); err != nil {
		panic(fmt.Sprintf("the OpenAPI document is not JSON: %v", err))
	}
	out.WriteByte('\n')
	return out.Bytes()
}

func (a *API) makeDocument() []byte {
	raw, err := json.Marshal(a.huma.OpenAPI())
	if err != nil {
		panic(fmt.Sprintf("the OpenAPI document cannot be written: %v", err))
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		panic(fmt.Sprintf("the OpenAPI document cannot be read: %v", err))
	}
	raw, err = json.Marshal(show(tree))
	if err != nil {
		panic(fmt.Sprintf("the OpenAPI document cannot be written: %v", err))
	}
	return raw
}

// show replaces each schema that stands for another by a reference to it.
func show(tree any) any {
	switch t := tree.(type) {
	case map[string]any:
		if ref, ok := t[shownAs]; ok {
			return map[string]any{"$ref": ref}
		}
		for k, v := range t {
			t[k] = show(v)
		}
	case []any:
		for i, v := range t {
			t[i] = show(v)
		}
	}
	return tree
}

// documentLive puts the websocket into the document, which has no words for what is said over one.
func (a *API) documentLive() {
	a.huma.OpenAPI().AddOperation(&huma.Operation{
		OperationID: "live", Method: http.MethodGet, Path: "/api/live", Tags: []string{"live"},
		Summary: "A websocket that tells which topics changed",
		Description: `The browser says {"op":"subscribe","topic":"instance:ID"} or unsubscribe. The server answers {"topic","revision"} ` +
			`at once and on each change, or {"topic","problem"} when the person may not follow the topic. Topics: instance:ID, thread:ID, ` +
			`inbox:PERSON, draft:KEY, records:TYPE, instances. After a lost connection subscribe again; a higher revision says that something was missed.`,
		Responses: map[string]*huma.Response{"101": {Description: "The connection is a websocket"}},
	})
}

func (a *API) openapi(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentType, "application/openapi+json")
	c.Set(fiber.HeaderCacheControl, "no-cache")
	return c.Send(a.document())
}
