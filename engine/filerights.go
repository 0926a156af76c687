package engine

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// mayHave refuses a file to whoever may see nothing that it is attached to, as if it were not there.
func (e *Engine) mayHave(ctx context.Context, a actor, f FileRow) error {
	uses, err := e.store.FileUses(ctx, []string{f.ID})
	if err != nil {
		return err
	}
	if len(uses) == 0 && f.Person == a.ID {
		return nil
	}
	for _, u := range uses {
		may, err := e.seesUse(ctx, a, u)
		if err != nil {
			return err
		}
		if may {
			return nil
		}
	}
	return errNoFile
}

// seesUse reports whether a person may see a place where a file is attached.
func (e *Engine) seesUse(ctx context.Context, a actor, u FileUse) (bool, error) {
	if u.RecordType == "" {
		_, err := e.look(ctx, a, u.Holder)
		return found(err)
	}
	r, err := e.store.Record(ctx, u.RecordType, u.Holder)
	if there, err := found(err); !there {
		return false, err
	}
	if a.owns(r) {
		return true, nil
	}
	access, err := e.accessByFlows(ctx, a, r)
	if there, err := found(err); !there {
		return false, err
	}
	field, _, inRow := strings.Cut(u.Field, ".")
	return access[field].Shows() && (!inRow || access[u.Field].Shows()), nil
}

// found tells what is not there, or not for these eyes, from what went wrong.
func found(err error) (bool, error) {
	if fault.Is(err, fault.NotFound) {
		return false, nil
	}
	return err == nil, err
}

// strange gives the places among ids where there is no file that a person may attach: their own, attached to nothing yet,
// uploaded within the day or in a form that they keep. What is attached to the instance already is no stranger there, for a
// message that is sent again.
func (e *Engine) strange(ctx context.Context, a actor, instance string, ids []string) ([]int, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := e.store.Files(ctx, ids)
	if err != nil {
		return nil, err
	}
	uses, err := e.store.FileUses(ctx, ids)
	if err != nil {
		return nil, err
	}
	own := map[string]bool{}
	for _, f := range rows {
		own[f.ID] = f.Person == a.ID && (f.Kept || e.at().Sub(f.At) < keptLoose)
	}
	for _, u := range uses {
		own[u.File] = own[u.File] && u.RecordType == "" && u.Holder == instance
	}
	var strangers []int
	for i, id := range ids {
		if !own[id] {
			strangers = append(strangers, i)
		}
	}
	return strangers, nil
}

// attach refuses files that may not go with what a person says in an instance.
func (e *Engine) attach(ctx context.Context, a actor, instance string, files []string) error {
	if len(files) > maxAttached {
		return badField("files", text.T("一次最多附 {n} 个文件，请分几次，或打包成一个。", "At most {n} files at once; send several messages, or pack them into one.").
			Fill("n", strconv.Itoa(maxAttached)))
	}
	strangers, err := e.strange(ctx, a, instance, files)
	if err != nil || len(strangers) == 0 {
		return err
	}
	return badField(fmt.Sprintf("files[%d]", strangers[0]), strangeFile)
}

// strangers says of a file field which of its files may not be put there.
func (e *Engine) strangers(ctx context.Context, a actor, at string, now, value any, w *wrongs) error {
	had, _ := now.([]string)
	files, _ := value.([]string)
	var fresh []string
	for _, id := range files {
		if !slices.Contains(had, id) {
			fresh = append(fresh, id)
		}
	}
	places, err := e.strange(ctx, a, "", fresh)
	if len(places) > 0 {
		w.say(at, strangeFile)
	}
	return err
}

// attached names files, those that are there.
func (e *Engine) attached(ctx context.Context, ids []string) (map[string]FileRef, error) {
	rows, err := e.store.Files(ctx, unique(ids))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	refs := make(map[string]FileRef, len(rows))
	for _, row := range rows {
		refs[row.ID] = row.ref()
	}
	return refs, nil
}

// named gives files by name, those that are there, in the order in which they are asked for.
func (e *Engine) named(ctx context.Context, ids []string) ([]FileRef, error) {
	known, err := e.attached(ctx, ids)
	refs := make([]FileRef, 0, len(known))
	for _, id := range ids {
		if ref, ok := known[id]; ok {
			refs = append(refs, ref)
		}
	}
	return refs, err
}

// filesIn are the files that values of a record name, in its fields and in those of its detail rows.
func filesIn(t *record.Type, v record.Values) []string {
	var ids []string
	collect := func(fields []record.Field, v record.Values) {
		for _, f := range fields {
			if files, ok := v[f.Key].([]string); ok && f.Type == record.File {
				ids = append(ids, files...)
			}
		}
	}
	collect(t.Fields, v)
	for _, f := range t.Fields {
		rows, _ := v[f.Key].([]record.Values)
		for _, row := range rows {
			collect(f.Columns, row)
		}
	}
	return ids
}

// nameKept adds to a form the files that its reader keeps for it and has not sent.
func (e *Engine) nameKept(ctx context.Context, t *record.Type, v *TaskView) error {
	if v.Draft == nil {
		return nil
	}
	kept, err := e.attached(ctx, filesKept(t, v.Draft.Set))
	if err != nil || len(kept) == 0 {
		return err
	}
	if v.Form.Files == nil {
		v.Form.Files = map[string]FileRef{}
	}
	maps.Copy(v.Form.Files, kept)
	return nil
}

// filesKept are the files that somebody has put into a form and not sent: values as they came.
func filesKept(t *record.Type, set map[string]any) []string {
	var ids []string
	collect := func(fields []record.Field, set map[string]any) {
		for _, f := range fields {
			items, _ := set[f.Key].([]any)
			for _, item := range items {
				if id, ok := item.(string); ok && f.Type == record.File {
					ids = append(ids, id)
				}
			}
		}
	}
	collect(t.Fields, set)
	for _, f := range t.Fields {
		rows, _ := asRows(set[f.Key])
		for _, row := range rows {
			collect(f.Columns, row)
		}
	}
	return ids
}

var (
	errNoFile = fault.New(fault.NotFound, "no_such_file", text.T(
		"没有这个附件，或者它不归您查看。",
		"There is no such file, or it is not yours to see."))
	strangeFile = text.T(
		"没有这个附件：它不是您上传的，已经用在别处，或者上传已超过一天。请重新上传。",
		"There is no such file: it is not one of yours, is in use elsewhere, or was uploaded more than a day ago. Upload it again.")
)
