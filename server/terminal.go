package main

import (
	"errors"
	"os"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/text"
)

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

// terminalLanguage is the language of whoever types the commands.
func terminalLanguage() text.Lang {
	if strings.HasPrefix(os.Getenv("LANG"), "zh") {
		return text.Chinese
	}
	return text.English
}
