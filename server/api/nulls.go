package api

import (
	"encoding/json"
	"reflect"
	"strings"
)

var marshaler = reflect.TypeFor[json.Marshaler]()

// withoutNulls gives v with empty lists and maps where it had none, so that a reader finds [] and {} and never null. It
// changes what v holds; v is an answer made for this one caller.
func withoutNulls(v any) any {
	r := reflect.ValueOf(v)
	if !r.IsValid() || r.Kind() == reflect.Pointer {
		fill(r)
		return v
	}
	c := reflect.New(r.Type()).Elem()
	c.Set(r)
	fill(c)
	return c.Interface()
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem())
		}
	case reflect.Struct:
		if v.Type().Implements(marshaler) {
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() {
				continue
			}
			if strings.Contains(f.Tag.Get("json"), "omit") && v.Field(i).IsZero() {
				continue
			}
			fill(v.Field(i))
		}
	case reflect.Slice:
		if v.IsNil() && v.CanSet() && v.Type().Elem().Kind() != reflect.Uint8 {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Map:
		if v.IsNil() && v.CanSet() {
			v.Set(reflect.MakeMap(v.Type()))
		}
		fillMap(v)
	}
}

// fillMap fills the structs that a map holds; they cannot be changed in place.
func fillMap(v reflect.Value) {
	if v.Type().Elem().Kind() != reflect.Struct {
		return
	}
	for _, key := range v.MapKeys() {
		c := reflect.New(v.Type().Elem()).Elem()
		c.Set(v.MapIndex(key))
		fill(c)
		v.SetMapIndex(key, c)
	}
}
