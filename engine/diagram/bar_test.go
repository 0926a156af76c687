package diagram

import (
	"testing"

	"flowline/engine/flow"
	"flowline/engine/text"
)

func TestAJoinSaysForHowManyItWaits(t *testing.T) {
	named := text.T("汇聚", "Join")
	cases := []struct {
		node   flow.Node
		zh, en string
	}{
		{flow.Node{Kind: flow.KindFork, Name: named}, "汇聚", "Join"},
		{flow.Node{Kind: flow.KindJoin, Name: named}, "汇聚", "Join"},
		{flow.Node{Kind: flow.KindJoin, Name: named, Join: &flow.Join{Mode: flow.JoinAll}}, "汇聚", "Join"},
		{flow.Node{Kind: flow.KindJoin, Name: named, Join: &flow.Join{Mode: flow.JoinFirst}}, "汇聚（任一到达）", "Join (first to arrive)"},
		{flow.Node{Kind: flow.KindJoin, Join: &flow.Join{Mode: flow.JoinN, N: 2}}, "3 条到 2 条", "2 of 3"},
	}
	for _, c := range cases {
		c.node.ID = "j"
		for lang, want := range map[text.Lang]string{text.Chinese: c.zh, text.English: c.en} {
			if got := (builder{o: Options{Lang: lang}, waysIn: map[string]int{"j": 3}}).bar(c.node); got != want {
				t.Errorf("%+v in %s: %q, want %q", c.node, lang, got, want)
			}
		}
	}
}
