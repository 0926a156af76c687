package machinetest

import (
	"flowline/engine/record"
	"flowline/engine/text"
)

// Types are the record types that the flows run over: a contract with a customer, with a field of every type.
func Types() record.Types {
	options := []record.Option{{Key: "fj", Name: text.T("福建", "Fujian")}, {Key: "sh", Name: text.T("上海", "Shanghai")}}
	field := func(key string, of record.FieldType, more ...func(*record.Field)) record.Field {
		f := record.Field{Key: key, Name: text.T(key, key), Type: of}
		for _, set := range more {
			set(&f)
		}
		return f
	}
	customer := &record.Type{
		Key: "customer", Name: text.T("客户", "Customer"), Title: "name",
		Fields: []record.Field{
			field("name", record.Text),
			field("credit_score", record.Number),
			field("credit_limit", record.Money),
			field("seller", record.Person),
		},
	}
	contract := &record.Type{
		Key: "contract", Name: text.T("合同", "Contract"), Title: "title",
		Fields: []record.Field{
			field("title", record.Text),
			field("note", record.LongText),
			field("amount", record.Money),
			field("months", record.Number),
			field("rate", record.Number, func(f *record.Field) { f.Decimals = 4 }),
			field("urgent", record.Boolean),
			field("signed", record.Date),
			field("sent_at", record.DateTime),
			field("region", record.Choice, func(f *record.Field) { f.Options = options }),
			field("regions", record.MultiChoice, func(f *record.Field) { f.Options = options }),
			field("customer", record.Link, func(f *record.Field) { f.Target = "customer" }),
			field("reviewer", record.Person),
			field("scans", record.File),
			field("items", record.Rows, func(f *record.Field) {
				f.Columns = []record.Field{field("what", record.Text), field("price", record.Money)}
			}),
		},
	}
	return record.Types{customer.Key: customer, contract.Key: contract}
}
