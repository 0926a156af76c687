package api

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"html/template"
	"sort"
	"strings"
	"sync"

	"github.com/gofiber/fiber/v2"
)

//go:embed docs.html
var docsHTML string

var docsTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("docs").Parse(docsHTML)) })

// docsPage is the OpenAPI document as the readable page shows it.
type docsPage struct {
	Version, About string
	Groups         []docsGroup
	Schemas        []docsSchema
}

type docsGroup struct {
	Name       string
	Operations []docsOperation
}

type docsOperation struct {
	ID, Method, Path, Summary string
	Parameters                []docsField
	Body                      []docsField
	Answer                    docsType
}

type docsSchema struct {
	Name   string
	Fields []docsField
	Values []string
	Kinds  []docsType
}

type docsField struct {
	Name, In, About string
	Required        bool
	Type            docsType
}

// docsType is a type in words, with the schema it leads to, if any.
type docsType struct{ Words, Schema string }

// docs answers the document as a page for people, without any script.
func (a *API) docs(c *fiber.Ctx) error {
	page, err := pageOf(a.document())
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := docsTemplate().Execute(&b, page); err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	c.Set(fiber.HeaderCacheControl, "no-cache")
	return c.Send(b.Bytes())
}

// The parts of an OpenAPI document that the page shows.
type (
	oaSchema struct {
		Ref                  string              `json:"$ref"`
		Type                 any                 `json:"type"`
		Format               string              `json:"format"`
		Description          string              `json:"description"`
		Enum                 []any               `json:"enum"`
		Items                *oaSchema           `json:"items"`
		Properties           map[string]oaSchema `json:"properties"`
		Required             []string            `json:"required"`
		OneOf                []oaSchema          `json:"oneOf"`
		AdditionalProperties json.RawMessage     `json:"additionalProperties"`
	}
	oaContent   map[string]struct{ Schema oaSchema }
	oaOperation struct {
		OperationID, Summary string
		Tags                 []string
		Parameters           []struct {
			Name, In, Description string
			Required              bool
			Schema                oaSchema
		}
		RequestBody struct{ Content oaContent }
		Responses   map[string]struct{ Content oaContent }
	}
	oaDocument struct {
		Info       struct{ Version, Description string }
		Paths      map[string]map[string]oaOperation
		Components struct{ Schemas map[string]oaSchema }
	}
)

func pageOf(document []byte) (docsPage, error) {
	var d oaDocument
	if err := json.Unmarshal(document, &d); err != nil {
		return docsPage{}, err
	}
	groups := map[string][]docsOperation{}
	for path, methods := range d.Paths {
		for method, op := range methods {
			tag := strings.Join(op.Tags, " ")
			groups[tag] = append(groups[tag], d.operation(path, method, op))
		}
	}
	page := docsPage{Version: d.Info.Version, About: d.Info.Description}
	for name, ops := range groups {
		sort.Slice(ops, func(i, j int) bool { return ops[i].Path+ops[i].Method < ops[j].Path+ops[j].Method })
		page.Groups = append(page.Groups, docsGroup{name, ops})
	}
	sort.Slice(page.Groups, func(i, j int) bool { return page.Groups[i].Name < page.Groups[j].Name })
	for name, s := range d.Components.Schemas {
		shown := docsSchema{Name: name, Fields: s.fields()}
		for _, v := range s.Enum {
			shown.Values = append(shown.Values, strings.Trim(string(must(json.Marshal(v))), `"`))
		}
		for _, one := range s.OneOf {
			shown.Kinds = append(shown.Kinds, one.words())
		}
		page.Schemas = append(page.Schemas, shown)
	}
	sort.Slice(page.Schemas, func(i, j int) bool { return page.Schemas[i].Name < page.Schemas[j].Name })
	return page, nil
}

func (d oaDocument) operation(path, method string, op oaOperation) docsOperation {
	shown := docsOperation{ID: op.OperationID, Method: strings.ToUpper(method), Path: path, Summary: op.Summary}
	for _, p := range op.Parameters {
		shown.Parameters = append(shown.Parameters, docsField{p.Name, p.In, p.Description, p.Required, p.Schema.words()})
	}
	for _, media := range op.RequestBody.Content {
		s := media.Schema
		if s.Ref != "" {
			s = d.Components.Schemas[last(s.Ref)]
		}
		shown.Body = s.fields()
	}
	shown.Answer = docsType{Words: "nothing"}
	for status, r := range op.Responses {
		for typ, media := range r.Content {
			if status == "default" {
				continue
			}
			if shown.Answer = media.Schema.words(); strings.HasPrefix(typ, "image/") {
				shown.Answer = docsType{Words: typ}
			}
		}
	}
	return shown
}

func (s oaSchema) fields() []docsField {
	required := map[string]bool{}
	for _, r := range s.Required {
		required[r] = true
	}
	var fields []docsField
	for name, p := range s.Properties {
		fields = append(fields, docsField{Name: name, About: p.Description, Required: required[name], Type: p.words()})
	}
	sort.Slice(fields, func(i, j int) bool { return fields[i].Name < fields[j].Name })
	return fields
}

func (s oaSchema) words() docsType {
	switch {
	case s.Ref != "":
		return docsType{last(s.Ref), last(s.Ref)}
	case s.Items != nil:
		of := s.Items.words()
		return docsType{"list of " + of.Words, of.Schema}
	case len(s.AdditionalProperties) > 2 && string(s.AdditionalProperties) != "false":
		var of oaSchema
		if json.Unmarshal(s.AdditionalProperties, &of) == nil {
			w := of.words()
			return docsType{"by key: " + w.Words, w.Schema}
		}
	case len(s.Enum) > 0:
		var values []string
		for _, v := range s.Enum {
			values = append(values, string(must(json.Marshal(v))))
		}
		return docsType{Words: strings.Join(values, " | ")}
	}
	if typ, ok := s.Type.(string); ok {
		return docsType{Words: strings.TrimSpace(typ + " " + s.Format)}
	}
	return docsType{Words: "any value"}
}

func last(ref string) string { return ref[strings.LastIndex(ref, "/")+1:] }

// must gives what cannot fail: values that came from JSON can be written as JSON.
func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}
