package flow

import (
	"maps"
	"slices"
	"strconv"

	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

func (v *validator) node(at string, n *Node, seen ids) {
	v.id(at, n.ID, seen)
	oneOf(v, at+".kind", n.Kind, KindStart, KindStep, KindDecision, KindFork, KindJoin, KindEnd)
	v.text(at+".name", n.Name, MaxName)
	v.text(at+".description", n.Description, MaxLong)
	v.line(at+".tool", n.Tool, MaxName)
	v.line(at+".lane", n.Lane, MaxName)
	for _, s := range []struct {
		name  string
		of    Kind
		there bool
	}{
		{"form", KindStart, n.Form != nil},
		{"action", KindStep, n.Action != nil},
		{"decision", KindDecision, n.Decision != nil},
		{"join", KindJoin, n.Join != nil},
		{"end", KindEnd, n.End != nil},
	} {
		if s.there && n.Kind != s.of {
			v.say(at+"."+s.name, text.T("只有 {kind} 节点才有这项设置。", "Only a node of kind {kind} has this.").Fill("kind", string(s.of)))
		}
	}
	if n.Form != nil {
		v.fields(at+".form.fields", n.Form.Fields, anyRight...)
	}
	if n.Decision != nil {
		oneOf(v, at+".decision.match", n.Decision.Match, MatchFirst, MatchAll)
	}
	if n.Join != nil {
		v.join(at+".join", n.Join)
	}
	if n.End != nil {
		oneOf(v, at+".end.result", n.End.Result, ResultApproved, ResultRejected)
	}
	if n.Action != nil {
		v.action(at+".action", n.Action)
	}
}

var anyRight = []record.Access{record.Hidden, record.Read, record.Edit, record.Required}

func (v *validator) fields(at string, fields map[string]record.Access, rights ...record.Access) {
	v.count(at, len(fields), record.MaxFields)
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		a := fields[key]
		v.line(at, key, MaxName)
		oneOf(v, join(at, key), a, rights...)
	}
}

func (v *validator) action(at string, a *Action) {
	switch {
	case a.Approve != nil:
		v.selectors(at+".by", a.Approve.By)
		v.quorum(at+".quorum", &a.Approve.Quorum)
		v.timing(at, a.Approve.Due, a.Approve.Deadline, a.Approve.Late)
		v.fields(at+".fields", a.Approve.Fields, anyRight...)
		oneOf(v, at+".self", a.Approve.Self, SelfSkip, SelfAsk, SelfManager, SelfHead)
		if a.Approve.Reject != nil {
			v.reject(at+".reject", a.Approve.Reject)
		}
		v.policies(at, a.Approve.Empty, a.Approve.Pick, a.Approve.Return, a.Approve.Forbid, a.Approve.Copy)
	case a.Do != nil:
		v.selectors(at+".by", a.Do.By)
		v.timing(at, a.Do.Due, a.Do.Deadline, a.Do.Late)
		v.fields(at+".fields", a.Do.Fields, anyRight...)
		v.policies(at, a.Do.Empty, a.Do.Pick, a.Do.Return, a.Do.Forbid, a.Do.Copy)
	case a.Notify != nil:
		v.selectors(at+".to", a.Notify.To)
		v.text(at+".title", a.Notify.Title, MaxName)
		v.text(at+".body", a.Notify.Body, MaxLong)
	case a.Update != nil:
		v.line(at+".target", a.Update.Target, MaxName)
		v.assigns(at+".set", a.Update.Set)
	case a.Subflow != nil:
		v.subflow(at, a.Subflow)
	}
}

func (v *validator) selectors(at string, by []org.Selector) {
	v.count(at, len(by), 50)
	for i, s := range by {
		set := 0
		for _, part := range []string{s.Person, s.Post, s.HeadOf, s.ManagerOf, s.Field} {
			v.line(at+"["+strconv.Itoa(i)+"]", part, MaxName)
			if part != "" {
				set++
			}
		}
		for _, is := range []bool{s.Submitter, s.Admins, s.Chain != nil} {
			if is {
				set++
			}
		}
		if s.Chain != nil {
			v.chain(place(at, i)+".chain", s.Chain)
		}
		if set > 1 {
			v.say(at+"["+strconv.Itoa(i)+"]", text.T("一次只能写一种选人方式。", "Name people in one way at a time."))
		}
	}
}

func (v *validator) chain(at string, c *org.Chain) {
	v.line(at+".of", c.Of, MaxName)
	v.line(at+".post", c.Post, MaxName)
	v.line(at+".amount", c.Amount, MaxName)
	oneOf(v, at+".along", c.Along, org.Managers, org.Heads)
	oneOf(v, at+".vacant", c.Vacant, org.VacantUp, org.VacantSkip, org.VacantEmpty)
	if c.Of != org.OfSubmitter && org.FieldOf(c.Of) == "" {
		v.say(at+".of", text.T("连续多级主管要从提交人（submitter）或人员字段（field:字段）开始。", "A chain of superiors starts from submitter or from field:<a person field>."))
	}
	if c.Levels < 0 || c.Levels > org.MaxLevels {
		v.say(at+".levels", text.T("级数是 0 到 {n} 的整数，0 表示不限。", "Levels are a whole number from 0 to {n}; 0 is no limit.").Fill("n", strconv.Itoa(org.MaxLevels)))
	}
}
