"""Handbill's plugins for Pelican, in the order of the flow.

practice     reads practice.yaml, the facts that every page shows; says which are missing
modalities   pages for what therapists do
symptoms     pages for what hurts; cross-links with modalities both ways
offers       the banner, a page each with calendar file and coupon, the overview, feeds
pages        home, overviews, first visit, contact and the other single pages; the menu
news         Pelican's articles; off while content/news/ is empty
images       pictures of the practice, in the size that each screen needs
sharing      share links of every page
newsletter   the sign-up form, for the provider that practice.yaml names
addresses    sitemap, robots.txt, redirects from addresses of before
assets       stylesheets and scripts, joined
drawings     the theme's line drawings, on the pages that name them
leaflet      the QR code of every page, for paper
typeface     the serif of the headings, cut for the web, and what stands in for it
brand        the practice's color, carried through; icons; the manifest
cards        the picture that networks show of each page
structured_data  what search engines read of each page, as schema.org in JSON-LD
guide        the style guide, in the preview: every component in every variant
search       the page of search; Pagefind and its index of the finished pages
machines     the practice for other programs: vCard, security.txt, llms.txt
offline      the page for when the network is gone, and the worker that keeps it
hosting      what hosts need: headers, redirects, the security policy
checks       links, pictures and claims, before anything is exchanged

`core` is the vocabulary they share, with the reader of theme/words; `site` the build itself
(shortcut, reading, plan, staging, rendering, exchange, manifest), `desk` the commands of staff:
preview server, new offer, check.
"""
