package schemas

import (
	"reflect"
	"strconv"
	"strings"
)

// IsPlain fills in a struct from a file that is written plainly, without a full parser of YAML. Where it does not hold, the file is
// not plain or does not fit, and the struct holds nothing to be used.
func IsPlain(data []byte, to any) (ok bool) {
	n, ok := parsePlain(string(data))
	return ok && n.fill(reflect.ValueOf(to).Elem())
}

// fill sets a value of which every part has the type that is asked for.
func (n *plainNode) fill(v reflect.Value) bool {
	if hasUnmarshaler(v.Type()) || v.CanAddr() && hasUnmarshaler(v.Addr().Type()) {
		return false
	}
	switch v.Kind() {
	case reflect.Pointer:
		if n.kind == plainNull {
			return false
		}
		v.Set(reflect.New(v.Type().Elem()))
		return n.fill(v.Elem())
	case reflect.Struct:
		return n.fillStruct(v)
	case reflect.Slice:
		return n.fillSlice(v)
	case reflect.Map:
		return n.fillMap(v)
	}
	return n.kind == plainScalar && n.fillScalar(v)
}

// hasUnmarshaler holds for types that read YAML in their own way.
func hasUnmarshaler(t reflect.Type) bool {
	for i := range t.NumMethod() {
		if strings.HasPrefix(t.Method(i).Name, "Unmarshal") {
			return true
		}
	}
	return false
}

func (n *plainNode) fillStruct(v reflect.Value) bool {
	if n.kind != plainMapping {
		return false
	}
	for i, key := range n.keys {
		field, ok := fieldOf(v, key)
		if !ok || !n.items[i].fill(field) {
			return false
		}
	}
	return true
}

// fieldOf is the field of a struct that a key names.
func fieldOf(v reflect.Value, key string) (field reflect.Value, ok bool) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		tag := f.Tag.Get("yaml")
		name, options, _ := strings.Cut(tag, ",")
		if name == key && f.IsExported() {
			return v.Field(i), options == "" || options == "omitempty"
		}
	}
	return field, false
}

func (n *plainNode) fillSlice(v reflect.Value) bool {
	if n.kind != plainSequence {
		return false
	}
	list := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
	for i := range n.items {
		if !n.items[i].fill(list.Index(i)) {
			return false
		}
	}
	v.Set(list)
	return true
}

func (n *plainNode) fillMap(v reflect.Value) bool {
	if n.kind != plainMapping || v.Type().Key().Kind() != reflect.String {
		return false
	}
	m := reflect.MakeMapWithSize(v.Type(), len(n.keys))
	for i, key := range n.keys {
		value := reflect.New(v.Type().Elem()).Elem()
		if !n.items[i].fill(value) {
			return false
		}
		m.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), value)
	}
	v.Set(m)
	return true
}

func (n *plainNode) fillScalar(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.text)
		return n.quoted || n.text[0] >= '1' && n.text[0] <= '9' && isWhole(n.text) || isText(n.text)
	case reflect.Bool:
		v.SetBool(n.text == "true")
		return !n.quoted && (n.text == "true" || n.text == "false")
	case reflect.Int:
		whole, err := strconv.Atoi(n.text)
		v.SetInt(int64(whole))
		return err == nil && !n.quoted && isWhole(n.text)
	case reflect.Float64:
		number, err := strconv.Atoi(n.text)
		v.SetFloat(float64(number))
		return err == nil && !n.quoted && isWhole(n.text)
	case reflect.Interface:
		return n.fillAny(v)
	}
	return false
}

// fillAny sets a value of no declared type: what is written like a number is one.
func (n *plainNode) fillAny(v reflect.Value) bool {
	number, err := strconv.ParseFloat(n.text, 64)
	switch {
	case n.quoted || isText(n.text):
		v.Set(reflect.ValueOf(n.text))
	case n.text == "null":
	case n.text == "true" || n.text == "false":
		v.Set(reflect.ValueOf(n.text == "true"))
	case isWhole(n.text) && number >= 0:
		whole, _ := strconv.ParseUint(n.text, 10, 64)
		v.Set(reflect.ValueOf(whole))
	case strconv.FormatFloat(number, 'f', -1, 64) == n.text && strings.Contains(n.text, ".") && err == nil:
		v.Set(reflect.ValueOf(number))
	default:
		return false
	}
	return true
}

// isWhole holds for a whole number as it is written back.
func isWhole(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && strconv.Itoa(n) == s
}

// isText holds for what YAML takes for a text without quotation marks in every version: it starts with a letter, perhaps behind a
// sign, and is no word for nothing, a truth value or a number.
func isText(s string) bool {
	if strings.IndexByte("$~-=", s[0]) >= 0 {
		s = s[1:]
	}
	if s == "" || s[0] < 0x80 && (s[0]|0x20 < 'a' || s[0]|0x20 > 'z') {
		return false
	}
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "nan", "inf":
		return false
	}
	return true
}
