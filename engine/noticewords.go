package engine

import (
	"regexp"

	"flowline/engine/machine"
	"flowline/engine/text"
)

// named puts names for the places {person:<id>} that a notify step leaves.
func (p people) named(t text.Text) text.Text {
	in := func(s string, lang text.Lang) string {
		return personPlace.ReplaceAllStringFunc(s, func(place string) string {
			id := place[len("{person:") : len(place)-1]
			if name := p.ref(id).Name.In(lang); name != "" {
				return name
			}
			return id
		})
	}
	return text.T(in(t.ZH, text.Chinese), in(t.EN, text.English))
}

var personPlace = regexp.MustCompile(`\{person:[A-Za-z0-9._-]+\}`)

// noticeWords words a notice. It names the flow and the record's number, and no value of the record: what a person may
// see of that is decided when he opens it. But who made a request is told of it by the record's name, which seen is, if
// he may see it.
func noticeWords(v *version, in Instance, n machine.Notice, seen string) (title, body text.Text) {
	step := n.Node
	stepName := text.T(step, step)
	for _, node := range v.Definition.Nodes {
		if node.ID == n.Node && !node.Name.Empty() {
			stepName = node.Name
		}
	}
	flowName := v.Definition.Name
	body = text.T(flowName.In(text.Chinese)+" · "+in.Number, flowName.In(text.English)+" · "+in.Number)
	say := func(zh, en string, name text.Text) text.Text {
		return text.T(zh+name.In(text.Chinese), en+name.In(text.English))
	}
	request := flowName
	switch {
	case seen == "":
	case in.State.Voids != "": // else it would read as if what it is about had ended so
		request = text.T(flowName.In(text.Chinese)+" · "+seen, flowName.In(text.English)+" · "+seen)
	default:
		request = text.T(seen, seen)
	}
	switch n.Kind {
	case machine.NoticeTask:
		return say("待办：", "To do: ", stepName), body
	case machine.NoticeLate:
		return say("已超时：", "Late: ", stepName), body
	case machine.NoticeUrge:
		return say("催办：", "Reminder: ", stepName), body
	case machine.NoticeBack:
		return say("已退回给您：", "Sent back to you: ", request), body
	case machine.NoticeGone:
		why := n.Why()
		return say("不用再处理：", "Nothing left to do: ", stepName),
			text.T(why.In(text.Chinese)+body.In(text.Chinese), why.In(text.English)+" "+body.In(text.English))
	case machine.NoticeCopy:
		return say("抄送给您：", "A copy for you: ", flowName), body
	case machine.NoticeVoidAsked:
		return say("{person:"+n.By+"} 申请作废：", "{person:"+n.By+"} asks to declare void: ", request), body
	case machine.NoticeVoidRefused:
		return say("作废申请没有通过：", "Not declared void: ", request), body
	case machine.NoticeEnd:
		return say(endWords[in.Status].ZH, endWords[in.Status].EN, request), body
	}
	return flowName, body
}

var endWords = map[machine.Status]text.Text{
	machine.Approved:   text.T("已通过：", "Approved: "),
	machine.Rejected:   text.T("已拒绝：", "Rejected: "),
	machine.Terminated: text.T("已终止：", "Ended by an administrator: "),
	machine.Withdrawn:  text.T("已撤回：", "Withdrawn: "),
	machine.Voided:     text.T("已作废：", "Declared void: "),
}
