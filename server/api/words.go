package api

import (
	"errors"
	"net/http"
	"regexp"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Reasons of failures that arise before the engine is asked.
const (
	reasonMalformed = "malformed"
	reasonInput     = "input_invalid"
	reasonTooLarge  = "too_large"
	reasonMethod    = "method_not_allowed"
	reasonMediaType = "media_type_not_supported"
	reasonHeaders   = "headers_too_large"
	reasonTimeout   = "request_too_slow"
	reasonUpgrade   = "websocket_needed"
	reasonNoRoute   = "no_such_address"
)

// transportFault is the failure that an HTTP status from fiber stands for.
func transportFault(status int) *fault.Error {
	switch status {
	case http.StatusNotFound:
		return fault.New(fault.NotFound, reasonNoRoute, text.T("没有这个地址，请检查网址。", "There is nothing at this address; check it."))
	case http.StatusMethodNotAllowed:
		return fault.New(fault.Invalid, reasonMethod, text.T("这个地址不支持这种操作，允许的操作见响应头 Allow。", "This address does not take that method; the Allow header names those that it takes."))
	case http.StatusRequestEntityTooLarge:
		return fault.New(fault.Invalid, reasonTooLarge, text.T("内容太大，最多 4 MB。请拆分或删减后再试。", "This is too large; 4 MB is the most. Split it or leave something out."))
	case http.StatusRequestHeaderFieldsTooLarge:
		return fault.New(fault.Invalid, reasonHeaders, text.T("请求头太大，请清除本站的 Cookie 后再试。", "The request's headers are too large; clear this site's cookies and try again."))
	case http.StatusUnsupportedMediaType:
		return fault.New(fault.Invalid, reasonMediaType, text.T("请用 Content-Type: application/json 发送。", "Send this as Content-Type: application/json."))
	case http.StatusRequestTimeout:
		return fault.New(fault.Invalid, reasonTimeout, text.T("请求没有在规定时间内发送完，请重试。", "The request did not arrive in time; please try again."))
	case http.StatusUpgradeRequired:
		return fault.New(fault.Invalid, reasonUpgrade, text.T("这个地址只接受 WebSocket 连接。", "This address takes websocket connections only."))
	case http.StatusServiceUnavailable:
		return fault.New(fault.Unavailable, "unavailable", text.T("服务暂时不可用，请稍后再试。", "The service is not available just now; please try again soon."))
	}
	if status >= http.StatusInternalServerError {
		return fault.From(errors.New(http.StatusText(status)))
	}
	return fault.New(fault.Invalid, reasonMalformed, text.T("请求的格式不对，服务器看不懂。", "The request is not formed as HTTP or JSON should be."))
}

// complaint is the failure that huma found in the input, worded in both languages. What was sent is not echoed.
func complaint(status int, errs []error) *fault.Error {
	for _, err := range errs {
		if known, ok := errors.AsType[*fault.Error](err); ok {
			return known
		}
	}
	switch status {
	case http.StatusBadRequest, http.StatusUnprocessableEntity:
	default:
		return transportFault(status).Because(errors.Join(errs...))
	}
	f := fault.New(fault.Invalid, reasonInput, text.T("填写的内容不符合要求，请按提示修改。", "What was sent does not fit; mend the places named."))
	if status == http.StatusBadRequest {
		f = fault.New(fault.Invalid, reasonMalformed, text.T("发送的内容不是完整的 JSON。", "What was sent is not complete JSON."))
	}
	for _, err := range errs {
		detail, ok := err.(huma.ErrorDetailer)
		if !ok {
			f = f.Because(err)
			continue
		}
		d := detail.ErrorDetail()
		f = f.With(strings.TrimPrefix(strings.TrimPrefix(d.Location, "body."), "query."), inWords(d.Message))
	}
	return f
}

// sentences are huma's and encoding/json's wordings, with ours. A place in a pattern fills the {1}, {2} of the text.
var sentences = []struct {
	pattern *regexp.Regexp
	words   text.Text
}{
	{regexp.MustCompile(`^unexpected property$`), text.T("没有这个字段", "there is no such field")},
	{regexp.MustCompile(`^unknown query parameter$`), text.T("没有这个参数", "there is no such parameter")},
	{regexp.MustCompile(`^json: unknown field "(.*)"$`), text.T("没有字段 {1}", "there is no field {1}")},
	{regexp.MustCompile(`^expected required property (.+) to be present$`), text.T("缺少 {1}", "{1} is missing")},
	{regexp.MustCompile(`^required (\w+) parameter is missing$`), text.T("缺少这个参数", "this parameter is missing")},
	{regexp.MustCompile(`^expected boolean$`), text.T("应为 true 或 false", "should be true or false")},
	{regexp.MustCompile(`^(?:expected integer|invalid integer)$`), text.T("应为整数", "should be a whole number")},
	{regexp.MustCompile(`^(?:expected number|invalid float)$`), text.T("应为数字", "should be a number")},
	{regexp.MustCompile(`^expected string$`), text.T("应为文字", "should be text")},
	{regexp.MustCompile(`^expected array$`), text.T("应为列表", "should be a list")},
	{regexp.MustCompile(`^expected object$`), text.T("应为对象", "should be an object")},
	{regexp.MustCompile(`^expected value to be one of "(.*)"$`), text.T("应为以下之一：{1}", "should be one of {1}")},
	{regexp.MustCompile(`^expected number >= (.+)$`), text.T("不能小于 {1}", "should be {1} or more")},
	{regexp.MustCompile(`^expected number <= (.+)$`), text.T("不能大于 {1}", "should be {1} or less")},
	{regexp.MustCompile(`^expected length >= (\d+)$`), text.T("至少 {1} 个字符", "should have {1} characters or more")},
	{regexp.MustCompile(`^expected length <= (\d+)$`), text.T("最多 {1} 个字符", "should have {1} characters or fewer")},
	{regexp.MustCompile(`^expected array length >= (\d+)$`), text.T("至少 {1} 项", "should have {1} items or more")},
	{regexp.MustCompile(`^expected array length <= (\d+)$`), text.T("最多 {1} 项", "should have {1} items or fewer")},
	{regexp.MustCompile(`^expected string to (?:match pattern|be) (.+)$`), text.T("格式应为 {1}", "should look like {1}")},
	{regexp.MustCompile(`^request body is required$`), text.T("没有内容", "nothing was sent")},
	{regexp.MustCompile(`^unexpected end of JSON input$`), text.T("JSON 不完整", "the JSON ends too early")},
	{regexp.MustCompile(`^invalid character (.+) (?:after|looking|in) .*$`), text.T("JSON 中有不该出现的字符 {1}", "the JSON has a character that cannot stand there: {1}")},
}

// inWords words one complaint in both languages. One that is not known keeps to saying that the place is wrong.
func inWords(message string) text.Text {
	for _, s := range sentences {
		if m := s.pattern.FindStringSubmatch(message); m != nil {
			pairs := []string{}
			if len(m) > 1 {
				pairs = append(pairs, "1", m[1])
			}
			return s.words.Fill(pairs...)
		}
	}
	return text.T("填写不正确", "is not right")
}
