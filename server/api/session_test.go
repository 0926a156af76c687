package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"flowline/engine/enginetest"
	"flowline/engine/org"
)

type signedIn struct {
	Person *struct {
		ID    string
		Role  org.Role
		Posts []string
	}
	CSRF     string
	Language string
}

func TestASessionSaysWhoIsSignedIn(t *testing.T) {
	s := newSite(t)
	b := s.visitor(t, "en")
	var before, after, gone signedIn
	b.do("GET", "/api/session", nil).into(&before)
	if before.Person != nil || before.CSRF == "" {
		t.Errorf("a visitor is %+v", before)
	}
	got := b.do("POST", "/api/session", object{"signIn": "LIN ", "password": password})
	got.into(&after)
	if after.Person == nil || after.Person.ID != enginetest.Lin || after.CSRF == before.CSRF {
		t.Errorf("after signing in: %s", got.body)
	}
	cookie := got.header.Get("Set-Cookie")
	for _, want := range []string{"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("the cookie has no %s: %s", want, cookie)
		}
	}
	if strings.Contains(string(got.body), strings.SplitN(strings.TrimPrefix(cookie, "flowline_session="), ";", 2)[0]) {
		t.Error("the body repeats the session's token")
	}
	b.csrf = after.CSRF
	if got := b.do("DELETE", "/api/session", nil); got.status != http.StatusNoContent {
		t.Errorf("signing out: %d %s", got.status, got.body)
	}
	b.do("GET", "/api/session", nil).into(&gone)
	if gone.Person != nil {
		t.Errorf("still %+v after signing out", gone.Person)
	}
}

func TestASessionEnds(t *testing.T) {
	t.Run("by itself", func(t *testing.T) {
		s := newSite(t)
		b := s.as(t, enginetest.Lin, "en")
		s.Clock.Add(12*time.Hour - time.Second)
		if got := b.do("GET", "/api/tasks", nil); got.status != http.StatusOK {
			t.Fatalf("a second before its end: %d", got.status)
		}
		s.Clock.Add(2 * time.Second)
		if p := b.do("GET", "/api/tasks", nil).problem(); p.Status != http.StatusUnauthorized {
			t.Errorf("after its end: %+v", p)
		}
	})
	t.Run("on the server, too, when somebody signs out", func(t *testing.T) {
		s := newSite(t)
		b := s.as(t, enginetest.Lin, "en")
		stolen := b.client.Jar.Cookies(mustURL(t, s.base))
		b.do("DELETE", "/api/session", nil)
		b.client.Jar.SetCookies(mustURL(t, s.base), stolen)
		if p := b.do("GET", "/api/tasks", nil).problem(); p.Status != http.StatusUnauthorized {
			t.Errorf("a cookie kept from before: %+v", p)
		}
	})
	t.Run("when the person leaves", func(t *testing.T) {
		s := newSite(t)
		b := s.as(t, enginetest.Lin, "en")
		lin := s.as(t, enginetest.Admin, "en")
		got := lin.do("PUT", "/api/admin/people/"+enginetest.Lin, object{"signIn": "lin", "name": object{"en": "Lin"}, "role": "staff", "active": false})
		if got.status != http.StatusOK {
			t.Fatalf("%d %s", got.status, got.body)
		}
		if got := b.do("GET", "/api/tasks", nil); got.status < 400 {
			t.Errorf("somebody who left still reads tasks: %s", got.body)
		}
	})
}

func TestSigningInAgainEndsTheSessionBefore(t *testing.T) {
	s := newSite(t)
	b := s.as(t, enginetest.Lin, "en")
	old := b.client.Jar.Cookies(mustURL(t, s.base))
	b.do("POST", "/api/session", object{"signIn": "chen", "password": password})
	b.client.Jar.SetCookies(mustURL(t, s.base), old)
	if p := b.do("GET", "/api/tasks", nil).problem(); p.Status != http.StatusUnauthorized {
		t.Errorf("the session before lives on: %+v", p)
	}
}

func TestTheLanguageChosenWinsOverTheBrowsers(t *testing.T) {
	s := newSite(t)
	b := s.as(t, enginetest.Lin, "en")
	if got := b.do("PUT", "/api/session/language", object{"language": "zh-CN"}); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	if p := b.do("GET", "/api/tasks/forged", nil).problem(); !inChinese(p.Detail) {
		t.Errorf("not in Chinese: %s", p.Detail)
	}
	if p := b.do("PUT", "/api/session/language", object{"language": "fr"}).problem(); p.Status != http.StatusUnprocessableEntity {
		t.Errorf("French: %+v", p)
	}
}

func TestGuessingPasswordsIsSlowedDown(t *testing.T) {
	s := newSite(t)
	b := s.visitor(t, "en")
	guess := func(name string) answer {
		return b.do("POST", "/api/session", object{"signIn": name, "password": "guess"})
	}
	for i := range 10 {
		if got := guess("lin"); got.status != http.StatusUnauthorized {
			t.Fatalf("guess %d: %d", i, got.status)
		}
	}
	got := guess("lin")
	if p := got.problem(); p.Status != http.StatusTooManyRequests || p.Reason != "too_many_sign_ins" || got.header.Get("Retry-After") != "12" {
		t.Errorf("guess 11: %s, Retry-After %q", got.body, got.header.Get("Retry-After"))
	}
	if got := b.do("POST", "/api/session", object{"signIn": "lin", "password": password}); got.status != http.StatusTooManyRequests {
		t.Errorf("the right password, too, has to wait: %d", got.status)
	}
	if got := guess("chen"); got.status != http.StatusUnauthorized {
		t.Errorf("another name is not held up: %d", got.status)
	}
	for got.status != http.StatusTooManyRequests || !strings.Contains(string(got.body), "too_many") {
		got = guess("chen")
	}
	s.Clock.Add(13 * time.Second)
	if got := b.do("POST", "/api/session", object{"signIn": "lin", "password": password}); got.status != http.StatusOK {
		t.Errorf("after the wait: %d %s", got.status, got.body)
	}
}

func TestACookieThatIsNoneIsNobody(t *testing.T) {
	s := newSite(t)
	b := s.visitor(t, "en")
	for _, token := range []string{"x", strings.Repeat("A", 43), "../../etc/passwd", strings.Repeat("z", 4000)} {
		b.header = http.Header{"Cookie": {"flowline_session=" + token}}
		if got := b.do("GET", "/api/session", nil); got.status != http.StatusOK || strings.Contains(string(got.body), "person") {
			t.Errorf("%.20s: %d %s", token, got.status, got.body)
		}
	}
}
