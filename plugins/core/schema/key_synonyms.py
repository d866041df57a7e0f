"""Key synonyms: what people and other generators call the keys that content has here.

Gives   synonym(): the key that a word stands for, among those that a model knows
"""

from __future__ import annotations

import re
from collections.abc import Collection

# The key here, and what it is called elsewhere; where a word has several, the first that the model
# knows is the one.
SYNONYMS = {
    "title": "name heading headline page_title",
    "headline": "title name heading offer",
    "summary": "description excerpt teaser intro abstract subtitle meta_description lead",
    "picture": "image photo cover thumbnail hero featured_image img",
    "file": "src source path image photo picture",
    "alt": "alt_text description alternative",
    "caption": "legend",
    "date": "day published publish_date pubdate posted on",
    "aliases": "alias redirect_from redirects old_urls old_url permalink former",
    "navigation": "menu nav",
    "order": "weight position sort nav_order",
    "label": "text title name caption",
    "link": "url href address target",
    "url": "link href address website",
    "questions": "faq faqs q_and_a qa",
    "question": "q",
    "answer": "a reply",
    "sessions": "prices pricing rates durations",
    "minutes": "duration length time min mins",
    "packages": "package memberships membership series bundles",
    "sliding_scale": "slidingscale reduced_rate",
    "payment": "payments payment_methods payment_options methods_of_payment",
    "cancellation": "cancellations cancellation_policy cancelation",
    "late": "late_policy late_arrival late_arrivals lateness",
    "minors": "children under_18 minor_policy",
    "insurance": "insurances insurers",
    "accepted": "insurers accepts plans providers",
    "gift": "gift_cards gift_certificates gift_card gift_certificate vouchers gift_vouchers",
    "expires": "expiry expiration valid_for",
    "note": "notes comment remark details",
    "price": "cost rate fee amount",
    "symptoms": "symptom conditions complaints treats",
    "modalities": "modality treatments treatment services service techniques",
    "techniques": "technique methods",
    "ask_a_doctor": "contraindications contraindication cautions precautions",
    "see_a_doctor": "red_flags warning_signs warnings",
    "related": "see_also related_pages",
    "starts": "start from begin begins start_date starts_on valid_from since",
    "where": "location place venue",
    "ends": "end until till expires expiry expiration end_date ends_on valid_until through to",
    "terms": "conditions fine_print small_print restrictions",
    "code": "coupon promo_code coupon_code promo voucher",
    "saving": "savings discount save off",
    "regular_price": "price original_price full_price was normal_price",
    "button": "cta call_to_action",
    "telephone": "phone tel phone_number telephone_number mobile cell",
    "time_zone": "timezone tz",
    "language": "lang locale",
    "currency": "money valuta",
    "tagline": "slogan motto",
    "email": "mail e_mail email_address",
    "address": "location postal_address",
    "street": "street_address address line1 address1 address_line_1",
    "city": "town locality suburb",
    "region": "state province county territory",
    "postal_code": "zip zip_code zipcode postcode postal plz",
    "country": "country_code nation",
    "contact_form": "callback callback_form form inquiry_form",
    "locations": "offices branches clinics places",
    "fax": "fax_number telefax",
    "directions": "getting_here how_to_find_us find_us way",
    "transit": "public_transport public_transit bus transport",
    "access": "accessibility accessible wheelchair",
    "lift": "elevator",
    "steps": "stairs",
    "restroom": "toilet bathroom washroom wc",
    "arrival": "arriving when_you_arrive check_in",
    "intake": "intake_form forms paperwork",
    "geo": "coordinates coords map gps",
    "latitude": "lat",
    "longitude": "lng lon long",
    "hours": "opening_hours business_hours open opening_times office_hours times",
    "seasons": "season seasonal summer winter summer_hours winter_hours",
    "through": "until till to ends end last thru end_date",
    "special_days": "holidays holiday closures special_hours exceptions",
    "reason": "note why comment",
    "booking": "book appointments scheduling online_booking",
    "text_messages": "sms texts text whatsapp_number",
    "social": "social_media socials",
    "price_range": "prices pricing",
    "service_area": "areas area areas_served service_areas towns",
    "licences": "licenses license licence licensed credentials certifications",
    "name": "title practice_name business_name company",
    "x": "twitter",
    "color": "colour primary_color brand_color",
    "paper": "background background_color",
    "corners": "radius border_radius rounded",
    "starter": "draft",
}
WORDS = {key: words.split() for key, words in SYNONYMS.items()}


def synonym(word: str, known: Collection[str]) -> str:
    """The known key that `word` stands for; empty when none, or more than one, does."""
    plain = re.sub(r"[\W_]+", "_", word.casefold()).strip("_")
    found = [key for key in known if key == plain or plain in WORDS.get(key, ())]
    return found[0] if len(found) == 1 else ""
