package api

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gofiber/fiber/v2"

	"flowline/engine"
	"flowline/engine/check"
	"flowline/engine/fault"
	"flowline/engine/text"
	"flowline/server/auth"
)

// Problem is what a caller reads when something did not work: RFC 9457 with the members of this product.
type Problem struct {
	Type      string          `json:"type" doc:"A stable name of the failure, as a URN"`
	Title     string          `json:"title" doc:"The kind of failure, in the caller's language"`
	Status    int             `json:"status" doc:"The HTTP status"`
	Detail    string          `json:"detail" doc:"What is wrong and what to do, in the caller's language"`
	Code      fault.Code      `json:"code" doc:"The kind of failure"`
	Reason    string          `json:"reason" doc:"Which failure exactly; programs compare this"`
	Errors    []WrongPlace    `json:"errors,omitempty" doc:"The places of the input that are wrong"`
	Problems  []check.Problem `json:"problems,omitempty" doc:"What keeps a flow from being published"`
	RequestID string          `json:"requestId,omitempty" doc:"Of a failure on our side: the name under which the log tells more"`

	retryAfter int // seconds; 0: not said
}

// WrongPlace is one place of the input that is wrong.
type WrongPlace struct {
	Path    string `json:"path" doc:"As the sender wrote it, such as nodes[3].action.by"`
	Message string `json:"message" doc:"In the caller's language"`
}

// Error is the wording of the problem.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status, for huma.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is the media type of problems, for huma.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// GetHeaders are the headers that go with the problem, for huma.
func (p *Problem) GetHeaders() http.Header {
	h := http.Header{}
	if p.retryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(p.retryAfter))
	}
	return h
}

// statusOf maps the kinds of failure to HTTP, and the few failures that HTTP has a status of its own for.
var (
	statusOf = map[fault.Code]int{
		fault.Invalid:     http.StatusUnprocessableEntity,
		fault.NotFound:    http.StatusNotFound,
		fault.Conflict:    http.StatusConflict,
		fault.Refused:     http.StatusConflict,
		fault.Forbidden:   http.StatusForbidden,
		fault.Unavailable: http.StatusServiceUnavailable,
		fault.Internal:    http.StatusInternalServerError,
	}
	statusOfReason = map[string]int{
		auth.ReasonSignedOut:   http.StatusUnauthorized,
		auth.ReasonWrongSignIn: http.StatusUnauthorized,
		auth.ReasonTooMany:     http.StatusTooManyRequests,
		reasonMalformed:        http.StatusBadRequest,
		reasonTooLarge:         http.StatusRequestEntityTooLarge,
		engine.FileTooLarge:    http.StatusRequestEntityTooLarge,
		reasonMethod:           http.StatusMethodNotAllowed,
		reasonMediaType:        http.StatusUnsupportedMediaType,
		reasonHeaders:          http.StatusRequestHeaderFieldsTooLarge,
		reasonTimeout:          http.StatusRequestTimeout,
		reasonUpgrade:          http.StatusUpgradeRequired,
	}
	titles = map[int]text.Text{
		http.StatusBadRequest:                  text.T("请求看不懂", "The request cannot be read"),
		http.StatusUnauthorized:                text.T("需要登录", "Sign in first"),
		http.StatusForbidden:                   text.T("没有权限", "Not allowed"),
		http.StatusNotFound:                    text.T("没有找到", "Not found"),
		http.StatusMethodNotAllowed:            text.T("不支持这种操作", "Not possible here"),
		http.StatusRequestTimeout:              text.T("请求太慢", "Too slow"),
		http.StatusConflict:                    text.T("现在不能这样做", "Not possible now"),
		http.StatusRequestEntityTooLarge:       text.T("内容太大", "Too large"),
		http.StatusUnsupportedMediaType:        text.T("格式不支持", "Wrong format"),
		http.StatusUnprocessableEntity:         text.T("填写有误", "Something is not right in what was sent"),
		http.StatusUpgradeRequired:             text.T("需要 WebSocket", "A websocket is needed"),
		http.StatusTooManyRequests:             text.T("尝试过于频繁", "Too many attempts"),
		http.StatusRequestHeaderFieldsTooLarge: text.T("请求头太大", "Headers too large"),
		http.StatusServiceUnavailable:          text.T("暂时不可用", "Not available just now"),
		http.StatusInternalServerError:         text.T("系统出错", "Our mistake"),
	}
)

// problemOf words err for a reader of lang. It is the one place where a failure becomes HTTP.
func problemOf(err error, lang text.Lang, requestID string) *Problem {
	f := fault.From(err)
	status, ok := statusOfReason[f.Reason]
	if !ok {
		status = statusOf[f.Code]
	}
	p := &Problem{
		Type: "urn:flowline:problem:" + f.Reason, Title: titles[status].In(lang), Status: status,
		Detail: f.Text.In(lang), Code: f.Code, Reason: f.Reason, Problems: engine.ProblemsOf(err),
	}
	for _, field := range f.Fields {
		p.Errors = append(p.Errors, WrongPlace{Path: field.Path, Message: field.Text.In(lang)})
	}
	if f.Code == fault.Internal {
		p.RequestID = requestID
	}
	if later, ok := errors.AsType[*auth.Later](err); ok {
		p.retryAfter = later.Seconds()
	}
	return p
}

// problem words err for the caller of ctx, and logs what is our own fault.
func (a *API) problem(ctx context.Context, err error) *Problem {
	id := requestOf(ctx).id
	switch f := fault.From(err); f.Code {
	case fault.Internal, fault.Unavailable:
		a.log.ErrorContext(ctx, "request failed", "request", id, "person", auth.From(ctx).Person, "error", f.Error())
	default:
		a.log.DebugContext(ctx, "request refused", "request", id, "person", auth.From(ctx).Person, "error", f.Error())
	}
	return problemOf(err, a.language(ctx), id)
}

// Fail answers a fiber request with the problem that err is. It is fiber's error handler.
func (a *API) Fail(c *fiber.Ctx, err error) error {
	if e, ok := errors.AsType[*fiber.Error](err); ok {
		err = transportFault(e.Code).Because(err)
	}
	ctx := c.UserContext()
	if requestOf(ctx).api == nil { // refused before the first handler
		ctx = context.WithValue(ctx, requestKey{}, request{accepts: accepted(c.Get(fiber.HeaderAcceptLanguage)), api: a})
		setSecurityHeaders(c)
	}
	p := a.problem(ctx, err)
	for k, v := range p.GetHeaders() {
		c.Set(k, v[0])
	}
	if err := c.Status(p.Status).JSON(p); err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, p.ContentType(""))
	return nil
}

// answerComplaints has huma word its own complaints through this package. Huma keeps these hooks in variables of its
// package, so they find the API that is asked in the request.
func answerComplaints() {
	huma.DefaultArrayNullable = false // withoutNulls sees to it
	huma.NewError = func(status int, _ string, _ ...error) huma.StatusError {
		return &Problem{Status: status}
	}
	huma.NewErrorWithContext = func(hc huma.Context, status int, _ string, errs ...error) huma.StatusError {
		ctx := hc.Context()
		r := requestOf(ctx)
		if r.api == nil {
			return problemOf(complaint(status, errs), text.Chinese, "")
		}
		return r.api.problem(ctx, complaint(status, errs))
	}
}
