package config

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Options are what a command line parser is made with so that it reads the environment and the file, too.
func Options() []kong.Option {
	return []kong.Option{
		kong.DefaultEnvars("FLOWLINE"),
		kong.Configuration(file, "/etc/flowline/flowline.json", "flowline.json"),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	}
}

// settings are what a file says, by flag name.
type settings map[string]any

// file reads a configuration file. A key is a flag's name, with - or _ or in camelCase.
func file(r io.Reader) (kong.Resolver, error) {
	raw := map[string]any{}
	d := json.NewDecoder(r)
	d.UseNumber()
	if err := d.Decode(&raw); err != nil {
		return nil, fmt.Errorf("the configuration file is not JSON: %w", err)
	}
	s := settings{}
	for key, value := range raw {
		s[dashed(key)] = value
	}
	return s, nil
}

// Validate refuses keys that no flag has.
func (s settings) Validate(app *kong.Application) error {
	var known []string
	_ = kong.Visit(app, func(node kong.Visitable, next kong.Next) error {
		if flag, ok := node.(*kong.Flag); ok && flag.Name != "help" && flag.Name != "config" {
			known = append(known, flag.Name)
		}
		return next(nil)
	})
	slices.Sort(known)
	for key := range s {
		if !slices.Contains(known, key) {
			return fmt.Errorf("the configuration file has %q, which is no setting; the settings are %s", key, strings.Join(slices.Compact(known), ", "))
		}
	}
	return nil
}

// Resolve gives the file's value of a flag, unless the environment has one.
func (s settings) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if _, ok := os.LookupEnv(name); ok {
			return nil, nil // kong's way to say that there is none
		}
	}
	value, ok := s[flag.Name]
	if !ok {
		return nil, nil // kong's way to say that there is none
	}
	if list, ok := value.([]any); ok {
		words := make([]string, len(list))
		for i, v := range list {
			words[i] = fmt.Sprint(v)
		}
		return strings.Join(words, ","), nil
	}
	return fmt.Sprint(value), nil
}

// dashed writes publicURL, public_url and public-url as public-url.
func dashed(key string) string {
	var b strings.Builder
	runes := []rune(key)
	for i, r := range runes {
		upper := r >= 'A' && r <= 'Z'
		afterLower := i > 0 && runes[i-1] >= 'a' && runes[i-1] <= 'z'
		switch {
		case r == '_':
			b.WriteByte('-')
		case upper && afterLower:
			b.WriteByte('-')
			b.WriteRune(r - 'A' + 'a')
		case upper:
			b.WriteRune(r - 'A' + 'a')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
