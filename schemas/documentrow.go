package schemas

// Row is a document as one row, for what keeps documents.
func (d *Document) Row() []any {
	return []any{d.ID, d.Title, d.Publisher, d.Author, d.Published, d.PublishedBasis, d.URL, d.Language, d.SHA256, d.Text}
}

// DocumentOf is the document that Row made a row of; false where the row is no such one.
func DocumentOf(row []any) (d Document, ok bool) {
	texts := []*string{&d.ID, &d.Title, &d.Publisher, &d.Author, nil, &d.PublishedBasis, &d.URL, &d.Language, &d.SHA256, &d.Text}
	if len(row) != len(texts) {
		return Document{}, false
	}
	for i, to := range texts {
		if to == nil {
			if d.Published, ok = row[i].(Date); !ok {
				return Document{}, false
			}
		} else if *to, ok = row[i].(string); !ok {
			return Document{}, false
		}
	}
	return d, true
}
