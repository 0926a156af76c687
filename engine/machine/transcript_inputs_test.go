package machine_test

import (
	"slices"
	"strconv"
	"strings"

	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

func (x *transcript) news(which string) *machine.ChildNews {
	c, ok := x.inst.Child(which)
	if !ok {
		return &machine.ChildNews{ID: which}
	}
	return &machine.ChildNews{ID: c.ID}
}

// undone are all the changes of the instance, put back, or with "kept" left as they are; none where neither is among the words.
func (x *transcript) undone(words []string) []machine.Restored {
	var list []machine.Restored
	kept := slices.Contains(words, "kept")
	if !kept && !slices.Contains(words, "undone") {
		return nil
	}
	of := x.inst.Graph.Type()
	for _, c := range slices.Backward(machine.Undoables(x.inst.State, of, "", x.inst.Graph.Types())) {
		u := machine.Restored{Instance: "i", Activation: c.Activation, Type: c.Type, Was: c.After, Set: c.Before, Whole: true}
		if kept {
			u.Was, u.Set, u.Whole = nil, nil, false
		}
		list = append(list, u)
	}
	return list
}

func (x *transcript) switched(who string, off bool) string {
	x.inst.Off[who] = off
	return "ok\n"
}

// setRecord reads "field = value" and, for the record in a link field, "field.field = value".
func (x *transcript) setRecord(lines []string) string {
	of := x.inst.Graph.Type()
	own, linked := map[string]any{}, map[string]map[string]any{}
	for _, line := range lines {
		key, v, _ := strings.Cut(line, "=")
		key, v = strings.TrimSpace(key), strings.TrimSpace(v)
		if link, field, is := strings.Cut(key, "."); is {
			if linked[link] == nil {
				linked[link] = map[string]any{}
			}
			linked[link][field] = machinetest.Value(v)
			continue
		}
		own[key] = machinetest.Value(v)
	}
	x.inst.Record = x.parse(of, own)
	for link, raw := range linked {
		f, _ := of.Field(link)
		target, _ := x.inst.Graph.Types().RecordType(f.Target)
		id, _ := x.inst.Record[link].(string)
		x.inst.Linked[id] = x.parse(target, raw)
	}
	return "ok\n"
}

func (x *transcript) parse(of *record.Type, raw map[string]any) record.Values {
	v, err := of.Parse(raw)
	if err != nil {
		x.t.Fatal(err)
	}
	return v
}

// set reads "field=value" words. Fields that the type does not have come through as they are.
func (x *transcript) set(words []string) record.Values {
	var set record.Values
	for _, w := range words {
		key, v, is := strings.Cut(w, "=")
		if !is || key == "comment" || key == "seen" || strings.HasPrefix(key, "pick:") {
			continue
		}
		if set == nil {
			set = record.Values{}
		}
		if _, known := x.inst.Graph.Type().Field(key); !known {
			set[key] = v
			continue
		}
		set[key] = x.parse(x.inst.Graph.Type(), map[string]any{key: machinetest.Value(v)})[key]
	}
	return set
}

// picksOf reads "pick:node=bob,cyd".
func picksOf(words []string) map[string][]string {
	var picks map[string][]string
	for _, w := range words {
		node, people, is := strings.Cut(strings.TrimPrefix(w, "pick:"), "=")
		if is && strings.HasPrefix(w, "pick:") {
			if picks == nil {
				picks = map[string][]string{}
			}
			picks[node] = strings.Split(people, ",")
		}
	}
	return picks
}

// seenBy reads "seen=2", the version of the values that was looked at.
func seenBy(words []string) int {
	for _, w := range words {
		if n, is := strings.CutPrefix(w, "seen="); is {
			seen, err := strconv.Atoi(n)
			if err == nil {
				return seen
			}
		}
	}
	return 0
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}
