package machine

import (
	"slices"
	"strings"

	"flowline/engine/text"
)

// Who was asked and is asked no more is told so, and who did it: their to-do would else vanish without a word. Whoever did
// it knows, and who leaves has no part in it any more.

// gone has the assignee of a task told at the end of the step.
func (r *run) gone(k *Task, by, reason string) {
	if !k.OpenedAt.IsZero() && k.Assignee != by {
		r.u.Told = append(r.u.Told, Notice{To: k.Assignee, Kind: NoticeGone, Node: k.Node, Task: k.ID, By: by, Reason: reason})
	}
}

// unsaid leaves out whose task it was: there is nobody to tell.
func (r *run) unsaid(task string) {
	r.u.Told = slices.DeleteFunc(r.u.Told, func(n Notice) bool { return n.Task == task })
}

// tellGone sends what is to be told, one notice to each person however many tasks; none to whom the same step asks again
// there, or tells that all has ended. A task is gone once, so the notice is named after it.
func (r *run) tellGone() {
	told := map[string]bool{}
	if r.s.Status.Ended() {
		told[r.s.InCharge()] = true
	}
	for _, n := range r.u.Told {
		again := slices.ContainsFunc(r.s.Tasks, func(k *Task) bool {
			return k.Assignee == n.To && k.Node == n.Node && k.State == TaskOpen && k.OpenedAt.Equal(r.at)
		})
		if told[n.To] || again {
			continue
		}
		told[n.To] = true
		r.step.Jobs = append(r.step.Jobs, Job{ID: "j" + n.Task, Kind: JobNotice, Notice: n, At: r.at})
	}
	r.u.Told = nil
}

// Why says why a task is gone, with the place for the name of who did it.
func (n Notice) Why() text.Text {
	why, known := because[n.Reason]
	if !known {
		why = text.T("流程已不需要您处理。", "The flow wants nothing of you here any more.")
	}
	by := text.T("系统", "The system")
	if n.By != "" {
		by = text.T("{person:"+n.By+"}", "{person:"+n.By+"}")
	}
	return text.T(strings.ReplaceAll(why.ZH, "{by}", by.ZH), strings.ReplaceAll(why.EN, "{by}", by.EN))
}

var because = map[string]text.Text{
	reasonSibling:    text.T("{by} 已经处理了这一步。", "{by} has decided this step."),
	reasonEnded:      text.T("流程在别的分支上结束了。", "The flow has ended on another branch."),
	reasonRejected:   text.T("{by} 拒绝了，流程已经结束。", "{by} rejected it, and the flow has ended."),
	reasonTerminated: text.T("{by} 终止了流程。", "{by} ended the flow."),
	reasonReassigned: text.T("{by} 把它改派给了别人。", "{by} gave it to somebody else."),
	reasonRecalled:   text.T("{by} 收回了委派，不再需要您的意见。", "{by} does without your opinion."),
	reasonRemoved:    text.T("{by} 减签了，不再需要您签字。", "{by} does without your signature."),
	reasonReturned:   text.T("{by} 退回了流程。", "{by} sent it back."),
	reasonTakenBack:  text.T("{by} 拿回了决定，之后可能会再请您处理。", "{by} took a decision back; you may be asked again."),
	reasonWithdrawn:  text.T("{by} 撤回了申请。", "{by} withdrew the request."),
	reasonJumped:     text.T("{by} 把流程移到了别的步骤。", "{by} moved the flow to another step."),
	reasonLate:       text.T("时间已到，流程按这一步的设置往下走了。", "Time ran out, and the flow went on as this step says."),
	reasonBefore:     text.T("前加签的一方不同意，按这一步的设置算作拒绝。", "Those who were added to sign first rejected it; by this step's setting that is a rejection."),
	reasonOvertaken:  text.T("别的分支已先到汇聚，这条分支不再需要。", "Other branches came to the join first; this one is not wanted any more."),
	reasonCaller:     text.T("发起它的流程不再需要它了。", "The flow that called this one wants it no more."),
	"":               text.T("{by} 把它转交给了别人。", "{by} passed it on to somebody else."), // as your deputy
}
