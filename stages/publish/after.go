package publish

// AfterError is what could not be done once out/latest was as it is to be: the release is published, or was there already.
type AfterError struct{ Err error }

func (e *AfterError) Error() string { return e.Err.Error() }
func (e *AfterError) Unwrap() error { return e.Err }

// After is an error as one that comes after the switch; nil stays nil.
func After(err error) error {
	if err == nil {
		return nil
	}
	return &AfterError{err}
}
