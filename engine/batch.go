package engine

import (
	"context"
	"errors"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// Batch decides several tasks alike.
type Batch struct {
	Tasks   []string // <instance>.<task>
	Outcome machine.Outcome
	Comment string
	Key     string // idempotency key of the whole; empty: none
}

// BatchResult is what became of one task of a batch.
type BatchResult struct {
	Task    string    `json:"task"`
	Reason  string    `json:"reason,omitempty"` // absent: it was decided
	Problem text.Text `json:"problem,omitzero"` // why it was not, and what to do
}

// DecideMany decides tasks one after another, each as Decide does and in a transaction of its own: what one of them is
// refused for keeps none of the others, and a task that wants input or a comment stays as it is. The results come in the
// order of the tasks. An error is of the whole, such as a database that does not answer: sent again with the same key, what
// was decided before is not decided twice.
func (e *Engine) DecideMany(ctx context.Context, who string, b Batch) ([]BatchResult, error) {
	results := []BatchResult{}
	for _, task := range unique(b.Tasks) {
		v := Verdict{Task: task, Outcome: b.Outcome, Comment: b.Comment}
		if b.Key != "" {
			v.Key = b.Key + ":" + task
		}
		result := BatchResult{Task: task}
		if _, err := e.Decide(ctx, who, v); err != nil {
			told, known := errors.AsType[*fault.Error](err)
			if !known || told.Code == fault.Internal || told.Code == fault.Unavailable {
				return nil, err
			}
			result.Reason, result.Problem = told.Reason, told.Text
		}
		results = append(results, result)
	}
	return results, nil
}
