// Package assets embeds what the program ships beside its code: the built web app, the sample flows, the sample company
// and its records, the calendars of working days, and the schemas.
//
// It knows bytes only. Who reads a file decodes it with the types of the engine; nothing here imports anything of
// Flowline.
//
// # Sample records
//
//	records/company.json       people, departments and posts, as org.Company
//	records/types.json         a list of record.Type; a type stands after the types that it links to
//	records/records-<type>.json
//
// A file of records is
//
//	{"type": "contract", "records": [{"id": "contract-minnan", "owner": "li-na", "values": {"customer": "customer-minnan", …}}]}
//
// Its ids are names within the samples: whoever loads them gives each record a real id and puts that in the place of the
// name in every link. Persons are named by their real ids. Numbers are given by the store. No sign-in secret is in any
// file. Loading the samples is not adding records by hand: it starts no flow.
package assets
