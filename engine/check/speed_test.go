package check_test

import (
	"fmt"
	"strings"
	"testing"

	"flowline/engine/check"
	"flowline/engine/flow"
	"flowline/engine/machine/machinetest"
)

// large is a sound flow of just under a thousand nodes: decisions, forks and approvals in blocks of ten, in a row.
func large(tb testing.TB) flow.Definition {
	tb.Helper()
	var b strings.Builder
	b.WriteString("start s\nend e\n")
	from := "s"
	for i := range 99 {
		fmt.Fprintf(&b, "decision d%[1]d\nfork f%[1]d\njoin j%[1]d\nfork g%[1]d\njoin k%[1]d\n", i)
		for n := range 5 {
			fmt.Fprintf(&b, "approve a%d_%d by person:ann\n", i, n)
		}
		fmt.Fprintf(&b, `%[2]s -> d%[1]d
d%[1]d -> f%[1]d : record.amount > %[1]d
d%[1]d -> a%[1]d_4 : else
f%[1]d -> g%[1]d -> a%[1]d_0 -> k%[1]d -> j%[1]d
g%[1]d -> a%[1]d_1 -> k%[1]d
f%[1]d -> a%[1]d_2 -> j%[1]d -> a%[1]d_3 -> a%[1]d_4
a%[1]d_3 -rejected-> f%[1]d
`, i, from)
		from = fmt.Sprintf("a%d_4", i)
	}
	fmt.Fprintf(&b, "%s -> e\n", from)
	d, err := machinetest.ParseFlow(b.String())
	if err != nil {
		tb.Fatal(err)
	}
	d.Start = []flow.Trigger{{On: flow.OnSubmitted}}
	return d
}

// How long that takes is in BenchmarkCheckThousandNodes.
func TestAThousandNodesAreChecked(t *testing.T) {
	problems := check.Check(large(t), machinetest.Types(), company(), nil)
	if len(problems) > 0 {
		t.Errorf("%+v", problems[0])
	}
}

func BenchmarkCheckThousandNodes(b *testing.B) {
	d, types, dir := large(b), machinetest.Types(), company()
	b.ReportAllocs()
	for b.Loop() {
		check.Check(d, types, dir, nil)
	}
}

func BenchmarkCompileThousandNodes(b *testing.B) {
	d, types := large(b), machinetest.Types()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := flow.Compile(d, 1, types); err != nil {
			b.Fatal(err)
		}
	}
}
