package flow

import (
	"regexp"
	"strconv"
	"time"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Duration is a length of time as ISO 8601 writes it: years, months, weeks and days by the calendar, the rest by the clock.
type Duration struct {
	Years, Months, Weeks, Days int
	Clock                      time.Duration
}

var isoDuration = regexp.MustCompile(`^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$`)

// ParseDuration reads a duration such as P1D, P2W or PT4H30M. It must be longer than nothing. invalid (bad_duration).
func ParseDuration(s string) (Duration, error) {
	m := isoDuration.FindStringSubmatch(s)
	if m == nil || s[len(s)-1] == 'T' {
		return Duration{}, badDuration(s)
	}
	n := make([]int, len(m))
	for i := 1; i < len(m); i++ {
		if m[i] != "" {
			n[i], _ = strconv.Atoi(m[i]) // digits, few enough, by the pattern
		}
	}
	d := Duration{Years: n[1], Months: n[2], Weeks: n[3], Days: n[4],
		Clock: time.Duration(n[5])*time.Hour + time.Duration(n[6])*time.Minute + time.Duration(n[7])*time.Second}
	if d == (Duration{}) || d.Years > 100 {
		return Duration{}, badDuration(s)
	}
	return d, nil
}

func badDuration(s string) error {
	return fault.New(fault.Invalid, "bad_duration", text.T("“{given}”不是时长；一天写成 P1D，四小时写成 PT4H。", "{given} is no duration; write a day as P1D, four hours as PT4H."), "given", s)
}

// After is the time that lies d after t.
func (d Duration) After(t time.Time) time.Time {
	return t.AddDate(d.Years, d.Months, d.Weeks*7+d.Days).Add(d.Clock)
}

// Before is the time that lies d before t.
func (d Duration) Before(t time.Time) time.Time {
	return t.AddDate(-d.Years, -d.Months, -d.Weeks*7-d.Days).Add(-d.Clock)
}

// Workable reports whether it can be counted in working time, which knows hours and days alone.
func (d Duration) Workable() bool { return d.Years == 0 && d.Months == 0 && d.Weeks == 0 }
