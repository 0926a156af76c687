package rule

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
	"cel.dev/cel-go/interpreter"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Facts are what a rule is evaluated over. A link holds the linked record's values, with "id", or just its id when the
// rule does not look into it. Beside the fields, Record may hold id, number, owner, created_by, updated_by, created_at
// and updated_at.
type Facts struct {
	Record record.Values
	Old    record.Values // the record before a change
	Item   record.Values // the one of several that something is done for
}

// Explanation tells what an evaluation rested on.
type Explanation struct {
	// Values holds every field that was really read, by path such as record.customer.credit_score or
	// record.items[0].price, with the value it had; nil: it was empty.
	Values record.Values
}

// Eval evaluates the program. A condition gives a bool; a value a canonical Go value: string, bool, decimal.Decimal,
// time.Time, []string, a linked record's id, or nil for empty. A rule that cannot be evaluated, because a field is empty
// or for any other reason, is an error (refused, rule_failed) and never false; the explanation holds what was read.
func (p *Program) Eval(facts Facts) (any, Explanation, error) {
	in := &input{root: p.schema.root, item: p.schema.item, facts: facts, reads: &reads{values: record.Values{}}}
	out, _, err := p.program.Eval(in)
	why := Explanation{Values: in.reads.all()}
	if err != nil {
		return nil, why, p.failed(why, err)
	}
	v, ok := native(out)
	if !ok {
		return nil, why, p.failed(why, errors.New("no field can hold a "+out.Type().TypeName()))
	}
	if _, isBool := v.(bool); !isBool && p.want == Condition {
		return nil, why, p.failed(why, errors.New("no answer: the value is empty"))
	}
	return v, why, nil
}

// True evaluates a condition.
func (p *Program) True(facts Facts) (bool, Explanation, error) {
	v, why, err := p.Eval(facts)
	b, _ := v.(bool)
	return b, why, err
}

func (p *Program) failed(why Explanation, cause error) error {
	var empty []string
	for _, path := range slices.Sorted(maps.Keys(why.Values)) {
		if why.Values[path] == nil {
			empty = append(empty, path)
		}
	}
	t := text.T("条件“{rule}”无法判断：{why}", "The rule {rule} cannot be evaluated: {why}")
	if len(empty) > 0 {
		return fault.New(fault.Refused, "rule_failed", text.T("条件“{rule}”无法判断：{fields} 是空的。", "The rule {rule} cannot be evaluated: {fields} is empty."),
			"rule", clip(p.source), "fields", strings.Join(empty, ", ")).Because(cause)
	}
	return fault.New(fault.Refused, "rule_failed", t, "rule", clip(p.source), "why", clip(cause.Error())).Because(cause)
}

// input gives CEL the variables of one evaluation.
type input struct {
	root  *shape
	item  *shape
	facts Facts
	reads *reads
}

// ResolveName finds record, old and item.
func (in *input) ResolveName(name string) (any, bool) {
	switch name {
	case "record":
		return in.object(name, in.root, in.facts.Record), true
	case "old":
		return in.object(name, in.root, in.facts.Old), true
	case "item":
		return in.object(name, in.item, in.facts.Item), true
	}
	return nil, false
}

func (in *input) object(name string, of *shape, values record.Values) *object {
	if values == nil {
		values = record.Values{}
	}
	return &object{shape: of, values: values, path: name, reads: in.reads}
}

// Parent is none.
func (in *input) Parent() interpreter.Activation { return nil }

// all gives what was read; a link or list counts itself only if nothing within it was read.
func (r *reads) all() record.Values {
	for path, v := range r.whole {
		within := false
		for other := range r.values {
			if strings.HasPrefix(other, path+".") || strings.HasPrefix(other, path+"[") {
				within = true
				break
			}
		}
		if !within {
			r.values[path] = v
		}
	}
	return r.values
}

// native makes the Go value of a result; it has none for types that no field can hold.
func native(v ref.Val) (value any, ok bool) {
	switch x := v.(type) {
	case types.Null:
		return nil, true
	case types.Bool:
		return bool(x), true
	case types.String:
		return string(x), true
	case number:
		return x.Decimal, true
	case types.Timestamp:
		return x.UTC(), true
	case *object:
		return x.id, true
	case traits.Lister:
		items := []string{}
		for it := x.Iterator(); it.HasNext() == types.True; {
			s, isText := it.Next().(types.String)
			if !isText {
				return nil, false
			}
			items = append(items, string(s))
		}
		return items, true
	}
	return nil, false
}
