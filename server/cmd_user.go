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
	Name     string `help:"The person's name; the sign-in name when left out."`
	Role     string `default:"staff" enum:"staff,key_user,admin" help:"What the person may do: ${enum}."`
	Password bool   `name:"password-stdin" help:"Read the password from standard input; else one is made and printed."`
}

// Validate says what to change.
func (u *userAdd) Validate() error {
	if strings.Trim(u.SignIn, "abcdefghijklmnopqrstuvwxyz0123456789.-_@") != "" || u.SignIn == "" || len(u.SignIn) > 64 {
		return errors.New("the name to sign in with is made of a-z, 0-9, '.', '-', '_' and '@', at most 64 of them")
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
	name := u.Name
	if name == "" {
		name = u.SignIn
	}
	p := org.Person{ID: strings.ReplaceAll(u.SignIn, "@", "-"), SignIn: u.SignIn, Name: text.T(name, name), Role: org.Role(u.Role), Active: true}
	known := false
	for _, one := range company.People {
		if one.SignIn == u.SignIn {
			p, known = one, true
		}
	}
	if !known {
		if err := s.SavePerson(ctx, p); err != nil {
			return err
		}
	}
	hash, err := auth.NewPasswords().Hash(ctx, password)
	if err != nil {
		return err
	}
	return s.SetSecret(ctx, p.ID, hash)
}
