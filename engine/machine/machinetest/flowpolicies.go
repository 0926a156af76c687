package machinetest

import (
	"strings"

	"flowline/engine/flow"
)

func (p *flowParser) flowSettings(s *settings) error {
	p.d.Settings = &flow.Settings{
		Withdraw: flow.WithdrawWhen(s.value("withdraw")),
		Dedup:    flow.DedupScope(s.value("dedup")),
	}
	return s.rest()
}

// reject reads "reject start", "reject node:a" or, for a branch, "reject branch" and "reject wait".
func (s *settings) reject() *flow.Reject {
	word := s.value("reject")
	if word == "" {
		return nil
	}
	to, node, _ := strings.Cut(word, ":")
	if to == string(flow.RejectOwn) || to == string(flow.RejectLater) {
		return &flow.Reject{Parallel: flow.RejectBranch(to)}
	}
	return &flow.Reject{To: flow.RejectTo(to), Node: node}
}

// back reads "return any", "return start" or "return nodes:a,b", then "mode direct" and "keep".
func (s *settings) back() *flow.Return {
	word := s.value("return")
	if word == "" {
		return nil
	}
	to, nodes, named := strings.Cut(word, ":")
	r := &flow.Return{To: flow.ReturnTo(to), Mode: flow.ReturnMode(s.value("mode")), KeepVotes: s.flag("keep")}
	if to == "any" {
		r.To = flow.ReturnAny
	}
	if named {
		r.Nodes = strings.Split(nodes, ",")
	}
	return r
}

func (s *settings) forbidden() []flow.TaskAction {
	var list []flow.TaskAction
	for _, word := range strings.FieldsFunc(s.value("forbid"), func(c rune) bool { return c == ',' }) {
		list = append(list, flow.TaskAction(word))
	}
	return list
}
