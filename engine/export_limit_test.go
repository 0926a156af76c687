package engine

import (
	"context"
	"testing"

	"flowline/engine/fault"
	"flowline/engine/text"
)

func TestAListThatIsTooLongForAFileIsRefused(t *testing.T) {
	for total, refused := range map[int]bool{maxExport: false, maxExport + 1: true} {
		_, err := export(t.Context(), "list", text.English, nil, func(s string) string { return s },
			func(context.Context, int) (Page[string], error) { return Page[string]{Total: total}, nil })
		if f := fault.From(err); refused != (err != nil) || refused && (f.Code != fault.Refused || f.Reason != "export_too_long") {
			t.Errorf("%d entries: %v", total, err)
		}
	}
}
