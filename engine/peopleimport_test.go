package engine_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/text"
)

const newPeople = "编号,用户名,中文名,部门编号,岗位代码,上级编号,在职\n" +
	"p-new,new,新同事,sales,sales;finance,p-newboss,是\n" +
	"p-newboss,newboss,新主管,sales,sales_manager,p-gao,是\n" +
	"p-lin,lin,林小雨,finance,sales,p-chen,是\n" +
	"p-wu,wu,吴强,sales,sales,p-chen,是\n"

// TestPeopleAreImported: previewed line by line, in either encoding, and done as a whole.
func TestPeopleAreImported(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		gbk, err := simplifiedchinese.GBK.NewEncoder().String(newPeople)
		if err != nil {
			t.Fatal(err)
		}
		for name, data := range map[string]string{"UTF-8 with a mark": "\ufeff" + newPeople, "GBK": gbk} {
			p := ok[engine.PeoplePreview](t)(h.PreviewPeople(t.Context(), admin, []byte(data)))
			var kinds []string
			for _, l := range p.Lines {
				kinds = append(kinds, string(l.Kind))
			}
			if got := strings.Join(kinds, " "); got != "added added changed unchanged" || p.Wrong != 0 {
				t.Fatalf("%s: %s %+v", name, got, p)
			}
			if c := p.Lines[2].Changes; len(c) != 1 || c[0].Field.ZH != "部门编号" || c[0].Field.EN != "Department id" || c[0].Before != "sales" || c[0].After != "finance" || p.Lines[0].Name.ZH != "新同事" {
				t.Errorf("%s: %+v", name, p.Lines)
			}
		}
		p := ok[engine.PeoplePreview](t)(h.PreviewPeople(t.Context(), admin, []byte(gbk)))
		ok[org.Post](t)(h.SavePost(t.Context(), admin, enginetest.Company().Posts[0]))
		_, err = h.ImportPeople(t.Context(), admin, []byte(gbk), p.Revision)
		refused(t, err, fault.Conflict, "company_moved_on")
		p = ok[engine.PeoplePreview](t)(h.PreviewPeople(t.Context(), admin, []byte(gbk)))
		ok[engine.PeoplePreview](t)(h.ImportPeople(t.Context(), admin, []byte(gbk), p.Revision))
		for _, l := range ok[engine.PeoplePreview](t)(h.PreviewPeople(t.Context(), admin, []byte(gbk))).Lines {
			if l.Kind != engine.LineUnchanged {
				t.Errorf("once more: %+v", l)
			}
		}
	})
}

func TestWrongLinesAreNamed(t *testing.T) {
	h := enginetest.New(t)
	data := "id,sign_in,name_en,email,role,department,posts,manager,active\n" +
		"p-a,chen,A,,staff,,,,yes\n" + // somebody else's sign-in name
		"p-b,b,B,B <b@example.com>,boss,none,none,nobody,maybe\n" +
		"p-c,c,C,,,,,p-d,yes\np-d,d,D,,,,,p-c,yes\n" + // a circle
		"p-e,e,E,,,,,,yes\np-e,e,E,,,,,,yes\n" // twice
	p := ok[engine.PeoplePreview](t)(h.PreviewPeople(t.Context(), admin, []byte(data)))
	for i, wrongs := range []int{1, 6, 1, 1, 0, 1} {
		l := p.Lines[i]
		if len(l.Wrong) != wrongs || l.Line != i+2 || (l.Kind == engine.LineWrong) != (wrongs > 0) {
			t.Errorf("line %d: %+v", i+2, l)
		}
	}
	for _, want := range []text.Text{
		{ZH: "邮箱“B <b@example.com>”：请填写一个邮件地址", EN: `Email "B <b@example.com>": Give one mail address`},
		{ZH: "系统角色“boss”：角色只能是 staff、key_user 或 admin。", EN: `Role "boss": The role is staff, key_user or admin.`},
		{ZH: "部门编号“none”：", EN: `Department id "none": `},
		{ZH: "上级编号“nobody”：", EN: `Manager id "nobody": `},
		{ZH: "在职“maybe”：只能填“是”或“否”。", EN: `Active "maybe": It is yes or no.`},
	} {
		says := func(w text.Text) bool { return strings.HasPrefix(w.ZH, want.ZH) && strings.HasPrefix(w.EN, want.EN) }
		if !slices.ContainsFunc(p.Lines[1].Wrong, says) {
			t.Errorf("%v is not among %v", want, p.Lines[1].Wrong)
		}
	}
	_, err := h.ImportPeople(t.Context(), admin, []byte(data), p.Revision)
	refused(t, err, fault.Invalid, "people_wrong")
	for what, data := range map[string]string{"not_csv": "id\n\"open", "bad_columns": "id,colour\n"} {
		_, err := h.PreviewPeople(t.Context(), admin, []byte(data))
		refused(t, err, fault.Invalid, what)
	}
	_, err = h.PreviewPeople(t.Context(), chen, []byte(data))
	refused(t, err, fault.Forbidden, "admin_only")
	file := ok[[]byte](t)(h.PeopleTemplate(t.Context(), admin))
	for _, l := range ok[engine.PeoplePreview](t)(h.PreviewPeople(t.Context(), admin, file)).Lines {
		if l.Kind == engine.LineAdded || l.Kind == engine.LineChanged {
			t.Errorf("the template is not the company: %+v", l)
		}
	}
}

// TestNobodyIsSwitchedOffByAListBeforeTheirWorkIsHandedOver: who leaves nothing behind may be.
func TestNobodyIsSwitchedOffByAListBeforeTheirWorkIsHandedOver(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	off := func(id string) []byte { return []byte("id,active\n" + id + ",no\n") }
	for who, wrong := range map[string]int{chen: 1, lin: 1, luo: 0} {
		if p := ok[engine.PeoplePreview](t)(h.PreviewPeople(t.Context(), admin, off(who))); p.Wrong != wrong {
			t.Errorf("%s: %+v", who, p.Lines)
		}
	}
	p := ok[engine.PeoplePreview](t)(h.PreviewPeople(t.Context(), admin, off(chen)))
	_, err := h.ImportPeople(t.Context(), admin, off(chen), p.Revision)
	refused(t, err, fault.Invalid, "people_wrong")
	doWithTask(t, h, chen, engine.Deed{Task: h.TaskOf(chen, in), Do: engine.DoDelegate, People: []string{fang}})
	if l := ok[engine.Leaving](t)(h.PreviewHandOver(t.Context(), admin, engine.HandOver{Person: chen, Successor: gao})); l.Tasks != 1 {
		t.Errorf("what is with somebody else for an opinion is not counted: %+v", l)
	}
	if done := ok[engine.HandedOver](t)(h.HandOver(t.Context(), admin, engine.HandOver{Person: chen, Successor: gao, Reason: "left"})); done.Tasks != 1 {
		t.Errorf("handed over %+v", done)
	}
}
