"""Links: what may stand in a page, read as browsers read it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.markdown.urls import SCHEMES, UrlError, own_path, safe_url, web_url
from tests.core.conftest import steady


@pytest.mark.parametrize(
    "url",
    [
        "/", "/symptoms/sciatica/", "/a?b=1&c=2#d", "#below", "?at=1", "sciatica.md", "../a/",
        "https://www.example.com", "http://example.com:8080/a_(b)", "HTTPS://EXAMPLE.COM/%7Ea",
        "https://example.com/@ada", "https://[::1]/", "https://zoë.example/", "mailto:a@b.example",
        "tel:+13035550142", "sms:+13035550142", "/a:b", "./a:b", "/..//x", "https://a.example?x=@",
    ],
)  # fmt: skip
def test_a_harmless_link_stays_as_it_was_typed(url: str) -> None:
    """To a page, to a place on it, to another site, to a telephone."""
    assert safe_url(url) == url


COMPUTER = "a page, picture or file of this site: nobody else can open what is on your computer"
DOWNLOAD = 'put the file into content/files/, write "/files/{}", or write the address of a page'
MAILBOX = "a link like mailto:name@example.com"
NUMBER = "a link like tel:+13035550142"
COPY = "copy the link from the browser's address line"
OTHER = 'a link that begins with "https://", not "{}:"'
HOST = "a link with a host, such as https://www.example.com"
REAL = "a link with a real host, such as https://www.example.com"
USER = ("a link without a user name before the host", 'delete what stands before "@"')
SLASH = ("a link without backslashes", 'write "/" in place of "\\"')
SPACE = ("a link without spaces", 'write "%20" in place of each space')
HIDDEN = "a link without invisible characters"


@pytest.mark.parametrize(
    ("url", "needed", "fix"),
    [
        ("", "a link", COPY),
        ("javascript:alert(1)", OTHER.format("javascript"), COPY),
        ("JavaScript:alert(1)", OTHER.format("JavaScript"), COPY),
        ("vbscript:x", OTHER.format("vbscript"), COPY),
        ("data:text/html,x", OTHER.format("data"), COPY),
        ("blob:https://a.example/1", OTHER.format("blob"), COPY),
        ("feed:https://a.example", OTHER.format("feed"), COPY),
        ("file:///etc/passwd", COMPUTER, DOWNLOAD.format("passwd")),
        (r"C:\Users\ann\My form.pdf", COMPUTER, DOWNLOAD.format("My%20form.pdf")),
        ("C:/form.pdf", COMPUTER, DOWNLOAD.format("form.pdf")),
        (r"\\server\office\form.pdf", COMPUTER, DOWNLOAD.format("form.pdf")),
        ("/Users/ann/form.pdf", COMPUTER, DOWNLOAD.format("form.pdf")),
        ("/home/ann/about.md", COMPUTER, 'write the address of its page, or "about.md"'),
        (
            "file:///C:/Users/ann/Hands.JPG",
            COMPUTER,
            'put the picture into content/images/, write "/images/Hands.JPG"',
        ),
        ("//evil.test/a", 'a link that begins with "https://", or with one slash for this site',
         'write "https://evil.test/a"'),
        ("/\\evil.test", *SLASH),
        ("\\\\evil.test", *SLASH),
        ("https:\\\\evil.test", *SLASH),
        ("/first visit/", *SPACE),
        (" javascript:alert(1)", *SPACE),
        ("java\tscript:alert(1)", HIDDEN, 'delete the one after "java"'),
        ("java\nscript:alert(1)", HIDDEN, 'delete the one after "java"'),
        ("\x01javascript:alert(1)", HIDDEN, "delete the one at its beginning"),
        ("/a\u200bb/", HIDDEN, 'delete the one after "/a"'),
        ("/a\u202eb/", HIDDEN, 'delete the one after "/a"'),
        ("/a\u00a0b/", HIDDEN, 'delete the one after "/a"'),
        ('/a"b/', 'a link without the character "', 'write "%22" in place of "'),
        ("/a|b/", "a link without the character |", 'write "%7C" in place of |'),
        ("/<script>/", "a link without the character <", 'write "%3C" in place of <'),
        ("mailto:", MAILBOX, "write the address after mailto:"),
        ("mailto://[", MAILBOX, "write the address after mailto:"),
        (
            "localhost:8000/contact/",
            "an address inside this site, not that of the preview",
            'write "/contact/"',
        ),
        ("mailto:ann", MAILBOX, "write the address after mailto:"),
        ("mailto:ann@example", MAILBOX, "write the address after mailto:"),
        ("mailto: a@b.example", MAILBOX, 'write "mailto:a@b.example"'),
        ("mailto:%20a@b.example?subject=x", MAILBOX, 'write "mailto:a@b.example?subject=x"'),
        ("TEL:/", NUMBER, "write the digits of the number after tel:"),
        ("tel:call us", NUMBER, "write the digits of the number after tel:"),
        ("tel:303-CALL-NOW", NUMBER, "write the digits of the number after tel:"),
        ("tel:(303) 555-0142", NUMBER, 'write "tel:(303)555-0142"'),
        ("sms: +13035550142", NUMBER.replace("tel", "sms"), 'write "sms:+13035550142"'),
        ("https:evil.test", HOST, COPY),
        ("https:/evil.test", HOST, COPY),
        ("https:///evil.test", HOST, COPY),
        ("https://", HOST, COPY),
        ("https://?a", HOST, COPY),
        ("https://:443/", HOST, COPY),
        ("https://a%2fb/", HOST, COPY),
        ("https://a。b/", HOST, COPY),
        ("https://[::1", REAL, COPY),
        ("https://a.example:99999/", REAL, COPY),
        ("https://a.example:b/", REAL, COPY),
        ("https://℀.example/", REAL, COPY),
        ("https://bank.example@evil.test/", *USER),
        ("https://ada:secret@evil.test/", *USER),
    ],
)  # fmt: skip
def test_another_link_is_refused_with_what_to_do(url: str, needed: str, fix: str) -> None:
    """What browsers strip, turn or run never reaches a page."""
    with pytest.raises(UrlError) as caught:
        safe_url(url)
    assert (str(caught.value), caught.value.fix) == (needed, fix)


@pytest.mark.parametrize(
    "url", ["https://example.com/a", "http://127.0.0.1:8000/", "http://localhost", "http://[::1]/"]
)
def test_a_link_to_another_site_is_encrypted_or_stays_here(url: str) -> None:
    """A form that is tried out posts to this machine."""
    assert web_url(url) == url


@pytest.mark.parametrize(
    ("url", "fix"),
    [
        ("www.example.com/ada?a=b", 'write "https://www.example.com/ada?a=b"'),
        ("example.com", 'write "https://example.com"'),
        ("http://example.com/a", 'write "https://example.com/a"'),
        ("http://127.0.0.1.evil.test/", 'write "https://127.0.0.1.evil.test/"'),
        ("ada", COPY),
        ("/first-visit/", COPY),
        ("@ada", COPY),
    ],
)
def test_a_link_to_another_site_needs_its_scheme(url: str, fix: str) -> None:
    """People paste what the address line shows, which leaves it out."""
    with pytest.raises(UrlError) as caught:
        web_url(url)
    assert (str(caught.value), caught.value.fix) == ('a link that begins with "https://"', fix)


@pytest.mark.parametrize("url", ["mailto:a@b.example", "tel:911", "javascript:x"])
def test_a_link_to_another_site_is_one_to_the_web(url: str) -> None:
    """A booking button does not write e-mail."""
    with pytest.raises(UrlError) as caught:
        web_url(url)
    assert str(caught.value) == OTHER.format(url.partition(":")[0])


def as_browsers_do(url: str) -> tuple[str, str]:
    """Scheme and host of a link on https://own.example/a/b, by the WHATWG rules that matter:
    blanks around it go, tabs and line ends inside it go, a backslash is a slash."""
    url = re.sub(r"[\t\n\r]", "", url.strip("".join(map(chr, range(33)))))
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", url)
    scheme = match[1].lower() if match else "https"
    rest = url[match.end() :] if match else url
    if scheme not in ("http", "https", "ftp", "ws", "wss", "file"):
        return scheme, ""
    rest = rest.replace("\\", "/")
    if not match and not rest.startswith("//"):
        return "https", "own.example"
    authority = re.split(r"[/?#]", rest.lstrip("/"), maxsplit=1)[0]
    return scheme, authority.rpartition("@")[2].lower()


LINKS = st.one_of(
    st.text(st.sampled_from(list("/\\:.@?#%[]ahtps \t\n\x00\u200b\u3002\uff0f=&-0")), max_size=16),
    st.tuples(
        st.sampled_from(["", "http", "HTTPS", "javascript", "data", "mailto", "tel", "jav\tas"]),
        st.sampled_from(["", ":", "&colon;", "%3a", ":/", "://", ":\\\\", "//", "/\\"]),
        st.text(st.sampled_from(list("/\\:.@?#%[]axy1 \t\u00ad-")), max_size=12),
    ).map("".join),
    st.text(max_size=20),
)  # fmt: skip


@steady(1000)
@given(LINKS)
def test_what_passes_means_the_same_to_everyone(url: str) -> None:
    """The page, this program and the browser agree where a link leads: to this site, or to an
    allowed scheme at the host that everybody sees."""
    try:
        assert safe_url(url) == url
    except UrlError:
        return
    parts = urlsplit(url)
    scheme, host = as_browsers_do(url)
    assert scheme in SCHEMES
    if not parts.scheme or not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url):
        assert (scheme, host) == ("https", "own.example")
    elif scheme in ("http", "https"):
        assert (parts.scheme, parts.netloc.lower()) == (scheme, host)
        assert parts.hostname


@steady(500)
@given(LINKS)
def test_what_is_refused_says_what_to_do(url: str) -> None:
    """For every link that anybody can type; no call stack."""
    for allow in (safe_url, web_url):
        try:
            allow(url)
        except UrlError as error:
            assert str(error)
            assert error.fix


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://127.0.0.1:8000/contact/", "/contact/"),
        ("http://localhost:8000/contact/?at=2026-12-24T09:00#map", "/contact/#map"),
        ("http://[::1]:9000", "/"),
        ("//localhost/contact/", "/contact/"),
        ("127.0.0.1:8000/contact/", "/contact/"),
        ("https://www.example.com/contact/?from=mail#map", "/contact/?from=mail#map"),
        ("http://example.com/contact/", "/contact/"),
        ("HTTPS://WWW.Example.COM", "/"),
        ("https://booking.hands.test/", ""),
        ("https://www.example.org/localhost", ""),
        ("mailto:ann@example.com", ""),
        ("/contact/", ""),
        ("https://[", ""),
    ],
)
def test_a_whole_address_of_this_site_is_known_however_it_is_written(url: str, path: str) -> None:
    """People copy it from the address line, of the preview or of the live site."""
    assert own_path(url, "https://www.example.com") == path


def test_without_a_live_address_only_the_preview_is_known() -> None:
    """`make html` has none."""
    assert own_path("https://www.example.com/contact/") == ""
    assert own_path("http://localhost:8000/contact/") == "/contact/"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", "name.png"),
        ("DATA:image/jpeg;base64,/9j/4AAQ", "name.jpg"),
        ("data:image/svg+xml;utf8,<svg/>", "name.jpg"),
    ],
)
def test_a_pasted_picture_is_told_where_its_file_belongs(url: str, name: str) -> None:
    """Editors paste the picture itself; no address line shows a link for it."""
    with pytest.raises(UrlError) as error:
        safe_url(url)
    assert str(error.value) == "the name of a picture in content/images/, not the picture itself"
    assert error.value.fix == (
        f'save the picture as content/images/{name}, write "![what it shows](../images/{name})"'
    )
