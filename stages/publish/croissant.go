package publish

import (
	"fmt"
	"strings"

	"ties.dev/ties/schemas"
)

// Croissant 1.1, http://mlcommons.org/croissant/1.1.
const croissantVersion = "http://mlcommons.org/croissant/1.1"

// croissantTerms stand in the context under their own name in the "cr" namespace.
var croissantTerms = []string{"arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field", "fileProperty", "fileObject",
	"fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
	"repeated", "replace", "samplingRate", "separator", "source", "subField", "transform"}

type object = map[string]any // encoding/json writes its keys in order

// croissant describes the files and, from the Parquet files, the records. An Arrow file is named as the same content in another format.
func croissant(r Release, files []file) []byte {
	dataset := object{"@context": croissantContext(), "@type": "sc:Dataset", "conformsTo": croissantVersion, "name": "ties",
		"description": r.title() + ". " + oneLine(r.Description), "version": r.Version, "url": r.url(), "isLiveDataset": false,
		"inLanguage": "en", "citeAs": r.citation()}
	optional := object{"license": r.License, "creator": r.creator()}
	for name, value := range optional {
		if value != "" && value != nil {
			dataset[name] = value
		}
	}
	var distribution, records []object
	for _, f := range files {
		distribution = append(distribution, f.fileObject())
		if f.format.name == formats[0].name {
			records = append(records, f.recordSet())
		}
	}
	dataset["distribution"], dataset["recordSet"] = distribution, records
	return indented(dataset)
}

func croissantContext() object {
	context := object{"@language": "en", "@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/", "sc": "https://schema.org/",
		"dct": "http://purl.org/dc/terms/", "rai": "http://mlcommons.org/croissant/RAI/", "conformsTo": "dct:conformsTo",
		"data": object{"@id": "cr:data", "@type": "@json"}, "examples": object{"@id": "cr:examples", "@type": "@json"},
		"dataType":    object{"@id": "cr:dataType", "@type": "@vocab"},
		"description": object{"@container": "@language"}, "name": object{"@container": "@language"}}
	for _, term := range croissantTerms {
		context[term] = "cr:" + term
	}
	return context
}

func (r Release) creator() any {
	if r.Creator == "" {
		return nil
	}
	return object{"@type": "sc:Organization", "name": r.Creator}
}

// citation is how the release asks to be cited.
func (r Release) citation() string {
	var parts []string
	for _, part := range []string{r.Creator, r.title(), "release " + r.Version, r.Homepage} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// url is required; a release without a homepage is where its metadata is.
func (r Release) url() string {
	if r.Homepage == "" {
		return "."
	}
	return r.Homepage
}

func (f file) fileObject() object {
	o := object{"@type": "cr:FileObject", "@id": f.name, "name": f.name, "description": f.relation.title, "contentUrl": f.name,
		"contentSize": fmt.Sprintf("%d B", f.bytes), "sha256": f.sha256, "encodingFormat": f.format.croissant}
	if f.format.name != formats[0].name {
		o["sameAs"] = f.relation.name + formats[0].extension
	}
	return o
}

func (f file) recordSet() object {
	r := f.relation
	var fields, key []object
	for _, column := range r.fields {
		fields = append(fields, f.recordField(column))
	}
	for _, name := range r.key {
		key = append(key, object{"@id": r.name + "/" + name})
	}
	o := object{"@type": "cr:RecordSet", "@id": r.name, "name": r.name, "description": oneLine(r.description), "field": fields}
	if len(key) > 0 {
		o["key"] = key
	}
	return o
}

func (f file) recordField(column field) object {
	o := object{"@type": "cr:Field", "@id": f.relation.name + "/" + column.Name, "name": column.Name, "description": oneLine(column.explained()),
		"dataType": croissantTypes[column.Type], "source": object{"fileObject": object{"@id": f.name}, "extract": object{"column": column.Name}}}
	if column.Type == schemas.Strings {
		o["isArray"], o["arrayShape"] = true, "-1"
	}
	for _, l := range f.relation.links {
		if l.column == column.Name {
			o["references"] = object{"field": object{"@id": strings.Join([]string{l.relation, l.key}, "/")}}
		}
	}
	return o
}

var croissantTypes = map[schemas.Type]string{schemas.String: "sc:Text", schemas.Integer: "sc:Integer", schemas.Number: "sc:Float",
	schemas.Boolean: "sc:Boolean", schemas.Day: "sc:Date", schemas.Strings: "sc:Text"}
