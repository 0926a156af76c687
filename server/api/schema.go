package api

import (
	"encoding/json"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"flowline/engine"
	"flowline/engine/check"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/prove"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

const components = "#/components/schemas/"

// names are the schema names of types whose own name says too little outside their package.
var names = map[reflect.Type]string{
	reflect.TypeFor[record.Type]():      "RecordType",
	reflect.TypeFor[record.Field]():     "Field",
	reflect.TypeFor[record.Option]():    "FieldOption",
	reflect.TypeFor[flow.Definition]():  "FlowDefinition",
	reflect.TypeFor[check.Problem]():    "FlowProblem",
	reflect.TypeFor[prove.Step]():       "TraceStep",
	reflect.TypeFor[prove.Fact]():       "SampleFact",
	reflect.TypeFor[rule.Issue]():       "RuleIssue",
	reflect.TypeFor[engine.Template]():  "Template",
	reflect.TypeFor[engine.Colleague](): "Colleague",
}

func nameOf(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if name, ok := names[t]; ok {
		return name
	}
	return huma.DefaultSchemaNamer(t, hint)
}

// newRegistry makes the registry that knows how the engine's types look as JSON where their Go shape does not tell.
func newRegistry() huma.Registry {
	r := huma.NewMapRegistry(components, nameOf)
	r.RegisterTypeAlias(reflect.TypeFor[flow.Action](), reflect.TypeFor[action]())
	enumerate(r, "FaultCode", fault.Invalid, fault.NotFound, fault.Conflict, fault.Refused, fault.Forbidden, fault.Unavailable, fault.Internal)
	enumerate(r, "Severity", check.Error, check.Warning)
	enumerate(r, "TriggerOn", flow.OnSubmitted, flow.OnAdded, flow.OnChanged)
	enumerate(r, "NodeKind", flow.KindStart, flow.KindStep, flow.KindDecision, flow.KindFork, flow.KindJoin, flow.KindEnd)
	enumerate(r, "Match", flow.MatchFirst, flow.MatchAll)
	enumerate(r, "Result", flow.ResultApproved, flow.ResultRejected)
	enumerate(r, "EdgeOn", flow.OnRejected)
	enumerate(r, "ActionType", flow.ActionApprove, flow.ActionDo, flow.ActionNotify, flow.ActionUpdate, flow.ActionSubflow, machine.TaskSubmit)
	enumerate(r, "QuorumMode", flow.QuorumAny, flow.QuorumAll, flow.QuorumOrder, flow.QuorumVote)
	policies(r)
	enumerate(r, "EntryType", machine.EntryStarted, machine.EntryEnded, machine.EntryTerminated, machine.EntryEntered,
		machine.EntryLeft, machine.EntryChose, machine.EntryForked, machine.EntryJoined, machine.EntryTaskOpened,
		machine.EntryTaskDecided, machine.EntryTaskCancelled, machine.EntryTaskLate, machine.EntryNotified,
		machine.EntryUpdated, machine.EntryIncident, machine.EntryRepaired, machine.EntryTaskSkipped,
		machine.EntryTransferred, machine.EntryInherited, machine.EntryReturned, machine.EntryResubmitted, machine.EntryWithdrawn,
		machine.EntrySuspended, machine.EntryResumed, machine.EntryVoided, machine.EntryVoidAsked, machine.EntryVoidRefused, machine.EntryJumped, machine.EntryTakenBack,
		machine.EntrySignersAdded, machine.EntrySignersLess, machine.EntryDelegated, machine.EntryAdvised, machine.EntryRecalled,
		machine.EntryClaimed, machine.EntryPutBack, machine.EntryUrged, machine.EntryCopied,
		machine.EntryKept, machine.EntryMerged, machine.EntryUnmerged, machine.EntryGivenUp,
		machine.EntryChildStarted, machine.EntryChildEnded, machine.EntryChildCalledOff, machine.EntryCalledOff)
	enumerate(r, "ChildState", machine.ChildWanted, machine.ChildStarted, machine.ChildFailed, machine.ChildApproved,
		machine.ChildRejected, machine.ChildCalled, machine.ChildReplaced)
	enumerate(r, "ProposalStatus", engine.ProposalPending, engine.ProposalConflict, engine.ProposalApplied, engine.ProposalDiscarded)
	enumerate(r, "NoticeKind", machine.NoticeTask, machine.NoticeLate, machine.NoticeEnd, machine.NoticeFlow,
		machine.NoticeBack, machine.NoticeUrge, machine.NoticeCopy, machine.NoticeSaid, machine.NoticeGone,
		machine.NoticeVoidAsked, machine.NoticeVoidRefused)
	enumerate(r, "Status", machine.Running, machine.Faulted, machine.Returned, machine.Suspended, machine.Approved,
		machine.Rejected, machine.Withdrawn, machine.Terminated, machine.Voided)
	enumerate(r, "Outcome", machine.OutcomeApproved, machine.OutcomeRejected, machine.OutcomeDone, machine.OutcomeAbstained,
		machine.OutcomeAdvised, machine.OutcomeReturned, machine.OutcomeCancelled)
	enumerate(r, "TaskState", machine.TaskWaiting, machine.TaskOpen, machine.TaskApproved, machine.TaskRejected,
		machine.TaskDone, machine.TaskReturned, machine.TaskAbstained, machine.TaskPending, machine.TaskMoved, machine.TaskDelegated, machine.TaskSkipped, machine.TaskCancelled)
	enumerate(r, "NodeState", machine.NodeIdle, machine.NodeHere, machine.NodeWaiting, machine.NodeDone, machine.NodeRefused, machine.NodeFault)
	enumerate(r, "MailLoss", engine.MailRefused, engine.MailLate)
	enumerate(r, "LineKind", engine.LineAdded, engine.LineChanged, engine.LineUnchanged, engine.LineWrong)
	enumerate(r, "Role", org.Staff, org.KeyUser, org.Admin)
	enumerate(r, "FieldType", record.Text, record.LongText, record.Number, record.Money, record.Boolean, record.Date,
		record.DateTime, record.Choice, record.MultiChoice, record.Link, record.Person, record.File, record.Rows)
	enumerate(r, "Access", record.Hidden, record.Read, record.Edit, record.Required)
	enumerate(r, "Language", text.Chinese, text.English)
	return r
}

// enumerate puts the values of a string type into the document, as a component of its own.
func enumerate[T ~string](r huma.Registry, name string, values ...T) {
	s := &huma.Schema{Type: huma.TypeString}
	for _, v := range values {
		s.Enum = append(s.Enum, string(v))
	}
	s.PrecomputeMessages()
	r.Map()[name] = s
	names[reflect.TypeFor[oneOf[T]]()] = name
	r.RegisterTypeAlias(reflect.TypeFor[T](), reflect.TypeFor[oneOf[T]]())
}

// oneOf stands for the string type T in the document: a reference to its values.
type oneOf[T ~string] struct{}

// Schema refers to the component that enumerate made.
func (oneOf[T]) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Ref: components + names[reflect.TypeFor[oneOf[T]]()]}
}

// action is a step's action as JSON shows it: one object whose "type" says which settings stand beside it.
type action struct{}

// Schema lists the actions.
func (action) Schema(r huma.Registry) *huma.Schema {
	if _, known := r.Map()["Action"]; !known {
		all := &huma.Schema{Discriminator: &huma.Discriminator{PropertyName: "type", Mapping: map[string]string{}}}
		r.Map()["Action"] = all
		for _, kind := range []struct {
			name     string
			typ      flow.ActionType
			settings reflect.Type
		}{
			{"ApproveAction", flow.ActionApprove, reflect.TypeFor[flow.Approve]()},
			{"DoAction", flow.ActionDo, reflect.TypeFor[flow.Do]()},
			{"NotifyAction", flow.ActionNotify, reflect.TypeFor[flow.Notify]()},
			{"UpdateAction", flow.ActionUpdate, reflect.TypeFor[flow.Update]()},
			{"SubflowAction", flow.ActionSubflow, reflect.TypeFor[flow.Subflow]()},
		} {
			s := *huma.SchemaFromType(r, kind.settings)
			s.Required = append([]string{"type"}, s.Required...)
			s.Properties["type"] = &huma.Schema{Type: huma.TypeString, Enum: []any{string(kind.typ)}}
			r.Map()[kind.name] = &s
			all.OneOf = append(all.OneOf, &huma.Schema{Ref: components + kind.name})
			all.Discriminator.Mapping[string(kind.typ)] = components + kind.name
		}
	}
	return &huma.Schema{Ref: components + "Action"}
}

// document is a flow document as it was sent. The engine reads it, more strictly than a schema can, so that a mistake is
// told once, in one wording.
type document json.RawMessage

// UnmarshalJSON keeps the bytes.
func (d *document) UnmarshalJSON(b []byte) error {
	*d = append((*d)[:0], b...)
	return nil
}

// Schema takes anything; the published document shows the definition in its place.
func (document) Schema(r huma.Registry) *huma.Schema {
	r.Schema(reflect.TypeFor[flow.Definition](), true, "")
	return &huma.Schema{Extensions: map[string]any{shownAs: components + "FlowDefinition"}}
}
