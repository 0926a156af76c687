package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"flowline/engine/fault"
	"flowline/engine/text"
	"flowline/server/config"
)

// program is the command line.
type program struct {
	Config kong.ConfigFlag `placeholder:"FILE" env:"FLOWLINE_CONFIG" help:"Read settings from this JSON file."`

	Serve   serve   `cmd:"" default:"withargs" help:"Serve the web app and the API (the default)."`
	Check   check   `cmd:"" help:"Say what keeps a flow document from being published."`
	Render  render  `cmd:"" help:"Draw a flow document as SVG."`
	Migrate migrate `cmd:"" help:"Bring the database to the form that this program wants."`
	User    user    `cmd:"" help:"People who may sign in."`
	Seed    seed    `cmd:"" help:"Load the sample company, with records and flows."`
	OpenAPI openAPI `cmd:"" name:"openapi" help:"Print the OpenAPI document of the API."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var p program
	options := append(config.Options(),
		kong.Name("flowline"),
		kong.Description("Draws, checks, runs, shows and documents flows over CRM records."),
		kong.BindTo(ctx, (*context.Context)(nil)))
	command := kong.Parse(&p, options...)
	if err := command.Run(); err != nil {
		stop()
		fmt.Fprintln(os.Stderr, "flowline:", wordsOf(err))
		os.Exit(1)
	}
}

// wordsOf is what a person at the terminal reads of err, in the language of the terminal.
func wordsOf(err error) string {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Code == fault.Internal || f.Code == fault.Unavailable {
		return err.Error()
	}
	words := f.Text.In(terminalLanguage())
	for _, field := range f.Fields {
		words += "\n  " + field.Path + ": " + field.Text.In(terminalLanguage())
	}
	return words
}

func terminalLanguage() text.Lang {
	if len(os.Getenv("LANG")) >= 2 && os.Getenv("LANG")[:2] == "zh" {
		return text.Chinese
	}
	return text.English
}
