// Package notify carries notices beyond the site: by mail.
//
// A Mailer makes of an engine.Mail a message with a plain and an HTML part, in the language of whom it is for, with a link
// to the page that it is about, and hands it to the company's mail server. What it says is what the notice in the bell says:
// the flow, the step and the record's number, and nothing that is in a field of the record but what the author of a notify
// step has it say; what else a person may see of it is decided when the page is opened.
//
// The templates are notice.txt and notice.html in assets/mail.
package notify
