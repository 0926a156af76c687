package check

import (
	"slices"
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// chains wants superiors to be asked one after the other, and the line that they are found along to have an end.
func (c *checker) chains() {
	c.each(flow.KindStep, func(n *flow.Node) {
		path, by := n.Asked()
		for i, s := range by {
			if s.Chain == nil {
				continue
			}
			where := at{node: n.ID, path: path + "[" + strconv.Itoa(i) + "]"}
			if a := n.Action.Approve; a != nil && a.Quorum.Mode != flow.QuorumOrder {
				c.error("chain_not_in_order", where,
					named(text.T("“{name}”逐级找主管，却不是依次审批。", "{name} asks superiors level by level, and yet not one after the other."), n),
					text.T("把审批方式改为“依次”。", "Have them asked in order."))
			}
			c.circle(n, where, *s.Chain)
			c.limits(n, where, *s.Chain)
		}
	})
}

// circle warns of managers who are above themselves: a line through them is cut there.
func (c *checker) circle(n *flow.Node, where at, chain org.Chain) {
	if c.dir == nil || chain.Along != org.Managers {
		return
	}
	if round := c.dir.Circles(); len(round) > 0 {
		p, _ := c.dir.Person(round[0])
		c.warn("manager_circle", where,
			fill(named(text.T("“{name}”沿上级关系逐级找人，而{person}的上级关系成环，会在那里断开。", "{name} goes up the line of managers, and that of {person} runs in a circle; it is cut there."), n), "person", both(p.Name)),
			text.T("请管理员改正上级关系。", "Ask the admin to mend the line of managers."))
	}
}

// limits warns of a chain by amount in a company without limits: it always goes to the top.
func (c *checker) limits(n *flow.Node, where at, chain org.Chain) {
	if c.dir == nil || chain.Amount == "" {
		return
	}
	if !slices.ContainsFunc(c.dir.Company().Posts, func(p org.Post) bool { return p.Limit != "" }) {
		c.warn("no_approval_limits", where,
			named(text.T("“{name}”按金额逐级找主管，而没有一个岗位设了审批限额，每次都会找到最高一级。", "{name} asks superiors by amount, and no post has an approval limit: it always goes to the top."), n),
			text.T("请管理员在岗位上设审批限额。", "Ask the admin to set approval limits on posts."))
	}
}

func (c *checker) chainVacancy(chain org.Chain) *vacancy {
	if v := c.ofVacancy(chain.Of); v != nil {
		return v
	}
	if chain.Post != "" && c.dir != nil {
		if v := c.postVacancy(chain.Post); v != nil {
			return v
		}
	}
	if chain.Amount == "" || c.typ == nil {
		return nil
	}
	f, known := c.typ.Field(chain.Amount)
	if known && (f.Type == record.Number || f.Type == record.Money) {
		return nil
	}
	return &vacancy{"not_an_amount_field",
		text.T("“{name}”按金额找主管，而“{field}”不是数字或金额字段。", "{name} asks superiors by amount, and {field} is no number or money field.").Fill("field", chain.Amount),
		text.T("选择一个金额字段。", "Choose a money field.")}
}

// ofVacancy is why "submitter" or "field:<key>" is nobody.
func (c *checker) ofVacancy(of string) *vacancy {
	if key := org.FieldOf(of); key != "" {
		return c.fieldVacancy(key)
	}
	if of == org.OfSubmitter {
		return nil
	}
	return &vacancy{"unknown_manager",
		text.T("“{name}”：只能找提交人或人员字段中那个人的上级。", "{name}: only the manager of the submitter, or of a person field, can be asked for."),
		text.T("选择“提交人的直接上级”。", "Choose the submitter's manager.")}
}
