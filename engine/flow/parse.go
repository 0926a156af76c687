package flow

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Parse reads a document. It refuses (invalid) what is too big (flow_too_big), no JSON (not_json), of a later format
// (later_format), or not exactly of this format (bad_flow: unknown or doubled keys, values of another type, malformed or
// doubled ids, unknown kinds, names with control characters), naming each place. Whether the flow makes sense is not
// asked here.
func Parse(data []byte) (Definition, error) {
	if len(data) > MaxBytes {
		return Definition{}, fault.New(fault.Invalid, "flow_too_big", text.T("流程文件太大，最多 {n} MiB。", "The flow is too big: at most {n} MiB."), "n", strconv.Itoa(MaxBytes>>20))
	}
	if !utf8.Valid(data) {
		return Definition{}, notJSON(errors.New("not UTF-8"))
	}
	tree, doubled, err := readTree(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	if err != nil {
		return Definition{}, notJSON(err)
	}
	if tree, err = upgrade(tree); err != nil {
		return Definition{}, err
	}
	s := strict{wrong: doubled}
	s.value("", tree, reflect.TypeFor[Definition]())
	if len(s.wrong) > 0 {
		return Definition{}, badFlow(s.wrong)
	}
	var d Definition
	if err := decode(tree, &d); err != nil {
		return Definition{}, fault.Wrap(err, "decode flow")
	}
	normalize(&d)
	if wrong := validate(&d); len(wrong) > 0 {
		return Definition{}, badFlow(wrong)
	}
	return d, nil
}

// Encode writes the document in its one canonical form: keys in the order of the Go types, maps by key, no white space.
// Parsing it gives the same definition, and encoding that the same bytes.
func (d Definition) Encode() ([]byte, error) {
	d.Format = Format
	if d.Nodes == nil {
		d.Nodes = []Node{}
	}
	if d.Edges == nil {
		d.Edges = []Edge{}
	}
	b, err := plainJSON(d)
	return b, fault.Wrap(err, "encode flow %s", d.Key)
}

// upgrade brings a document of an earlier format to this one. Format 1 is the first.
func upgrade(tree any) (any, error) {
	object, isObject := tree.(map[string]any)
	if !isObject {
		return nil, badFlow([]fault.Field{{Path: "", Text: wanted(reflect.TypeFor[Definition]())}})
	}
	n, isNumber := object["format"].(json.Number)
	format, err := strconv.Atoi(string(n))
	switch {
	case !isNumber || err != nil || format < 1:
		return nil, badFlow([]fault.Field{{Path: "format", Text: text.T("请写明格式版本：\"format\": 1。", "Say which format it is: \"format\": 1.")}})
	case format > Format:
		return nil, fault.New(fault.Invalid, "later_format", text.T("文件由更新的版本写成（格式 {n}），请升级程序后再打开。", "The flow was written by a later version (format {n}); upgrade this program to open it."), "n", strconv.Itoa(format))
	}
	return tree, nil
}

// normalize writes out the settings that may be left out, so that there is one way to say each thing.
func normalize(d *Definition) {
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Action != nil && n.Action.Approve != nil && n.Action.Approve.Quorum.Mode == "" {
			n.Action.Approve.Quorum.Mode = QuorumAny
		}
		if n.Decision != nil && n.Decision.Match == "" {
			n.Decision.Match = MatchFirst
		}
		if n.End != nil && n.End.Result == "" {
			n.End.Result = ResultApproved
		}
	}
}

func decode(tree any, d *Definition) error {
	b, err := plainJSON(tree)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	return dec.Decode(d)
}

func notJSON(cause error) error {
	where := ""
	if at, ok := errors.AsType[*json.SyntaxError](cause); ok {
		where = " (" + strconv.FormatInt(at.Offset, 10) + ")"
	}
	return fault.New(fault.Invalid, "not_json", text.T("这不是有效的 JSON 文件{where}，请检查括号、引号和逗号。", "This is no valid JSON{where}; look at its brackets, quotes and commas."), "where", where).Because(cause)
}

func badFlow(wrong []fault.Field) error {
	var places []string
	for _, w := range wrong[:min(3, len(wrong))] {
		places = append(places, w.Path)
	}
	e := fault.New(fault.Invalid, "bad_flow", text.T("流程文件有 {n} 处不对：{places}", "The flow document is wrong in {n} places: {places}"),
		"n", strconv.Itoa(len(wrong)), "places", strings.Join(places, ", "))
	e.Fields = wrong
	return e
}
