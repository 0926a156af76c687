package calendar

import (
	"bytes"
	"encoding/json"
	"strconv"
	"time"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Year is what is different in one year: a file of assets/calendars.
type Year struct {
	Country  string    `json:"country"` // ISO 3166
	Year     int       `json:"year"`
	Note     string    `json:"note"` // who decreed it, and where
	Holidays []Holiday `json:"holidays"`
	Workdays []Day     `json:"workdays"` // days off that are worked in exchange
}

// Holiday is a row of days off.
type Holiday struct {
	Name text.Text `json:"name"`
	From Day       `json:"from"`
	To   Day       `json:"to"` // the last one
}

// Day is a date, written 2026-01-31.
type Day struct{ time.Time }

// UnmarshalJSON reads a date.
func (d *Day) UnmarshalJSON(b []byte) (err error) {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	d.Time, err = time.Parse(time.DateOnly, s)
	return err
}

// ParseYear reads a Year from JSON. invalid (bad_calendar) for what is not one, and for a holiday that ends before it
// begins, takes more than a month, or lies in another year.
func ParseYear(data []byte) (Year, error) {
	var y Year
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&y); err != nil {
		return Year{}, fault.From(badCalendar(text.T("日历文件的格式不对。", "The calendar file is malformed."))).Because(err)
	}
	for _, h := range y.Holidays {
		if h.To.Before(h.From.Time) || h.To.Sub(h.From.Time) > 31*24*time.Hour {
			return Year{}, badDay(y, h.From)
		}
		for _, day := range []Day{h.From, h.To} {
			if day.Year() != y.Year {
				return Year{}, badDay(y, day)
			}
		}
	}
	for _, day := range y.Workdays {
		if day.Year() != y.Year {
			return Year{}, badDay(y, day)
		}
	}
	return y, nil
}

func badDay(y Year, d Day) error {
	return badCalendar(text.T("{year} 年的日历里，{day} 前后的日期不对。", "In the calendar of {year}, the dates around {day} are not right.").
		Fill("year", strconv.Itoa(y.Year), "day", d.Format(time.DateOnly)))
}
