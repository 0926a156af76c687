package main

import (
	"os"

	"flowline/server/api"
)

// version is the program's; a release sets it when it is built.
var version = "0.1.0"

type openAPI struct{}

// Run prints the document.
func (openAPI) Run() error {
	_, err := os.Stdout.Write(api.Document(version))
	return err
}
