"""Pages CMS: the forms in the words of its configuration, .pages.yml.

Gives   configuration(): the text of the file
Note    it writes each file anew: remarks go, and texts such as `no` become what YAML makes of them.
        So a key that means yes or no is a choice between words, and numbers are texts.
        A translation is a file of its own, with the words alone: its way to pair files would show
        all facts again. It cannot be created here, since its name is that of the original
Source  pagescms.org/docs/configuration
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from plugins.editor.form import Field, Form, in_words

NAME = ".pages.yml"
BODY = {"name": "body", "label": "Text", "type": "code", "options": {"language": "markdown"}}
YES_NO = ("yes", "no")
TYPES = {"text": "text", "picture": "image"}


def configuration(forms: Sequence[Form], content: str, others: Sequence[str] = ()) -> str:
    """content: its folder in the repository; others: the languages that it is translated into."""
    translations = (
        translation(form, forms, content, language) for language in others for form in forms
    )
    values = {
        "media": {"input": f"{content}/images", "output": "", "path": ""},
        "content": [*(entry(form, forms, content) for form in forms), *translations],
    }
    return yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=100)


def entry(form: Form, forms: Sequence[Form], content: str) -> dict[str, Any]:
    titles = {one.name: one.title for one in forms}
    fields = [described(one, titles) for one in form.fields]
    shared = {"name": form.name, "label": form.label}
    if form.file:
        file = {"type": "file", "path": f"{content}/{form.file}", "format": "yaml"}
        return {**shared, **file, "fields": fields}
    return {
        **shared,
        "type": "collection",
        "path": f"{content}/{form.name}",
        "format": "yaml-frontmatter",
        "filename": f"{{fields.{form.title}}}.md",
        "view": {"primary": form.title, "fields": [form.title]},
        "fields": [*fields, BODY],
    }


def translation(form: Form, forms: Sequence[Form], content: str, language: str) -> dict[str, Any]:
    """The words of a form in another language."""
    titles = {one.name: one.title for one in forms}
    fields = [described(one, titles) for one in in_words(form.fields)]
    return entry(form, forms, f"{content}/{language}") | {
        "name": f"{language}-{form.name}",
        "label": f"{form.label} ({language})",
        "operations": {"create": False, "rename": False},
        **({"fields": fields} if form.file else {"fields": [*fields, BODY], "view": {}}),
    }


def described(field: Field, titles: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {"name": field.name, "label": field.label}
    if field.hint:
        values["description"] = field.hint
    if field.required:
        values["required"] = True
    return values | own(field, titles)


def own(field: Field, titles: dict[str, str]) -> dict[str, Any]:
    """What is particular to the type of a field."""
    if field.item:
        return own(field.item, titles) | {"list": True}
    if fields := field.fields or tuple(together(field)):
        return {"type": "object", "fields": [described(one, titles) for one in fields]}
    if field.type == "reference":
        label = f"{{fields.{titles[field.folder]}}}"
        options = {"collection": field.folder, "value": "{name}", "label": label}
        return {"type": "reference", "options": options}
    if choices := YES_NO if field.type == "yes_no" else field.choices:
        return {"type": "select", "options": {"values": list(choices)}}
    pattern = {"regex": f"^(?:{field.pattern})$", "message": field.needed}
    kind = {"type": TYPES.get(field.type, "string")}
    return {**kind, "pattern": pattern} if field.pattern else kind


def together(field: Field) -> Iterator[Field]:
    """The keys of all variants: it has no groups to choose from."""
    if field.variants:
        words = tuple(one.word for one in field.variants)
        yield Field(field.tag, "choice", required=True, choices=words)
        yield from {one.name: one for each in field.variants for one in each.fields}.values()
