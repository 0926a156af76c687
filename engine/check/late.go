package check

import (
	"slices"
	"strconv"
	"time"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// late wants what happens by itself around a deadline to be possible, and nothing to be agreed to by itself for which a
// person has to give something.
func (c *checker) late() {
	c.each(flow.KindStep, func(n *flow.Node) {
		t := n.Timing()
		c.useless(n, "late", len(t.Late) > 0 && !t.Set())
		for i := range t.Late {
			if l := &t.Late[i]; t.Set() {
				where := lateAt(n, i)
				c.lateTimes(where, n, t, l)
				c.lateDoes(where, n, l)
				c.lateUnused(n, "late["+strconv.Itoa(i)+"]", l)
			}
		}
		c.lateOrder(n, t)
	})
}

// lateTimes wants lengths of time that can be read, counted and reached.
func (c *checker) lateTimes(where at, n *flow.Node, t flow.Timing, l *flow.Late) {
	for _, length := range []string{l.Before, l.After, l.Every} {
		c.length(where, t, length)
	}
	if l.Before != "" && l.After != "" {
		c.error("late_before_and_after", where,
			named(text.T("“{name}”有一项超时处理既在期限之前又在期限之后。", "{name} does something at a time that is both before and after the deadline."), n),
			text.T("只选一个时间。", "Choose one of them."))
	}
	begins, known := offset(t, "-", t.Due)
	if before, ok := offset(t, "-", l.Before); ok && known && t.Deadline.Field == "" && l.Before != "" && before < begins {
		c.warn("late_before_begin", where,
			named(text.T("“{name}”的期限没有那么长：到了该提前处理的时间，还没有人收到待办。", "The deadline of {name} is not that long: so long before it nobody is asked yet."), n),
			text.T("缩短提前的时间，或延长期限。", "Shorten the time before it, or make the deadline longer."))
	}
	if every, ok := offset(t, "", l.Every); ok && l.Every != "" && every < shortestReminding {
		c.warn("late_reminds_often", where,
			named(text.T("“{name}”提醒得太勤：同一待办四个工作小时内只提醒一次，多余的会略过。", "{name} reminds too often: about one task once in four working hours, and the others are left out."), n),
			text.T("间隔至少四小时。", "Leave four hours in between at least."))
	}
}

const shortestReminding = 4 * time.Hour

// length wants a length of time to be one, and one of hours and days where working time is counted.
func (c *checker) length(where at, t flow.Timing, length string) {
	if length == "" {
		return
	}
	d, err := flow.ParseDuration(length)
	if err != nil {
		c.error("bad_duration", where,
			text.T("期限“{due}”读不懂。", "The deadline {due} cannot be read.").Fill("due", length),
			text.T("一天写成 P1D，四小时写成 PT4H。", "Write a day as P1D, four hours as PT4H."))
	} else if t.Deadline.Count == flow.CountWork && !d.Workable() {
		c.error("not_working_time", where,
			text.T("工作时间只能按小时和工作日计算，“{due}”不行。", "Working time is counted in hours and working days alone, which {due} is not.").Fill("due", length),
			text.T("改成工作日或小时，或不按工作时间计算。", "Write working days or hours, or count by the clock."))
	}
}

// lateDoes wants what is done to be possible at this step.
func (c *checker) lateDoes(where at, n *flow.Node, l *flow.Late) {
	switch l.Do {
	case flow.LateApprove, flow.LateReject:
		if !approves(n) {
			c.error("late_not_here", where,
				named(text.T("“{name}”不是审批，不能到时自动同意或拒绝。", "{name} is no approval, so it cannot be approved or rejected by itself."), n),
				text.T("改为提醒、转给上级、退回或走超时连线。", "Remind, turn to the manager, return, or follow an arrow instead."))
		} else if l.Do == flow.LateApprove {
			c.lateApproves(where, n)
		}
	case flow.LateReturn:
		switch {
		case l.To == flow.LateToNode && l.Node == "":
			c.noTarget(where, n)
		case l.To == flow.LateToNode:
			c.backTo(where, n, l.Node)
		case l.To == flow.LateToPrevious:
			c.previous(where, n)
		}
	case flow.LateLine:
		if !slices.ContainsFunc(c.g.Out(n.ID), func(e *flow.Edge) bool { return e.On == flow.OnLate }) {
			c.error("late_arrow_missing", where,
				named(text.T("“{name}”到时要走超时连线，却没有画这条连线。", "{name} follows an arrow when time runs out, and none is drawn."), n),
				text.T("从这一步再画一条连线，并设为“超时”。", "Draw another arrow from the step and mark it as the one for time running out."))
		}
	case flow.LateCopy, flow.LateBeside, flow.LateTransfer:
		c.lateEscalates(where, n, l)
	case flow.LateRemind:
	}
}

// lateApproves forbids agreeing by itself where a person has to give something.
func (c *checker) lateApproves(where at, n *flow.Node) {
	if requiresInput(n) {
		c.error("late_approve_with_required", where,
			named(text.T("“{name}”有必填字段，不能到时自动同意：没有人填写。", "{name} has fields that must be filled in, so it cannot be approved by itself: nobody would fill them in."), n),
			text.T("去掉自动同意，或不再要求必填。", "Take that away, or require no field."))
	}
	if n.Action.Approve.Comment {
		c.error("late_approve_with_comment", where,
			named(text.T("“{name}”要求同意时填写意见，不能到时自动同意。", "{name} wants a comment with each approval, so it cannot be approved by itself."), n),
			text.T("去掉自动同意，或不再要求意见。", "Take that away, or want no comment."))
	}
}

// lateEscalates warns where it is known that somebody has no manager, and where the manager would wait for whoever is late.
func (c *checker) lateEscalates(where at, n *flow.Node, l *flow.Late) {
	if l.Do == flow.LateBeside && approves(n) && n.Action.Approve.Quorum.Mode == flow.QuorumOrder {
		c.warn("late_beside_in_order", where,
			named(text.T("“{name}”依次审批，加上的上级要等前面超时的人先处理。", "{name} asks one after the other, so the manager added would wait for whoever is late."), n),
			text.T("改为转给上级。", "Have the manager asked instead."))
	}
	asked, known := c.resolved(policiesOf(n).by)
	if !known {
		return
	}
	for _, id := range asked {
		if p, ok := c.dir.Person(id); ok && p.Manager == "" {
			c.warn("late_no_manager", where,
				fill(named(text.T("“{name}”超时后要找{person}的上级，而{person}没有上级，会改找流程管理员。", "{name} turns to the manager of {person}, who has none; the flow's admins are turned to instead."), n), "person", both(p.Name)),
				text.T("请管理员给这个人指定上级，或另选超时处理。", "Ask the admin to give them a manager, or choose something else."))
			return
		}
	}
}

func (c *checker) lateUnused(n *flow.Node, path string, l *flow.Late) {
	c.useless(n, path+".every", l.Every != "" && (l.Do != flow.LateRemind || l.Times < 2))
	c.useless(n, path+".times", l.Times > 0 && (l.Do != flow.LateRemind || l.Every == ""))
	c.useless(n, path+".to", l.To != flow.LateToStart && l.Do != flow.LateReturn)
	c.useless(n, path+".node", l.Node != "" && (l.Do != flow.LateReturn || l.To != flow.LateToNode))
}

// lateOrder warns of what would happen after the task is settled already.
func (c *checker) lateOrder(n *flow.Node, t flow.Timing) {
	settled, by := time.Duration(0), -1
	when := func(l flow.Late) (time.Duration, bool) {
		before, ok := offset(t, "-", l.Before)
		after, also := offset(t, "", l.After)
		return before + after, ok && also
	}
	for i, l := range t.Late {
		if at, ok := when(l); ok && l.Settles() && (by < 0 || at < settled) {
			settled, by = at, i
		}
	}
	for i, l := range t.Late {
		if at, ok := when(l); by >= 0 && i != by && ok && (at > settled || at == settled && i > by) {
			c.warn("late_after_settled", lateAt(n, i),
				named(text.T("“{name}”有一项超时处理轮不到：那时待办已经自动处理了。", "{name} does something when its task is settled by itself already."), n),
				text.T("去掉它，或把时间提前。", "Take it away, or do it earlier."))
		}
	}
}

func lateAt(n *flow.Node, i int) at {
	return at{node: n.ID, path: "action.late[" + strconv.Itoa(i) + "]"}
}

// offset is how long a length of time is, as far as two of one deadline are to be compared; a minus makes it negative. False
// for what is none.
func offset(t flow.Timing, sign, length string) (time.Duration, bool) {
	if length == "" {
		return 0, true
	}
	d, err := flow.ParseDuration(length)
	if err != nil {
		return 0, false
	}
	day := 24 * time.Hour
	if t.Deadline.Count == flow.CountWork {
		day = 8 * time.Hour
	}
	long := time.Duration(d.Years*365+d.Months*30+d.Weeks*7+d.Days)*day + d.Clock
	if sign == "-" {
		return -long, true
	}
	return long, true
}
