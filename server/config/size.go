package config

import (
	"fmt"
	"strconv"
	"strings"
)

// Size is a number of bytes, written like 500KB or 20MB.
type Size int64

// The sizes that have names, and the bounds of --max-file: below, nothing can be attached; above, an upload takes all day.
const (
	kilobyte Size = 1 << 10
	megabyte Size = 1 << 20
	minFile       = 100 * kilobyte
	maxFile       = 500 * megabyte
)

// UnmarshalText reads a size.
func (s *Size) UnmarshalText(b []byte) error {
	word := strings.ToUpper(strings.TrimSpace(string(b)))
	for _, unit := range []struct {
		name  string
		bytes Size
	}{{"KB", kilobyte}, {"MB", megabyte}} {
		number, ok := strings.CutSuffix(word, unit.name)
		n, err := strconv.ParseUint(strings.TrimSpace(number), 10, 32)
		if ok && err == nil {
			*s = Size(n) * unit.bytes
			return nil
		}
	}
	return fmt.Errorf("%q is not a size; write for example 500KB or 20MB", b)
}

// String writes the size as it is read.
func (s Size) String() string {
	if s%megabyte == 0 {
		return strconv.FormatInt(int64(s/megabyte), 10) + "MB"
	}
	return strconv.FormatInt(int64(s/kilobyte), 10) + "KB"
}
