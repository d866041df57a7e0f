"""What visitors of tests/sites/full may type, and the page that answers each."""

from __future__ import annotations

CONTACT, PRICES, OFFERS, PEOPLE, PRIVACY = (
    f"/{name}/" for name in ("contact", "prices", "offers", "people", "privacy")
)
ADA = "/people/ada-example/"
NECK, SHOULDERS, FEET = (
    f"/symptoms/{name}/" for name in ("stiff-neck", "sore-shoulders", "tired-feet")
)
DEEP, SWEDISH = (f"/modalities/{name}/" for name in ("deep-tissue-massage", "swedish-massage"))
# Known while the search was made.
KNOWN = {
    "price": PRICES,
    "how much is an hour": PRICES,
    "do you take insurance": PRICES,
    "where are you": CONTACT,
    "parking": CONTACT,
    "opening hours": CONTACT,
    "are you open on saturday": CONTACT,
    "phone number": CONTACT,
    "gift certificate": PRICES,
    "cancellation": PRICES,
    "stiff neck": NECK,
    "neck pain": NECK,
    "sore shoulder": SHOULDERS,
    "shoulder blade pain": SHOULDERS,
    "my feet hurt": FEET,
    "deep tissue": DEEP,
    "relaxing massage": SWEDISH,
    "what do i wear": SWEDISH,
    "does it hurt": SWEDISH,
    "coupon": OFFERS,
    "who works there": PEOPLE,
    "spanish speaking therapist": ADA,
    "wheelchair": CONTACT,
    "headache": NECK,
    "blood thinner": SWEDISH,
    "swedish masage": SWEDISH,
    "calf cramp": FEET,
    "jaw clenching": NECK,
    "book appointment": CONTACT,
    "packages": PRICES,
}
# Kept out until it was finished.
KEPT_OUT = {
    "cost": PRICES,
    "rates": PRICES,
    "aetna accepted": PRICES,
    "address": CONTACT,
    "directions": CONTACT,
    "bus": CONTACT,
    "when are you closed": CONTACT,
    "email": CONTACT,
    "voucher": PRICES,
    "what if i am late": PRICES,
    "crick in my neck": NECK,
    "cant turn my head": NECK,
    "sholder": SHOULDERS,
    "typing forearm": SHOULDERS,
    "aching feet": FEET,
    "firm pressure": DEEP,
    "gentle full body massage": SWEDISH,
    "what should i bring": SWEDISH,
    "is it painful": SWEDISH,
    "special offers": OFFERS,
    "therapist license": ADA,
    "ada": ADA,
    "elevator": CONTACT,
    "low back pain": SHOULDERS,
    "can i come with a fever": SWEDISH,
    "can my child come": PRICES,
    "knee pain": FEET,
    "numb hand": NECK,
    "hsa card": PRICES,
    "do you track me cookies": PRIVACY,
}
