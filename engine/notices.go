package engine

import (
	"context"
	"strconv"
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
		list.Items[i] = noticeInfo(r)
	}
	return list, nil
}

func noticeInfo(r NoticeRow) NoticeInfo {
	n := NoticeInfo{
		ID: r.ID, Kind: r.Notice.Kind, Instance: r.Instance, Title: r.Notice.Title, Body: r.Notice.Body, At: r.At, ReadAt: r.ReadAt,
	}
	if r.Notice.Task != "" {
		n.Task = taskID(r.Instance, r.Notice.Task)
	}
	n.join(r.Also)
	return n
}

// join has an urge name every task that it is about.
func (n *NoticeInfo) join(also []Urged) {
	if len(also) == 0 {
		return
	}
	n.Tasks = []UrgedTask{{Task: n.Task, Title: n.Title, Body: n.Body}}
	for _, u := range also {
		n.Tasks = append(n.Tasks, UrgedTask{Task: taskID(u.Instance, u.Notice.Task), Title: u.Notice.Title, Body: u.Notice.Body})
	}
	count := strconv.Itoa(len(n.Tasks))
	n.Title = text.T("催办：有 "+count+" 个待办在等您", "Reminder: "+count+" tasks wait for you")
	n.Task, n.Body = "", text.Text{}
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

// deliver does a job: it puts a notice, or that of a copy, into the bell of whom it is for, or sees to a child.
func (e *Engine) deliver(ctx context.Context, j OutboxJob) error {
	notice := j.Job.Notice
	switch j.Job.Kind {
	case machine.JobStartChild:
		return e.doneWith(ctx, j, e.startChild)
	case machine.JobEndChild:
		return e.doneWith(ctx, j, e.endChild)
	case machine.JobTellCaller:
		return e.doneWith(ctx, j, e.tellCaller)
	case machine.JobTellVoided:
		return e.doneWith(ctx, j, e.tellVoided)
	case machine.JobNotice:
	case machine.JobCopy:
		notice = machine.Notice{To: j.Job.Copy.To, Kind: machine.NoticeCopy, Node: j.Job.Copy.Node}
	default:
		return fault.New(fault.Internal, "unknown_job", text.T("不认识的任务类型“{kind}”。", "The kind of job {kind} is not known."), "kind", string(j.Job.Kind))
	}
	dir, err := e.directory(ctx)
	if err != nil {
		return err
	}
	var in Instance
	worded := !notice.Title.Empty()
	if !worded || notice.Kind == machine.NoticeUrge {
		if in, err = e.store.Instance(ctx, j.Instance); err != nil {
			return err
		}
	}
	if !worded {
		v, err := e.known.version(ctx, in.Flow, in.Version)
		if err != nil {
			return err
		}
		told := actor{people: dir}
		told.Person, _ = dir.Person(notice.To) // nobody any more: sees what a stranger would
		title, err := e.title(ctx, told, v, in)
		if err != nil {
			return err
		}
		notice.Title, notice.Body = noticeWords(v, in, notice, title)
	}
	notice.Title, notice.Body = dir.named(notice.Title), dir.named(notice.Body)
	if notice.For != "" {
		name := dir.ref(notice.For).Name
		notice.Title = text.T(notice.Title.In(text.Chinese)+"（代 "+name.In(text.Chinese)+"）", notice.Title.In(text.English)+" (for "+name.In(text.English)+")")
	}
	row := NoticeRow{ID: j.ID, Instance: j.Instance, Notice: notice, At: j.Job.At}
	if row.MailAt, err = e.mailAt(ctx, dir, in, notice); err != nil {
		return err
	}
	if j.Job.Kind == machine.JobCopy {
		return e.deliverCopy(ctx, j, row)
	}
	if notice.Kind == machine.NoticeUrge {
		return e.deliverUrge(ctx, j, in, row)
	}
	if err := e.store.DeliverNotice(ctx, row); err != nil {
		return err
	}
	e.publisher.Publish("inbox:"+notice.To, e.tick())
	return nil
}

// doneWith does a job that is not a message, and removes it.
func (e *Engine) doneWith(ctx context.Context, j OutboxJob, do func(context.Context, OutboxJob) error) error {
	if err := do(ctx, j); err != nil {
		return err
	}
	return e.store.FinishJob(ctx, j.ID)
}
