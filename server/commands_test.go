package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"flowline/engine/org"
	"flowline/engine/text"
	"flowline/server/config"
)

// TestCommands runs the real program and reads what it says.
func TestCommands(t *testing.T) {
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken.json")
	if err := os.WriteFile(broken, []byte(`{"format":1,"key":"x","name":{"en":"X"},"record":"contract","colour":"red","nodes":[],"edges":[]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(dir, "empty.json")
	if err := os.WriteFile(empty, []byte(`{"format":1,"key":"x","name":{"en":"X"},"record":"contract","nodes":[],"edges":[]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	sampleFlow, err := filepath.Abs("../assets/flows/contract-approval.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		args  []string
		stdin string
		fails bool
		says  string
	}{
		{"help", []string{"--help"}, "", false, "Serve the web app"},
		{"help of a command", []string{"serve", "--help"}, "", false, "$FLOWLINE_DATABASE"},
		{"a sample may be published", []string{"check", sampleFlow, "--sample"}, "", false, "may be published"},
		{"a flow with problems", []string{"check", empty, "--sample"}, "", true, "problems keep"},
		{"a flow with an unknown field", []string{"check", broken, "--sample"}, "", true, "colour"},
		{"no database to check against", []string{"check", sampleFlow, "--database", "sqlite:nothing.db"}, "", true, "use --sample"},
		{"a diagram", []string{"render", sampleFlow, "--sample", "--lang", "en"}, "", false, "<svg"},
		{"a diagram with lanes in a file", []string{"render", sampleFlow, "--sample", "--lanes", "-o", "out.svg"}, "", false, ""},
		{"a wrong address", []string{"serve", "--listen", "8080"}, "", true, "write for example --listen 127.0.0.1:8080"},
		{"migrate", []string{"migrate"}, "", false, "up to date"},
		{"a password too short", []string{"user", "add", "boss", "--password-stdin"}, "short\n", true, "8 characters"},
		{"a name that is none", []string{"user", "add", "Big Boss"}, "", true, "a-z"},
		{"the first admin", []string{"user", "add", "boss", "--role", "admin", "--name", "Boss"}, "", false, "boss may sign in with the password"},
		{"the samples beside others", []string{"seed"}, "", true, "--force"},
		{"the samples", []string{"seed", "--database", "sqlite:sub/other.db"}, "", false, "wang.lei"},
		{"the samples again", []string{"seed", "--database", "sqlite:sub/other.db"}, "", false, "System administrator"},
		{"a check against a database", []string{"check", sampleFlow, "--database", "sqlite:sub/other.db"}, "", false, "may be published"},
		{"the document", []string{"openapi"}, "", false, `"openapi": "3.1.0"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), path, c.args...)
			cmd.Dir, cmd.Stdin = dir, strings.NewReader(c.stdin)
			cmd.Env = append(os.Environ(), "LANG=en_GB.UTF-8")
			out, err := cmd.CombinedOutput()
			if (err != nil) != c.fails || !strings.Contains(string(out), c.says) {
				t.Errorf("%v, want %q in:\n%s", err, c.says, out)
			}
		})
	}
	if svg, err := os.ReadFile(filepath.Join(dir, "out.svg")); err != nil || !strings.HasPrefix(string(svg), "<") {
		t.Errorf("no diagram was written: %v", err)
	}
}

func TestAddingAPersonTakesNobodysPlace(t *testing.T) {
	s, err := openStore(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "flowline.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	before := org.Person{ID: "li-na", SignIn: "li.na", Name: text.T("李娜", "Li Na"), Role: org.Staff, Posts: []string{"sales_rep"}, Manager: "boss"}
	if err := s.SavePerson(t.Context(), before); err != nil {
		t.Fatal(err)
	}
	for _, u := range []userAdd{{SignIn: "li-na"}, {SignIn: "li.na", Role: "admin"}} {
		if err := u.add(t.Context(), s, "long enough"); err != nil {
			t.Fatal(err)
		}
		if who, _, err := s.Secret(t.Context(), u.SignIn); err != nil || (who == "li-na") != (u.SignIn == "li.na") {
			t.Errorf("%s signs in as %q %v", u.SignIn, who, err)
		}
	}
	after := before
	after.Role, after.Active = org.Admin, true // as the flags say; nobody signs in who is not active
	company, _, err := s.Company(t.Context())
	if err != nil || len(company.People) != 2 || !slices.ContainsFunc(company.People, func(p org.Person) bool { return cmp.Equal(p, after) }) {
		t.Errorf("the company is %+v %v, want %+v among two", company.People, err, after)
	}
}

// What the README tells people to type is understood.
func TestTheReadmesCommands(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	word, seen := regexp.MustCompile(`'[^']*'|\S+`), 0
	for _, line := range strings.Split(string(readme), "\n") {
		typed, ok := strings.CutPrefix(line, "    flowline ")
		if !ok {
			continue
		}
		typed, _, _ = strings.Cut(typed, "   ") // what it does stands behind
		args := word.FindAllString(typed, -1)
		for i, a := range args {
			switch args[i] = strings.Trim(a, "'"); a {
			case "FILE":
				args[i] = "../assets/flows/contract-approval.json"
			case "NAME":
				args[i] = "anna"
			}
		}
		parser, err := kong.New(&program{}, append(config.Options(), kong.Name("flowline"))...)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parser.Parse(args); err != nil {
			t.Errorf("flowline %s: %v", typed, err)
		}
		seen++
	}
	if seen < 8 {
		t.Errorf("the README tells of %d commands", seen)
	}
}
