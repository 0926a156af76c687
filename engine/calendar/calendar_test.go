package calendar_test

import (
	"io/fs"
	"testing"
	"time"

	"pgregory.net/rapid"

	"flowline/assets"
	"flowline/engine/calendar"
	"flowline/engine/fault"
)

// china is the office week with the years that are shipped.
func china(tb testing.TB) *calendar.Calendar {
	tb.Helper()
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		tb.Fatal(err)
	}
	return made(tb, calendar.Office(zone), years(tb)...)
}

func made(tb testing.TB, w calendar.Week, years ...calendar.Year) *calendar.Calendar {
	tb.Helper()
	c, err := calendar.New(w, years...)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func years(tb testing.TB) []calendar.Year {
	tb.Helper()
	var all []calendar.Year
	files, err := fs.Glob(assets.Calendars(), "*.json")
	if err != nil || len(files) == 0 {
		tb.Fatal(files, err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(assets.Calendars(), name)
		if err != nil {
			tb.Fatal(err)
		}
		y, err := calendar.ParseYear(data)
		if err != nil {
			tb.Fatal(name, err)
		}
		if y.Note == "" {
			tb.Errorf("%s does not say where it is from", name)
		}
		all = append(all, y)
	}
	return all
}

func TestAdd(t *testing.T) {
	c := china(t)
	for _, test := range []struct {
		name, from, want string
		d                time.Duration
	}{
		{"within the morning", "2026-03-02 09:30", "2026-03-02 11:30", 2 * time.Hour},
		{"over noon", "2026-03-02 11:00", "2026-03-02 14:00", 2 * time.Hour},
		{"to the very end of a day", "2026-03-02 17:00", "2026-03-02 18:00", time.Hour},
		{"given in the evening", "2026-03-02 20:00", "2026-03-03 11:00", 2 * time.Hour},
		{"over a weekend", "2026-03-06 17:00", "2026-03-09 10:00", 2 * time.Hour},
		{"over Spring Festival", "2026-02-13 17:00", "2026-02-14 10:00", 2 * time.Hour},
		{"nine days off", "2026-02-14 17:00", "2026-02-24 10:00", 2 * time.Hour},
		{"a Saturday that is worked", "2026-02-27 17:00", "2026-02-28 10:00", 2 * time.Hour},
		{"a Sunday that is worked", "2026-01-04 09:00", "2026-01-04 18:00", 8 * time.Hour},
		{"over the National Day", "2026-09-30 17:30", "2026-10-08 09:30", time.Hour},
		{"into a year that is not known", "2026-12-31 17:00", "2027-01-01 10:00", 2 * time.Hour},
		{"nothing", "2026-03-07 03:00", "2026-03-07 03:00", 0},
		{"back over a weekend", "2026-03-09 10:00", "2026-03-06 17:00", -2 * time.Hour},
	} {
		zone, _ := time.LoadLocation("Asia/Shanghai")
		from, err := time.ParseInLocation("2006-01-02 15:04", test.from, zone)
		if err != nil {
			t.Fatal(err)
		}
		got := c.Add(from.UTC(), test.d)
		if in := got.In(zone).Format("2006-01-02 15:04"); in != test.want {
			t.Errorf("%s: %s + %v is %s, want %s", test.name, test.from, test.d, in, test.want)
		}
		if back := c.Between(from, got); back != test.d {
			t.Errorf("%s: between is %v, want %v", test.name, back, test.d)
		}
	}
}

// TestProperties holds what the package promises against a count by the minute, also where clocks change.
func TestProperties(t *testing.T) {
	zones := []string{"Asia/Shanghai", "UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"}
	rapid.Check(t, func(t *rapid.T) {
		zone, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		week := calendar.Office(zone)
		if rapid.Bool().Draw(t, "night shift") {
			week.Days = append(week.Days, time.Sunday)
			week.Hours = []calendar.Hours{{To: calendar.Clock{Hour: 4}}, {From: calendar.Clock{Hour: 22}, To: calendar.Clock{Hour: 24}}}
		}
		c, err := calendar.New(week)
		if err != nil {
			t.Fatal(err)
		}
		at := func(name string) time.Time {
			return time.Unix(60*rapid.Int64Range(29_400_000, 30_400_000).Draw(t, name), 0)
		}
		a, b, mid := at("a"), at("b"), at("c")
		d := time.Minute * time.Duration(rapid.Int64Range(-5000, 5000).Draw(t, "minutes"))
		end := c.Add(a, d)
		if got := c.Between(a, end); got != d {
			t.Fatalf("between %v and %v is %v, want %v", a, end, got, d)
		}
		if d > 0 && c.Between(a, end.Add(-time.Minute)) >= d {
			t.Fatalf("%v + %v: %v is not the first such moment", a, d, end)
		}
		if got := c.Between(a, mid) + c.Between(mid, b); got != c.Between(a, b) {
			t.Fatalf("by way of %v it is %v, straight %v", mid, got, c.Between(a, b))
		}
		if a.After(b) {
			a, b = b, a
		}
		if got := c.Between(a, b); got < 0 || got > b.Sub(a) {
			t.Fatalf("between is %v of %v", got, b.Sub(a))
		}
	})
}

func TestWhatIsNoCalendar(t *testing.T) {
	for name, w := range map[string]calendar.Week{
		"no days":      {Hours: calendar.Office(nil).Hours},
		"no hours":     {Days: calendar.Office(nil).Days},
		"a wrong day":  {Days: []time.Weekday{7}, Hours: calendar.Office(nil).Hours},
		"out of order": {Days: calendar.Office(nil).Days, Hours: []calendar.Hours{{calendar.Clock{Hour: 13}, calendar.Clock{Hour: 18}}, {calendar.Clock{Hour: 9}, calendar.Clock{Hour: 12}}}},
		"over night":   {Days: calendar.Office(nil).Days, Hours: []calendar.Hours{{calendar.Clock{Hour: 22}, calendar.Clock{Hour: 6}}}},
	} {
		if _, err := calendar.New(w); fault.ReasonOf(err) != "bad_calendar" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, file := range map[string]string{
		"no JSON":           `{`,
		"an unknown member": `{"year": 2026, "feasts": []}`,
		"no date":           `{"year": 2026, "workdays": ["2026-02-30"]}`,
		"another year":      `{"year": 2026, "workdays": ["2025-02-08"]}`,
		"ends before":       `{"year": 2026, "holidays": [{"from": "2026-05-05", "to": "2026-05-01"}]}`,
	} {
		if _, err := calendar.ParseYear([]byte(file)); fault.ReasonOf(err) != "bad_calendar" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
