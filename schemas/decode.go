package schemas

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Decode reads a declared YAML file into an empty struct. A mistake names file and line; a field that the struct does not have, those that it has.
func Decode(file string, data []byte, to any) (err error) {
	defer func() {
		if p := recover(); p != nil { // the decoder does, at a tag without a value
			err = placed(file, 1, fmt.Errorf("not YAML that can be read: a tag (!) without a value? %v", p))
		}
	}()
	if IsPlain(data, to) {
		return nil
	}
	reflect.ValueOf(to).Elem().SetZero() // of what was read until it was no longer plain
	err = yaml.UnmarshalWithOptions(data, to, yaml.Strict())
	if err == nil {
		return nil
	}
	var unknown *yaml.UnknownFieldError
	if errors.As(err, &unknown) && unknown.Token != nil {
		return placed(file, unknown.Token.Position.Line, unknownField(unknown.Token, data, reflect.TypeOf(to)))
	}
	return Mistake(file, data, "$", err)
}

func unknownField(at *token.Token, data []byte, to reflect.Type) error {
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return fmt.Errorf("unknown field %q", at.Value)
	}
	var known []string
	for _, doc := range file.Docs {
		if known = fieldsAt(doc.Body, to, at.Position); known != nil {
			break
		}
	}
	return UnknownName("field", at.Value, known)
}

// UnknownName is the error of a name that is none of the known ones, with the one that it is most like.
func UnknownName(what, name string, known []string) error {
	if near := Nearest(name, known); near != "" {
		return fmt.Errorf("unknown %s %q: did you mean %q? known are %s", what, name, near, strings.Join(known, ", "))
	}
	return fmt.Errorf("unknown %s %q: known are %s", what, name, strings.Join(known, ", "))
}

// fieldsAt are the fields of the struct to which the key at a position belongs, or nil where there is none.
func fieldsAt(node ast.Node, t reflect.Type, at *token.Position) []string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch node := node.(type) {
	case *ast.SequenceNode:
		if t.Kind() != reflect.Slice {
			return nil
		}
		for _, item := range node.Values {
			if known := fieldsAt(item, t.Elem(), at); known != nil {
				return known
			}
		}
	case *ast.MappingNode:
		for _, pair := range node.Values {
			if known := fieldsAt(pair, t, at); known != nil {
				return known
			}
		}
	case *ast.MappingValueNode:
		return fieldsOf(node, t, at)
	}
	return nil
}

// fieldsOf is fieldsAt for one key with its value.
func fieldsOf(pair *ast.MappingValueNode, t reflect.Type, at *token.Position) []string {
	if t.Kind() == reflect.Map {
		return fieldsAt(pair.Value, t.Elem(), at)
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var names []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		if names = append(names, name); name == pair.Key.String() {
			return fieldsAt(pair.Value, t.Field(i).Type, at)
		}
	}
	if p := pair.Key.GetToken().Position; p.Line == at.Line && p.Column == at.Column {
		return names
	}
	return nil
}
