package sample

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
)

// World reads the sample company and its record types.
func World(files fs.FS) (record.Types, org.Company, error) {
	var company org.Company
	if err := read(files, "company.json", &company); err != nil {
		return nil, company, err
	}
	list, err := types(files)
	if err != nil {
		return nil, company, err
	}
	catalog := record.Types{}
	for i := range list {
		catalog[list[i].Key] = &list[i]
	}
	return catalog, company, nil
}

// Flows reads the sample flows, in the order of their file names.
func Flows(files fs.FS) ([]flow.Definition, error) {
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		return nil, err
	}
	flows := make([]flow.Definition, 0, len(names))
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		d, err := flow.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("sample flow %s: %w", name, err)
		}
		flows = append(flows, d)
	}
	return flows, nil
}

// types are the record types; one stands after those that it links to.
func types(files fs.FS) ([]record.Type, error) {
	var list []record.Type
	err := read(files, "types.json", &list)
	return list, err
}

// row is a record as the samples write it: its id is a name within them.
type row struct {
	ID     string         `json:"id"`
	Owner  string         `json:"owner"`
	Values map[string]any `json:"values"`
}

// rows are the sample records of a type; a type may have none.
func rows(files fs.FS, typ string) ([]row, error) {
	name := "records-" + typ + ".json"
	var file struct {
		Records []row `json:"records"`
	}
	err := read(files, name, &file)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return file.Records, err
}

func read(files fs.FS, name string, into any) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("sample file %s: %w", name, err)
	}
	return nil
}
