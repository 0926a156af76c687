package machine

import (
	"errors"
	"fmt"
	"time"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

// The refusals: what Advance answers to an event that is not possible. Nothing has changed then.
var (
	errEnded = fault.New(fault.Refused, "instance_ended", text.T(
		"流程已经结束，不能再操作。", "The flow has ended; nothing more can be done in it."))
	errUnknownTask = fault.New(fault.NotFound, "unknown_task", text.T(
		"没有这个待办，请刷新后重试。", "There is no such task; reload and try again."))
	errNotYours = fault.New(fault.Forbidden, "not_your_task", text.T(
		"这不是您的待办，请由被指派的人处理。", "This task is not yours; it is for the person assigned to decide."))
	errNotYet = fault.New(fault.Refused, "task_not_open", text.T(
		"还没有轮到您，请等前面的人处理。", "It is not your turn yet; please wait for those before you."))
	errCommentRequired = fault.New(fault.Invalid, "comment_required", text.T(
		"请写明理由。", "Please give the reason."))
	errDataChanged = fault.New(fault.Conflict, "data_changed", text.T(
		"您看过之后数据有了变化，请重新打开，看清变化再处理。", "The data has changed since you saw it; open it again, look at what changed, and then decide."))
	errCommentTooLong = fault.New(fault.Invalid, "comment_too_long", text.T(
		"意见最多 {n} 个字，请缩短。", "A comment may have at most {n} characters; please shorten it."), "n", fmt.Sprint(MaxComment))
	errCommentUnreadable = fault.New(fault.Invalid, "comment_unreadable", text.T(
		"意见里有不能显示的控制字符，请删除后重试。", "The comment holds control characters, which cannot be shown; remove them and try again."))
	errFieldRequired = fault.New(fault.Invalid, "field_required", text.T(
		"请填写必填项。", "Please fill in what is required."))
	errNotEditable = fault.New(fault.Forbidden, "field_not_editable", text.T(
		"这一步不能修改该字段。", "This field cannot be changed at this step."))
	errUnknownIncident = fault.New(fault.NotFound, "unknown_incident", text.T(
		"没有这个异常，请刷新后重试。", "There is no such incident; reload and try again."))
	errRepaired = fault.New(fault.Conflict, "incident_repaired", text.T(
		"这个异常已经处理过了，请刷新。", "This incident is already seen to; reload."))
	errNotAssignable = fault.New(fault.Refused, "incident_not_assignable", text.T(
		"这个异常不是因为没有处理人，请改用“重试”。", "This incident is not about missing people; use retry instead."))
	errNobodyNamed = fault.New(fault.Invalid, "nobody_named", text.T(
		"请至少指定一个人。", "Please name at least one person."))
	errToThemselves = fault.New(fault.Invalid, "to_themselves", text.T(
		"不能把工作转交给离开的人自己，请另选一位接手人。", "What somebody leaves behind cannot go to themselves; choose somebody else."))
	errOneOnly = fault.New(fault.Invalid, "one_person_only", text.T(
		"这里只缺一个人的签字，请只指定一个人。", "Only one signature is missing here; please name one person."))
	errNoReturn = fault.New(fault.Refused, "return_not_offered", text.T(
		"这一步不能退回，请选择同意或拒绝。", "This step cannot be returned from; approve or reject it."))
	errNoSuchTarget = fault.New(fault.Refused, "return_target_not_offered", text.T(
		"不能退回到这一步，请从列表中选择已经办过的步骤。", "It cannot be returned to that step; choose one from the list of steps passed."))
	errNotSubmitter = fault.New(fault.Forbidden, "not_the_submitter", text.T(
		"只有提交人可以这样做。", "Only whoever submitted may do this."))
	errNoWithdrawing = fault.New(fault.Refused, "no_withdrawing", text.T(
		"这个流程不允许撤回，请联系审批人退回或拒绝。", "This flow does not allow withdrawing; ask an approver to return or reject it."))
	errDecidedAlready = fault.New(fault.Refused, "decided_already", text.T(
		"已经有人处理过，不能再撤回；可以请审批人退回。", "Somebody has decided already, so it cannot be withdrawn; ask an approver to return it."))
	errOpened = fault.New(fault.Refused, "opened_already", text.T(
		"下一位处理人已经打开看过，按流程设置不能再撤回或拿回；可以请他退回。", "Whoever is asked next has opened it, and this flow then lets nothing be withdrawn or taken back; ask them to return it."))
	errNothingToTakeBack = fault.New(fault.Refused, "nothing_to_take_back", text.T(
		"这个决定不能拿回。", "This decision cannot be taken back."))
	errGoneBy = fault.New(fault.Conflict, "gone_by_already", text.T(
		"后面的步骤已经处理，不能再拿回；可以请后面的人退回。", "The steps after it have gone by this decision, so it cannot be taken back; ask those after you to return it."))
	errSuspended = fault.New(fault.Refused, "instance_suspended", text.T(
		"流程已被管理员挂起，恢复之后才能操作。", "An administrator has suspended this flow; nothing can be done in it until it is resumed."))
	errNotSuspended = fault.New(fault.Refused, "not_suspended", text.T(
		"流程没有被挂起。", "The flow is not suspended."))
	errNotEnded = fault.New(fault.Refused, "not_ended", text.T(
		"流程还没有结束，不能作废；可以终止它。", "The flow has not ended, so it cannot be voided; terminate it instead."))
	errVoided = fault.New(fault.Conflict, "voided_already", text.T(
		"已经作废，不用再操作。", "It is void already; there is nothing left to do."))
	errVoidWantsApproval = fault.New(fault.Refused, "void_wants_approval", text.T(
		"这个流程的作废要经过审批，请用“申请作废”。", "This flow wants an approval before anything is declared void; ask for it instead."))
	errVoidWithoutApproval = fault.New(fault.Refused, "void_without_approval", text.T(
		"这里作废不需要审批，由管理员直接作废。", "No approval is needed to declare this void; an administrator does it."))
	errVoidAsked = fault.New(fault.Conflict, "void_asked_already", text.T(
		"已经有人申请作废，正在审批；有结果之后才能再次申请。", "Somebody has asked already to have this declared void; ask again once that is decided."))
	errVoidOfVoid = fault.New(fault.Refused, "void_of_void", text.T(
		"这是一个作废申请，不能作废。", "This is itself a request to declare something void, and cannot be declared void."))
	errVoidMoved = fault.New(fault.Conflict, "void_answered_already", text.T(
		"这个作废申请已经有了结果，请刷新。", "That request to declare this void has been answered already; reload."))
	errNoToken = fault.New(fault.NotFound, "not_there_any_more", text.T(
		"流程已经不在那一步，请刷新后重试。", "The flow is not at that step any more; reload and try again."))
	errNoLanding = fault.New(fault.Refused, "jump_not_possible", text.T(
		"不能跳转到这一步：它在别的并行分支里，或者不存在。", "It cannot be moved to that step: it lies in another parallel branch, or does not exist."))
	errUnknownChild = fault.New(fault.NotFound, "unknown_child", text.T(
		"没有这个子流程，请刷新后重试。", "There is no such sub-flow; reload and try again."))
	errChildMoved = fault.New(fault.Conflict, "child_moved_on", text.T(
		"这个子流程已经不在等待这个结果，请刷新。", "This sub-flow does not wait for that any more; reload."))
	errNobodysChild = fault.New(fault.Refused, "nobodys_child", text.T(
		"这个流程不是别的流程的一部分。", "This request is not part of another."))
	errCallerSuspended = fault.New(fault.Refused, "caller_suspended", text.T(
		"它所属的流程已挂起。请先恢复那个流程，这里会一起恢复。", "What this is part of is suspended. Resume that; this then goes on with it."))
	errPartOfAnother = fault.New(fault.Refused, "part_of_another", text.T(
		"这是另一个流程的一部分，不能单独撤回，请撤回那个流程。", "This is part of another request and cannot be withdrawn by itself; withdraw that one."))
	errUnknownTimer = fault.New(fault.NotFound, "unknown_timer", text.T(
		"这个定时器已经不在了。", "This timer is gone."))
	errTimerEarly = fault.New(fault.Refused, "timer_not_due", text.T(
		"定时器还没有到时间。", "This timer is not due yet."))
	errStarted = fault.New(fault.Refused, "already_started", text.T(
		"流程已经提交，不能再次提交。", "The flow is already submitted; it cannot be submitted again."))
	errNotStarted = fault.New(fault.Refused, "not_started", text.T(
		"流程还没有提交。", "The flow is not submitted yet."))
	errNoStart = fault.New(fault.Refused, "no_start", text.T(
		"流程图要有且只有一个开始节点，请改正后重新发布。", "The chart must have one start and no more; mend it and publish again."))
	errNoSubmitter = fault.New(fault.Invalid, "no_submitter", text.T(
		"请说明由谁提交。", "Say who submits it."))
	errNoTime = fault.New(fault.Invalid, "no_time", text.T(
		"事件缺少时间。", "The event has no time."))
	errNotAsked = fault.New(fault.Refused, "not_asked", text.T(
		"没有问过这个问题。", "Nobody asked that."))
	errUnanswered = fault.New(fault.Refused, "answers_wanted", text.T(
		"还有问题没有回答，请先回答。", "There are questions to answer first."))
)

func unknownEvent(t EventType) error {
	return fault.New(fault.Invalid, "unknown_event", text.T("没有“{type}”这种事件。", "There is no event {type}."), "type", string(t))
}

func wrongOutcome(n *flow.Node, t flow.ActionType) error {
	words := outcomeWords[t]
	if n.Action != nil && n.Action.Approve != nil && n.Action.Approve.Quorum.Mode == flow.QuorumVote {
		words = text.T("票签只能选择同意、拒绝，或在允许时弃权。", "A vote is a yes, a no or, where that is allowed, an abstention.")
	}
	return fault.New(fault.Invalid, "wrong_outcome", words)
}

var outcomeWords = map[flow.ActionType]text.Text{
	flow.ActionApprove: text.T("审批只能选择同意或拒绝。", "An approval can only be approved or rejected."),
	flow.ActionDo:      text.T("办理只能标记为完成。", "What is to be done can only be marked as done."),
}

// wrongGraph is the caller's mistake, not a person's.
func wrongGraph(s State, g *flow.Graph) error {
	return fault.From(fmt.Errorf("instance of %s v%d advanced over %s v%d", s.Flow, s.Version, g.Key(), g.Version()))
}

// Handled says who closed a task, and when. By is empty when the system did.
type Handled struct {
	By string // person id
	At time.Time
}

// Error makes Handled the cause of a refusal.
func (h Handled) Error() string { return "handled by " + h.By + " at " + h.At.Format(time.RFC3339) }

// HandledBy finds in a refusal (task_already_decided) who closed the task, and when.
func HandledBy(err error) (Handled, bool) { return errors.AsType[Handled](err) }

// Refusal words it, with a name and a time as its reader should see them.
func (h Handled) Refusal(name text.Text, at string) *fault.Error {
	if name.Empty() {
		name = text.T("系统", "the system")
	}
	return fault.New(fault.Conflict, "task_already_decided", text.T(
		text.T("{by} 已于 {at} 处理了这个待办，您不用再处理。", "").Fill("by", name.In(text.Chinese), "at", at).ZH,
		text.T("", "Already handled by {by} at {at}; there is nothing left for you to do.").Fill("by", name.In(text.English), "at", at).EN,
	)).Because(h)
}

func alreadyDecided(k *Task) error {
	h := Handled{By: k.DecidedBy, At: k.DecidedAt}
	by := text.T(h.By, h.By)
	if h.By == "" {
		by = text.T("系统", "the system")
	}
	return h.Refusal(by, h.At.Format(time.DateTime))
}
