package publish

import "ties.dev/ties/schemas"

// supportFields stand behind the declared columns of every published table.
var supportFields = []field{
	count("n_documents", "Number of documents that speak of this key"),
	count("n_claims", "Number of claims about this key"),
	list("claim_ids", "Ids of those claims in the table of claims, sorted"),
	truth("conflict", "Claims contradict each other; conflicts has the values, and those that differ without contradicting each other, too"),
	list("unresolved", "Columns that are null because the text names something that could not be resolved; any other null is not stated"),
}

// claimFields stand before the declared columns of every table of claims, evidenceFields behind them.
var claimFields = []field{
	rare(needed("claim_id", "Id of the claim, from its content: the same in every run")),
	rare(needed("document_id", "Document that states it")),
}

var evidenceFields = []field{
	place("start", "Place of the quote's first character in documents.text, from 0"),
	place("end", "Place behind the quote's last character in documents.text"),
	long(needed("quote", "The characters of documents.text from start to end")),
	needed("rule", "Rule that took the claim"),
	truth("denied", "The document denies it"),
	truth("hedged", "The document hedges it (reportedly, is said to)"),
	truth("sweeping", "The document sums up a period or a group at once"),
	text("attribution", "Source that the document names for it"),
	day("stated_on", "Day of the document, where the full day is known"),
	list("unresolved", "Columns that are null because the text names something that could not be resolved"),
}

var documentFields = []field{
	rare(needed("document_id", "Path of the document under the corpus, without its extension")),
	rare(text("title", "Title")),
	text("publisher", "Publisher"),
	day("published", "Day of publication, where the full day is known"),
	text("published_text", "Date of publication as far as it is known: 2023, 2023-05 or 2023-05-09"),
	rare(text("url", "Address")),
	text("language", "Language, BCP 47"),
	rare(text("sha256", "SHA-256 of the file as stored, in hexadecimal")),
	count("n_claims", "Number of claims taken from the document"),
	long(text("text", "Text as cleaned, UTF-8 NFC; null where the document gives no claim")),
}

var conflictFields = []field{
	needed("table", "Table of the fact"),
	needed("key", "Key of the fact as column=value, comma separated; a null is written as nothing"),
	needed("column", "Column whose values differ, or denied"),
	needed("value", "One value that claims give"),
	list("claim_ids", "Claims that give it, or a rounding of it, sorted"),
	truth("chosen", "It is the value that was published"),
	needed("reason", "Why it was chosen or put aside"),
}

func text(name, description string) field {
	return field{Column: schemas.Column{Name: name, Type: schemas.String, Description: description}}
}

func needed(name, description string) field {
	f := text(name, description)
	f.Required = true
	return f
}

func rare(f field) field {
	f.rare = true
	return f
}

func long(f field) field {
	f.long = true
	return f
}

func day(name, description string) field {
	return field{Column: schemas.Column{Name: name, Type: schemas.Day, Description: description}}
}

func truth(name, description string) field {
	return field{Column: schemas.Column{Name: name, Type: schemas.Boolean, Description: description, Required: true}}
}

func list(name, description string) field {
	return field{Column: schemas.Column{Name: name, Type: schemas.Strings, Description: description, Required: true}}
}

func count(name, description string) field {
	zero := 0.0
	return field{Column: schemas.Column{Name: name, Type: schemas.Integer, Description: description, Required: true, Min: &zero}, narrow: true}
}

func place(name, description string) field {
	f := count(name, description)
	f.Unit = "Unicode code points"
	return f
}
