"""Sveltia CMS: the forms in the words of its configuration.

Reads   the forms; the pages to choose from; the folder of content; the repository
Gives   config(): what CMS.init() takes; shapes(): what admin/format.js needs to know of the keys of
        each form
Notes   a translation has the words of a form alone, and the name of its original: a document is
        edited in all languages together
Why     Sveltia ignores what it does not know without a word, so a test holds each widget to a list
        and the whole to Sveltia's own schema. Every value is a text, as in our files: a price is a
        line with a pattern, since a number loses its cents
Source  @sveltia/cms, schema/sveltia-cms.json
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plugins.core.reading.source_files import SLUG_LENGTH
from plugins.editor.form import Field, Form

NAME = "Handbill"
LOCAL = "your/project"  # Sveltia wants a name, also where it opens a folder
FORMAT = "handbill-{}"  # see admin/format.js
BODY = {"name": "body", "label": "Text", "widget": "markdown", "modes": ["raw"], "required": False}
# A name that the build accepts, the size that it refuses beyond, and instead of the format of the
# iPhone, which most browsers do not show, one that all do.
UPLOADS = {
    "slugify_filename": True,
    "max_file_size": 25_000_000,
    "transformations": {"heic": {"format": "webp", "quality": 90}},
}
PICTURES = ".jpg,.jpeg,.png,.webp,.avif,.gif,.heic,.heif"
YES_NO = [{"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}]
LINE = {"widget": "string"}
WIDGETS: Mapping[str, dict[str, Any]] = {
    "line": LINE,
    "text": {"widget": "text"},
    "yes_no": {"widget": "select", "options": YES_NO},
    "day": {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    "color": {"widget": "color", "allowInput": True},
    "picture": {"widget": "image", "accept": PICTURES},
}


def config(
    forms: Sequence[Form],
    pages: Iterable[str],
    *,
    content: str,
    repository: str = "",
    languages: Sequence[str] = (),
) -> dict[str, Any]:
    """pages: what stands for a page of the site; content: its folder in the repository; repository:
    owner/name, "" for a folder; languages: of the site, its own first, when it has several."""
    writer = Writer(forms, list(pages), languages)
    folder = f"{content}/{{{{locale}}}}" if languages else content
    return {
        **({"i18n": translations(languages)} if languages else {}),
        "load_config_file": False,
        "app_title": NAME,
        "backend": {
            "name": "github",
            "repo": repository or LOCAL,
            "auth_methods": ["token"],  # OAuth needs a server
        },
        "media_folder": f"{content}/images",
        "public_folder": "/images",  # as admin/format.js reads and writes it
        "media_libraries": {"default": {"config": UPLOADS}, "stock_assets": {"providers": []}},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": SLUG_LENGTH},
        "singletons": [writer.file(form, folder) for form in forms if form.file],
        "collections": [writer.collection(form, folder) for form in forms if not form.file],
    }


def translations(languages: Sequence[str]) -> dict[str, Any]:
    """Each in its folder, the first in none; a new document begins in the first."""
    return {
        "structure": "multiple_folders",
        "locales": list(languages),
        "default_locale": languages[0],
        "initial_locales": "default",
        "omit_default_locale_from_file_path": True,
    }


class Writer:
    """Fields as widgets. pages: the options where a page is to be chosen."""

    def __init__(self, forms: Sequence[Form], pages: list[str], languages: Sequence[str]) -> None:
        self.titles = {form.name: form.title for form in forms}
        self.pages = pages
        self.first = list(languages[:1])  # no translation needs anything
        self.shared = {"i18n": True} if languages else {}

    def file(self, form: Form, content: str) -> dict[str, Any]:
        return {
            "name": form.name,
            "label": form.label,
            "file": f"{content}/{form.file}",
            "format": FORMAT.format(form.name),
            "fields": [self.widget(one) for one in form.fields],
            **self.shared,
        }

    def collection(self, form: Form, content: str) -> dict[str, Any]:
        return {
            "name": form.name,
            "label": form.label,
            "label_singular": form.singular,
            "folder": f"{content}/{form.name}",
            "create": True,
            "identifier_field": form.title,
            "slug": f"{{{{{form.title}}}}}",
            "summary": f"{{{{{form.title}}}}}",
            "format": FORMAT.format(form.name),
            "fields": [*(self.widget(one) for one in form.fields), BODY | self.shared],
            **self.shared,
        }

    def widget(self, field: Field) -> dict[str, Any]:
        shared: dict[str, Any] = {"name": field.name, "label": field.label}
        shared["required"] = field.required and (self.first or True)
        if field.hint:
            shared["hint"] = field.hint
        if field.words and not field.variants:
            shared |= self.shared
        return shared | self.own(field)

    def entry(self, field: Field) -> dict[str, Any]:
        """A field of one of several: it is needed in each language, or none says which it is."""
        return self.widget(field) | {"required": field.required}

    def own(self, field: Field) -> dict[str, Any]:
        """What is particular to the type of a field."""
        if field.item:
            return self.list_of(field.item)
        if field.type == "group":
            fields = [self.widget(one) for one in field.fields]
            return {"widget": "object", "fields": fields, "collapsed": "auto"}
        if field.type == "variants":
            return self.variants(field)
        return self.relation(field) if field.type == "reference" else self.simple(field)

    def simple(self, field: Field) -> dict[str, Any]:
        match field.type:
            case "page":
                return {"widget": "select", "options": self.pages}
            case "choice":
                return {"widget": "select", "options": list(field.choices)}
            case "number":
                limits = {"min": field.least, "max": field.most}
                bounds = {name: limit for name, limit in limits.items() if limit is not None}
                return {"widget": "number", "value_type": "int/string", **bounds}
        pattern = {"pattern": [f"^(?:{field.pattern})$", field.needed]} if field.pattern else {}
        return {**WIDGETS.get(field.type, LINE), **pattern}

    def list_of(self, item: Field) -> dict[str, Any]:
        if item.type == "reference":
            return self.relation(item) | {"multiple": True}
        if item.type == "group":
            return {"widget": "list", "fields": [self.entry(one) for one in item.fields]}
        return {"widget": "list", "field": self.widget(item) | {"required": True}}

    def relation(self, field: Field) -> dict[str, Any]:
        title = self.titles[field.folder]
        return {
            "widget": "relation",
            "collection": field.folder,
            "value_field": "{{slug}}",
            "display_fields": [title],
            "search_fields": [title],
        }

    def variants(self, field: Field) -> dict[str, Any]:
        types = [
            {
                "name": one.word,
                "label": one.word.capitalize(),
                "fields": [self.widget(inner) for inner in one.fields],
            }
            for one in field.variants
        ]
        return {"widget": "object", "types": types, "typeKey": field.tag}


def shapes(forms: Iterable[Form]) -> dict[str, Any]:
    """Of each form, by its format: which keys hold lists and groups."""
    return {
        FORMAT.format(form.name): {
            "body": not form.file,
            "keys": {one.name: shape(one) for one in form.fields},
        }
        for form in forms
    }


def shape(field: Field) -> dict[str, Any] | None:
    """None for a text."""
    if field.type in ("page", "picture"):
        return {field.type: True}
    if field.item:
        return {"item": shape(field.item), "names": field.names}
    fields = [*field.fields, *(inner for one in field.variants for inner in one.fields)]
    keys = {one.name: shape(one) for one in fields} | ({field.tag: None} if field.tag else {})
    return {"keys": keys, "short": field.short} if keys else None
