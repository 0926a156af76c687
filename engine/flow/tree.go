package flow

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// maxDepth is how deep a document may nest; format 1 needs eight levels.
const maxDepth = 24

// readTree reads JSON into maps, slices, strings, json.Numbers, bools and nil, and finds what encoding/json passes over
// in silence: keys that are there twice. It answers the wrong places.
func readTree(data []byte) (any, []fault.Field, error) {
	r := treeReader{d: json.NewDecoder(bytes.NewReader(data))}
	r.d.UseNumber()
	tree, err := r.value("", 0)
	if err != nil {
		return nil, nil, err
	}
	if _, err := r.d.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, errors.New("there is more after the document")
	}
	return tree, r.wrong, nil
}

type treeReader struct {
	d     *json.Decoder
	wrong []fault.Field
}

var errTooDeep = errors.New("nested too deep")

func (r *treeReader) value(path string, depth int) (any, error) {
	token, err := r.d.Token()
	if err != nil {
		return nil, err
	}
	open, isOpen := token.(json.Delim)
	switch {
	case !isOpen:
		return token, nil
	case depth == maxDepth:
		return nil, errTooDeep
	case open == '{':
		return r.object(path, depth)
	default:
		return r.list(path, depth)
	}
}

func (r *treeReader) object(path string, depth int) (any, error) {
	object := map[string]any{}
	for r.d.More() {
		token, err := r.d.Token()
		if err != nil {
			return nil, err
		}
		key, _ := token.(string) // a key is text, or Token fails
		here := join(path, key)
		value, err := r.value(here, depth+1)
		if err != nil {
			return nil, err
		}
		if _, twice := object[key]; twice {
			r.wrong = append(r.wrong, fault.Field{Path: here, Text: text.T("这一项写了两次。", "This is there twice.")})
		}
		object[key] = value
	}
	_, err := r.d.Token()
	return object, err
}

func (r *treeReader) list(path string, depth int) (any, error) {
	list := []any{}
	for r.d.More() {
		value, err := r.value(path+"["+strconv.Itoa(len(list))+"]", depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, value)
	}
	_, err := r.d.Token()
	return list, err
}

func join(path, key string) string {
	if r := []rune(key); len(r) > 60 {
		key = string(r[:60]) + "…"
	}
	if path == "" {
		return key
	}
	return path + "." + key
}
