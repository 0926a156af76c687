package check

import (
	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// people wants everybody who is to act to be somebody. What only a running instance can tell, such as the submitter's
// manager, is taken on trust. A selector that names nobody is an error if the step has no other, and else a warning.
func (c *checker) people() {
	c.each(flow.KindStep, func(n *flow.Node) {
		path, by := n.Asked()
		if path == "" {
			return
		}
		if len(by) == 0 {
			c.error("nobody_chosen", at{node: n.ID, path: path},
				named(text.T("“{name}”没有选人。", "Nobody is chosen at {name}."), n),
				text.T("选择岗位、人员、部门负责人、上级或人员字段。", "Choose a post, a person, a department's head, a manager or a person field."))
			return
		}
		c.somebody(at{node: n.ID, path: path}, name(n), by)
	})
}

// vacancy is why a selector names nobody.
type vacancy struct {
	code         string
	text, remedy text.Text
}

func (c *checker) vacancy(s org.Selector) *vacancy {
	switch {
	case s.Field != "":
		return c.fieldVacancy(s.Field)
	case s.HeadOf == org.OfSubmitter, s.Submitter, s.Admins:
		return nil
	case s.Chain != nil:
		return c.chainVacancy(*s.Chain)
	case s.ManagerOf != "":
		return c.ofVacancy(s.ManagerOf)
	case org.FieldOf(s.HeadOf) != "":
		return c.ofVacancy(s.HeadOf)
	case s == org.Selector{}:
		return &vacancy{"nobody_chosen",
			text.T("“{name}”有一处没有选人。", "{name} has a place where nobody is chosen."),
			text.T("选人，或删除这一处。", "Choose somebody, or delete the place.")}
	case c.dir == nil:
		return nil
	case s.Person != "":
		return c.personVacancy(s.Person)
	case s.Post != "":
		return c.postVacancy(s.Post)
	}
	return c.headVacancy(s.HeadOf)
}

func (c *checker) personVacancy(id string) *vacancy {
	p, known := c.dir.Person(id)
	switch {
	case !known:
		return &vacancy{"unknown_person",
			text.T("“{name}”选的人不存在。", "{name} asks a person who does not exist."),
			text.T("另选一个人。", "Choose somebody else.")}
	case !p.Active:
		return &vacancy{"inactive_person",
			fill(text.T("“{name}”选的{person}已停用。", "{name} asks {person}, who is no longer active."), "person", both(p.Name)),
			text.T("另选一个人，最好选岗位。", "Choose somebody else, or better a post.")}
	}
	return nil
}

func (c *checker) postVacancy(key string) *vacancy {
	post, known := c.dir.Post(key)
	switch {
	case !known:
		return &vacancy{"unknown_post",
			text.T("“{name}”选的岗位“{post}”不存在。", "{name} asks for a post that does not exist: {post}.").Fill("post", key),
			text.T("另选一个岗位。", "Choose another post.")}
	case len(c.dir.Resolve([]org.Selector{{Post: key}}, org.Case{})) == 0:
		return &vacancy{"vacant_post",
			fill(text.T("“{name}”选的岗位“{post}”现在没有人。", "{name} asks for the post {post}, which nobody holds."), "post", both(post.Name)),
			text.T("请管理员安排人员，或另选岗位。", "Ask the admin to fill the post, or choose another.")}
	}
	return nil
}

func (c *checker) headVacancy(id string) *vacancy {
	u, known := c.dir.Department(id)
	switch {
	case !known:
		return &vacancy{"unknown_department",
			text.T("“{name}”选的部门不存在。", "{name} asks for the head of a department that does not exist."),
			text.T("另选一个部门。", "Choose another department.")}
	case len(c.dir.Resolve([]org.Selector{{HeadOf: id}}, org.Case{})) == 0:
		return &vacancy{"department_without_head",
			fill(text.T("“{name}”要找{department}的负责人，而这个部门现在没有负责人。", "{name} asks for the head of {department}, which has none."), "department", both(u.Name)),
			text.T("请管理员指定负责人，或另选人。", "Ask the admin to name a head, or choose somebody else.")}
	}
	return nil
}

func (c *checker) fieldVacancy(key string) *vacancy {
	if c.typ == nil || key == "owner" || key == "created_by" {
		return nil
	}
	f, known := c.typ.Field(key)
	switch {
	case !known:
		return &vacancy{"unknown_field",
			fill(text.T("“{name}”要找字段“{field}”里的人，而{type}没有这个字段。", "{name} asks for the person in field {field}, and {type} has no such field."), "type", typeName(c.typ)).Fill("field", key),
			text.T("选择一个人员字段。", "Choose a person field.")}
	case f.Type != record.Person:
		return &vacancy{"not_a_person_field",
			fill(text.T("“{name}”要找字段“{field}”里的人，而它不是人员字段。", "{name} asks for the person in field {field}, which holds no person."), "field", fieldName(f)),
			text.T("选择一个人员字段。", "Choose a person field.")}
	}
	return nil
}

// both gives a name in each language, whichever of them is written.
func both(t text.Text) text.Text { return text.T(t.In(text.Chinese), t.In(text.English)) }

func fieldName(f *record.Field) text.Text {
	if f.Name.Empty() {
		return text.T(f.Key, f.Key)
	}
	return both(f.Name)
}
