package flow

import (
	"bytes"
	"encoding/json"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// actionKinds has one entry per action type: how its settings are made and found. A later type is one more entry.
var actionKinds = map[ActionType]struct {
	fresh func(*Action) any // makes empty settings in the action and answers them
	given func(*Action) any // answers the settings; nil when absent
}{
	ActionApprove: {
		func(a *Action) any { a.Approve = &Approve{}; return a.Approve },
		func(a *Action) any { return present(a.Approve) }},
	ActionDo: {
		func(a *Action) any { a.Do = &Do{}; return a.Do },
		func(a *Action) any { return present(a.Do) }},
	ActionNotify: {
		func(a *Action) any { a.Notify = &Notify{}; return a.Notify },
		func(a *Action) any { return present(a.Notify) }},
	ActionUpdate: {
		func(a *Action) any { a.Update = &Update{}; return a.Update },
		func(a *Action) any { return present(a.Update) }},
	ActionSubflow: {
		func(a *Action) any { a.Subflow = &Subflow{}; return a.Subflow },
		func(a *Action) any { return present(a.Subflow) }},
}

// Decides reports whether what the action comes to may be a rejection.
func (a *Action) Decides() bool {
	return a != nil && (a.Approve != nil || a.Subflow != nil && !a.Subflow.Detached)
}

// Rejection is what the action says a rejection does that has no arrow; the zero Reject where it says nothing.
func (a *Action) Rejection() Reject {
	switch {
	case a == nil:
	case a.Approve != nil && a.Approve.Reject != nil:
		return *a.Approve.Reject
	case a.Subflow != nil && a.Subflow.Reject != nil:
		return *a.Subflow.Reject
	}
	return Reject{}
}

// present makes an absent pointer a plain nil.
func present[T any](p *T) any {
	if p == nil {
		return nil
	}
	return p
}

// settings are the settings of the action's own type; nil when the type is unknown or they are absent.
func (a *Action) settings() any {
	kind, known := actionKinds[a.Type]
	if !known {
		return nil
	}
	return kind.given(a)
}

// MarshalJSON writes type and settings as one object.
func (a Action) MarshalJSON() ([]byte, error) {
	head, err := plainJSON(struct {
		Type ActionType `json:"type"`
	}{a.Type})
	if err != nil {
		return nil, err
	}
	settings := a.settings()
	if settings == nil {
		return head, nil
	}
	body, err := plainJSON(settings)
	if err != nil {
		return nil, err
	}
	if bytes.Equal(body, []byte("{}")) {
		return head, nil
	}
	return append(append(head[:len(head)-1], ','), body[1:]...), nil
}

// UnmarshalJSON reads what MarshalJSON writes. It refuses an unknown type, and passes over unknown settings: Parse has
// refused those before.
func (a *Action) UnmarshalJSON(data []byte) error {
	var head struct {
		Type ActionType `json:"type"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return err
	}
	kind, known := actionKinds[head.Type]
	if !known {
		return fault.New(fault.Invalid, "unknown_action", unknownAction, "type", string(head.Type))
	}
	*a = Action{Type: head.Type}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return d.Decode(kind.fresh(a))
}

var unknownAction = text.T("这个版本的程序没有“{type}”这种动作。", "This version of the program has no action {type}.")

// plainJSON is JSON without escapes for HTML, which a document has no use for.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
