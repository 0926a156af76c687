package machine

import (
	"slices"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// urged tells those who are asked that somebody waits for them, each once however many tasks they have. A task that was
// urged since Since is passed over. Who may urge, and since when it counts, is the caller's to know.
func (r *run) urged(ev Event) error {
	if r.s.Status.Ended() {
		return errEnded
	}
	var people, lately []string
	for i := range r.s.Tasks {
		k := r.s.Tasks[i]
		if k.State != TaskOpen || ev.Task != "" && k.ID != ev.Task {
			continue
		}
		if !ev.Since.IsZero() && k.UrgedAt.After(ev.Since) {
			lately = append(lately, k.ID)
			continue
		}
		r.task(i).UrgedAt = r.at
		if !slices.Contains(people, k.Assignee) {
			people = append(people, k.Assignee)
			r.notice(Notice{To: k.Assignee, Kind: NoticeUrge, Node: k.Node, Task: k.ID})
		}
	}
	switch {
	case len(people) > 0:
		r.tell(Entry{Type: EntryUrged, By: ev.By, Comment: ev.Comment, Files: ev.Files, Data: Data{People: people}})
		return nil
	case len(lately) > 0:
		return errUrgedRecently
	}
	return errNobodyToUrge
}

var (
	errUrgedRecently = fault.New(fault.Refused, "urged_recently", text.T(
		"不久前刚催办过，请过几个工作小时再催。", "They were urged not long ago; wait some working hours before doing so again."))
	errNobodyToUrge = fault.New(fault.Refused, "nobody_to_urge", text.T(
		"现在没有需要催办的待办。", "There is no open task to urge anybody about."))
)
