package main

import (
	"io/fs"
	"time"

	"flowline/assets"
	"flowline/engine/calendar"
)

// workingDays is the calendar by which deadlines are counted: an office week in the company's zone, with the holidays and
// working weekends that are shipped.
func workingDays(zone *time.Location) (*calendar.Calendar, error) {
	files, err := fs.Glob(assets.Calendars(), "*.json")
	if err != nil {
		return nil, err
	}
	years := make([]calendar.Year, len(files))
	for i, name := range files {
		data, err := fs.ReadFile(assets.Calendars(), name)
		if err != nil {
			return nil, err
		}
		if years[i], err = calendar.ParseYear(data); err != nil {
			return nil, err
		}
	}
	return calendar.New(calendar.Office(zone), years...)
}
