package machinetest

import (
	"slices"
	"strconv"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/org"
)

func (p *flowParser) flowSettings(s *settings) error {
	p.d.Settings = &flow.Settings{
		Withdraw:     flow.WithdrawWhen(s.value("withdraw")),
		OpenedBlocks: s.flag("opened_blocks"),
		Dedup:        flow.DedupScope(s.value("dedup")),
		Admins:       s.someone("admins"),
		VoidFlow:     s.value("void"),
	}
	if to := s.someone("copy"); to != nil {
		p.d.Settings.Copy = []flow.Copy{{At: flow.CopyEnded, To: to}}
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

// transfer reads "transfer merge,restart", or one of the two.
func (s *settings) transfer() *flow.Transfer {
	words := strings.Split(s.value("transfer"), ",")
	t := flow.Transfer{Merge: slices.Contains(words, "merge"), Restart: slices.Contains(words, "restart")}
	if t == (flow.Transfer{}) {
		return nil
	}
	return &t
}

// someone reads people, if the word stands there.
func (s *settings) someone(name string) []org.Selector {
	if !slices.Contains(s.words, name) {
		return nil
	}
	return s.people(name)
}

// quorum reads "quorum vote share 2/3 over excluded weights person:a=3 veto person:b", "quorum all everybody" and "quorum any
// unanimous": rejected only when all reject.
func (s *settings) quorum() flow.Quorum {
	q := flow.Quorum{Mode: flow.QuorumAny}
	if mode := s.value("quorum"); mode != "" {
		q.Mode = flow.QuorumMode(mode)
	}
	q.Veto, q.WaitAll, q.AllRejects = s.someone("veto"), s.flag("everybody"), s.flag("unanimous")
	share := s.value("share")
	if share == "" {
		return q
	}
	of, all, _ := strings.Cut(share, "/")
	q.Vote = &flow.Vote{Share: flow.Fraction{Of: number(of), All: number(all)}, Over: s.flag("over")}
	if s.flag("excluded") {
		q.Vote.Abstain = flow.AbstainExcluded
	}
	for _, pair := range strings.FieldsFunc(s.value("weights"), func(c rune) bool { return c == ',' }) {
		who, weight, _ := strings.Cut(pair, "=")
		q.Vote.Weights = append(q.Vote.Weights, flow.Weight{By: []org.Selector{selectorOf(who)}, Weight: number(weight)})
	}
	return q
}

// empty reads "empty approve", "empty block" or, with people, "empty person:bob".
func (s *settings) empty() *flow.Empty {
	word := s.value("empty")
	switch flow.EmptyDo(word) {
	case "":
		return nil
	case flow.EmptyApprove, flow.EmptyReject, flow.EmptyBlock:
		return &flow.Empty{Do: flow.EmptyDo(word)}
	}
	return &flow.Empty{Do: flow.EmptyPeople, By: []org.Selector{selectorOf(word)}}
}

// pick reads "pick submitter:1-2" or "pick previous".
func (s *settings) pick() *flow.Pick {
	by, limits, _ := strings.Cut(s.value("pick"), ":")
	if by == "" {
		return nil
	}
	least, most, _ := strings.Cut(limits, "-")
	return &flow.Pick{By: flow.PickBy(by), Min: number(least), Max: number(most)}
}

// copies reads "copy entered=person:a,rejected=person:b".
func (s *settings) copies() []flow.Copy {
	var list []flow.Copy
	for _, pair := range strings.FieldsFunc(s.value("copy"), func(c rune) bool { return c == ',' }) {
		at, who, _ := strings.Cut(pair, "=")
		list = append(list, flow.Copy{At: flow.CopyAt(at), To: []org.Selector{selectorOf(who)}})
	}
	return list
}

// number reads a whole number; what is none is 0.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
