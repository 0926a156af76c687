package diagram

import (
	"slices"
	"strconv"
	"strings"

	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// WhoIn is an Options.Who that names posts, departments and people as company does, and person fields as t does; t may
// be nil. What company does not know keeps its key.
func WhoIn(company org.Company, t *record.Type, lang text.Lang) func([]org.Selector) string {
	return func(selectors []org.Selector) string {
		names := make([]string, 0, len(selectors))
		for _, s := range selectors {
			if name := selectorName(s, company, t).In(lang); name != "" {
				names = append(names, name)
			}
		}
		if lang == text.English {
			return strings.Join(names, ", ")
		}
		return strings.Join(names, "、")
	}
}

func selectorName(s org.Selector, c org.Company, t *record.Type) text.Text {
	switch {
	case s.Person != "":
		if i := slices.IndexFunc(c.People, func(p org.Person) bool { return p.ID == s.Person }); i >= 0 {
			return c.People[i].Name
		}
		return text.T(s.Person, s.Person)
	case s.Post != "":
		if i := slices.IndexFunc(c.Posts, func(p org.Post) bool { return p.Key == s.Post }); i >= 0 {
			return c.Posts[i].Name
		}
		return text.T(s.Post, s.Post)
	case s.HeadOf == org.OfSubmitter:
		return wordHeadOfSubmitter
	case org.FieldOf(s.HeadOf) != "":
		return fill(wordHeadOfField, "{field}", fieldName(org.FieldOf(s.HeadOf), t))
	case s.HeadOf != "":
		return fill(wordHeadOf, "{department}", departmentName(s.HeadOf, c))
	case org.FieldOf(s.ManagerOf) != "":
		return fill(wordManagerOfField, "{field}", fieldName(org.FieldOf(s.ManagerOf), t))
	case s.ManagerOf != "":
		return wordManager
	case s.Field != "":
		return fill(wordFieldPerson, "{field}", fieldName(s.Field, t))
	case s.Submitter:
		return wordSubmitter
	case s.Admins:
		return wordAdmins
	case s.Chain != nil:
		return chainName(*s.Chain, c, t)
	}
	return text.Text{}
}

// chainName tells where a chain begins, along what it goes and where it ends.
func chainName(chain org.Chain, c org.Company, t *record.Type) text.Text {
	words := wordChainManagers
	if chain.Along == org.Heads {
		words = wordChainHeads
	}
	whose := wordSubmitter
	if key := org.FieldOf(chain.Of); key != "" {
		whose = fieldName(key, t)
	}
	words = fill(words, "{whose}", whose)
	add := func(more text.Text) { words = text.T(words.ZH+more.ZH, words.EN+more.EN) }
	if chain.Levels > 0 {
		add(wordChainLevels.Fill("n", strconv.Itoa(chain.Levels)))
	}
	if chain.Post != "" {
		add(fill(wordChainPost, "{post}", selectorName(org.Selector{Post: chain.Post}, c, t)))
	}
	if chain.Amount != "" {
		add(fill(wordChainAmount, "{field}", fieldName(chain.Amount, t)))
	}
	return words
}

func departmentName(id string, c org.Company) text.Text {
	if i := slices.IndexFunc(c.Departments, func(d org.Department) bool { return d.ID == id }); i >= 0 {
		return c.Departments[i].Name
	}
	return text.T(id, id)
}

func fieldName(key string, t *record.Type) text.Text {
	if t != nil {
		if f, ok := t.Field(key); ok {
			return f.Name
		}
	}
	return text.T(key, key)
}

// fill puts the name, in each language, in place of a mark.
func fill(t text.Text, mark string, name text.Text) text.Text {
	return text.T(strings.ReplaceAll(t.ZH, mark, name.In(text.Chinese)), strings.ReplaceAll(t.EN, mark, name.In(text.English)))
}
