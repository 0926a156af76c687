package flow

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// strict compares a document's tree with the Go type that it is to become and reports every key that is not known and
// every value of another type, by path. Decoding afterwards can then lose nothing.
type strict struct {
	wrong []fault.Field
}

// maxWrong is how many wrong places one fault names.
const maxWrong = 20

func (s *strict) say(path string, t text.Text) {
	if len(s.wrong) < maxWrong {
		s.wrong = append(s.wrong, fault.Field{Path: path, Text: t})
	}
}

var actionType = reflect.TypeFor[Action]()

func (s *strict) value(path string, v any, t reflect.Type) {
	if t == actionType {
		s.action(path, v)
		return
	}
	ok := true
	switch t.Kind() {
	case reflect.Interface:
	case reflect.Pointer:
		if v != nil {
			s.value(path, v, t.Elem())
		}
	case reflect.String:
		_, ok = v.(string)
	case reflect.Bool:
		_, ok = v.(bool)
	case reflect.Int:
		n, isNumber := v.(json.Number)
		_, err := strconv.Atoi(string(n))
		ok = isNumber && err == nil
	case reflect.Float64:
		n, isNumber := v.(json.Number)
		f, err := n.Float64()
		ok = isNumber && err == nil && math.Abs(f) <= 1e6
	case reflect.Slice:
		list, isList := v.([]any)
		for i, item := range list {
			s.value(path+"["+strconv.Itoa(i)+"]", item, t.Elem())
		}
		ok = isList || v == nil
	case reflect.Map:
		object, isObject := v.(map[string]any)
		for _, key := range sortedKeys(object) {
			s.value(join(path, key), object[key], t.Elem())
		}
		ok = isObject || v == nil
	case reflect.Struct:
		object, isObject := v.(map[string]any)
		if ok = isObject; ok {
			s.object(path, object, t)
		}
	}
	if !ok {
		s.say(path, wanted(t))
	}
}

func (s *strict) object(path string, object map[string]any, types ...reflect.Type) {
	known := map[string]reflect.Type{}
	var names []string
	for _, t := range types {
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			known[name] = t.Field(i).Type
			names = append(names, name)
		}
	}
	for _, key := range sortedKeys(object) {
		if t, ok := known[key]; ok {
			s.value(join(path, key), object[key], t)
			continue
		}
		s.say(join(path, key), text.T("没有这一项；这里可以有：{names}。", "There is no such thing; here may stand: {names}.").
			Fill("names", strings.Join(names, ", ")))
	}
}

// action knows which settings stand beside a type.
func (s *strict) action(path string, v any) {
	object, isObject := v.(map[string]any)
	if !isObject {
		s.say(path, wanted(actionType))
		return
	}
	name, isText := object["type"].(string)
	kind, known := actionKinds[ActionType(name)]
	switch {
	case !isText:
		s.say(join(path, "type"), text.T("请写明动作的类型。", "Say which type of action it is."))
	case !known:
		s.say(join(path, "type"), unknownAction.Fill("type", name))
	default:
		head := reflect.TypeFor[struct {
			Type string `json:"type"`
		}]()
		s.object(path, object, head, reflect.TypeOf(kind.fresh(&Action{})).Elem())
	}
}

func wanted(t reflect.Type) text.Text {
	switch t.Kind() {
	case reflect.String:
		return text.T("这里要写文字。", "Text is wanted here.")
	case reflect.Bool:
		return text.T("这里要写 true 或 false。", "true or false is wanted here.")
	case reflect.Int:
		return text.T("这里要写整数。", "A whole number is wanted here.")
	case reflect.Float64:
		return text.T("这里要写一百万以内的数字。", "A number of at most a million is wanted here.")
	case reflect.Slice:
		return text.T("这里要写列表 [ ]。", "A list [ ] is wanted here.")
	}
	return text.T("这里要写 { }。", "An object { } is wanted here.")
}

func sortedKeys(object map[string]any) []string {
	keys := make([]string, 0, len(object))
	for key := range object {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
