"""The graph: what features say of one thing is one thing."""

from __future__ import annotations

from plugins.core.model.schema_org import node
from plugins.structured_data.graph import graph


def test_things_of_one_id_are_one_thing() -> None:
    """One feature knows the hours, another the logo; programs join them no better than we do."""
    said = [
        {"@id": "#practice", "logo": "/icon.png"},
        {"@type": "Service", "name": "Massage"},
        {"@type": "HealthAndBeautyBusiness", "@id": "#practice", "name": "Hands"},
        {"@type": "Service", "name": "Acupuncture"},
    ]
    assert graph(said) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "HealthAndBeautyBusiness",
                "@id": "#practice",
                "name": "Hands",
                "logo": "/icon.png",
            },
            {"@type": "Service", "name": "Massage"},
            {"@type": "Service", "name": "Acupuncture"},
        ],
    }


def test_what_was_said_first_stays() -> None:
    """A feature that names a thing in passing does not take its name away."""
    said = [{"@id": "#a", "name": "Whole"}, {"@id": "#a", "name": "Short", "url": "/"}]
    assert graph(said)["@graph"] == [{"@id": "#a", "name": "Whole", "url": "/"}]


def test_joining_leaves_what_features_gave_as_it_was() -> None:
    """They may keep it for the next page."""
    first = {"@id": "#a"}
    graph([first, {"@id": "#a", "name": "A"}])
    assert first == {"@id": "#a"}


def test_a_thing_has_what_is_known_and_nothing_else() -> None:
    """An empty text would be a claim that there is none; zero degrees is a place."""
    assert node("GeoCoordinates", latitude=0.0, name="", image=None, areaServed=[], id="#a") == {
        "@type": "GeoCoordinates",
        "@id": "#a",
        "latitude": 0.0,
    }
