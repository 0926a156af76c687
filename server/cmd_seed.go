package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"flowline/assets"
	"flowline/engine/org"
	"flowline/engine/text"
	"flowline/server/auth"
	"flowline/server/config"
	"flowline/server/sample"
)

type seed struct {
	config.Database
	Password string `default:"flowline" help:"The password of everybody in the sample company who has none yet."`
	Force    bool   `help:"Load the samples also into a database that has people of its own."`
}

// Run loads the samples and prints who may sign in.
func (s *seed) Run(ctx context.Context) error {
	if len(s.Password) < 8 {
		return errors.New("--password needs 8 characters or more")
	}
	db, err := openStore(ctx, s.Database.Database)
	if err != nil {
		return err
	}
	loader := sample.Loader{
		Store: db, Records: assets.Records(), Flows: assets.Flows(),
		Password: s.Password, Hash: auth.NewPasswords().Hash, Insist: s.Force,
	}
	company, err := loader.Load(ctx)
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	printSignIns(company, s.Password)
	return nil
}

// printSignIns lists the people of the sample company, so that whoever tries the program knows whom to be.
func printSignIns(company org.Company, password string) {
	posts := map[string]text.Text{}
	for _, p := range company.Posts {
		posts[p.Key] = p.Name
	}
	fmt.Printf("\nThe sample company is loaded. Everybody signs in with the password %q, until it is changed:\n\n", password)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "  SIGN IN\tNAME\tPOST\tMAY")
	may := map[org.Role]string{org.Staff: "submit, decide", org.KeyUser: "draw flows, too", org.Admin: "everything"}
	for _, p := range company.People {
		if !p.Active {
			continue
		}
		held := make([]string, len(p.Posts))
		for i, key := range p.Posts {
			held[i] = posts[key].EN + " " + posts[key].ZH
		}
		fmt.Fprintf(w, "  %s\t%s %s\t%s\t%s\n", p.SignIn, p.Name.EN, p.Name.ZH, strings.Join(held, ", "), may[p.Role])
	}
	_ = w.Flush() // standard output that is gone has nobody to tell
	fmt.Println()
}
