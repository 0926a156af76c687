package flow

import (
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// Subflow runs another flow, once or several times, and goes on by what that comes to.
//
// The version that runs is the one that is current when the step is entered for the first time in an instance. It never
// changes for a child that has begun, and with VersionPinned, later entries of the step in that instance, as after a
// return, run the same one: a request is judged by one set of rules to its end.
type Subflow struct {
	Flow     string     `json:"flow"`               // key of the flow that runs
	Version  SubVersion `json:"version,omitempty"`  // absent: pinned
	Over     SubOver    `json:"over,omitempty"`     // absent: the same record
	Link     string     `json:"link,omitempty"`     // with linked: the link field whose record it runs over
	Of       string     `json:"of,omitempty"`       // with new: the type of the record that is made
	In       []Assign   `json:"in,omitempty"`       // with new: fields of the new record; From reads this flow's record
	Out      []Assign   `json:"out,omitempty"`      // fields of this flow's record, once the child is approved; From reads the child's
	Each     *Each      `json:"each,omitempty"`     // absent: one child
	Finish   *Finish    `json:"finish,omitempty"`   // with Each; absent: all of them have to be approved
	Detached bool       `json:"detached,omitempty"` // this flow goes on as soon as the child has begun, and is only linked with it
	Reject   *Reject    `json:"reject,omitempty"`   // without an arrow for it; absent: the instance ends as rejected
}

// SubVersion says which version of the other flow runs.
type SubVersion string

// The versions.
const (
	VersionPinned SubVersion = ""       // the one that was current when the instance came here first
	VersionLatest SubVersion = "latest" // the one that is current each time it comes here
)

// SubOver says which record the child runs over.
type SubOver string

// The records.
const (
	OverSame   SubOver = ""       // this flow's own
	OverLinked SubOver = "linked" // the one that a link field leads to
	OverNew    SubOver = "new"    // one that is made for it
)

// Each says how many children there are. One of its fields is set.
type Each struct {
	Rows    string `json:"rows,omitempty"`    // one for each row of this field; In may read the row as "item"
	Options string `json:"options,omitempty"` // one for each option chosen in this field; In may read it as item.value
	Count   int    `json:"count,omitempty"`   // so many
}

// FinishMode says how many of the children have to be approved.
type FinishMode string

// The modes. As soon as it cannot be reached any more the step is rejected, and those under way are ended.
const (
	FinishAll FinishMode = ""    // all
	FinishAny FinishMode = "any" // one
	FinishN   FinishMode = "n"   // N of them, or all if there are fewer
)

// Finish says when several children are enough.
type Finish struct {
	Mode FinishMode `json:"mode,omitempty"`
	N    int        `json:"n,omitempty"`
}

// MaxChildren is how many children one entry into a step may start; MaxDepth how deep flows may lie in one another.
const (
	MaxChildren = 100
	MaxDepth    = 8
)

// Child is the type of the record that the child runs over, as seen from type own; nil when it cannot be told.
func (s *Subflow) Child(own *record.Type, types record.Catalog) *record.Type {
	key := s.Of
	switch s.Over {
	case OverSame:
		return own
	case OverLinked:
		f, known := own.Field(s.Link)
		if !known || f.Type != record.Link {
			return nil
		}
		key = f.Target
	case OverNew:
	}
	t, _ := recordType(types, key)
	return t
}

// Item is the type of what there is one child for each of; nil where a child has nothing of its own.
func (s *Subflow) Item(own *record.Type) *record.Type {
	if s.Each == nil {
		return nil
	}
	if f, known := own.Field(s.Each.Rows); known && f.Type == record.Rows {
		return &record.Type{Key: f.Key, Name: f.Name, Fields: f.Columns}
	}
	if f, known := own.Field(s.Each.Options); known && f.Type == record.MultiChoice {
		return &record.Type{Key: f.Key, Name: f.Name, Fields: []record.Field{{Key: "value", Name: f.Name, Type: record.Choice, Options: f.Options}}}
	}
	return nil
}

func (v *validator) subflow(at string, s *Subflow) {
	v.line(at+".flow", s.Flow, 60)
	oneOf(v, at+".version", s.Version, VersionPinned, VersionLatest)
	oneOf(v, at+".over", s.Over, OverSame, OverLinked, OverNew)
	v.line(at+".link", s.Link, MaxName)
	v.line(at+".of", s.Of, MaxName)
	v.assigns(at+".in", s.In)
	v.assigns(at+".out", s.Out)
	if e := s.Each; e != nil {
		v.line(at+".each.rows", e.Rows, MaxName)
		v.line(at+".each.options", e.Options, MaxName)
		v.whole(at+".each.count", e.Count, 0, MaxChildren)
		set := 0
		for _, is := range []bool{e.Rows != "", e.Options != "", e.Count > 0} {
			if is {
				set++
			}
		}
		if set > 1 {
			v.say(at+".each", text.T("只能写一种：每行、每个选项，或固定个数。", "Say one of these: for each row, for each option, or so many."))
		}
	}
	if f := s.Finish; f != nil {
		oneOf(v, at+".finish.mode", f.Mode, FinishAll, FinishAny, FinishN)
		v.whole(at+".finish.n", f.N, 0, MaxChildren)
	}
	if s.Reject != nil {
		v.reject(at+".reject", s.Reject)
	}
}

// OutRule is the compiled From of the i-th value that a sub-flow step takes back from its child; nil when it is fixed.
func (g *Graph) OutRule(node string, i int) *rule.Program {
	return nth(g.outs[node], i)
}
