package record

import (
	"regexp"
	"slices"
	"strconv"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Reserved are the keys of the columns that every record has; a rule reads them like fields, and no field may have them.
var Reserved = []string{"id", "number", "revision", "owner", "locked_by", "created_at", "created_by", "updated_at", "updated_by"}

// MaxFields is how many fields a type, or columns a detail field, may have.
const MaxFields = 200

var keyShape = regexp.MustCompile(`^[a-z][a-z0-9_]{0,39}$`)

// Check answers what is wrong with a type itself: invalid (bad_record_type), each wrong place named.
func (t *Type) Check() error {
	c := checker{}
	if !keyShape.MatchString(t.Key) {
		c.say("key", badKey)
	}
	if t.Name.Empty() {
		c.say("name", noName)
	}
	c.fields("fields", t.Fields, false)
	if f, ok := t.Field(t.Title); !ok || (f.Type != Text && f.Type != LongText) {
		c.say("title", text.T("请指定一个文字字段作为记录的名称。", "Name the text field that is a record's title."))
	}
	for i, key := range t.List {
		if _, ok := t.Field(key); !ok && !slices.Contains(Reserved, key) {
			c.say("list["+strconv.Itoa(i)+"]", text.T("没有字段“{key}”。", "There is no field {key}.").Fill("key", key))
		}
	}
	if len(c.wrong) == 0 {
		return nil
	}
	e := fault.New(fault.Invalid, "bad_record_type", text.T("记录类型“{key}”的定义有错。", "The definition of record type {key} is wrong."), "key", t.Key)
	for _, w := range c.wrong {
		e = e.With(w.Path, w.Text)
	}
	return e
}

var (
	badKey = text.T("键只能用小写英文字母、数字和下划线，以字母开头，最多 40 个字符。", "A key is lower-case letters, digits and underscores, begins with a letter and has at most 40 characters.")
	noName = text.T("请写名称。", "Give it a name.")
)

type checker struct {
	wrong []fault.Field
}

func (c *checker) say(path string, t text.Text) {
	c.wrong = append(c.wrong, fault.Field{Path: path, Text: t})
}

func (c *checker) fields(at string, fields []Field, columns bool) {
	if len(fields) > MaxFields {
		c.say(at, text.T("字段太多，最多 {n} 个。", "Too many fields: at most {n}.").Fill("n", strconv.Itoa(MaxFields)))
		return
	}
	seen := map[string]bool{}
	for i := range fields {
		f := &fields[i]
		here := at + "[" + strconv.Itoa(i) + "]"
		switch {
		case !keyShape.MatchString(f.Key):
			c.say(here+".key", badKey)
		case slices.Contains(Reserved, f.Key):
			c.say(here+".key", text.T("“{key}”是系统字段，请换一个键。", "{key} is a system column; choose another key.").Fill("key", f.Key))
		case seen[f.Key]:
			c.say(here+".key", text.T("字段“{key}”重复。", "Field {key} is there twice.").Fill("key", f.Key))
		}
		seen[f.Key] = true
		if f.Name.Empty() {
			c.say(here+".name", noName)
		}
		c.field(here, f, columns)
	}
}

func (c *checker) field(at string, f *Field, column bool) {
	if _, known := parsers[f.Type]; !known {
		c.say(at+".type", text.T("没有字段类型“{type}”。", "There is no field type {type}.").Fill("type", string(f.Type)))
		return
	}
	if f.Decimals < 0 || f.Decimals > 6 {
		c.say(at+".decimals", text.T("小数位数是 0 到 6。", "Decimals are 0 to 6."))
	}
	switch f.Type {
	case Choice, MultiChoice:
		c.options(at, f)
	case Link:
		if !keyShape.MatchString(f.Target) {
			c.say(at+".target", text.T("请写明链接到哪种记录。", "Say which record type it links to."))
		}
	case Rows:
		if column {
			c.say(at+".type", text.T("明细里不能再有明细。", "Detail rows cannot hold detail rows."))
			return
		}
		if len(f.Columns) == 0 {
			c.say(at+".columns", text.T("明细至少要有一列。", "Detail rows need at least one column."))
		}
		c.fields(at+".columns", f.Columns, true)
	}
}

func (c *checker) options(at string, f *Field) {
	if len(f.Options) == 0 {
		c.say(at+".options", text.T("请列出选项。", "List its options."))
	}
	seen := map[string]bool{}
	for i, o := range f.Options {
		if !keyShape.MatchString(o.Key) || seen[o.Key] {
			c.say(at+".options["+strconv.Itoa(i)+"].key", text.T("选项的键不合规或重复。", "The option's key is malformed or there twice."))
		}
		seen[o.Key] = true
	}
}

// HasOption reports whether key is one of a choice's options.
func (f *Field) HasOption(key string) bool {
	return slices.ContainsFunc(f.Options, func(o Option) bool { return o.Key == key })
}

func (f *Field) optionKeys() []string {
	keys := make([]string, len(f.Options))
	for i, o := range f.Options {
		keys[i] = o.Key
	}
	return keys
}
