package main

import (
	"context"
	"os"

	"flowline/engine/diagram"
	"flowline/engine/org"
	"flowline/engine/text"
)

type render struct {
	world
	File   string `arg:"" type:"existingfile" help:"The flow document."`
	Output string `short:"o" placeholder:"FILE" help:"Where to write; standard output when left out."`
	Lang   string `default:"zh-CN" enum:"zh-CN,en" help:"Language of the labels: ${enum}."`
	Lanes  bool   `help:"Draw lanes instead of roles beside the steps."`
}

// Run draws the flow.
func (r *render) Run(ctx context.Context) error {
	d, err := readFlow(r.File)
	if err != nil {
		return err
	}
	types, company, err := r.look(ctx)
	if err != nil {
		return err
	}
	dir, lang := org.NewDirectory(company), text.Lang(r.Lang)
	t, _ := types.RecordType(d.Record)
	svg, err := diagram.Draw(ctx, d, diagram.Options{
		Lang: lang, Lanes: r.Lanes, Types: types, Who: diagram.WhoIn(company, t, lang),
		People: func(id string) string { p, _ := dir.Person(id); return p.Name.In(lang) },
	})
	if err != nil {
		return err
	}
	if r.Output == "" {
		_, err = os.Stdout.Write(svg)
		return err
	}
	return os.WriteFile(r.Output, svg, 0o644)
}
