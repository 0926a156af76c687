// Package record describes CRM records: their types, fields, values and changes.
//
// A Type (customer, contract, order …) is a list of Fields and becomes one SQL table with a typed column per field. A
// record's Values map field keys to canonical Go values; the table in field.go says which for each FieldType. Numbers
// and money are exact decimals everywhere. What a person may do with a field at a step is an Access.
//
// The package does no input or output.
package record
