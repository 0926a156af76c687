package machine

import (
	"maps"
	"slices"

	"flowline/engine/record"
	"flowline/engine/text"
)

// merged tells what became of the change that an instance approved, once it has ended. The record is the caller's to
// change; whoever answers for it is told when there is something left to choose.
func (r *run) merged(ev Event) error {
	if !r.s.Status.Ended() {
		return errNotEnded
	}
	if ev.Merge == nil {
		return nil
	}
	for _, part := range []struct {
		told   EntryType
		values record.Values
	}{{EntryMerged, ev.Merge.Set}, {EntryUnmerged, ev.Merge.Left}, {EntryGivenUp, ev.Merge.Gone}} {
		if len(part.values) == 0 {
			continue
		}
		before := record.Values{}
		for key := range part.values {
			before[key] = ev.Merge.Before[key]
		}
		r.tell(Entry{Type: part.told, By: ev.By, Data: Data{
			Fields: slices.Sorted(maps.Keys(part.values)), Before: before, After: part.values,
		}})
	}
	if len(ev.Merge.Left) > 0 {
		r.notice(Notice{To: r.s.InCharge(), Kind: NoticeFlow,
			Title: text.T("修改已批准，有字段需要您选择", "The change is approved; some fields are yours to choose"),
			Body: text.T("审批期间别人改过这些字段，没有覆盖。请打开流程选择保留哪个值。",
				"Somebody else changed them meanwhile, so they were not overwritten. Open the request and choose which value stays."),
		})
	}
	return nil
}
