package config

import (
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"strings"
	"time"
)

// Database says where everything is kept. Every command that works on data has it.
type Database struct {
	Database string `default:"sqlite:data/flowline.db" placeholder:"ADDRESS" help:"Where everything is kept: sqlite:PATH or mysql://USER:PASSWORD@HOST:PORT/DATABASE."`
}

// Validate says what to change in an address that cannot be one. The store looks more closely when it opens it.
func (d *Database) Validate() error {
	if !strings.HasPrefix(d.Database, "sqlite:") && !strings.HasPrefix(d.Database, "mysql://") {
		return fmt.Errorf("--database begins with neither sqlite: nor mysql://; write for example --database sqlite:data/flowline.db")
	}
	return nil
}

// Logging says what is logged and how.
type Logging struct {
	LogLevel  string `default:"info" enum:"debug,info,warn,error" help:"The least that is logged: ${enum}."`
	LogFormat string `default:"text" enum:"text,json" help:"How log lines are written: ${enum}."`
}

// Level is the level in slog's terms.
func (l *Logging) Level() slog.Level {
	var level slog.Level
	if level.UnmarshalText([]byte(l.LogLevel)) != nil {
		return slog.LevelInfo
	}
	return level
}

// Server says how the program serves.
type Server struct {
	Listen    string        `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen. Port 0 takes a free one."`
	PublicURL string        `name:"public-url" placeholder:"URL" help:"How people reach the site, such as https://flowline.example.com. With https, cookies are sent over https only."`
	Origin    []string      `placeholder:"URL" help:"Another origin whose pages may send requests, such as that of a development server. Repeatable."`
	Session   time.Duration `default:"12h" help:"How long a person stays signed in."`
	TimeZone  string        `default:"Local" placeholder:"NAME" help:"Time zone of times in messages, such as Asia/Shanghai."`
	MaxFile   Size          `default:"20MB" placeholder:"SIZE" help:"The most that an attachment may have, such as 500KB or 50MB."`
	Grace     time.Duration `default:"20s" help:"How long requests under way may take when the program is told to stop."`
}

// Validate says what to change.
func (s *Server) Validate() error {
	if _, _, err := net.SplitHostPort(s.Listen); err != nil {
		return fmt.Errorf("--listen %q is not HOST:PORT; write for example --listen 127.0.0.1:8080", s.Listen)
	}
	for _, address := range append([]string{s.PublicURL}, s.Origin...) {
		if address == "" {
			continue
		}
		u, err := url.Parse(address)
		if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || strings.Trim(u.Path, "/") != "" {
			return fmt.Errorf("%q is not an origin; write for example https://flowline.example.com, without a path", address)
		}
	}
	if s.Session < time.Minute || s.Session > 30*24*time.Hour {
		return fmt.Errorf("--session %s is out of bounds; choose between 1m and 720h", s.Session)
	}
	if s.Grace < 0 || s.Grace > 10*time.Minute {
		return fmt.Errorf("--grace %s is out of bounds; choose between 0s and 10m", s.Grace)
	}
	if s.MaxFile < minFile || s.MaxFile > maxFile {
		return fmt.Errorf("--max-file %s is out of bounds; choose between %s and %s", s.MaxFile, minFile, maxFile)
	}
	if _, err := time.LoadLocation(s.TimeZone); err != nil {
		return fmt.Errorf("--time-zone %q is not known; write for example --time-zone Asia/Shanghai", s.TimeZone)
	}
	return nil
}

// Origins are the origins besides the request's own host whose pages may send requests.
func (s *Server) Origins() []string {
	if s.PublicURL == "" {
		return s.Origin
	}
	return append([]string{s.Site()}, s.Origin...)
}

// Site is how people reach the site, without a slash at the end; "" when it is not said.
func (s *Server) Site() string { return strings.TrimSuffix(s.PublicURL, "/") }

// Secure reports whether people reach the site by https only.
func (s *Server) Secure() bool { return strings.HasPrefix(s.PublicURL, "https:") }

// Location is the time zone of times in messages.
func (s *Server) Location() *time.Location {
	zone, err := time.LoadLocation(s.TimeZone)
	if err != nil {
		return time.Local
	}
	return zone
}
