package machine_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

func refusal(err error) string {
	f := fault.From(err)
	var b strings.Builder
	fmt.Fprintf(&b, "refused: %s (%s)\n  %s\n  %s\n", f.Reason, f.Code, f.Text.In(text.Chinese), f.Text.In(text.English))
	for _, field := range f.Fields {
		fmt.Fprintf(&b, "  at %s\n", field.Path)
	}
	return b.String()
}

func told(step machine.Step) string {
	var b strings.Builder
	for _, e := range step.Journal {
		fmt.Fprintf(&b, "%d %s", e.Seq, e.Type)
		for _, part := range []struct{ before, value string }{
			{" ", e.Node}, {" ", e.Activation}, {" ", e.Task}, {" of ", e.Person}, {" by ", e.By}, {" for ", e.OnBehalfOf}, {" saying ", e.Comment},
		} {
			if part.value != "" {
				b.WriteString(part.before + part.value)
			}
		}
		b.WriteString(dataOf(e.Data) + "\n")
	}
	for _, c := range step.Changes {
		fmt.Fprintf(&b, "change %s %s%s\n", c.Type, c.ID, valuesOf(c.Set))
	}
	for _, u := range step.Restored {
		fmt.Fprintf(&b, "undone %s %s%s\n", u.Instance, u.Activation, valuesOf(u.Set))
	}
	for _, j := range step.Jobs {
		if j.Kind == machine.JobCopy {
			fmt.Fprintf(&b, "job %s copy to %s of %s %s, version %d\n", j.ID, j.Copy.To, j.Copy.When, or(j.Copy.Node, "all"), j.Copy.Data)
			continue
		}
		if j.Child.Child != "" || j.Child.Instance != "" {
			b.WriteString(childJob(j))
			continue
		}
		fmt.Fprintf(&b, "job %s %s to %s", j.ID, j.Notice.Kind, j.Notice.To)
		if j.Notice.Task != "" {
			b.WriteString(" about " + j.Notice.Task)
		}
		if j.Notice.Reason != "" {
			fmt.Fprintf(&b, ": %s by %s", j.Notice.Reason, or(j.Notice.By, "the system"))
		}
		if !j.Notice.Title.Empty() {
			fmt.Fprintf(&b, "\n  %s | %s\n  %s | %s", j.Notice.Title.ZH, j.Notice.Body.ZH, j.Notice.Title.EN, j.Notice.Body.EN)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func childJob(j machine.Job) string {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(fmt.Sprintf("job %s %s %s", j.ID, j.Kind, j.Child.Child)))
	for _, part := range []struct{ before, value string }{
		{" version ", strings.TrimPrefix(fmt.Sprint(j.Child.Version), "0")}, {" instance ", j.Child.Instance}, {" because ", j.Child.Reason}, {" over ", j.Child.Record},
	} {
		if part.value != "" {
			b.WriteString(part.before + part.value)
		}
	}
	if j.Child.Set != nil {
		b.WriteString(" with" + valuesOf(j.Child.Set))
	}
	return b.String() + "\n"
}

func dataOf(d machine.Data) string {
	var b strings.Builder
	for _, part := range []string{string(d.Outcome), string(d.Status), string(d.Result), d.Reason, d.Detail, d.Child, strings.Join(d.Edges, " "), strings.Join(d.People, " "), strings.Join(d.Nodes, " ")} {
		if part != "" {
			b.WriteString(" · " + part)
		}
	}
	for _, r := range d.Rules {
		is := fmt.Sprint(r.Result)
		if r.Failed {
			is = "unknown"
		}
		fmt.Fprintf(&b, "\n    %s: %s is %s with%s", r.Edge, r.Rule, is, valuesOf(r.Values))
	}
	if d.Before != nil {
		fmt.Fprintf(&b, "\n    was%s\n    is %s", valuesOf(d.Before), valuesOf(d.After))
	}
	return b.String()
}

func valuesOf(v record.Values) string {
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return " " + string(b)
}

// standing says where an instance stands after a step.
func standing(s machine.State) string {
	var b strings.Builder
	if s.Status == "" {
		return "= not started\n"
	}
	fmt.Fprintf(&b, "= %s", s.Status)
	for _, t := range s.Tokens {
		fmt.Fprintf(&b, " · %s at %s", t.ID, t.Node)
		if t.Scope != "" {
			b.WriteString(" in " + t.Scope)
		}
	}
	b.WriteString("\n")
	for _, k := range s.Tasks {
		if k.State != machine.TaskOpen && k.State != machine.TaskWaiting && k.State != machine.TaskDelegated && k.State != machine.TaskPending {
			continue
		}
		fmt.Fprintf(&b, "  %s %s %s@%s", k.State, k.ID, k.Assignee, k.Node)
		if !k.Due.IsZero() {
			fmt.Fprintf(&b, " due %s", k.Due.Format(time.DateTime))
		}
		if k.Late {
			b.WriteString(" late")
		}
		if k.Reason != "" {
			b.WriteString(" " + k.Reason)
		}
		if k.Advice {
			b.WriteString(" advice")
		}
		b.WriteString("\n")
	}
	for _, c := range s.Children {
		if c.State == machine.ChildWanted || c.State == machine.ChildStarted || c.State == machine.ChildFailed {
			fmt.Fprintf(&b, "  child %s %s %s %s\n", c.ID, c.State, c.Node, c.Item)
		}
	}
	for _, m := range s.Timers {
		fmt.Fprintf(&b, "  timer %s of %s at %s%s\n", m.ID, m.Task, m.At.Format(time.DateTime), timerIs(m))
	}
	for _, i := range s.Incidents {
		if i.ResolvedAt.IsZero() {
			fmt.Fprintf(&b, "  incident %s %s at %s %s\n", i.ID, i.Reason, i.Node, i.Detail)
		}
	}
	return b.String()
}

func (x *transcript) progress() string {
	p := machine.ProgressOf(x.inst.Graph, x.inst.State)
	var b strings.Builder
	d := x.inst.Graph.Definition()
	for _, n := range d.Nodes {
		np := p.Nodes[n.ID]
		fmt.Fprintf(&b, "%s %s", n.ID, np.State)
		for _, v := range np.Visits {
			fmt.Fprintf(&b, " · %d", v.Round)
			if v.Outcome != "" {
				b.WriteString(" " + string(v.Outcome))
			}
			for _, who := range v.People {
				fmt.Fprintf(&b, " %s:%s", who.Person, who.State)
			}
		}
		b.WriteString("\n")
	}
	var edges []string
	for _, e := range d.Edges {
		if n := p.Edges[e.ID]; n > 0 {
			edges = append(edges, fmt.Sprintf("%s×%d", e.ID, n))
		}
	}
	return b.String() + "passed " + strings.Join(edges, " ") + "\n"
}

// timerIs says what is special about a timer.
func timerIs(m machine.Timer) string {
	is := ""
	if m.Kind == machine.TimerLate {
		is = fmt.Sprintf(" to do thing %d", m.Rule+1)
	}
	if m.Done > 0 {
		is += fmt.Sprintf(" again, after %d", m.Done)
	}
	if !m.StoppedAt.IsZero() {
		is += " stands still"
	}
	return is
}
