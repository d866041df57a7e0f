"""English: the words of each class, for the table of claims.

Gives   english(): the vocabulary
Units   words are divided by commas; nouns and verbs get their forms by themselves, irregular verbs
        stand with theirs: "draw/draws/drew/drawn/drawing out"
Source  conditions, effects: examples of the FTC's Health Products Compliance Guidance (2022), the
        FDA's lists of health fraud, the ASA's advice on massage, detox and the conditions of the
        CAP Code (12.2); promises: 16 CFR 255, 16 TAC 117.93; wording of clinics' pages
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.checks.claims.vocabulary import Vocabulary, add_all, entries

# How a sentence is put together, and who does what in it.
FRAME = {
    "det": """the, a, an, this, that particular, these, those, all, any, every, each, even, both,
        root, cause of, causes of, effect of, effects of, symptoms, symptom of, symptoms of, sign
        of, signs of, source of, his, her, their, its, own, another, root cause of""",
    "your": "your, my",
    "of": "of",
    "for": "for, against",
    "to": "to",
    "with": "with",
    "and": "and, or, plus",
    "prep": """at, in, by, on, near, under, over, into, from, since, about, as, during, within,
        between, through, toward, towards, above, below, behind, next, like, along, around, beside,
        upon, up""",
    "turn": """that, which, who, whom, whose, what, because, how, why, they, them, he, she, there,
        here, so, while, though, although""",
    "it": "it, this one, itself",
    "than": "than",
    "if": "if, unless, until, whether",
    "when": "when, whenever, where",
    "after": "before, after, till, once",
    "be": "is, are, was, were, be, been, being, am, get, gets, got, gotten, getting",
    "have": "have, has, had, having",
    "modal": "will, would, do, does, did, can",
    "must": "must, should, shall, has to, have to",
    "hedge": """may, might, could, hope, hopes, aim, aims, try, tries, seem, seems, sometimes,
        often, perhaps, possibly, usually, tend, tends, rarely""",
    "help": "help, helps, helped, helping",
    "neg": """not, no, never, cannot, without, nobody, nothing, neither, nor, none, no one, myth,
        the word, the term, stopped believing, stop believing, sold as, advertised as, marketed as,
        promoted as, touted as""",
    "we": "we, us, our, ours, i, hands, our hands",
    "you": "you, yourself, yours",
    "work": """massage, massages, acupuncture, cupping, reflexology, bodywork, reiki, shiatsu,
        kneading, gua sha, session, sessions, therapy, therapies, technique, techniques, method,
        methods, modality, modalities, approach, protocol, myofascial release, acupressure,
        ashiatsu, aromatherapy, needling, hot stones, rolfing, visit, visits, program, touch,
        massage therapist, massage therapists, practitioner, practitioners, therapist, therapists,
        acupuncturist, acupuncturists, moxibustion, facial, wrap, craniosacral work, treatment
        session, therapists in, massage therapy""",
    "place": "practice, clinic, studio, spa, team, office",
    "client": """client, clients, people, person, guest, guests, victims, sufferers, patients with,
        your body, the body, self, children, babies, mother, mothers, women, men, man, woman,
        someone, somebody, runners, athletes, thousands, hundreds, dozens""",
    "but": "but, yet, however",
    "lead": "just, only, simply",
    "want": """want, looking, look, suffer, seek, seeking, wish, tired, dream, imagine, ready,
        really""",
    "ask": """ask, asks, asked, asking, wonder, wonders, wondered, know, decide, decides, tell,
        tells""",
    "say": """say, says, said, claim, claims, claimed, advertise, advertises, believe, believes,
        sell, sells""",
    "see": "see, consult, call, visit your",
    "percent": "percent, per cent",
    "number": "half, twice, one, two, three, four, five, six, seven, eight, nine, ten",
    "others": """doctor, doctors, dr, physician, physicians, surgeon, surgeons, dentist, dentists,
        orthodontist, orthodontists, orthopedist, nurse, nurses, pharmacist, pharmacists,
        chiropractor, chiropractors, chiropractic, psychiatrist, psychiatrists, psychologist,
        psychologists, counselor, counselors, physical therapist, physical therapists, physical
        therapy, physiotherapist, physiotherapists, midwife, midwives, specialist, specialists,
        medical professional, medical professionals, health professional, health care provider,
        health care providers, health care professional, obstetrician, dermatologist, oncologist,
        oncologists, hospital, hospitals, insurance, insurer, insurers, plan, plans, medicare,
        neighbor, neighbors, neighbour, neighbours, next door, upstairs, downstairs, across the
        street, across the hall, across the way, website, websites, advertisement, advertisements,
        podiatrist, expert, experts, grandmother, proponents, advocates, sellers, makers, urgent
        care, other practices, other clinics, other spas, other people, other places, other sites,
        other products, some practices, some clinics, some spas, some people, some places, some
        sites, some products, some websites""",
    "care": """surgery, surgeries, operation, operations, knee replacement, hip replacement,
        medication, medications, medicine, medicines, meds, drug, drugs, pill, pills, painkiller,
        painkillers, opioid, opioids, injection, injections, blood thinner, blood thinners,
        antidepressant, antidepressants, antibiotic, antibiotics, inhaler, inhalers, cpap, insulin,
        steroids, cortisone, statin, statins, chemo, chemotherapy, the knife, procedure, procedures,
        vaccine, vaccines, patch, patches, botox, epidural, ibuprofen, aspirin, medical care, blood
        pressure medicine, blood pressure medication, blood pressure pills, pain pills, pain
        medication, medical treatment, sleeping pills, tablet, tablets, prescription, prescriptions,
        blood pressure tablets, sleeping tablets, heart medication, beta blocker, beta blockers""",
    "service": """gift, card, cards, certificate, certificates, voucher, vouchers, deposit,
        deposits, appointment, appointments, place, spot, slot, space, seat, time, times, price,
        prices, rate, rates, expire, expires, step free, access, accessible, parking, privacy,
        private, booking, reservation, delivery, refund, refunds, law, sheet, sheets, linen,
        linens, towels, loss, policy, fee, fees, availability, same day, confidential,
        confidentiality""",
    "nature": """by itself, on its own, on their own, by themselves, at its own pace, at their own
        pace, own pace, naturally over time, slowly, normal way""",
    "some": "some, few, several, others, not all, not everyone",
    "modest": """small, short, mixed, modest, limited, weak, unclear, uncertain, little, disagree,
        fade, fades, suggest, suggests, for a short time, for a while, no effect, few studies, few
        trials""",
    "again": "again, any more, anymore, ever",
    "leave": """leave, leaves, left, walk out, go home, walk away, live, feel, become, stay,
        living, wake up, come out""",
}
# What these words mean in other company.
PLAIN = """the lower, your lower, a lower, lower neck, lower hip, lower spine, lower leg, lower
    limb, lower abdominal, lower abdomen, lower ribs, lower arm, lower joint, burning, cutting,
    drawing, clear of, clear skin, open skin, even the best, must be cured, has to be cured, cured
    ham, cured meat, cured meats, not only, not just, not merely, no other, no better, no faster, no
    doubt, not wait, not suffer, not miss, not pay, not worry, not hesitate, not believe, no no,
    best of, best buy, best western, best known, at best, best time, best way to reach, best way to
    get, best choice, best parking, best place, best day, for good reasons, for good reason, stop
    by, stop at, stop in, care of yourself, lower back, lower body, lower legs, lower weight, lower
    pressure, lower ratings, permanent makeup, permanent address, permanent exhibition, patient
    advocate, patient portal, patient education, be patient, is patient, are patient, patient with,
    patient and, patient hands, cancer patient, cancer patients, hospital patients, dental patients,
    stroke patients, their patients, his patients, her patients, former patients, diabetic patients,
    diabetic patient, patients of, a patient advocate, a patient ear, a patient hand, a patient
    teacher, patient teacher, patient ear, treating patients, treats patients, as a patient, treat
    you, treat each, treat every, treat everyone, treat all, treat yourself, treat a minor, safe
    place, safe space, botulinum toxin, detox center, detox program, detox clinic, detox ward, detox
    unit, detox from alcohol, detox from drugs, the end, end of the session, ends of, feel free,
    free to, free parking, sugar free, free of charge, free of nut, nut free, free of scent, scent
    free, oil free, leading questions, leading to, leading up, leading from, lead to, only doctor,
    no more than, no longer than, no longer be, top of, on top, top sheet, tank top, new patient
    form, table top, the top, first choice of, act on, act like, open wound, open wounds, burn
    incense, clean sheets, dropped off, drop off, drop in, drop by, drop us, lift the, move to, move
    your, bring your, bring a, bring any, bring the, carry on, registered nurse, registered
    trademark, licensed music, speed bump, push the, pull the, cut short, cut off, toxin injection,
    reduce the pressure, increase the pressure, lower the pressure, promise miracles, ease in, ease
    into, ease out, treat for yourself, works in the, approved list, certified organic, certified
    for, certified in first aid, certified first aid, fix a time, fixed price, fixed prices, fix
    dinner, stop the session, stops the session, stop and, stop when, stop for, end the session,
    ends the session, end on time, ends on time, avoid heavy, avoid hot, avoid alcohol, avoid rush,
    skip the line, skip the small talk, forget your, forget the, study for, studied, case study,
    lift you, release form, press release, see results, test results, lab results, results differ,
    results vary, results of, sure to bring, sure to tell, sure to eat, sure to drink, sure to call,
    sure to ask, sure to mention, sure to let, be sure to, make sure, easy to, easy chair, easy
    access, easy parking, lose your, lost your, lose track, lose time, weight on, weight of, your
    weight, body weight, drug free, medication free, pill free, surgery free, without surgery,
    without drugs, without medication, without pills, quiet room, a quiet, the quiet, quiet place,
    quiet time, quiet hour, quiet hours, calm room, a calm, the calm, calm place, quiet street, calm
    down, sinus pressure"""
VERBS = {
    "cure": "cure",
    "heal": "heal, knit",
    # What ends a condition, or keeps it away.
    "end": """eliminate, end, banish, resolve, stop, eradicate, abolish, conquer, vanquish, defeat,
        beat/beats/beat/beaten/beating, get/gets/got/gotten/getting rid of, halt, arrest, quash,
        overcome/overcomes/overcame/overcome/overcoming, do/does/did/done/doing away with,
        put/puts/put/put/putting an end to, put/puts/put/put/putting a stop to, silence, crush,
        bring/brings/brought/brought/bringing an end to, wipe out, knock out, slow the spread of,
        say/says/said/said/saying goodbye to, say/says/said/said/saying good bye to,
        say/says/said/said/saying farewell to, say/says/said/said/saying bye to,
        bid/bids/bid/bid/bidding farewell to, wave goodbye to, root out,
        take/takes/took/taken/taking care of, take/takes/took/taken/taking away, free you from,
        take/takes/took/taken/taking the pain out of, rid you of, rid your body of, relieve you of,
        rid yourself of, prevent, ward off, fend off, stave off, protect against, protect from,
        protect you against, protect you from, guard against, guard you against, combat,
        fight/fights/fought/fought/fighting, fight/fights/fought/fought/fighting off,
        keep/keeps/kept/kept/keeping at bay, make/makes/made/made/making short work of, cancel out,
        neutralize, relieve all, solve, relieve every, relieve any, wean you off, destroy, kill,
        get/gets/got/gotten/getting to the root of, address the root cause, address the cause,
        get/gets/got/gotten/getting to the root cause, treat the root cause, target the root cause,
        heal the root cause, unburden, get/gets/got/gotten/getting you off""",
    # What puts a body right.
    "mend": """fix, repair, reverse, erase, dissolve, undo/undoes/undid/undone/undoing, straighten,
        straighten out, shrink/shrinks/shrank/shrunk/shrinking, restore, regenerate,
        rebuild/rebuilds/rebuilt/rebuilt/rebuilding, remodel, realign, align, re align, reposition,
        break/breaks/broke/broken/breaking up, break/breaks/broke/broken/breaking down, melt, melt
        away, clear up, clear out, put/puts/put/put/putting right, mend, unblock, unclog,
        regrow/regrows/regrew/regrown/regrowing, reset/resets/reset/reset/resetting,
        put/puts/put/put/putting back into place, open up blocked, unjam, unlock""",
    "treat": "treat, rehabilitate, rehab",
    # What changes a state of the body.
    "act": """lower, cleanse, purify, raise, reduce, increase, boost, stimulate, strengthen,
        activate, improve, release, balance, rebalance, regulate, normalize, normalise, enhance,
        decongest, open up, oxygenate, nourish, kickstart, jump start, supercharge, rejuvenate,
        renew, revive, heighten, elevate, suppress, cut/cuts/cut/cut/cutting, burn, trim, tone,
        clean out, decrease, minimize, diminish, reprogram, rewire, tonify, fortify, replenish,
        optimize, harmonize, produce, multiply, stabilize, recharge, slow the, slows the, slowing
        the, slow down, double, lengthen, triple, revitalize, detoxicate, energize, flatten,
        tighten, regain""",
    # What moves something out of a body.
    "carry": """flush, flush out, drain, draw/draws/drew/drawn/drawing out, pull, pull out, wash,
        draw/draws/drew/drawn/drawing, wash out, wash away, sweat out, squeeze out, push out, rid,
        purge, expel, lift out, carry away, clear away, remove, strip, suck out,
        drive/drives/drove/driven/driving out, shed/sheds/shed/shed/shedding, scrub out, scrape
        out, filter out, move out, evacuate, extract""",
    "promote": "promote, aid, foster, encourage, support, assist, calm, quiet",
    "ease": "relieve, help with, alleviate, ease, soothe, address",
    "toxin": """purify the body, purify your body, cleanse the body, cleanse your body, rid your
        body of toxins""",
    "hasten": """speed/speeds/sped/sped/speeding, speed/speeds/sped/sped/speeding up, accelerate,
        hasten, shorten, quicken""",
    "diagnose": """diagnose, detect, pinpoint, identify the cause of,
        find/finds/found/found/finding out what is wrong, find/finds/found/found/finding the cause,
        find/finds/found/found/finding the root cause, find/finds/found/found/finding what is
        wrong, tell/tells/told/told/telling what is wrong, tell/tells/told/told/telling you what is
        wrong, tell/tells/told/told/telling why it hurts, tell/tells/told/told/telling you why it
        hurts, know/knows/knew/known/knowing what is wrong, know/knows/knew/known/knowing why it
        hurts""",
    "discard": """throw/throws/threw/thrown/throwing away, throw/throws/threw/thrown/throwing out,
        ditch, toss, skip, avoid, cancel, forget, forget about, stop taking, quit taking,
        give/gives/gave/given/giving up, come/comes/came/come/coming off, replace, postpone,
        get/gets/got/gotten/getting off, do/does/did/done/doing without, substitute for, drop, stop
        needing, outperform, rival, save you from, spare you, say/says/said/said/saying no to""",
    # What takes a word behind what it ends: "keeps colds away".
    "split": """bring/brings/brought/brought/bringing, take/takes/took/taken/taking,
        keep/keeps/kept/kept/keeping, make/makes/made/made/making, kiss, wave, send, chase, drive,
        put/puts/put/put/putting, leave/leaves/left/left/leaving, get/gets/got/got/getting""",
    "recommend": "recommend, trust, endorse, swear/swears/swore/sworn/swearing by",
    "fail": "fail, give/gives/gave/given/giving up on, miss",
    "vanish": """vanish, disappear, evaporate, go/goes/went/gone/going away, fall away, drop away,
        go/goes/went/gone/going into remission, leave/leaves/left/left/leaving for good, subside,
        recede, cease""",
    "lose": "lose/loses/lost/lost/losing",
}
# Verbs that are adjectives as well: "lower your blood pressure", but "an empty stomach".
ADJECTIVES = {"act": "open, clean", "mend": "clear, correct", "carry": "empty"}
# Nouns with the plural that they get, and other words.
WORDS = {
    "cure": "cure all, curable, curative, panacea, heal all, cures for",
    "miracle": "miracle, miraculous, miraculously, magic bullet, magic cure, magic cures",
    "healed": "good as new, as good as new, like new, made whole",
    "ended": "is history, be history, are history, a thing of the past, is over, are over",
    "remedy": """treatment, remedy, answer, solution, antidote, therapy for, therapy against, help
        for""",
    "vanish": """gone, into remission, no match, never return, never returns, never come back, never
        comes back, not come back, not return, stay away for good, stays away for good""",
    "away": """away, back into place, back in place, goodbye, good bye, behind you, under control,
        at bay, to rest, down to normal, out of your life, down to a normal, into the past""",
    "free": """pain free, injury free, painfree, symptom free, migraine free, headache free,
        without pain, out of pain, rid of pain""",
    "free_of": """free of, free from, freed from, freed of, freedom from, relief from all, live
        without, living without, life without, wake up without, walk out without, go home
        without""",
    "no_more": """no more, no longer, an end to, the end of, farewell to, unnecessary, superfluous,
        obsolete, redundant, needless, not needed, no longer needed""",
    "wonder": """safe alternative for, drug free relief, quit smoking, stop smoking, quit drinking,
        lose weight with, lose weight through, losing weight through, losing weight with, lose
        weight by, dress size, life expectancy, live longer, fountain of youth, anti aging, aging
        process, turn back the clock, inches to your height, help you conceive, helps you conceive,
        get pregnant, heal itself, heals itself, heal yourself, heal themselves, power to heal,
        ability to heal, healing power, healing powers, gift for healing, healing gift, medicine
        without drugs, medicine without pills, cell memory, fat burning, inches off, slimming, years
        off your, years off the, years younger, will not get sick, never get sick, never be sick,
        never get ill, without a cane, without crutches, without a walker, out of the wheelchair,
        out of your wheelchair, infertile couples, infertile women, flat belly, flat stomach, flat
        tummy, immune boost, immunity boost, metabolism boost, energy boost for""",
    "instead": """instead of, superior to, in place of, rather than, alternative to, alternatives
        to, replacement for, better than, safer than, gentler than, cheaper than, more effective
        than, stronger than, faster than, as effective as, as good as, as strong as, no need for,
        unlike, beats, stop your, just as effective, better results than, faster results than""",
    "need": "need, needs, needed",
    "condition": """sciatica, carpal tunnel, thoracic outlet, tmj, tmd, arthritis, osteoarthritis,
        migraine, fibromyalgia, low back pain, lower back pain, back pain, shoulder pain, hip pain,
        knee pain, neck pain, chronic pain, joint pain, nerve pain, insomnia, anxiety, depression,
        herniated disc, herniated disk, bulging disc, bulging disk, slipped disc, slipped disk,
        tendonitis, tendinitis, scoliosis, headache, carpal tunnel syndrome, tmj disorder, tmj
        pain""",
    "illness": """complication, damage of years, nerve damage, tissue damage, joint damage,
        inflammation, cellulite, wrinkle, stretch mark, injury, disease, illness, sickness, ailment,
        disorder, syndrome, cancer, tumor, tumour, diabetes, infertility, neuropathy, bursitis,
        whiplash, vertigo, dizziness, asthma, ptsd, adhd, hypertension, autism, bipolar disorder,
        plantar fasciitis, heel spur, bunion, frozen shoulder, tennis elbow, pinched nerve, high
        blood pressure, lupus, gout, dementia, alzheimer, parkinson, multiple sclerosis, epilepsy,
        stroke victim, heart attack, heart disease, arrhythmia, covid, long covid, flu, influenza,
        colds, common cold, pneumonia, bronchitis, copd, allergy, allergies, sinusitis, sinus
        infection, sinus congestion, sinus problem, infection, ear infection, eczema, psoriasis,
        acne, rosacea, shingles, lyme, lyme disease, chronic lyme, chronic fatigue, ibs, irritable
        bowel, constipation, reflux, colic, heartburn, crohn, colitis, ulcer, endometriosis, pcos,
        pms, menopause, hot flash, hot flashes, menstrual cramp, morning sickness, nausea,
        subluxation, hernia, sprain, torn ligament, torn tendon, torn meniscus, torn muscle, shin
        splint, fracture, broken bone, osteoporosis, stenosis, spinal stenosis, degenerative disc,
        spondylitis, neuralgia, tinnitus, hearing loss, blindness, glaucoma, lymphedema, edema,
        varicose vein, blood clot, thrombosis, kidney stone, gallstone, obesity, anorexia,
        addiction, alcoholism, trauma, panic attack, phobia, schizophrenia, burnout, brain fog,
        thyroid trouble, thyroid problem, hypothyroidism, adrenal fatigue, hiv, hepatitis, leukemia,
        virus, viruses, bacteria, parasite, candida, hangover, hair loss, erectile dysfunction,
        impotence, snoring, sleep apnea, paralysis, cystic fibrosis, teething, bruxism, suffering,
        restless legs, poor circulation, raynaud, dysfunction, deformity, numbness, blocked artery,
        disability, nerve tissue joint damage of years, blocked arteries, torn cartilage, health
        issue, future issue, future problem, rheumatism, conditions, health problem, bad posture,
        every kind of, fever, tremor, fungus, bedwetting, bowel trouble, stomach trouble, back
        trouble, digestive trouble""",
    "pain": "pain, hurt, ache, backache, stiff neck, sore back, bad back, bad knee, bad hip",
    "strokes": "a stroke, strokes",
    "body": """liver, kidney, gallbladder, spleen, thyroid, adrenals, adrenal gland, pancreas, lung,
        heart, brain, colon, bowel, gut, intestines, uterus, ovary, ovaries, fallopian tube,
        prostate, bladder, organ, organ function, gland, lymphatic system, lymph system, immunity,
        immune system, immune function, immune response, immune, white blood cell, white blood cell
        counts, killer cell, nervous system, vagus nerve, nerve, hormone, hormone level, cortisol,
        serotonin, dopamine, endorphin, oxytocin, melatonin, metabolism, digestion, fertility,
        libido, blood sugar, blood pressure, cholesterol, artery, arteries, blood vessel, cell, dna,
        stem cell, collagen, fat, body fat, belly fat, blood, swelling, chakra, aura, meridian, qi,
        chi, life force, energy, energy field, dosha, energy line, energy flow, growth hormone,
        heart rate, ageing, aging, weight loss, bone density, memory, eyesight, hearing, sperm
        count, milk supply, estrogen, testosterone, stress hormone, vibrations, subtle body, energy
        blockage, blockage, blocked energy, system, appetite, hunger, sex drive, menstrual cycle,
        hormonal balance, strength of, sinus, sinuses, tubes, thymus""",
    "tissue": """spine, vertebra, vertebrae, dislocated vertebrae, pelvis, posture, sacrum, disc,
        disk, cartilage, ligament, tendon, bone, joint, rotator cuff, meniscus, fascia, scar tissue,
        scar, adhesion, calcium, calcium deposit, muscle fiber, skull, cranium, hips, hair, nail""",
    "part": """muscle, tissue, bodies, body, neck, back, skin, shoulder, knee, wound, hip, soul,
        spirit, foot, feet, jaw""",
    "circulation": "circulation, blood flow, lymph, lymph flow",
    "shift": """improvement, improvements, reduction, reductions, decrease in, increase in, boost
        in, elimination, prevention, reversal""",
    "toxin": """toxin, detox, detoxes, detoxify, detoxifies, detoxifying, detoxified, detoxing,
        detoxification, lactic acid, metabolic waste, metabolic wastes, metabolic debris, heavy
        metal, toxic waste, toxic buildup""",
    "waste": """stagnant fluid, toxic substance, toxic substances, toxic chemicals, impurity,
        impurities, waste, wastes, waste product, debris, buildup, build up, residue, poison,
        stagnation, stagnant blood, pollutant, sludge, uric acid, bad blood, negative energy,
        everything it""",
    "recovery": "recovery, recover, recovers, recovery time, healing process, healing",
    "birth": "labor, labour, birth, childbirth",
    "result": """result, satisfaction, satisfied, sleep, relaxed, effect, outcome, difference,
        work, works""",
    "relief": "relief, freedom, change, benefits, correction",
    "guarantee": "guarantee, guarantees, guaranteed, guaranteeing, money back guarantee",
    "promise": """promise, promises, promised, assure, assured, swear, vow, pledge, certainly,
        without fail, or your money back, or you pay nothing, or you do not pay, money back""",
    "sure": """sure to leave, sure to feel, sure to be, certain to, without exception, always
        works, always work, works every time, works for everyone, works for everybody, works for
        anyone, works for anybody, works for every, works on everyone, works on everybody, work for
        everyone, works on anyone, never fails, never fail""",
    "duration": """permanent, permanently, forever, for good, once and for all, for life, lifetime,
        a lifetime, lasting, long lasting, everlasting, for all time, for always, never to return,
        never to come back, for the rest of your life, for ever""",
    "total": """100 %, 100 percent, completely, totally, perfectly, entirely, absolutely, complete,
        total, instant, instantly, immediate, immediately, overnight, zero, perfect, fully, in
        minutes, tomorrow""",
    "safe": "safe, harmless",
    "everyone": """everyone, people of any age, any age, everybody, anyone, anybody, every body,
        every client, every mother, all ages, all comers, pregnant women, people of all ages, in
        every trimester""",
    "side_effects": "side effect, adverse effect, risk",
    "riskless": "risk free, riskfree, zero risk, fail safe, foolproof",
    "proven": """clinically proven, scientifically proven, medically proven, clinically tested,
        scientifically tested, clinically validated, scientifically validated, backed by science,
        backed by research, scientifically shown, medically tested, medically validated, proven to,
        proven cure, proven remedy, proven method, proven methods, proven technique, proven
        therapy, proven treatment, proven treatments, proven results, proven relief, proven by,
        proven effective, proven way, has proved, have proved, have proven, has proven, proved
        that, shown to cure, shown to end, shown to reverse, shown to heal, shown to treat, science
        backed, evidence proves, doctor recommended, doctor approved, physician approved, hospital
        approved, scientists agree""",
    "studies": """study, studies, research, science, clinical research, scientific research,
        clinical trials, trials, scientists""",
    "shows": """show, shows, showed, shown, prove, proves, proved, proven, confirm, confirms,
        confirmed, agree, demonstrate, demonstrates, demonstrated""",
    "authority": """fda, american medical association, ama, health department, medical association,
        department of health, world health organization, mayo clinic, nih""",
    "approved": "suggested, approved, endorsed, cleared, recommended, trusted, backed",
    "best": """best, leading, number one, number 1, no 1, # 1, top rated, finest, premier, world
        class, unbeatable, most effective, most powerful, most successful, fastest, quickest,
        strongest, the only, greatest, foremost, most advanced, top""",
    "superior": """superior, better, faster, stronger, deeper, gentler, shorter, easier, quicker,
        easy, painless, effortless, twice as fast, in half the time""",
    "unique": """unmatched, unrivaled, unrivalled, unequaled, unsurpassed, second to none, like no
        other, nobody else in, nobody else gets, nobody else can, nobody else has, no one else in,
        no one else gets, no one else can, no one else has, number one rated""",
    "any_other": "any other, anyone else, anybody else, everyone else",
    "success": "effective, success, successful, successfully, beneficial, efficacy of",
    "rate": "success rate, cure rate, rate of success, success rates",
    "patient": """patients, a patient, an patient, each patient, every patient, new patient, one
        patient, our patient""",
    "title": "licensed, certified, registered, lmt, lmts, l m t, l ac",
    "saved": "saved my",
    "girth": """inch, inches, centimeters, pounds, kilos, waist, waistline, weight, belly, clothing
        size""",
    "fail": "have given up, has given up",
}
# The nouns among them; the rest stay as they are.
NOUNS = {"condition", "illness", "pain", "body", "tissue", "part", "toxin", "waste", "remedy",
         "result", "side_effects", "miracle", "birth"}  # fmt: skip
PAST = {"end": "ended", "mend": "mended", "heal": "healed", "treat": "treated", "act": "acted"}
# What a suffix adds to the word before it is left out, but "n't" turns it around.
SUFFIX = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}](?:s|re|ve|ll|d|m)\Z")
NOT = re.compile(r"\w+n['\N{RIGHT SINGLE QUOTATION MARK}]t\Z")
TOKEN = re.compile(
    r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W_]+)?|[,;:!?%#\N{EN DASH}\N{EM DASH}]"
)


def plain_form(word: str) -> str:
    if "'" not in word and "\N{RIGHT SINGLE QUOTATION MARK}" not in word:
        return word
    return "not" if NOT.match(word) else SUFFIX.sub("", word)


def forms(name: str, entry: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb or a noun."""
    if name in VERBS and entry in VERB_ENTRIES:
        first, _, rest = entry.partition(" ")
        base, third, past, participle, ing = (
            first.split("/") if "/" in first else regular_verb(first)
        )
        for form in (base, third, ing):
            yield f"{form} {rest}", name
        for form in (past, participle):
            yield f"{form} {rest}", PAST.get(name, name)
    elif name in NOUNS:
        yield plural(entry), name


def regular_verb(base: str) -> tuple[str, str, str, str, str]:
    past = f"{base}d" if base.endswith("e") else f"{base}ed"
    ing = f"{base[:-1]}ing" if base.endswith("e") else f"{base}ing"
    if re.search(r"[^aeiou]y\Z", base):
        past = f"{base[:-1]}ied"
    elif re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base) or base.endswith("cel"):
        past, ing = f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"
    return base, plural(base), past, past, ing


def plural(noun: str) -> str:
    if re.search(r"[^aeiou]y\Z", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|ch|sh|o)\Z", noun) else f"{noun}s"


VERB_ENTRIES = {entry for listed in VERBS.values() for entry in entries(listed)}


def english() -> Vocabulary:
    doctor = r"\b(?:doctor|physician|nurse|emergency room)"
    vocabulary = Vocabulary(TOKEN, plain_form, doctor)
    vocabulary.add(entries(PLAIN), "plain")
    add_all(vocabulary, {**FRAME, **WORDS}, forms)
    add_all(vocabulary, VERBS, forms)
    for listed in (WORDS["condition"], WORDS["illness"]):
        vocabulary.add((f"{one} free" for one in entries(listed)), "free")
    for name, listed in ADJECTIVES.items():
        for word in listed.split(", "):
            _, third, past, _, ing = regular_verb(word)
            before = (f"{word} {other}" for other in ("your", "the", "their", "high", "blocked"))
            after = (f"{other} {word}" for other in ("to", "can", "will", "we", "and"))
            vocabulary.add([third, ing, *before, *after], name)
            vocabulary.add([past], PAST.get(name, name))
    return vocabulary.close()
