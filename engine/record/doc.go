// Package record describes CRM records: their types, fields, values and changes.
//
// A Type (customer, contract, order …) is a list of Fields and becomes one SQL table with a typed column per field. A
// record's Values map field keys to canonical Go values; the table in field.go says which for each FieldType. Numbers
// and money are exact decimals everywhere. What a person may do with a field at a step is an Access.
//
// Parse turns what came from outside (decoded JSON) into canonical Values and names every place that is wrong; Decode
// reads back what was stored. Both make a cleared text field nil, so that "empty" has one form. Numbers keep the places
// of their field (12.5 in a money field is 12.50) and their JSON is a string of exactly those digits.
//
// The package does no input or output. It does not know whether a linked record or a person exists; the engine does.
package record
