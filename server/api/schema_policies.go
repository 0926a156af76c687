package api

import (
	"github.com/danielgtaylor/huma/v2"

	"flowline/engine/flow"
	"flowline/engine/machine"
)

// policies puts the words of approval policies into the document. What is absent is the default.
func policies(r huma.Registry) {
	enumerate(r, "WithdrawWhen", flow.WithdrawAlways, flow.WithdrawNever)
	enumerate(r, "DedupScope", flow.DedupConsecutive, flow.DedupOff)
	enumerate(r, "EmptyDo", flow.EmptyApprove, flow.EmptyReject, flow.EmptyPeople, flow.EmptyBlock)
	enumerate(r, "SelfDo", flow.SelfAsk, flow.SelfManager, flow.SelfHead)
	enumerate(r, "PickBy", flow.PickSubmitter, flow.PickPrevious)
	enumerate(r, "RejectTo", flow.RejectStart, flow.RejectPrevious, flow.RejectNode)
	enumerate(r, "RejectBranch", flow.RejectOwn, flow.RejectLater)
	enumerate(r, "ReturnTo", flow.ReturnStart, flow.ReturnPrevious, flow.ReturnNodes)
	enumerate(r, "ReturnMode", flow.ReturnDirect, flow.ReturnReturner, flow.ReturnSubmitter)
	enumerate(r, "TaskAction", flow.CanReturn, flow.CanTransfer, flow.CanDelegate, flow.CanAddBefore, flow.CanAddAfter,
		flow.CanAddBeside, flow.CanAbstain, flow.CanTakeBack)
	enumerate(r, "JoinMode", flow.JoinAll, flow.JoinFirst, flow.JoinN)
	enumerate(r, "JoinShort", flow.ShortHold)
	enumerate(r, "CopyAt", flow.CopyEntered, flow.CopyPassed, flow.CopyRejected, flow.CopyEnded)
	enumerate(r, "Abstention", flow.AbstainExcluded)
	enumerate(r, "SubVersion", flow.VersionLatest)
	enumerate(r, "SubOver", flow.OverLinked, flow.OverNew)
	enumerate(r, "FinishMode", flow.FinishAny, flow.FinishN)
	enumerate(r, "GroupKind", machine.GroupBefore, machine.GroupAfter)
}
