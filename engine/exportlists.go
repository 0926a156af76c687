package engine

import (
	"context"
	"fmt"
	"strings"
	"time"

	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// ExportRecords is a list of records as a file, with every field but attachments and detail rows. Faults as of Records.
func (e *Engine) ExportRecords(ctx context.Context, who string, asked RecordsAsked, lang text.Lang) (Export, error) {
	if _, err := e.actor(ctx, who); err != nil {
		return Export{}, err
	}
	t, err := e.recordType(ctx, asked.Type)
	if err != nil {
		return Export{}, err
	}
	columns := []column[RecordView]{{text.T("编号", "Number"), func(v RecordView) string { return v.Number }}}
	for _, f := range t.Fields {
		if f.Type != record.Rows && f.Type != record.File {
			columns = append(columns, column[RecordView]{f.Name, func(v RecordView) string { return e.cell(f, v, lang) }})
		}
	}
	columns = append(columns,
		column[RecordView]{text.T("负责人", "Owner"), func(v RecordView) string { return v.Owner.Name.In(lang) }},
		column[RecordView]{text.T("创建时间", "Created"), func(v RecordView) string { return e.moment(v.CreatedAt) }},
		column[RecordView]{text.T("更新时间", "Updated"), func(v RecordView) string { return e.moment(v.UpdatedAt) }})
	asked.Limit = exportAtOnce
	return export(ctx, t.Name.In(lang), lang, columns, func(v RecordView) string { return v.ID }, func(ctx context.Context, offset int) (Page[RecordView], error) {
		asked.Offset = offset
		return e.Records(ctx, who, asked)
	})
}

// cell is a field as a spreadsheet shows it: by name, not by key.
func (e *Engine) cell(f record.Field, v RecordView, lang text.Lang) string {
	value := v.Values[f.Key]
	if record.Empty(value) {
		return ""
	}
	option := func(key string) string {
		for _, o := range f.Options {
			if o.Key == key {
				return o.Name.In(lang)
			}
		}
		return key
	}
	switch value := value.(type) {
	case bool:
		return map[bool]text.Text{true: text.T("是", "Yes"), false: text.T("否", "No")}[value].In(lang)
	case time.Time:
		if f.Type == record.DateTime {
			return e.moment(value)
		}
		return value.Format(time.DateOnly)
	case []string:
		names := make([]string, len(value))
		for i, key := range value {
			names[i] = option(key)
		}
		return strings.Join(names, "; ")
	case string:
		switch f.Type {
		case record.Choice:
			return option(value)
		case record.Person:
			return v.People[value].Name.In(lang)
		case record.Link:
			if ref := v.Links[f.Key]; ref.Title != "" {
				return ref.Title
			}
			return v.Links[f.Key].Number
		}
		return value
	}
	return fmt.Sprint(value)
}

// ExportTasks is a list of a person's own tasks as a file. Faults as of Tasks.
func (e *Engine) ExportTasks(ctx context.Context, who string, asked TasksAsked, lang text.Lang) (Export, error) {
	columns := []column[TaskInfo]{
		{text.T("编号", "Number"), func(t TaskInfo) string { return t.Record.Number }},
		{text.T("名称", "Title"), func(t TaskInfo) string { return t.Record.Title }},
		{text.T("流程", "Flow"), func(t TaskInfo) string { return t.FlowName.In(lang) }},
		{text.T("步骤", "Step"), func(t TaskInfo) string { return t.NodeName.In(lang) }},
		{text.T("提交人", "Submitted by"), func(t TaskInfo) string { return t.Submitter.Name.In(lang) }},
		{text.T("代谁处理", "On behalf of"), func(t TaskInfo) string {
			if t.For == nil {
				return ""
			}
			return t.For.Name.In(lang)
		}},
		{text.T("状态", "State"), func(t TaskInfo) string { return taskWords[t.State].In(lang) }},
		{text.T("收到时间", "Since"), func(t TaskInfo) string { return e.moment(t.OpenedAt) }},
		{text.T("期限", "Due"), func(t TaskInfo) string { return e.moment(t.Due) }},
		{text.T("处理时间", "Handled"), func(t TaskInfo) string { return e.moment(t.DecidedAt) }},
		{text.T("意见", "Comment"), func(t TaskInfo) string { return t.Comment }},
	}
	name := text.T("待办", "To do")
	if asked.Done {
		name = text.T("已处理", "Done")
	}
	asked.Limit = exportAtOnce
	return export(ctx, name.In(lang), lang, columns, func(t TaskInfo) string { return t.ID }, func(ctx context.Context, offset int) (Page[TaskInfo], error) {
		asked.Offset = offset
		return e.Tasks(ctx, who, asked)
	})
}

// ExportInstances is a list of instances as a file. Faults as of Instances.
func (e *Engine) ExportInstances(ctx context.Context, who string, asked InstancesAsked, lang text.Lang) (Export, error) {
	columns := []column[InstanceInfo]{
		{text.T("编号", "Number"), func(i InstanceInfo) string { return i.Record.Number }},
		{text.T("名称", "Title"), func(i InstanceInfo) string { return i.Record.Title }},
		{text.T("流程", "Flow"), func(i InstanceInfo) string { return i.FlowName.In(lang) }},
		{text.T("提交人", "Submitted by"), func(i InstanceInfo) string { return i.Submitter.Name.In(lang) }},
		{text.T("状态", "State"), func(i InstanceInfo) string { return statusWords[i.Status].In(lang) }},
		{text.T("提交时间", "Submitted"), func(i InstanceInfo) string { return e.moment(i.StartedAt) }},
		{text.T("结束时间", "Ended"), func(i InstanceInfo) string { return e.moment(i.EndedAt) }},
	}
	asked.Limit = exportAtOnce
	return export(ctx, text.T("流程", "Requests").In(lang), lang, columns, func(i InstanceInfo) string { return i.ID }, func(ctx context.Context, offset int) (Page[InstanceInfo], error) {
		asked.Offset = offset
		return e.Instances(ctx, who, asked)
	})
}

// moment is a time in the company's time zone; empty when there is none.
func (e *Engine) moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return e.inWords(at)
}

var taskWords = map[machine.TaskState]text.Text{
	machine.TaskWaiting: text.T("还没轮到", "Not yet"), machine.TaskOpen: text.T("待处理", "To do"),
	machine.TaskApproved: text.T("已同意", "Approved"), machine.TaskRejected: text.T("已拒绝", "Rejected"),
	machine.TaskDone: text.T("已完成", "Done"), machine.TaskMoved: text.T("已转交", "Handed on"),
	machine.TaskReturned: text.T("已退回", "Returned"), machine.TaskAbstained: text.T("已弃权", "Abstained"),
	machine.TaskPending: text.T("已同意，待加签", "Approved, signers pending"), machine.TaskDelegated: text.T("已委派", "Delegated"),
	machine.TaskSkipped: text.T("已跳过", "Skipped"), machine.TaskCancelled: text.T("已取消", "Cancelled"),
}

var statusWords = map[machine.Status]text.Text{
	machine.Running: text.T("进行中", "Under way"), machine.Faulted: text.T("卡住了", "Stuck"),
	machine.Returned: text.T("已退回提交人", "Returned"), machine.Suspended: text.T("已挂起", "Suspended"),
	machine.Approved: text.T("已通过", "Approved"), machine.Rejected: text.T("已拒绝", "Rejected"),
	machine.Withdrawn: text.T("已撤回", "Withdrawn"), machine.Terminated: text.T("已终止", "Terminated"),
	machine.Voided: text.T("已作废", "Void"),
}
