package diagram

import (
	"flowline/engine/machine"
	"flowline/engine/text"
)

// The words that a drawing adds to the flow's own.
var (
	wordFlow     = text.T("流程图", "Flowchart")
	wordInstance = text.T("流程实例", "Flow instance")
	wordVersion  = text.T("版本", "Version")
	wordDraft    = text.T("草稿", "Draft")
	wordStatus   = text.T("状态", "Status")
	wordDate     = text.T("日期", "Date")
	wordRecord   = text.T("记录类型", "Record type")
	wordSubject  = text.T("记录", "Record")
	wordLegend   = text.T("图例", "Legend")
	wordPath     = text.T("已走路径", "Path taken")
	wordRefusal  = text.T("驳回路径", "If rejected")
	wordTimeOut  = text.T("超时路径", "If time runs out")
	wordNoLane   = text.T("其他", "Others")

	wordOtherwise = text.T("其他情况", "otherwise")
	wordFirst     = text.T("任一到达", "first to arrive")
	wordSoMany    = text.T("{all} 条到 {n} 条", "{n} of {all}")
	wordMatchAll  = text.T("满足的都走", "every one that holds")
	wordAnd       = text.T(" 且 ", " and ")
	wordOr        = text.T(" 或 ", " or ")
	wordYes       = text.T("是", "yes")
	wordNo        = text.T("否", "no")

	wordRuns   = text.T("启动流程 {flow}", "Runs flow {flow}")
	wordEach   = text.T("可能有多个", "Possibly several")
	wordGoesOn = text.T("不等待结果", "Does not wait for it")
	wordSystem = text.T("系统自动", "System")
	wordNobody = text.T("未指定人员", "Nobody named yet")
	wordAll    = text.T("会签", "all agree")
	wordOrder  = text.T("依次", "in order")
	wordVote   = text.T("票签", "vote")
	wordVeto   = text.T("可一票否决", "with veto")
	wordLate   = text.T("逾期", "late")
	wordMore   = text.T("另有 {n} 人", "{n} more")

	wordVoteShare = text.T("票签，至少 {of}/{all}", "vote, at least {of}/{all}")
	wordVoteOver  = text.T("票签，超过 {of}/{all}", "vote, over {of}/{all}")

	wordHeadOfSubmitter = text.T("申请人的部门负责人", "Head of the submitter's department")
	wordHeadOf          = text.T("{department}负责人", "Head of {department}")
	wordHeadOfField     = text.T("“{field}”的部门负责人", "Head of the department of {field}")
	wordManagerOfField  = text.T("“{field}”的直接上级", "Manager of {field}")
	wordAdmins          = text.T("管理员", "Administrators")
	wordChainManagers   = text.T("{whose}的逐级上级", "Managers of the {whose}, one by one")
	wordChainHeads      = text.T("{whose}的逐级部门负责人", "Heads above the {whose}, one by one")
	wordChainLevels     = text.T("，最多 {n} 级", ", at most {n}")
	wordChainPost       = text.T("，到{post}为止", ", up to {post}")
	wordChainAmount     = text.T("，到限额够“{field}”为止", ", until the limit covers {field}")
	wordManager         = text.T("申请人的直接上级", "Submitter's manager")
	wordSubmitter       = text.T("申请人", "Submitter")
	wordFieldPerson     = text.T("记录中的{field}", "{field} of the record")
)

// symbolWords name the symbols, in the order of the legend.
var symbolWords = []struct {
	shape shape
	text  text.Text
}{
	{terminator, text.T("开始、结束", "Start, end")},
	{process, text.T("步骤", "Step")},
	{document, text.T("通知", "Notice")},
	{predefined, text.T("子流程", "Sub-flow")},
	{diamond, text.T("判断", "Decision")},
	{parallel, text.T("分支、汇合", "Fork, join")},
}

// stateWords name the states of a node, in the order of the legend.
var stateWords = []struct {
	state machine.NodeState
	text  text.Text
}{
	{machine.NodeDone, text.T("已完成", "Done")},
	{machine.NodeHere, text.T("进行中", "Here")},
	{machine.NodeWaiting, text.T("等待", "Waiting")},
	{machine.NodeRefused, text.T("已驳回", "Refused")},
	{machine.NodeFault, text.T("故障", "Fault")},
}
