package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

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
