package machinetest

import (
	"fmt"
	"strings"
	"testing"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// ParseFlow reads a flow over contracts from short text, a line per node or arrow:
//
//	start s fields amount:required
//	approve m by post:manager,person:bob quorum all due P1D fields note:edit
//	do d by submitter
//	notify n to person:bob title "Hello {record.title}"
//	update u undo of customer set credit_score=50 "name=@record.title"
//	subflow v of vetting over new:customer in "name=@record.title;region=fj" out amount=@record.credit_limit
//	subflow w of vetting each rows:items finish any latest detached reject branch
//	decision c all
//	fork f
//	join j first
//	join k 2 hold
//	end e rejected whole
//	settings withdraw never opened_blocks dedup off admins person:eve copy person:fay
//
// An approve or do step may say "return start mode direct keep" (or previous, or nodes:a,b), "forbid return,transfer", and
// "transfer merge,restart"; an approve step "reject start" (or previous, node:a, branch, wait). Both take "empty approve"
// (or reject, block, or people), "pick submitter:1-2" and "copy entered=person:eve"; an approve step "self manager",
// "comment" and "before_rejects". For votes see quorum.
//
//	s -> m -> c
//	m -rejected-> s
//	c -> d : record.amount > 100
//	c -> e : else
//
// An arrow's id is made of its ends: "s-m".
func ParseFlow(src string) (flow.Definition, error) {
	p := flowParser{d: flow.Definition{Format: flow.Format, Key: "sample", Name: text.T("示例", "Sample"), Record: "contract"}}
	for n, line := range strings.Split(src, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := p.line(line); err != nil {
			return flow.Definition{}, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return p.d, nil
}

// Compile makes the graph of a flow as version 1.
func Compile(tb testing.TB, d flow.Definition) *flow.Graph {
	tb.Helper()
	g, err := flow.Compile(d, 1, Types())
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

// Flow is ParseFlow and Compile.
func Flow(tb testing.TB, src string) *flow.Graph {
	tb.Helper()
	d, err := ParseFlow(src)
	if err != nil {
		tb.Fatal(err)
	}
	return Compile(tb, d)
}

type flowParser struct{ d flow.Definition }

func (p *flowParser) line(line string) error {
	if strings.Contains(line, "->") {
		return p.arrows(line)
	}
	w := Words(line)
	if w[0] == "settings" {
		return p.flowSettings(&settings{words: w[1:]})
	}
	if len(w) < 2 {
		return fmt.Errorf("no id: %q", line)
	}
	read, known := nodeLines[w[0]]
	if !known {
		return fmt.Errorf("unknown kind %q", w[0])
	}
	n := flow.Node{ID: w[1], Name: text.T(w[1], w[1])}
	if err := read(&n, &settings{words: w[2:]}); err != nil {
		return fmt.Errorf("%s: %w", w[1], err)
	}
	p.d.Nodes = append(p.d.Nodes, n)
	return nil
}

// arrows reads "a -> b -rejected-> c -late-> d : rule"; the rule belongs to each of them.
func (p *flowParser) arrows(line string) error {
	line, rule, _ := strings.Cut(line, " : ")
	rule = strings.TrimSpace(rule)
	w := strings.Fields(line)
	for i := 0; i+2 < len(w); i += 2 {
		e := flow.Edge{ID: w[i] + "-" + w[i+2], From: w[i], To: w[i+2]}
		if on, drawn := strings.CutPrefix(strings.TrimSuffix(w[i+1], "->"), "-"); drawn && on != "" {
			e.ID, e.On = e.ID+"-"+on, flow.EdgeOn(on)
		} else if w[i+1] != "->" {
			return fmt.Errorf("no arrow: %q", w[i+1])
		}
		if e.Default = rule == "else"; !e.Default {
			e.When = rule
		}
		for _, other := range p.d.Edges {
			if other.ID == e.ID {
				e.ID += "-2"
			}
		}
		p.d.Edges = append(p.d.Edges, e)
	}
	return nil
}

var nodeLines = map[string]func(*flow.Node, *settings) error{
	"start": func(n *flow.Node, s *settings) error {
		n.Kind = flow.KindStart
		if fields := s.fields(); fields != nil {
			n.Form = &flow.Form{Fields: fields}
		}
		return s.rest()
	},
	"approve": func(n *flow.Node, s *settings) error {
		n.Kind = flow.KindStep
		a := &flow.Approve{Quorum: s.quorum(), Empty: s.empty(), Self: flow.SelfDo(s.value("self")), Pick: s.pick()}
		a.Copy, a.Comment, a.BeforeRejects = s.copies(), s.flag("comment"), s.flag("before_rejects")
		a.Transfer = s.transfer()
		a.Due, a.Deadline, a.Late = s.value("due"), s.deadline(), s.late()
		a.By, a.Fields = s.people("by"), s.fields()
		a.Reject, a.Return, a.Forbid = s.reject(), s.back(), s.forbidden()
		n.Action = &flow.Action{Type: flow.ActionApprove, Approve: a}
		return s.rest()
	},
	"do": func(n *flow.Node, s *settings) error {
		n.Kind = flow.KindStep
		back, forbid, empty, pick, copies := s.back(), s.forbidden(), s.empty(), s.pick(), s.copies()
		due, deadline, late := s.value("due"), s.deadline(), s.late()
		transfer := s.transfer()
		n.Action = &flow.Action{Type: flow.ActionDo, Do: &flow.Do{Transfer: transfer, By: s.people("by"), Due: due, Deadline: deadline, Late: late, Fields: s.fields(), Return: back, Forbid: forbid, Empty: empty, Pick: pick, Copy: copies}}
		return s.rest()
	},
	"notify": func(n *flow.Node, s *settings) error {
		n.Kind = flow.KindStep
		t, b := s.value("title"), s.value("body")
		n.Action = &flow.Action{Type: flow.ActionNotify, Notify: &flow.Notify{To: s.people("to"), Title: text.T(t, t), Body: text.T(b, b)}}
		return s.rest()
	},
	"update": func(n *flow.Node, s *settings) error {
		n.Kind = flow.KindStep
		u := &flow.Update{Undo: s.flag("undo"), Target: s.value("of")}
		u.Set = s.assigns()
		n.Action = &flow.Action{Type: flow.ActionUpdate, Update: u}
		return s.rest()
	},
	"subflow": func(n *flow.Node, s *settings) error {
		n.Kind = flow.KindStep
		sub := &flow.Subflow{Flow: s.value("of"), In: assignsOf(s.value("in")), Out: assignsOf(s.value("out")), Reject: s.reject(), Detached: s.flag("detached")}
		if s.flag("latest") {
			sub.Version = flow.VersionLatest
		}
		over, of, _ := strings.Cut(s.value("over"), ":")
		switch sub.Over = flow.SubOver(over); sub.Over {
		case flow.OverLinked:
			sub.Link = of
		case flow.OverNew:
			sub.Of = of
		case flow.OverSame:
		}
		sub.Each, sub.Finish = s.each(), s.finish()
		n.Action = &flow.Action{Type: flow.ActionSubflow, Subflow: sub}
		return s.rest()
	},
	"decision": func(n *flow.Node, s *settings) error {
		n.Kind = flow.KindDecision
		if s.flag("all") {
			n.Decision = &flow.Decision{Match: flow.MatchAll}
		}
		return s.rest()
	},
	"fork": func(n *flow.Node, s *settings) error { n.Kind = flow.KindFork; return s.rest() },
	"join": func(n *flow.Node, s *settings) error {
		n.Kind, n.Join = flow.KindJoin, s.join()
		return s.rest()
	},
	"end": func(n *flow.Node, s *settings) error {
		n.Kind, n.End = flow.KindEnd, &flow.End{Result: flow.ResultApproved}
		if s.flag("rejected") {
			n.End.Result = flow.ResultRejected
		}
		n.End.Whole = s.flag("whole")
		return s.rest()
	},
}
