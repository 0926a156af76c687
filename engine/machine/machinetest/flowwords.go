package machinetest

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
)

// settings are the words after a node's id; what is read is taken out.
type settings struct{ words []string }

func (s *settings) flag(name string) bool {
	for i, w := range s.words {
		if w == name {
			s.words = append(s.words[:i:i], s.words[i+1:]...)
			return true
		}
	}
	return false
}

func (s *settings) value(name string) string {
	for i, w := range s.words {
		if w == name && i+1 < len(s.words) {
			v := s.words[i+1]
			s.words = append(s.words[:i:i], s.words[i+2:]...)
			return v
		}
	}
	return ""
}

func (s *settings) rest() error {
	if len(s.words) > 0 {
		return fmt.Errorf("not understood: %q", s.words)
	}
	return nil
}

func (s *settings) fields() map[string]record.Access {
	list := s.value("fields")
	if list == "" {
		return nil
	}
	fields := map[string]record.Access{}
	for _, pair := range strings.Split(list, ",") {
		key, access, _ := strings.Cut(pair, ":")
		fields[key] = record.Access(access)
	}
	return fields
}

func (s *settings) people(name string) []org.Selector {
	var by []org.Selector
	for _, word := range strings.Split(s.value(name), ",") {
		by = append(by, selectorOf(word))
	}
	return by
}

// each reads "each rows:items", "each options:regions" or "each 3".
func (s *settings) each() *flow.Each {
	kind, field, _ := strings.Cut(s.value("each"), ":")
	switch n, err := strconv.Atoi(kind); {
	case err == nil:
		return &flow.Each{Count: n}
	case kind == "rows":
		return &flow.Each{Rows: field}
	case kind == "options":
		return &flow.Each{Options: field}
	}
	return nil
}

// finish reads "finish any", "finish all" or "finish 2".
func (s *settings) finish() *flow.Finish {
	switch word := s.value("finish"); word {
	case "", "all":
		return nil
	case "any":
		return &flow.Finish{Mode: flow.FinishAny}
	default:
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil
		}
		return &flow.Finish{Mode: flow.FinishN, N: n}
	}
}

// assigns takes everything that is left.
func (s *settings) assigns() []flow.Assign {
	s.flag("set")
	set := assignsOf(strings.Join(s.words, ";"))
	s.words = nil
	return set
}

// assignsOf reads "field=value;field=@rule".
func assignsOf(list string) []flow.Assign {
	if list == "" {
		return nil
	}
	var set []flow.Assign
	for _, pair := range strings.Split(list, ";") {
		key, v, _ := strings.Cut(pair, "=")
		a := flow.Assign{Field: key}
		if rule, is := strings.CutPrefix(v, "@"); is {
			a.From = rule
		} else {
			a.Value = Value(v)
		}
		set = append(set, a)
	}
	return set
}

func selectorOf(word string) org.Selector {
	kind, name, _ := strings.Cut(word, ":")
	of := map[string]org.Selector{
		"person": {Person: name}, "post": {Post: name}, "head": {HeadOf: name}, "manager": {ManagerOf: "submitter"},
		"field": {Field: name}, "submitter": {Submitter: true},
		"admins": {Admins: true}, "chain": {Chain: &org.Chain{Of: org.OfSubmitter, Along: org.Managers}},
	}
	return of[kind]
}

// Value reads a value as JSON if it is any, else as text.
func Value(s string) any {
	var v any
	if json.Unmarshal([]byte(s), &v) == nil {
		return v
	}
	return s
}

// Words splits at spaces, but not within quotes, double or single, which are taken off.
func Words(s string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	begun := false
	for _, c := range s + " " {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote, begun = c, true
		case quote != 0 && c == quote:
			quote = 0
		case c == ' ' && quote == 0:
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(c)
			begun = true
		}
	}
	return words
}
