package rule_test

import (
	"fmt"
	"testing"

	"flowline/engine/rule"
)

const typical = `record.amount > 100000 && record.customer.credit_score < 70`

func BenchmarkEval(b *testing.B) {
	p := mustCompile(b, typical, rule.Condition)
	facts := rule.Facts{Record: contract()}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := p.True(facts); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	n := 0
	for b.Loop() {
		n++
		mustCompile(b, fmt.Sprintf("record.amount > %d && record.customer.credit_score < 70", n), rule.Condition)
	}
}

func BenchmarkCompileAgain(b *testing.B) {
	for b.Loop() {
		mustCompile(b, typical, rule.Condition)
	}
}
