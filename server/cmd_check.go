package main

import (
	"context"
	"fmt"
	"strings"

	rules "flowline/engine/check"
	"flowline/engine/org"
)

type check struct {
	world
	File string `arg:"" type:"existingfile" help:"The flow document."`
}

// Run prints each problem with its place and its remedy, and fails when one of them blocks publishing.
func (c *check) Run(ctx context.Context) error {
	d, err := readFlow(c.File)
	if err != nil {
		return err
	}
	types, company, err := c.look(ctx)
	if err != nil {
		return err
	}
	blocking, lang := 0, terminalLanguage()
	for _, p := range rules.Check(d, types, org.NewDirectory(company), nil) {
		place := strings.Trim(strings.Join([]string{p.Node, p.Edge, p.Path}, " "), " ")
		fmt.Printf("%s %s [%s] %s %s\n", p.Severity, p.Code, place, p.Text.In(lang), p.Remedy.In(lang))
		if p.Severity == rules.Error {
			blocking++
		}
	}
	if blocking > 0 {
		return fmt.Errorf("%d problems keep %s from being published", blocking, c.File)
	}
	fmt.Printf("%s may be published\n", c.File)
	return nil
}
