package engine

import (
	"context"
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/text"
)

const (
	// maxExport is how many lines a file holds at most.
	maxExport = 50_000
	// exportAtOnce is how many lines are read together.
	exportAtOnce = 200
)

// Export is a list as a CSV file that is still to be written: its first lines are read, and refused what is to be refused.
type Export struct {
	Name  string // of the file, without its ending
	write func(ctx context.Context, w *csv.Writer) error
}

// WriteTo writes the file as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know that.
func (x Export) WriteTo(ctx context.Context, out io.Writer) error {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return fault.Wrap(err, "write %s", x.Name)
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	if err := x.write(ctx, w); err != nil {
		return fault.Wrap(err, "write %s", x.Name)
	}
	w.Flush()
	return fault.Wrap(w.Error(), "write %s", x.Name)
}

// column is a column of an exported list.
type column[T any] struct {
	name text.Text
	of   func(T) string
}

// export reads a list page by page as it is written. What moves to another page meanwhile is written once. A list that is
// longer than a file may be is refused rather than cut off.
func export[T any](ctx context.Context, name string, lang text.Lang, columns []column[T], id func(T) string, read func(ctx context.Context, offset int) (Page[T], error)) (Export, error) {
	first, err := read(ctx, 0)
	if err != nil {
		return Export{}, err
	}
	if first.Total > maxExport {
		return Export{}, fault.New(fault.Refused, "export_too_long", text.T(
			"列表有 {n} 条，一个文件最多 {max} 条，请先筛选再导出。", "The list has {n} entries, and a file takes {max} at most; filter it, then export."),
			"n", strconv.Itoa(first.Total), "max", strconv.Itoa(maxExport))
	}
	return Export{Name: name, write: func(ctx context.Context, w *csv.Writer) error {
		line := make([]string, len(columns))
		for i, c := range columns {
			line[i] = harmless(c.name.In(lang))
		}
		if err := w.Write(line); err != nil {
			return err
		}
		seen := map[string]bool{}
		page, offset := first, 0
		for len(page.Items) > 0 {
			for _, item := range page.Items {
				if seen[id(item)] || len(seen) == maxExport {
					continue
				}
				seen[id(item)] = true
				for i, c := range columns {
					line[i] = harmless(c.of(item))
				}
				if err := w.Write(line); err != nil {
					return err
				}
			}
			if offset += len(page.Items); offset >= page.Total || len(seen) == maxExport {
				return nil
			}
			var err error
			if page, err = read(ctx, offset); err != nil {
				return err
			}
		}
		return nil
	}}, nil
}

// plainNumber is what a spreadsheet takes for a number, whatever sign it begins with.
var plainNumber = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

// harmless is a cell that no spreadsheet takes for a formula.
func harmless(cell string) string {
	if strings.IndexAny(cell, "=+-@\t\r\n＝＋－＠") == 0 && !plainNumber.MatchString(cell) {
		return "'" + cell
	}
	return cell
}
