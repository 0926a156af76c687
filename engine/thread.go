package engine

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// maxMentions is how many people one message may address.
const maxMentions = 20

// Saying is a message to the thread of an instance. It has no power over the flow.
type Saying struct {
	Instance string
	Task     string // <instance>.<task> that it is about; empty: the whole
	Words    string
	Mentions []string // people who are told; each may see the instance already
	Files    []string // ids of what is attached
	Key      string   // idempotency key; empty: none
}

// Message is one message of a thread.
type Message struct {
	ID       string      `json:"id"`
	By       PersonRef   `json:"by"`
	At       time.Time   `json:"at"`
	Node     string      `json:"node,omitempty"` // the step whose task it is about; empty: the whole
	NodeName text.Text   `json:"nodeName,omitzero"`
	Words    string      `json:"words"`
	Mentions []PersonRef `json:"mentions,omitempty"`
	Files    []FileRef   `json:"files,omitempty"` // without those that are no longer there
}

// ThreadView is what people wrote about an instance, and whom one may address.
type ThreadView struct {
	Messages []Message   `json:"messages"`
	People   []PersonRef `json:"people"` // who have a part in it, without the reader
}

// Thread gives what was written about an instance, to whoever may see it. not_found for everybody else.
func (e *Engine) Thread(ctx context.Context, who, id string) (ThreadView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return ThreadView{}, err
	}
	l, err := e.look(ctx, a, id)
	if err != nil {
		return ThreadView{}, err
	}
	return e.thread(ctx, a, l)
}

func (e *Engine) thread(ctx context.Context, a actor, l looking) (ThreadView, error) {
	rows, err := e.store.Messages(ctx, l.instance.ID)
	if err != nil {
		return ThreadView{}, err
	}
	view := ThreadView{Messages: make([]Message, len(rows)), People: []PersonRef{}}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Files...)
	}
	files, err := e.attached(ctx, ids)
	if err != nil {
		return ThreadView{}, err
	}
	for i, row := range rows {
		m := Message{ID: row.ID, By: a.ref(row.Person), At: row.At, Words: row.Words}
		for _, t := range l.instance.State.Tasks {
			if t.ID == row.Task {
				m.Node = t.Node
			}
		}
		if n, ok := l.version.node(m.Node); ok {
			m.NodeName = n.Name
		}
		for _, person := range row.Mentions {
			m.Mentions = append(m.Mentions, a.ref(person))
		}
		for _, id := range row.Files {
			if f, there := files[id]; there {
				m.Files = append(m.Files, f)
			}
		}
		view.Messages[i] = m
	}
	for _, id := range unique(append([]string{l.instance.State.InCharge()}, l.instance.People...)) {
		if p, ok := a.people.Person(id); ok && p.Active && id != a.ID {
			view.People = append(view.People, a.ref(id))
		}
	}
	return view, nil
}

// Say adds a message to the thread of an instance, for whoever may see it; who submitted, who is asked now and who is
// mentioned are told. Faults: not_found; invalid for neither words nor files, too many, or somebody who may not see the instance.
func (e *Engine) Say(ctx context.Context, who string, s Saying) (ThreadView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return ThreadView{}, err
	}
	l, err := e.look(ctx, a, s.Instance)
	if err != nil {
		return ThreadView{}, err
	}
	row := MessageRow{ID: e.newID(), Instance: s.Instance, Person: who, At: e.at(), Words: strings.TrimSpace(s.Words), Mentions: unique(s.Mentions), Files: unique(s.Files)}
	if s.Key != "" {
		row.ID = uuid.NewSHA1(uuid.NameSpaceURL, []byte("flowline:said:"+who+"\x00"+s.Instance+"\x00"+s.Key)).String()
	}
	if row.Words == "" && len(row.Files) == 0 {
		return ThreadView{}, badField("words", text.T("请写些什么。", "Write something."))
	}
	if err := plainText("words", row.Words); err != nil {
		return ThreadView{}, err
	}
	if s.Task != "" {
		instance, task, err := splitTask(s.Task)
		if err != nil || instance != s.Instance || !slices.ContainsFunc(l.instance.State.Tasks, func(t *machine.Task) bool { return t.ID == task }) {
			return ThreadView{}, errNoTask
		}
		row.Task = task
	}
	if err := e.mayMention(ctx, a, s.Instance, row.Mentions); err != nil {
		return ThreadView{}, err
	}
	if err := e.attach(ctx, a, s.Instance, row.Files); err != nil {
		return ThreadView{}, err
	}
	if err := e.store.AddMessage(ctx, row, tellOf(a, l, row)); err != nil {
		return ThreadView{}, fault.Wrap(err, "write to %s", s.Instance)
	}
	e.publisher.Publish("thread:"+s.Instance, e.tick())
	return e.thread(ctx, a, l)
}

// mayMention refuses to address somebody who may not see the instance, by name.
func (e *Engine) mayMention(ctx context.Context, a actor, instance string, people []string) error {
	if len(people) > maxMentions {
		return badField("mentions", text.T("一次最多提到 20 个人。", "At most 20 people can be mentioned at once."))
	}
	for _, id := range people {
		other, err := e.actor(ctx, id)
		if err == nil {
			_, err = e.look(ctx, other, instance)
		}
		switch {
		case fault.Is(err, fault.NotFound), fault.Is(err, fault.Forbidden):
			name := a.ref(id).Name
			if name.Empty() {
				return badField("mentions", noPerson)
			}
			return badField("mentions", text.T(
				"“"+name.In(text.Chinese)+"”不能查看这个流程，所以不能提到他。请先请他参与，或改提别人。",
				name.In(text.English)+" may not see this request and cannot be mentioned. Involve them first, or mention somebody else."))
		case err != nil:
			return err
		}
	}
	return nil
}

// tellOf makes the notices of a message. They say who wrote, and not what: that is read where it stands.
func tellOf(a actor, l looking, row MessageRow) []machine.Job {
	by, flow := a.ref(a.ID).Name, l.version.Definition.Name
	wrote := text.T(by.In(text.Chinese)+" 给您留言", by.In(text.English)+" wrote about your request")
	mentioned := text.T(by.In(text.Chinese)+" 提到了您", by.In(text.English)+" mentioned you")
	body := text.T(flow.In(text.Chinese)+" · "+l.instance.Number, flow.In(text.English)+" · "+l.instance.Number)
	var jobs []machine.Job
	told := map[string]bool{a.ID: true}
	tell := func(to, task string, title text.Text) {
		if told[to] || to == "" {
			return
		}
		told[to] = true
		jobs = append(jobs, machine.Job{
			ID: fmt.Sprintf("said-%s-%d", row.ID, len(jobs)), Kind: machine.JobNotice, At: row.At,
			Notice: machine.Notice{To: to, Kind: machine.NoticeSaid, Task: task, Title: title, Body: body},
		})
	}
	asked := map[string]string{}
	for _, t := range l.instance.State.Tasks {
		if t.State == machine.TaskOpen {
			asked[t.Assignee] = t.ID
		}
	}
	for _, id := range row.Mentions {
		tell(id, asked[id], mentioned)
	}
	for _, t := range l.instance.State.Tasks {
		if t.State == machine.TaskOpen {
			tell(t.Assignee, t.ID, wrote)
		}
	}
	tell(l.instance.State.InCharge(), "", wrote)
	return jobs
}
