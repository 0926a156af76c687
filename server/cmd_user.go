package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"strings"

	"flowline/engine"
	"flowline/engine/org"
	"flowline/engine/text"
	"flowline/server/auth"
	"flowline/server/config"
)

type user struct {
	Add userAdd `cmd:"" help:"Add a person who may sign in, or give one a new password."`
}

type userAdd struct {
	config.Database
	SignIn   string `arg:"" name:"name" help:"The name to sign in with."`
	Name     string `help:"The person's name. Left out: the sign-in name, or what it was."`
	Role     string `default:"" enum:",staff,key_user,admin" help:"What the person may do: staff, key_user or admin. Left out: staff, or what it was."`
	Password bool   `name:"password-stdin" help:"Read the password from standard input; else one is made and printed."`
}

// Validate says what to change.
func (u *userAdd) Validate() error {
	if strings.Trim(u.SignIn, "abcdefghijklmnopqrstuvwxyz0123456789.-_@") != "" || len(u.SignIn) > 60 || strings.TrimLeft(u.SignIn, ".-_@") != u.SignIn || u.SignIn == "" {
		return errors.New("the name to sign in with is made of a-z, 0-9, '.', '-', '_' and '@', begins with a letter or a digit, and has at most 60 characters")
	}
	return nil
}

// Run adds the person. Whoever can write to the database may do this: it is how the first administrator comes in.
func (u *userAdd) Run(ctx context.Context) error {
	password := rand.Text()[:16]
	if u.Password {
		line, err := bufio.NewReader(os.Stdin).ReadString('\n')
		if password = strings.TrimRight(line, "\r\n"); len(password) < 8 {
			return errors.Join(errors.New("the password on standard input has fewer than 8 characters"), err)
		}
	}
	s, err := openStore(ctx, u.Database.Database)
	if err != nil {
		return err
	}
	err = u.add(ctx, s, password)
	if err == nil && !u.Password {
		fmt.Printf("%s may sign in with the password %s\n", u.SignIn, password)
	}
	return errors.Join(err, s.Close())
}

func (u *userAdd) add(ctx context.Context, s engine.Store, password string) error {
	company, _, err := s.Company(ctx)
	if err != nil {
		return err
	}
	p := u.person(company)
	if err := s.SavePerson(ctx, p); err != nil {
		return err
	}
	hash, err := auth.NewPasswords().Hash(ctx, password)
	if err != nil {
		return err
	}
	return s.SetSecret(ctx, p.ID, hash)
}

// person is whoever has the sign-in name, or somebody new, as the flags say and able to sign in.
func (u *userAdd) person(company org.Company) org.Person {
	base := strings.ReplaceAll(u.SignIn, "@", "-")
	p := org.Person{ID: base, SignIn: u.SignIn, Name: text.T(u.SignIn, u.SignIn), Role: org.Staff}
	taken := map[string]bool{}
	for _, one := range company.People {
		if one.SignIn == u.SignIn {
			p = one
		} else {
			taken[one.ID] = true // an id may look like somebody else's sign-in name
		}
	}
	for n := 2; taken[p.ID]; n++ {
		p.ID = fmt.Sprintf("%s-%d", base, n)
	}
	if u.Name != "" {
		p.Name = text.T(u.Name, u.Name)
	}
	if u.Role != "" {
		p.Role = org.Role(u.Role)
	}
	p.Active = true
	return p
}
