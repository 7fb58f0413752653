package schemas

// Row is a document as one row, for what keeps documents.
func (d *Document) Row() []any {
	return []any{d.ID, d.Title, d.Publisher, d.Author, d.Published, d.PublishedBasis, d.URL, d.Language, d.SHA256, d.Text}
}
