package api

import (
	"github.com/gofiber/fiber/v2"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// healthz answers that the program runs.
func (a *API) healthz(c *fiber.Ctx) error { return c.SendString("ok\n") }

// readyz answers whether requests can be served: the database answers, and the program is not shutting down.
func (a *API) readyz(c *fiber.Ctx) error {
	if a.ready != nil {
		if err := a.ready(c.UserContext()); err != nil {
			return fault.New(fault.Unavailable, "not_ready", text.T("数据库没有应答，请检查数据库地址和状态。", "The database does not answer; check its address and whether it runs.")).Because(err)
		}
	}
	return c.SendString("ready\n")
}
