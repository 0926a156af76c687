package auth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// The cost of one argon2id hash: 9 MiB, four passes, one lane. It is one of the settings that OWASP holds equal, the one
// that suits a small server: it takes some 20 ms. hashersAtOnce bounds the memory of many sign-ins at the same moment to
// that many times 9 MiB.
const (
	memoryKiB     = 9 * 1024
	passes        = 4
	lanes         = 1
	saltBytes     = 16
	keyBytes      = 32
	hashersAtOnce = 2
)

// Passwords hashes and checks passwords, a few at a time.
type Passwords struct {
	turns chan struct{}
	dummy string // hash of nobody's password, for names that do not exist
}

// NewPasswords makes a Passwords.
func NewPasswords() *Passwords {
	p := &Passwords{turns: make(chan struct{}, hashersAtOnce)}
	p.dummy = encode(make([]byte, saltBytes), make([]byte, keyBytes))
	return p
}

// Hash makes the hash that is kept, in the usual form $argon2id$v=19$m=…,t=…,p=…$salt$key. It waits for its turn.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltBytes)
	if _, err := rand.Read(salt); err != nil {
		return "", err
	}
	key, err := p.derive(ctx, password, salt, memoryKiB, passes, lanes, keyBytes)
	if err != nil {
		return "", err
	}
	return encode(salt, key), nil
}

// Matches reports whether password is the one that hash was made of. An empty hash never matches, in the same time.
func (p *Passwords) Matches(ctx context.Context, password, hash string) (bool, error) {
	known := hash != ""
	if !known {
		hash = p.dummy
	}
	var version int
	var memory, time uint32
	var threads uint8
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false, errors.New("not an argon2id hash")
	}
	if _, err := fmt.Sscanf(parts[2]+" "+parts[3], "v=%d m=%d,t=%d,p=%d", &version, &memory, &time, &threads); err != nil || version != argon2.Version {
		return false, errors.New("not an argon2id hash of this version")
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false, err
	}
	want, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil {
		return false, err
	}
	got, err := p.derive(ctx, password, salt, memory, time, threads, uint32(len(want)))
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(got, want) == 1 && known, nil
}

func (p *Passwords) derive(ctx context.Context, password string, salt []byte, memory, time uint32, threads uint8, size uint32) ([]byte, error) {
	select {
	case p.turns <- struct{}{}:
		defer func() { <-p.turns }()
		return argon2.IDKey([]byte(password), salt, time, memory, threads, size), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func encode(salt, key []byte) string {
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memoryKiB, passes, lanes, b.EncodeToString(salt), b.EncodeToString(key))
}
