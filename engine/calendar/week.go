package calendar

import (
	"time"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Clock is a time of day.
type Clock struct{ Hour, Minute int }

func (c Clock) minutes() int { return c.Hour*60 + c.Minute }

// Hours are a stretch of a working day.
type Hours struct{ From, To Clock }

// Week says when work is done in a week without holidays.
type Week struct {
	Zone  *time.Location // in which Hours are meant; nil: UTC
	Days  []time.Weekday
	Hours []Hours // of each of the days, in order
}

// Office is the usual week of an office: Monday to Friday, nine to twelve and one to six, eight hours a day.
func Office(zone *time.Location) Week {
	return Week{
		Zone:  zone,
		Days:  []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday},
		Hours: []Hours{{Clock{9, 0}, Clock{12, 0}}, {Clock{13, 0}, Clock{18, 0}}},
	}
}

// New makes a Calendar of a week and what is different in some years. invalid (bad_calendar) for a week in which no work
// is done, or whose hours are not in order.
func New(w Week, years ...Year) (*Calendar, error) {
	if err := w.check(); err != nil {
		return nil, err
	}
	c := &Calendar{zone: w.Zone, full: w.Hours, works: map[date]bool{}}
	if c.zone == nil {
		c.zone = time.UTC
	}
	for _, d := range w.Days {
		c.week[d] = w.Hours
	}
	for _, y := range years {
		for _, h := range y.Holidays {
			for d, end := dateOf(h.From.Time), dateOf(h.To.Time).next(1); d != end; d = d.next(1) {
				c.works[d] = false
			}
		}
		for _, d := range y.Workdays {
			c.works[dateOf(d.Time)] = true
		}
	}
	return c, nil
}

func (w Week) check() error {
	if len(w.Days) == 0 || len(w.Hours) == 0 {
		return badCalendar(text.T("工作日历里至少要有一个工作日和一段工作时间。", "A working calendar needs at least one working day and some hours."))
	}
	for _, d := range w.Days {
		if d < time.Sunday || d > time.Saturday {
			return badCalendar(text.T("工作日只能是星期日到星期六。", "A working day is Sunday to Saturday."))
		}
	}
	before := -1
	for _, h := range w.Hours {
		from, to := h.From.minutes(), h.To.minutes()
		if from < before || to <= from || to > 24*60 || from < 0 {
			return badCalendar(text.T("工作时间要按先后填写，并且在同一天之内。", "Working hours are given in order and lie within one day."))
		}
		before = to
	}
	return nil
}

func badCalendar(t text.Text) error { return fault.New(fault.Invalid, "bad_calendar", t) }
