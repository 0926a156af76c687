package assets

import (
	"embed"
	"io/fs"
)

//go:embed all:web
var web embed.FS

//go:embed flows/*.json
var flows embed.FS

//go:embed records/*.json
var records embed.FS

//go:embed calendars/*.json
var calendars embed.FS

//go:embed mail/*
var mail embed.FS

//go:embed schema/*.json
var schema embed.FS

// Web is the built web app, index.html at its root. A program built without it has no files here but .keep.
func Web() fs.FS { return within(web, "web") }

// Flows are the sample flows, <key>.json each; they are also the templates of the designer.
func Flows() fs.FS { return within(flows, "flows") }

// Records are the sample company, the record types and the sample records; the package comment says what stands in each.
func Records() fs.FS { return within(records, "records") }

// Calendars are the holidays and working weekends of countries, one file per country and year, each saying who decreed it.
func Calendars() fs.FS { return within(calendars, "calendars") }

// Schema are the contracts that both languages share: flow.schema.json and openapi.json.
func Schema() fs.FS { return within(schema, "schema") }

// Mail are the templates of mails: notice.txt and notice.html.
func Mail() fs.FS { return within(mail, "mail") }

// within gives one embedded folder. Its name is fixed when the program is built, so that it cannot be missing.
func within(files embed.FS, folder string) fs.FS {
	sub, err := fs.Sub(files, folder)
	if err != nil {
		panic(err)
	}
	return sub
}
