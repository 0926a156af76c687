package calendar

import (
	"slices"
	"time"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Calendar knows which moments are working time. It never changes and is safe for many goroutines.
type Calendar struct {
	zone  *time.Location
	week  [7][]Hours
	full  []Hours // of a day off that is worked after all
	works map[date]bool
}

// date is a day of the calendar, without a time zone.
type date struct {
	year  int
	month time.Month
	day   int
}

func dateOf(t time.Time) date {
	y, m, d := t.Date()
	return date{y, m, d}
}

// next is the day after by days; before when by is negative.
func (d date) next(by int) date {
	return dateOf(time.Date(d.year, d.month, d.day+by, 12, 0, 0, 0, time.UTC))
}

func (d date) weekday() time.Weekday {
	return time.Date(d.year, d.month, d.day, 12, 0, 0, 0, time.UTC).Weekday()
}

// span is a stretch of working time.
type span struct{ from, to time.Time }

// spans lists the working time of a day, in order. A stretch that clocks swallow when they are put forward is left out.
func (c *Calendar) spans(d date) []span {
	hours := c.week[d.weekday()]
	if works, told := c.works[d]; told {
		switch {
		case !works:
			return nil
		case len(hours) == 0:
			hours = c.full
		}
	}
	out := make([]span, 0, len(hours))
	for _, h := range hours {
		s := span{c.clock(d, h.From), c.clock(d, h.To)}
		if n := len(out); n > 0 && s.from.Before(out[n-1].to) {
			s.from = out[n-1].to
		}
		if s.from.Before(s.to) {
			out = append(out, s)
		}
	}
	return out
}

func (c *Calendar) clock(d date, at Clock) time.Time {
	return time.Date(d.year, d.month, d.day, at.Hour, at.Minute, 0, 0, c.zone)
}

// Add is the moment that lies a working duration after from: the first such, never in the middle of the night. A negative
// duration leads back, to the last such moment. Nothing leads to from itself.
func (c *Calendar) Add(from time.Time, d time.Duration) time.Time {
	switch {
	case d > 0:
		return c.forward(from, d)
	case d < 0:
		return c.back(from, -d)
	}
	return from
}

func (c *Calendar) forward(from time.Time, left time.Duration) time.Time {
	for day := dateOf(from.In(c.zone)); ; day = day.next(1) {
		for _, s := range c.spans(day) {
			begin := later(s.from, from)
			if length := s.to.Sub(begin); length >= left {
				return begin.Add(left).In(from.Location())
			} else if length > 0 {
				left -= length
			}
		}
	}
}

func (c *Calendar) back(from time.Time, left time.Duration) time.Time {
	for day := dateOf(from.In(c.zone)); ; day = day.next(-1) {
		for _, s := range slices.Backward(c.spans(day)) {
			end := earlier(s.to, from)
			if length := end.Sub(s.from); length >= left {
				return end.Add(-left).In(from.Location())
			} else if length > 0 {
				left -= length
			}
		}
	}
}

// Between is how much working time lies between two moments; negative when b is before a.
func (c *Calendar) Between(a, b time.Time) time.Duration {
	if b.Before(a) {
		return -c.Between(b, a)
	}
	var sum time.Duration
	last := dateOf(b.In(c.zone))
	for day := dateOf(a.In(c.zone)); ; day = day.next(1) {
		for _, s := range c.spans(day) {
			if length := earlier(s.to, b).Sub(later(s.from, a)); length > 0 {
				sum += length
			}
		}
		if day == last {
			return sum
		}
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// Day is how much is worked on a working day.
func (c *Calendar) Day() time.Duration {
	var sum time.Duration
	for _, h := range c.full {
		sum += time.Duration(h.To.minutes()-h.From.minutes()) * time.Minute
	}
	return sum
}

// EndOf is the last minute of a date, written 2026-01-31. invalid (bad_calendar) for what is no date.
func (c *Calendar) EndOf(day string) (time.Time, error) {
	t, err := time.ParseInLocation(time.DateOnly, day, c.zone)
	if err != nil {
		return time.Time{}, fault.From(badCalendar(text.T("“{day}”不是日期。", "{day} is no date.").Fill("day", day))).Because(err)
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 23, 59, 0, 0, c.zone), nil
}

// Last is the end of the working time before a moment, or the moment itself if it is working time.
func (c *Calendar) Last(at time.Time) time.Time {
	for day := dateOf(at.In(c.zone)); ; day = day.next(-1) {
		for _, s := range slices.Backward(c.spans(day)) {
			if s.from.Before(at) {
				return earlier(s.to, at).In(at.Location())
			}
		}
	}
}

// Next is the moment itself if it is working time, else when that begins again.
func (c *Calendar) Next(at time.Time) time.Time {
	for day := dateOf(at.In(c.zone)); ; day = day.next(1) {
		for _, s := range c.spans(day) {
			if at.Before(s.to) {
				return later(s.from, at).In(at.Location())
			}
		}
	}
}
