package engine

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/text"
)

// maxPeople is how many lines a list of people may have.
const maxPeople = 20000

// personColumn is a column of a list of people.
type personColumn struct {
	key  string
	name text.Text
	get  func(org.Person) string
	set  func(*org.Person, string) bool // false: it cannot be read
}

// personColumns are what a list of people may have, by its key or either name, in the order of the template. A column that is not
// there leaves what it would say as it is; id finds the person.
var personColumns = []personColumn{
	{"id", text.T("编号", "Id"), func(p org.Person) string { return p.ID }, func(p *org.Person, v string) bool { p.ID = v; return true }},
	{"sign_in", text.T("用户名", "Sign-in name"), func(p org.Person) string { return p.SignIn }, func(p *org.Person, v string) bool { p.SignIn = strings.ToLower(v); return true }},
	{"name_zh", text.T("中文名", "Chinese name"), func(p org.Person) string { return p.Name.ZH }, func(p *org.Person, v string) bool { p.Name.ZH = v; return true }},
	{"name_en", text.T("英文名", "English name"), func(p org.Person) string { return p.Name.EN }, func(p *org.Person, v string) bool { p.Name.EN = v; return true }},
	{"email", text.T("邮箱", "Email"), func(p org.Person) string { return p.Email }, func(p *org.Person, v string) bool { p.Email = v; return true }},
	{"role", text.T("系统角色", "Role"), func(p org.Person) string { return string(p.Role) }, func(p *org.Person, v string) bool { p.Role = roleOf(v); return true }},
	{"department", text.T("部门编号", "Department id"), func(p org.Person) string { return p.Department }, func(p *org.Person, v string) bool { p.Department = v; return true }},
	{"posts", text.T("岗位代码", "Post keys"), func(p org.Person) string { return strings.Join(p.Posts, ";") }, func(p *org.Person, v string) bool { p.Posts = listOf(v); return true }},
	{"manager", text.T("上级编号", "Manager id"), func(p org.Person) string { return p.Manager }, func(p *org.Person, v string) bool { p.Manager = v; return true }},
	{"active", text.T("在职", "Active"), func(p org.Person) string { return yesNo[p.Active] }, func(p *org.Person, v string) bool {
		is, known := yes[strings.ToLower(v)]
		p.Active = is
		return known
	}},
}

var (
	yesNo = map[bool]string{true: "yes", false: "no"}
	yes   = map[string]bool{"yes": true, "no": false, "true": true, "false": false, "1": true, "0": false, "是": true, "否": false, "": true}
	roles = map[string]org.Role{"": org.Staff, "员工": org.Staff, "流程设计员": org.KeyUser, "管理员": org.Admin}
)

func roleOf(v string) org.Role {
	if r, ok := roles[v]; ok {
		return r
	}
	return org.Role(v)
}

func listOf(v string) []string {
	parts := strings.FieldsFunc(v, func(r rune) bool { return strings.ContainsRune(";；,，、 ", r) })
	return unique(parts)
}

// sheet is a list of people as it was read: which column stands where, and the lines.
type sheet struct {
	columns []int // by place in the file: place in personColumns
	lines   []sheetLine
}

type sheetLine struct {
	number int // in the file, from 1
	cells  []string
}

// readSheet reads CSV in UTF-8, with or without a byte order mark, or in GBK, as Excel in Chinese writes it.
func readSheet(data []byte) (sheet, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) {
		decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
			return sheet{}, errNotCSV
		}
		data = decoded
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	head, err := r.Read()
	if err != nil {
		return sheet{}, errNotCSV
	}
	var s sheet
	for _, name := range head {
		at := slices.IndexFunc(personColumns, func(c personColumn) bool {
			name := strings.TrimSpace(name)
			return strings.EqualFold(name, c.key) || strings.EqualFold(name, c.name.EN) || name == c.name.ZH
		})
		if at < 0 || slices.Contains(s.columns, at) {
			return sheet{}, errColumn.With("file", text.T("列“{name}”不认识或重复。", "The column {name} is not known, or is there twice.").Fill("name", name))
		}
		s.columns = append(s.columns, at)
	}
	if !slices.Contains(s.columns, 0) {
		return sheet{}, errColumn.With("file", text.T("缺少“编号”（id）列。", "The column id is missing."))
	}
	return s, s.read(r)
}

func (s *sheet) read(r *csv.Reader) error {
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return errNotCSV.Because(err)
		}
		line, _ := r.FieldPos(0)
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		if s.lines = append(s.lines, sheetLine{line, cells}); len(s.lines) > maxPeople {
			return errColumn.With("file", text.T("一次最多导入两万人，请分开导入。", "At most 20 000 people at once; import them in parts."))
		}
	}
}

// cell is what a line says in a column; false when the file has no such column.
func (s sheet) cell(l sheetLine, column int) (string, bool) {
	at := slices.Index(s.columns, column)
	if at < 0 {
		return "", false
	}
	if at >= len(l.cells) {
		return "", true
	}
	return strings.TrimSpace(l.cells[at]), true
}

var (
	errNotCSV = fault.New(fault.Invalid, "not_csv", text.T(
		"这不是可以读取的 CSV 文件。请在 Excel 中另存为“CSV UTF-8”或“CSV”后再选。",
		"This is no CSV file that can be read. Save it from Excel as CSV UTF-8 or CSV, and choose that."))
	errColumn = fault.New(fault.Invalid, "bad_columns", text.T(
		"文件的列不对，请下载模板，按模板填写。",
		"The file's columns are not right; download the template and fill that in."))
)
