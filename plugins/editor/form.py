"""Form: what an editor may ask for, described for any editor, from the models alone.

Reads   the model of each kind, and of practice.yaml; what stands with types (core/schema/inputs)
Gives   forms(): a Form for practice.yaml and one for each folder, in the order of PLUGINS
Why     a key or a kind that is added appears without a line here; a writer beside this module says
        the same to one editor
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BeforeValidator, PlainValidator, WrapValidator
from pydantic.fields import FieldInfo

from plugins.core.model.documents import Kind
from plugins.core.schema.fields import ManyNames, has_words, words_in
from plugins.core.schema.inputs import Input, hints
from plugins.core.schema.locations import keys_of, tags
from plugins.core.schema.model import ContentModel, is_content_model, models_in
from plugins.core.schema.practice import Practice

Type = Literal[
    "line",
    "text",
    "number",
    "yes_no",
    "choice",
    "day",
    "color",
    "picture",
    "page",
    "reference",
    "list",
    "group",
    "variants",
]
READERS = (BeforeValidator, PlainValidator, WrapValidator)


@dataclass(frozen=True)
class Variant:
    """One of several groups, told apart by the word under one key."""

    word: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Field:
    """One key.

    pattern, needed  what a whole line looks like, and what to say when it does not
    least, most      of a number
    choices          the words to choose from
    folder           whose documents a reference names
    item             what a list has several of; names: one line with commas means several
    fields           those of a group
    short            the key of a group that a value without keys belongs to
    tag, variants    the key that tells the variants apart, and these
    words            whether each language says it in its own way
    """

    name: str
    type: Type
    hint: str = ""
    required: bool = False
    pattern: str = ""
    needed: str = ""
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()
    folder: str = ""
    item: Field | None = None
    names: bool = False
    fields: tuple[Field, ...] = ()
    short: str = ""
    tag: str = ""
    variants: tuple[Variant, ...] = ()
    words: bool = False

    @property
    def label(self) -> str:
        return label(self.name)


@dataclass(frozen=True)
class Form:
    """One folder of content, each document with a text below its fields; or one file."""

    name: str
    fields: tuple[Field, ...]
    singular: str = ""
    file: str = ""

    @property
    def label(self) -> str:
        return label(self.name)

    @property
    def title(self) -> str:
        """The key that names a document: the first that must be there."""
        return next((one.name for one in self.fields if one.required), self.fields[0].name)


def label(key: str) -> str:
    """A key as people read it: `regular_price` is "Regular price"."""
    words = key.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def forms(kinds: Sequence[Kind]) -> tuple[Form, ...]:
    """Every form: the facts of the practice, then each kind of content."""
    folders = {kind.folder for kind in kinds}
    return (
        Form("practice", fields_of(Practice), file="practice.yaml"),
        *(
            Form(kind.folder, fields_of(kind.model, referring(kind, folders)), singular(kind))
            for kind in kinds
        ),
    )


def referring(kind: Kind, folders: set[str]) -> dict[str, str]:
    """The keys that name documents of a folder; not of one that no feature reads."""
    return {key: folder for key, folder in kind.references.items() if folder in folders}


def singular(kind: Kind) -> str:
    """The name of the model in words: SinglePage is "single page"."""
    name = kind.model.__name__
    return "".join(f" {one.lower()}" if one.isupper() else one for one in name).strip()


def fields_of(
    model: type[ContentModel], references: Mapping[str, str] | None = None
) -> tuple[Field, ...]:
    said = hints(model)
    return tuple(
        replace(
            field(name, info.annotation, info.metadata, (references or {}).get(name, "")),
            hint=said.get(name, ""),
            required=info.is_required(),
            words=has_words(info),
        )
        for name, info in model.model_fields.items()
    )


def in_words(fields: Iterable[Field]) -> Iterator[Field]:
    """What a translation says of some fields: their words, none of which it needs."""
    for one in fields:
        if one.words:
            item = one.item and replace(one.item, fields=tuple(in_words(one.item.fields)))
            inner = tuple(in_words(one.fields))
            yield replace(one, required=False, item=item, fields=inner)


def field(name: str, annotation: Any, metadata: Sequence[Any], folder: str = "") -> Field:
    """The field of an annotation. metadata: what stands around it, the outermost last."""
    annotation, metadata = unpacked(annotation, metadata)
    origin, arguments = get_origin(annotation), get_args(annotation)
    said = next((one for one in reversed(metadata) if isinstance(one, Input)), None)
    several = origin is tuple or any(get_origin(one) is tuple for one in arguments)
    if several:
        items = arguments if origin is tuple else get_args(arguments[0])
        item = field(name, items[0], [said] if said else [], folder)
        item = replace(item, words=words_in(items[0]))
        return Field(name, "list", item=item, names=ManyNames in metadata)
    if folder:
        return Field(name, "reference", folder=folder)
    if found := group(name, annotation):
        return replace(found, short=said.short if said else "")
    if said:
        return Field(name, said.kind, pattern=said.pattern, needed=said.needed)
    return simple(name, annotation, metadata)


def group(name: str, annotation: Any) -> Field | None:
    """The field of what has keys of its own."""
    if is_content_model(annotation):
        return Field(name, "group", fields=fields_of(annotation))
    if get_origin(annotation) is dict:
        _, value = get_args(annotation)
        fields = (field(key, value, ()) for key in keys_of(annotation))
        return Field(name, "group", fields=tuple(fields))
    if variants := tuple(variants_of(annotation)):
        return Field(name, "variants", tag=tag_of(annotation), variants=variants)
    return None


def simple(name: str, annotation: Any, metadata: Sequence[Any]) -> Field:
    """A field whose type says it all; what a validator of ours reads is a line."""
    if get_origin(annotation) is Literal:
        return Field(name, "choice", choices=get_args(annotation))
    if annotation is bool:
        return Field(name, "yes_no")
    if annotation is int and not any(isinstance(one, READERS) for one in metadata):
        least = next((one.ge for one in metadata if isinstance(one, Ge)), None)
        most = next((one.le for one in metadata if isinstance(one, Le)), None)
        return Field(name, "number", least=least, most=most)  # type: ignore[arg-type]
    return Field(name, "line")


def unpacked(annotation: Any, metadata: Sequence[Any]) -> tuple[Any, list[Any]]:
    """An annotation without `| None` and Annotated, and all that stood around it."""
    metadata = list(metadata)
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *inner = get_args(annotation)
            metadata = [*inner, *metadata]
            continue
        some = [one for one in get_args(annotation) if one is not NoneType]
        if not is_union(annotation) or len(some) != 1:
            return annotation, metadata
        annotation = some[0]


def is_union(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, UnionType)


def variants_of(annotation: Any) -> Iterator[Variant]:
    """The models of a union, by the words that choose each."""
    models = list(models_in(annotation)) if is_union(annotation) else []
    for model in models:
        tag = tag_of(annotation)
        fields = tuple(one for one in fields_of(model) if one.name != tag)
        for word in sorted(tags_of(model, tag)):
            yield Variant(word, fields)


def tag_of(annotation: Any) -> str:
    """The key under which each model of a union has words of its own."""
    first, *others = models_in(annotation)
    return next(
        name
        for name in first.model_fields
        if (words := tags_of(first, name))
        and all(name in one.model_fields and not words & tags_of(one, name) for one in others)
    )


def tags_of(model: type[ContentModel], name: str) -> set[str]:
    info: FieldInfo = model.model_fields[name]
    return set(get_args(info.annotation)) & tags(model) if info.is_required() else set()
