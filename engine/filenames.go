package engine

import (
	"bytes"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// maxFileName is how many characters the name of a file may have.
const maxFileName = 120

// cleanName makes of what a browser says a file is called a name that is safe to show and to save under on any system:
// without a folder, without what cannot be seen or turns the order of letters round, and not too long. The ending stays.
func cleanName(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError, unicode.Is(unicode.C, r):
			return -1
		case strings.ContainsRune(`<>:"|?*`, r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, name)
	name = strings.TrimRight(strings.TrimSpace(name), ". ")
	if name == "" {
		return "file"
	}
	if letters := []rune(name); len(letters) > maxFileName {
		ending := []rune(path.Ext(name))
		if len(ending) > 12 {
			ending = nil
		}
		name = strings.TrimSpace(string(letters[:maxFileName-len(ending)])) + string(ending)
	}
	return name
}

// octets is the media type of what is not known.
const octets = "application/octet-stream"

// signs are how the types begin that a browser may show: what is said of them is found in the content, never in the name.
var signs = []struct {
	at    int
	begin string
	typ   string
}{
	{0, "%PDF-", "application/pdf"},
	{0, "\x89PNG\r\n\x1a\n", "image/png"},
	{0, "\xff\xd8\xff", "image/jpeg"},
	{0, "GIF87a", "image/gif"},
	{0, "GIF89a", "image/gif"},
	{8, "WEBP", "image/webp"},
}

// packed are types of office documents, by the ending of a name, and how the content of such begins. No browser shows
// them, so the name may be believed.
var packed = map[string]struct{ begin, typ string }{
	".docx": {"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	".xlsx": {"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	".pptx": {"PK\x03\x04", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
	".zip":  {"PK\x03\x04", "application/zip"},
	".doc":  {"\xd0\xcf\x11\xe0", "application/msword"},
	".xls":  {"\xd0\xcf\x11\xe0", "application/vnd.ms-excel"},
	".ppt":  {"\xd0\xcf\x11\xe0", "application/vnd.ms-powerpoint"},
}

// mediaType finds out what a file is by how it begins. Whatever is not known for sure is just bytes.
func mediaType(name string, content []byte) string {
	for _, s := range signs {
		if len(content) > s.at && bytes.HasPrefix(content[s.at:], []byte(s.begin)) {
			return s.typ
		}
	}
	if p, ok := packed[strings.ToLower(path.Ext(name))]; ok && bytes.HasPrefix(content, []byte(p.begin)) {
		return p.typ
	}
	return octets
}

// Shown reports whether a browser may show it in a page: pictures and PDF.
func (f FileRef) Shown() bool {
	for _, s := range signs {
		if f.Type == s.typ {
			return true
		}
	}
	return false
}

// FileTooLarge is why a file is refused that is larger than MaxFile.
const FileTooLarge = "file_too_large"

func (e *Engine) tooLarge() error {
	return fault.New(fault.Invalid, FileTooLarge, text.T(
		"文件太大，单个附件最多 {max}。请压缩或拆分后再上传。",
		"The file is too large: {max} is the most. Compress it, or split it, and upload it again."), "max", inBytes(e.maxFile))
}

// inBytes is a number of bytes as a sentence names it.
func inBytes(n int64) string {
	switch {
	case n >= 1<<20:
		return strconv.FormatFloat(float64(n*10>>20)/10, 'f', -1, 64) + " MB"
	case n >= 1<<10:
		return strconv.FormatInt(n>>10, 10) + " KB"
	}
	return strconv.FormatInt(n, 10) + " B"
}

var (
	errFileEmpty = fault.New(fault.Invalid, "file_empty", text.T(
		"这个文件是空的，请检查后重新选择。",
		"This file is empty; look at it and choose again."))
	errCutShort = fault.New(fault.Invalid, "file_cut_short", text.T(
		"文件没有传完，连接中断了。请重新上传。",
		"Not all of the file arrived: the connection was lost. Upload it again."))
	errFilesUnused = fault.New(fault.Refused, "files_unused", text.T(
		"您有太多上传后没有使用的附件，请先提交已上传的，或明天再传。",
		"Too many of your uploads are not attached to anything yet. Send what you have uploaded, or wait a day."))
)
