package enginetest

import (
	"flowline/engine/org"
	"flowline/engine/text"
)

// The people of the sample company, by id.
const (
	Admin    = "p-admin"    // looks after everything
	KeyUser  = "p-keyuser"  // draws flows
	Lin      = "p-lin"      // sales, sells; her manager is Chen
	Wu       = "p-wu"       // sales, sells; his manager is Chen
	Chen     = "p-chen"     // heads sales, is sales_manager; his manager is Gao
	Fang     = "p-fang"     // finance
	Fei      = "p-fei"      // finance
	Luo      = "p-luo"      // legal
	Gao      = "p-gao"      // general_manager
	He       = "p-he"       // heads the Fujian division
	Departed = "p-departed" // no longer active; was legal too
)

// Company is the sample company: sales with its Fujian division, finance, legal and the general manager.
func Company() org.Company {
	person := func(id, signIn, zh, en string, more ...func(*org.Person)) org.Person {
		p := org.Person{ID: id, SignIn: signIn, Name: text.T(zh, en), Role: org.Staff, Active: true}
		for _, set := range more {
			set(&p)
		}
		return p
	}
	role := func(r org.Role) func(*org.Person) { return func(p *org.Person) { p.Role = r } }
	in := func(department string, posts ...string) func(*org.Person) {
		return func(p *org.Person) { p.Department, p.Posts = department, posts }
	}
	under := func(manager string) func(*org.Person) { return func(p *org.Person) { p.Manager = manager } }
	return org.Company{
		People: []org.Person{
			person(Admin, "admin", "管理员", "Ada Admin", role(org.Admin)),
			person(KeyUser, "keyuser", "柯敏", "Kim Keyuser", role(org.KeyUser)),
			person(Gao, "gao", "高总", "Gao Jun", in("head", "general_manager")),
			person(Chen, "chen", "陈经理", "Chen Wei", in("sales", "sales_manager"), under(Gao)),
			person(Lin, "lin", "林小雨", "Lin Xiaoyu", in("sales", "sales"), under(Chen)),
			person(Wu, "wu", "吴强", "Wu Qiang", in("sales", "sales"), under(Chen)),
			person(He, "he", "何主任", "He Ping", in("fujian"), under(Chen)),
			person(Fang, "fang", "方会计", "Fang Li", in("finance", "finance"), under(Gao)),
			person(Fei, "fei", "费会计", "Fei Yan", in("finance", "finance"), under(Fang)),
			person(Luo, "luo", "罗律师", "Luo Hui", in("legal", "legal"), under(Gao)),
			person(Departed, "departed", "离职员工", "Deb Departed", in("legal", "legal"), func(p *org.Person) { p.Active = false }),
		},
		Departments: []org.Department{
			{ID: "head", Name: text.T("总部", "Head office"), Head: Gao},
			{ID: "sales", Name: text.T("销售部", "Sales"), Parent: "head", Head: Chen},
			{ID: "fujian", Name: text.T("福建分部", "Fujian division"), Parent: "sales", Head: He},
			{ID: "finance", Name: text.T("财务部", "Finance"), Parent: "head", Head: Fang},
			{ID: "legal", Name: text.T("法务部", "Legal"), Parent: "head", Head: Luo},
		},
		Posts: []org.Post{
			{Key: "sales", Name: text.T("销售代表", "Sales representative")},
			{Key: "sales_manager", Name: text.T("销售经理", "Sales manager")},
			{Key: "finance", Name: text.T("会计", "Accountant")},
			{Key: "legal", Name: text.T("法务", "Lawyer")},
			{Key: "general_manager", Name: text.T("总经理", "General manager")},
			{Key: "nobody", Name: text.T("空缺岗位", "Vacant post")},
		},
	}
}
