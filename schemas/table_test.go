package schemas_test

import (
	"testing"

	"ties.dev/ties/schemas"
)

func TestInRange(t *testing.T) {
	low, high := 0.0, 150.0
	closed, above := schemas.Column{Min: &low, Max: &high}, schemas.Column{Min: &low}
	for _, test := range []struct {
		column schemas.Column
		value  any
		want   bool
	}{
		{closed, 0.0, true}, {closed, int64(150), true}, {closed, 150.1, false}, {closed, int64(-1), false}, {closed, nil, true}, {closed, "many", true},
		{above, 1e12, true}, {above, -0.1, false}, {schemas.Column{}, -5.0, true},
	} {
		if got := test.column.InRange(test.value); got != test.want {
			t.Errorf("InRange(%v) = %t; want %t", test.value, got, test.want)
		}
	}
}
