package api

import (
	"bufio"
	"context"
	"net/url"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"

	"flowline/engine"
	"flowline/engine/text"
)

// exportTime is how long writing a file may take.
const exportTime = 5 * time.Minute

func (a *API) exportRecords(ctx context.Context, in *recordsInput) (*huma.StreamResponse, error) {
	asked, err := in.asked()
	if err != nil {
		return nil, err
	}
	return a.send(ctx)(a.engine.ExportRecords(ctx, who(ctx), asked, a.language(ctx)))
}

func (a *API) exportTasks(ctx context.Context, in *tasksInput) (*huma.StreamResponse, error) {
	return a.send(ctx)(a.engine.ExportTasks(ctx, who(ctx), in.asked(), a.language(ctx)))
}

func (a *API) exportInstances(ctx context.Context, in *instancesInput) (*huma.StreamResponse, error) {
	return a.send(ctx)(a.engine.ExportInstances(ctx, who(ctx), in.asked(), a.language(ctx)))
}

// send hands on a file as it is written, line by line. What goes wrong once it has begun stands in its last line, so that
// nobody takes a part for the whole.
func (a *API) send(ctx context.Context) func(engine.Export, error) (*huma.StreamResponse, error) {
	lang := a.language(ctx)
	return func(file engine.Export, err error) (*huma.StreamResponse, error) {
		if err != nil {
			return nil, err
		}
		return &huma.StreamResponse{Body: func(hc huma.Context) {
			name := url.PathEscape(file.Name + "-" + time.Now().Format(time.DateOnly) + ".csv")
			hc.SetHeader("Content-Type", "text/csv; charset=utf-8")
			hc.SetHeader("Content-Disposition", `attachment; filename="export.csv"; filename*=UTF-8''`+name)
			humafiber.Unwrap(hc).Context().SetBodyStreamWriter(func(w *bufio.Writer) {
				ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), exportTime)
				defer cancel()
				if err := file.WriteTo(ctx, w); err != nil {
					a.log.WarnContext(ctx, "an export broke off", "file", file.Name, "error", err)
					_, _ = w.WriteString("\r\n" + brokeOff.In(lang) + "\r\n") // whoever has gone reads nothing anyway
				}
			})
		}}, nil
	}
}

var brokeOff = text.T("导出中断，内容不完整，请重新导出。", "The export broke off and is not complete; export again.")
