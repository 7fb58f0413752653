package pipeline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
)

// checkExample says why a column's example is no value that the column can have. It stands in the codebook, where it is copied from.
func (d *Declarations) checkExample(c *schemas.Column) error {
	if c.Example == "" {
		return nil
	}
	var value any
	var err error
	switch c.Type {
	case schemas.Integer:
		value, err = strconv.ParseInt(c.Example, 10, 64)
	case schemas.Number:
		value, err = strconv.ParseFloat(c.Example, 64)
	case schemas.Boolean:
		_, err = strconv.ParseBool(c.Example)
	case schemas.Day:
		_, err = schemas.ParseDate(c.Example)
	case schemas.String:
		return d.checkExampleText(c)
	}
	switch {
	case err != nil:
		return fmt.Errorf("is no %s", c.Type)
	case !c.InRange(value):
		return fmt.Errorf("is outside of its min and max")
	}
	return nil
}

// checkExampleText suggests the code of a state that is given by its name.
func (d *Declarations) checkExampleText(c *schemas.Column) error {
	allowed := c.Allowed(d.Gazetteer.Codes)
	if len(allowed) == 0 || slices.Contains(allowed, c.Example) {
		return nil
	}
	for _, t := range d.Gazetteer.Terms {
		if c.Codes == "countries" && strings.EqualFold(t.Text, c.Example) {
			return fmt.Errorf("is no value that it can have: write %s", t.Code)
		}
	}
	if near := schemas.Nearest(c.Example, allowed); near != "" {
		return fmt.Errorf("is no value that it can have: did you mean %s?", near)
	}
	return fmt.Errorf("is no value that it can have")
}
