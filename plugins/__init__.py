"""Handbill's plugins for Pelican, in the order of pelicanconf.py.

practice         reads practice.yaml, the facts of every page; says which are missing
modalities       pages for what therapists do
symptoms         pages for what hurts; cross-links with modalities both ways
people           who works at the practice; who does what
prices           what everything costs, policies, insurance, gift certificates
voices           what clients said, with their consent
notices          what visitors must know for a while, above every page
offers           the banner, a page each with calendar file and coupon, the overview, feeds
pages            home, overviews, first visit, contact and other single pages; the menu
news             Pelican's articles; off while content/news/ is empty
images           photographs, in the sizes that screens need
sharing          share links of every page
files            what visitors download, such as a form
locations        the places of a practice that has several
contact_form     a form on the contact page that asks to be called back
newsletter       the sign-up form, for the provider that practice.yaml names
addresses        sitemap, robots.txt, redirects from addresses that have moved
assets           stylesheets and scripts, joined and minified
drawings         the theme's line drawings, on the pages that name them
qr_codes         the QR code of every page, for paper
typeface         the serif of the headings, subset for the web, and its fallback
brand            the practice's color, icons, web app manifest
social_cards     the picture that social networks show of each page
structured_data  what search engines read of each page: schema.org as JSON-LD
guide            the style guide, in the preview: every component in every variant
search           the search page; Pagefind and its index of the finished pages
exports          the practice for other programs: vCard, security.txt, llms.txt
offline          the page without a network, and the service worker that keeps it
editor           the editor in the browser: Sveltia CMS with the forms of the models
hosting          what hosts need: headers, redirects, the security policy
checks           links, pictures and claims, before anything is published

Beside them:
core/   what features share: reading, schema, dates, Markdown, the model of a site, cache
build/  the build: read, render, output, report, incremental
desk/   the commands of staff: preview server, offers, posts, deploy
"""
