package auth

import (
	"math"
	"time"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// Reasons of failures about who is asking.
const (
	ReasonSignedOut   = "not_signed_in"
	ReasonWrongSignIn = "wrong_sign_in"
	ReasonTooMany     = "too_many_sign_ins"
	ReasonForged      = "request_not_from_here"
)

// ErrSignedOut is the failure of a request that needs a person and has none.
func ErrSignedOut() error {
	return fault.New(fault.Forbidden, ReasonSignedOut, text.T("请先登录；登录可能已过期。", "Sign in first; your session may have ended."))
}

func errWrongSignIn() error {
	return fault.New(fault.Forbidden, ReasonWrongSignIn, text.T("用户名或密码不正确，请检查大小写后再试；忘记密码请联系管理员。", "The name or the password is wrong; check upper and lower case. If you forgot it, ask the administrator."))
}

func errForged() error {
	return fault.New(fault.Forbidden, ReasonForged, text.T("请求不是从本站页面发出的，没有执行。请刷新页面后再试。", "The request does not come from this site's own page and was not carried out. Reload the page and try again."))
}

// Later is a refusal that says when to try again.
type Later struct {
	fault *fault.Error
	wait  time.Duration
}

// Error is the wording for the log.
func (l *Later) Error() string { return l.fault.Error() }

// Seconds is how long to wait, at least one.
func (l *Later) Seconds() int { return max(1, int(math.Ceil(l.wait.Seconds()))) }

// Unwrap gives the fault.
func (l *Later) Unwrap() error { return l.fault }

func errTooMany(wait time.Duration) error {
	l := &Later{wait: wait}
	l.fault = fault.New(fault.Refused, ReasonTooMany, text.T("登录尝试过于频繁，请在 {seconds} 秒后再试。", "Too many attempts to sign in; try again in {seconds} seconds."), "seconds", itoa(l.Seconds()))
	return l
}
