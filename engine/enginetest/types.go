package enginetest

import (
	"flowline/engine/record"
	"flowline/engine/text"
)

// Types are the sample record types: a customer, a contract with one, a claim on one, and an order, which is plain.
func Types() []record.Type {
	option := func(key, zh, en string) record.Option { return record.Option{Key: key, Name: text.T(zh, en)} }
	return []record.Type{
		{
			Key: "customer", Name: text.T("客户", "Customer"), Title: "name", Prefix: "KH",
			List: []string{"name", "region", "credit_score"},
			Fields: []record.Field{
				{Key: "name", Name: text.T("名称", "Name"), Type: record.Text, Required: true},
				{Key: "tax_no", Name: text.T("税号", "Tax number"), Type: record.Text, Unique: true},
				{Key: "region", Name: text.T("地区", "Region"), Type: record.Choice, Options: []record.Option{
					option("fujian", "福建", "Fujian"), option("elsewhere", "其他", "Elsewhere")}},
				{Key: "credit_score", Name: text.T("信用分", "Credit score"), Type: record.Number},
				{Key: "orders", Name: text.T("订单数", "Orders"), Type: record.Number},
			},
		},
		{
			Key: "contract", Name: text.T("合同", "Contract"), Title: "title", Prefix: "HT",
			List: []string{"title", "customer", "amount"},
			Fields: []record.Field{
				{Key: "title", Name: text.T("标题", "Title"), Type: record.Text, Required: true},
				{Key: "customer", Name: text.T("客户", "Customer"), Type: record.Link, Target: "customer"},
				{Key: "amount", Name: text.T("金额", "Amount"), Type: record.Money},
				{Key: "months", Name: text.T("期限（月）", "Term in months"), Type: record.Number},
				{Key: "signed", Name: text.T("签订日期", "Signed on"), Type: record.Date},
				{Key: "margin", Name: text.T("毛利率", "Margin"), Type: record.Number, Decimals: 4},
				{Key: "opinion", Name: text.T("法务意见", "Legal opinion"), Type: record.LongText},
				{Key: "reviewer", Name: text.T("复核人", "Reviewer"), Type: record.Person},
				{Key: "approved", Name: text.T("已批准", "Approved"), Type: record.Boolean},
				{Key: "serial", Name: text.T("外部编号", "Serial"), Type: record.Text, Unique: true},
				{Key: "scans", Name: text.T("扫描件", "Scans"), Type: record.File},
				{Key: "items", Name: text.T("明细", "Items"), Type: record.Rows, Columns: []record.Field{
					{Key: "what", Name: text.T("品名", "What"), Type: record.Text, Required: true},
					{Key: "price", Name: text.T("单价", "Price"), Type: record.Money},
					{Key: "cost", Name: text.T("成本", "Cost"), Type: record.Money},
					{Key: "receipt", Name: text.T("票据", "Receipt"), Type: record.File},
				}},
			},
		},
		{
			Key: "claim", Name: text.T("报备", "Claim"), Title: "name", Prefix: "BB",
			Fields: []record.Field{
				{Key: "name", Name: text.T("名称", "Name"), Type: record.Text, Required: true},
				{Key: "customer", Name: text.T("客户", "Customer"), Type: record.Link, Target: "customer"},
				{Key: "region", Name: text.T("地区", "Region"), Type: record.Text},
				{Key: "tax_no", Name: text.T("税号", "Tax number"), Type: record.Text, Unique: true},
			},
		},
		{
			Key: "order", Name: text.T("订单", "Order"), Title: "title", Prefix: "DD",
			Fields: []record.Field{
				{Key: "title", Name: text.T("标题", "Title"), Type: record.Text, Required: true},
				{Key: "papers", Name: text.T("单据", "Papers"), Type: record.File},
				{Key: "amount", Name: text.T("金额", "Amount"), Type: record.Money},
				{Key: "approved", Name: text.T("已批准", "Approved"), Type: record.Boolean},
			},
		},
	}
}
