package engine

import (
	"flowline/engine/fault"
	"flowline/engine/text"
)

// What a person is told when a thing is not there is the same whether it does not exist or is not for his eyes.
var (
	errStranger = fault.New(fault.Forbidden, "not_a_member", text.T(
		"您的账号不在公司名册中或已停用，请联系管理员。",
		"Your account is not in the company's list or has been switched off; please ask an administrator."))
	errNotKeyUser = fault.New(fault.Forbidden, "key_user_only", text.T(
		"只有关键用户和管理员可以这样做，请联系他们。",
		"Only key users and administrators may do this; please ask one of them."))
	errNotAdmin = fault.New(fault.Forbidden, "admin_only", text.T(
		"只有管理员可以这样做，请联系管理员。",
		"Only administrators may do this; please ask one of them."))
	errNoFlow = fault.New(fault.NotFound, "no_such_flow", text.T(
		"没有这个流程，或者它还没有发布。请从流程列表中选择。",
		"There is no such flow, or it is not published yet. Choose one from the list."))
	errNoVersion = fault.New(fault.NotFound, "no_such_version", text.T(
		"没有这个版本。请从版本列表中选择。",
		"There is no such version. Choose one from the list of versions."))
	errNoRecord = fault.New(fault.NotFound, "no_such_record", text.T(
		"没有这条记录，或者它不归您查看。请从列表中选择。",
		"There is no such record, or it is not yours to see. Choose one from the list."))
	errNoInstance = fault.New(fault.NotFound, "no_such_instance", text.T(
		"没有这个流程实例，或者您没有参与它。请从列表中选择。",
		"There is no such instance, or you have no part in it. Choose one from the list."))
	errNoTask = fault.New(fault.NotFound, "no_such_task", text.T(
		"没有这个待办，或者它不是您的。请从待办列表中选择。",
		"There is no such task, or it is not yours. Choose one from your list of tasks."))
	errNoIncident = fault.New(fault.NotFound, "no_such_incident", text.T(
		"没有这个未处理的异常，它可能已经被处理。请刷新列表。",
		"There is no such open incident; it may have been repaired already. Refresh the list."))
	errNoTopic = fault.New(fault.NotFound, "no_such_topic", text.T(
		"没有这个订阅主题。",
		"There is no such topic to subscribe to."))
	errBusy = fault.New(fault.Unavailable, "too_busy", text.T(
		"同时处理这个流程的人太多，操作没有生效，请稍后再试。",
		"Too many people are working on this instance at once; nothing was changed. Please try again."))
)

func errNoRecordType(key string) error {
	return fault.New(fault.NotFound, "no_such_record_type", text.T(
		"没有记录类型“{key}”。请从列表中选择。",
		"There is no record type {key}. Choose one from the list."), "key", key)
}

// hideAs answers missing in place of a not_found of the store, whose words speak of rows.
func hideAs(missing *fault.Error, err error) error {
	if fault.Is(err, fault.NotFound) && fault.ReasonOf(err) != missing.Reason {
		return missing.Because(err)
	}
	return err
}

// badField is one wrong field of an input.
func badField(path string, t text.Text) error {
	return fault.New(fault.Invalid, "bad_input", text.T(
		"有内容填写得不对，请改正标出的地方。",
		"Some of it is not right; please correct the places marked.")).With(path, t)
}
