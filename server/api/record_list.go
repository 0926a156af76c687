package api

import (
	"context"
	"strings"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
)

type recordsInput struct {
	Paged
	Type   string   `path:"type" maxLength:"40" doc:"Key of the record type"`
	Search string   `query:"search" maxLength:"200" doc:"In the title and the number"`
	Sort   string   `query:"sort" maxLength:"60" doc:"A field's key; - before it: falling"`
	Filter []string `query:"filter,explode" maxItems:"20" maxLength:"500" doc:"field:operator:value, such as amount:gt:100000; operators eq ne lt le gt ge contains in empty. All given must hold"`
}

func (in *recordsInput) asked() (engine.RecordsAsked, error) {
	filters, err := parseFilters(in.Filter)
	return engine.RecordsAsked{
		Type: in.Type, Search: in.Search, Filters: filters, Sort: in.Sort, Offset: in.Offset, Limit: in.Limit,
	}, err
}

func (a *API) listRecords(ctx context.Context, in *recordsInput) (*body[engine.Page[engine.RecordView]], error) {
	asked, err := in.asked()
	if err != nil {
		return nil, err
	}
	return reply(a.engine.Records(ctx, who(ctx), asked))
}

// parseFilters reads conditions of the form field:operator:value.
func parseFilters(written []string) ([]engine.FilterAsked, error) {
	var filters []engine.FilterAsked
	for _, w := range written {
		field, rest, ok := strings.Cut(w, ":")
		op, value, _ := strings.Cut(rest, ":")
		if !ok || field == "" || op == "" {
			return nil, fault.New(fault.Invalid, "filter_invalid", text.T("筛选条件的格式应为 字段:运算:值，例如 amount:gt:100000。", "A filter is written field:operator:value, such as amount:gt:100000.")).
				With("filter", text.T("格式不正确", "is not of this form"))
		}
		filters = append(filters, engine.FilterAsked{Field: field, Op: engine.Operator(op), Value: value})
	}
	return filters, nil
}
