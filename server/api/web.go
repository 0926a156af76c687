package api

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"

	"github.com/gofiber/fiber/v2"
)

// web hands out the built web app. Its hashed files never change and are cached for ever; index.html, which names them,
// is asked for each time. Every address that is no file is a place within the app, and gets index.html.
type web struct {
	files   fs.FS
	squeeze sync.Map // path → gzip bytes, made when first asked for
}

func newWeb(files fs.FS) *web { return &web{files: files} }

func (w *web) serve(c *fiber.Ctx) error {
	name := strings.TrimPrefix(path.Clean("/"+c.Path()), "/")
	if m := c.Method(); m != http.MethodGet && m != http.MethodHead || name == "api" || strings.HasPrefix(name, "api/") {
		return c.Next() // there is nothing next, and fiber says so
	}
	content, err := w.read(name)
	if err != nil {
		if strings.HasPrefix(name, "assets/") { // a file of an older build: index.html in its place would only confuse
			return fiber.ErrNotFound
		}
		if name = "index.html"; !w.built() {
			return w.unbuilt(c)
		}
		if content, err = w.read(name); err != nil {
			return err
		}
	}
	if strings.HasPrefix(name, "assets/") {
		c.Set(fiber.HeaderCacheControl, "public, max-age=31536000, immutable")
	} else {
		c.Set(fiber.HeaderCacheControl, "no-cache")
	}
	typ := mime.TypeByExtension(path.Ext(name))
	if typ == "" {
		typ = "application/octet-stream"
	}
	c.Set(fiber.HeaderContentType, typ)
	if compressible(typ) {
		c.Vary(fiber.HeaderAcceptEncoding)
		if strings.Contains(c.Get(fiber.HeaderAcceptEncoding), "gzip") {
			content = w.squeezed(name, content)
			c.Set(fiber.HeaderContentEncoding, "gzip")
		}
	}
	return c.Send(content)
}

func (w *web) read(name string) ([]byte, error) {
	if w.files == nil || name == "" || strings.HasPrefix(path.Base(name), ".") {
		return nil, fs.ErrNotExist
	}
	return fs.ReadFile(w.files, name)
}

func (w *web) built() bool {
	_, err := w.read("index.html")
	return err == nil
}

func (w *web) squeezed(name string, content []byte) []byte {
	if done, ok := w.squeeze.Load(name); ok {
		return done.([]byte)
	}
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is one that exists
	_, _ = z.Write(content)                               // writing to a buffer does not fail
	_ = z.Close()
	w.squeeze.Store(name, b.Bytes())
	return b.Bytes()
}

func compressible(typ string) bool {
	for _, s := range []string{"text/", "javascript", "json", "svg", "xml", "wasm"} {
		if strings.Contains(typ, s) {
			return true
		}
	}
	return false
}

const unbuiltPage = `<!doctype html><meta charset="utf-8"><title>Flowline</title>
<body style="font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em">
<h1>Flowline</h1>
<p lang="zh-CN">程序正在运行，但网页还没有构建。请在源代码目录里执行 <code>make build</code>（需要 Node），然后重新启动。接口文档见 <a href="/docs">/docs</a>。</p>
<p lang="en">The program runs, but its web pages were not built. Run <code>make build</code> in the source folder (it needs Node), then start again. The API is described at <a href="/docs">/docs</a>.</p>
`

// unbuilt says how to get the web app when this program was built without it.
func (w *web) unbuilt(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Status(http.StatusServiceUnavailable).SendString(unbuiltPage)
}
