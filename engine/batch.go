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
	Tasks   []BatchItem
	Outcome machine.Outcome
	Comment string
	Key     string // idempotency key of the whole; empty: none
}

// BatchItem is one task of a batch.
type BatchItem struct {
	Task string `json:"task" maxLength:"200" doc:"<instance>.<task>"`
	Seen int    `json:"seen" minimum:"1" doc:"The version of the values that the list showed, as data of the task"`
}

// BatchResult is what became of one task of a batch.
type BatchResult struct {
	Task    string    `json:"task"`
	Reason  string    `json:"reason,omitempty"` // absent: it was decided
	Problem text.Text `json:"problem,omitzero"` // why it was not, and what to do
}

// DecideMany decides tasks one after another, each as Decide does and in a transaction of its own: what one of them is
// refused for keeps none of the others. A task that wants input or a comment stays as it is, and so does one whose values are
// others than those that were seen. The results come in the order of the tasks. An error is of the whole, such as a database
// that does not answer: sent again with the same key, what was decided before is not decided twice.
func (e *Engine) DecideMany(ctx context.Context, who string, b Batch) ([]BatchResult, error) {
	results := []BatchResult{}
	done := map[string]bool{}
	for _, item := range b.Tasks {
		task := item.Task
		if done[task] {
			continue
		}
		done[task] = true
		v := Verdict{Task: task, Outcome: b.Outcome, Comment: b.Comment, Seen: item.Seen}
		if v.Seen == 0 {
			v.Seen = -1 // nobody has looked at it, which is no way round what is asked of those who have
		}
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
