package rule

import (
	"sort"
	"strings"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"flowline/engine/record"
)

// schema is the types that a rule may see: the record's own, the linked ones and those of detail rows. It is CEL's type
// provider for the names of its shapes.
type schema struct {
	*types.Registry
	shapes map[string]*shape
	root   *shape
	item   *shape // nil: there is none
}

// shape is one kind of object in a rule.
type shape struct {
	name    string // record:contract, linked:customer or row:contract.items, so that no key is taken for a type of CEL's
	key     string // record type
	celType *types.Type
	members map[string]member
}

// member is one field of a shape.
type member struct {
	field   *record.Field
	celType *types.Type
	linked  *shape // of a link that is followed
	row     *shape // of detail rows
}

// systemFields are what every record has beside its own fields.
var systemFields = []record.Field{
	{Key: "id", Type: record.Text},
	{Key: "number", Type: record.Text},
	{Key: "owner", Type: record.Person},
	{Key: "created_by", Type: record.Person},
	{Key: "updated_by", Type: record.Person},
	{Key: "created_at", Type: record.DateTime},
	{Key: "updated_at", Type: record.DateTime},
}

var nullableString = types.NewNullableType(types.StringType)

func newSchema(in Scope) (*schema, error) {
	t, catalog := in.Type, in.Types
	registry, err := types.NewRegistry()
	if err != nil {
		return nil, err
	}
	s := &schema{Registry: registry, shapes: map[string]*shape{}}
	s.root = s.shape("record:"+t.Key, t, func(f *record.Field) *shape {
		if catalog == nil {
			return nil
		}
		target, known := catalog.RecordType(f.Target)
		if !known {
			return nil
		}
		name := "linked:" + target.Key
		if seen, ok := s.shapes[name]; ok {
			return seen
		}
		return s.shape(name, target, nil)
	})
	if in.Item != nil {
		s.item = s.add("item:"+in.Item.Key, in.Item.Key)
		s.item.columns(in.Item.Fields)
	}
	return s, nil
}

// shape adds a record type under name. Where follow answers no shape, a link is read as the id it holds.
func (s *schema) shape(name string, t *record.Type, follow func(*record.Field) *shape) *shape {
	sh := s.add(name, t.Key)
	for i := range systemFields {
		sh.members[systemFields[i].Key] = plainMember(&systemFields[i])
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		m := plainMember(f)
		switch f.Type {
		case record.Link:
			if follow != nil {
				if m.linked = follow(f); m.linked != nil {
					m.celType = m.linked.celType
				}
			}
		case record.Rows:
			m.row = s.add("row:"+t.Key+"."+f.Key, t.Key)
			m.row.columns(f.Columns)
			m.celType = types.NewListType(m.row.celType)
		}
		sh.members[f.Key] = m
	}
	return sh
}

func (s *schema) add(name, key string) *shape {
	sh := &shape{name: name, key: key, celType: types.NewObjectType(name), members: map[string]member{}}
	s.shapes[name] = sh
	return sh
}

// columns adds fields that lead nowhere.
func (sh *shape) columns(fields []record.Field) {
	for i := range fields {
		sh.members[fields[i].Key] = plainMember(&fields[i])
	}
}

func plainMember(f *record.Field) member {
	m := member{field: f, celType: nullableString}
	switch f.Type {
	case record.Number, record.Money:
		m.celType = numberType
	case record.Boolean:
		m.celType = types.NewNullableType(types.BoolType)
	case record.Date, record.DateTime:
		m.celType = types.TimestampType
	case record.MultiChoice, record.File:
		m.celType = types.NewListType(types.StringType)
	}
	return m
}

// title is the shape's name for people.
func (sh *shape) title() string {
	_, title, _ := strings.Cut(sh.name, ":")
	return title
}

// names lists a shape's fields in order.
func (sh *shape) names() []string {
	names := make([]string, 0, len(sh.members))
	for key := range sh.members {
		names = append(names, key)
	}
	sort.Strings(names)
	return names
}

// FindStructType answers CEL's question for a shape by name.
func (s *schema) FindStructType(name string) (*types.Type, bool) {
	if sh, ok := s.shapes[name]; ok {
		return types.NewTypeTypeWithParam(sh.celType), true
	}
	return nil, false
}

// FindStructFieldNames answers CEL's question for the fields of a shape.
func (s *schema) FindStructFieldNames(name string) ([]string, bool) {
	sh, ok := s.shapes[name]
	if !ok {
		return nil, false
	}
	return sh.names(), true
}

// FindStructFieldType answers CEL's question for the type of a field.
func (s *schema) FindStructFieldType(name, field string) (*types.FieldType, bool) {
	sh, ok := s.shapes[name]
	if !ok {
		return nil, false
	}
	m, ok := sh.members[field]
	if !ok {
		return nil, false
	}
	return &types.FieldType{Type: m.celType}, true
}

// NewValue refuses: a rule reads records and makes none.
func (s *schema) NewValue(name string, _ map[string]ref.Val) ref.Val {
	return types.NewErr("a rule cannot make a %s", name)
}
