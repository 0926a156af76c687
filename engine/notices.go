package engine

import (
	"context"
	"regexp"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// maxNotices is how many messages the bell shows.
const maxNotices = 100

// Notices lists the person's messages, newest first.
func (e *Engine) Notices(ctx context.Context, who string) (NoticeList, error) {
	if _, err := e.actor(ctx, who); err != nil {
		return NoticeList{}, err
	}
	rows, unread, err := e.store.Notices(ctx, who, maxNotices)
	if err != nil {
		return NoticeList{}, err
	}
	list := NoticeList{Items: make([]NoticeInfo, len(rows)), Unread: unread}
	for i, r := range rows {
		list.Items[i] = NoticeInfo{
			ID: r.ID, Kind: r.Notice.Kind, Instance: r.Instance, Title: r.Notice.Title, Body: r.Notice.Body, At: r.At, ReadAt: r.ReadAt,
		}
		if r.Notice.Task != "" {
			list.Items[i].Task = taskID(r.Instance, r.Notice.Task)
		}
	}
	return list, nil
}

// ReadNotices marks messages of the person as read; without ids, all of them.
func (e *Engine) ReadNotices(ctx context.Context, who string, ids []string) error {
	if _, err := e.actor(ctx, who); err != nil {
		return err
	}
	if err := e.store.ReadNotices(ctx, who, ids, e.at()); err != nil {
		return err
	}
	e.publisher.Publish("inbox:"+who, e.tick())
	return nil
}

// DeliverDue does up to n jobs of the outbox, in owner's name, and answers how many it claimed. One that fails is given
// back and tried again later, each time after a longer wait.
func (e *Engine) DeliverDue(ctx context.Context, owner string, n int) (int, error) {
	jobs, err := e.store.ClaimJobs(ctx, owner, e.at(), lease, n)
	if err != nil {
		return 0, fault.Wrap(err, "claim jobs")
	}
	for _, j := range jobs {
		if err := e.deliver(ctx, j); err != nil {
			e.log.ErrorContext(ctx, "a job was not done", "job", j.ID, "tries", j.Tries, "error", err)
			if err := e.store.RetryJob(ctx, j.ID, e.at().Add(patience(j.Tries)), err.Error()); err != nil {
				e.log.ErrorContext(ctx, "a job could not be given back", "job", j.ID, "error", err)
			}
		}
	}
	return len(jobs), nil
}

// patience is how long to wait after so many tries: from a second to an hour.
func patience(tries int) time.Duration {
	return min(time.Second<<min(max(tries, 0), 12), time.Hour)
}

// deliver puts a notice, or that of a copy, into the bell of whom it is for.
func (e *Engine) deliver(ctx context.Context, j OutboxJob) error {
	notice := j.Job.Notice
	switch j.Job.Kind {
	case machine.JobNotice:
	case machine.JobCopy:
		notice = machine.Notice{To: j.Job.Copy.To, Kind: machine.NoticeCopy, Node: j.Job.Copy.Node}
	default:
		return fault.New(fault.Internal, "unknown_job", text.T("不认识的任务类型“{kind}”。", "The kind of job {kind} is not known."), "kind", string(j.Job.Kind))
	}
	if notice.Title.Empty() {
		in, err := e.store.Instance(ctx, j.Instance)
		if err != nil {
			return err
		}
		v, err := e.known.version(ctx, in.Flow, in.Version)
		if err != nil {
			return err
		}
		notice.Title, notice.Body = noticeWords(v, in, notice)
	}
	dir, err := e.directory(ctx)
	if err != nil {
		return err
	}
	notice.Title, notice.Body = dir.named(notice.Title), dir.named(notice.Body)
	if notice.For != "" {
		name := dir.ref(notice.For).Name
		notice.Title = text.T(notice.Title.In(text.Chinese)+"（代 "+name.In(text.Chinese)+"）", notice.Title.In(text.English)+" (for "+name.In(text.English)+")")
	}
	if j.Job.Kind == machine.JobCopy {
		return e.deliverCopy(ctx, j, notice)
	}
	row := NoticeRow{ID: j.ID, Instance: j.Instance, Notice: notice, At: j.Job.At}
	if err := e.store.DeliverNotice(ctx, row); err != nil {
		return err
	}
	e.publisher.Publish("inbox:"+notice.To, e.tick())
	return nil
}

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
// see of that is decided when he opens it.
func noticeWords(v *version, in Instance, n machine.Notice) (title, body text.Text) {
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
	switch n.Kind {
	case machine.NoticeTask:
		return say("待办：", "To do: ", stepName), body
	case machine.NoticeLate:
		return say("已超时：", "Late: ", stepName), body
	case machine.NoticeUrge:
		return say("催办：", "Reminder: ", stepName), body
	case machine.NoticeBack:
		return say("已退回给您：", "Sent back to you: ", flowName), body
	case machine.NoticeCopy:
		return say("抄送给您：", "A copy for you: ", flowName), body
	case machine.NoticeEnd:
		return say(endWords[in.Status].ZH, endWords[in.Status].EN, flowName), body
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
