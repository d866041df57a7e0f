"""French: the words of each class, for the table of claims.

Gives   french(): the vocabulary
Units   as in english.py; a verb in -er or -ir gets its forms by itself, any other stands with them
Source  Code de la consommation, L121-2 to L121-4 (DGCCRF); Code de la santé publique, L4161-1
        and L4321-1; for Quebec: Competition Bureau; wording of pages on massage
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.checks.claims.vocabulary import Vocabulary, add_all, entries

FRAME = {
    "det": """le, la, les, l', un, une, ce, cet, cette, ces, tout, tous, toute, toutes, chaque,
        son, sa, ses, leur, leurs, symptômes de, causes de, effets de""",
    "your": "votre, vos, ton, ta, tes",
    "of": "de, d', du, des",
    "for": "pour, contre",
    "to": "à, au, aux",
    "with": "avec, grâce à, grâce au, grâce aux",
    "and": "et, ou, ainsi que",
    "prep": """dans, en, sur, sous, chez, par, vers, depuis, pendant, entre, comme, derrière,
        devant, dès, lors""",
    "turn": """que, qu', qui, dont, quoi, parce, car, il, elle, ils, elles, on, y, donc, tandis,
        celui, celle, ceux, ici, là""",
    "it": "ça, cela, se, s', le-nous",
    "than": "que celui, que celle",
    "if": "si, sauf, jusqu'à ce",
    "when": "quand, lorsque, où",
    "after": "après, avant, une fois",
    "be": """est, sont, êtes, sommes, suis, être, sera, seront, serez, était, étaient, été, soit,
        ont été""",
    "have": "a, ont, avons, avez, ai, avoir, aura, auront, aurez, avait",
    "modal": "va, vont, allez",
    "must": "doit, doivent, devez, faut",
    "hedge": """peut, peuvent, pourrait, pourraient, semble, semblent, souvent, espère, vise,
        peut-être, généralement, contribue, contribuent""",
    "help": "aide, aident, aider",
    "neg": """ne, n', pas, non, aucun, aucune, sans, personne ne, rien, ni, jamais, mythe, le mot,
        nul, aucune preuve""",
    "we": "nous, notre, nos, je, j', mes, mon, ma, mains, nos mains",
    "you": "vous, tu, te, t', vous-même",
    "work": """massage, massages, acupuncture, ventouses, cupping, réflexologie, reiki, shiatsu,
        séance, séances, thérapie, thérapies, technique, techniques, méthode, méthodes, approche,
        massothérapie, massothérapeute, massothérapeutes, drainage, soin, soins, aromathérapie,
        enveloppement, enveloppements, ostéopathie, fasciathérapie, thérapeute, thérapeutes,
        pierres chaudes, praticien, praticiens, praticienne, kinésithérapie, visite, visites,
        protocole, gua sha, masseur, masseuse, drainage lymphatique""",
    "place": "clinique, cabinet, institut, spa, studio, centre, équipe",
    "client": """client, clients, cliente, clientes, personne, personnes, gens, corps, le corps,
        votre corps, l'organisme, organisme, femmes, hommes, bébés, enfants, sportifs""",
    "but": "mais, cependant, toutefois, pourtant",
    "lead": "juste, seulement, simplement",
    "want": """voulez, cherchez, souffrez, rêvez, envie, prêt, prête, fatigué, marre, besoin,
        souhaitez""",
    "ask": "demandez, demander, demandent, savoir, demande, décide, dites, dire",
    "say": "dit, disent, affirme, affirment, prétend, prétendent, vend, vendent, promettent",
    "see": "consultez, voyez, appelez, consulter",
    "percent": "pour cent",
    "number": "deux, trois, quatre, cinq, six, sept, huit, neuf, dix",
    "inverted": "t-il, t-elle, t-on, est-ce",
    "others": """médecin, médecins, docteur, docteurs, dr, chirurgien, chirurgiens, dentiste,
        dentistes, infirmière, infirmier, pharmacien, pharmacienne, kinésithérapeute, kiné,
        physiothérapeute, physiothérapeutes, chiropraticien, ostéopathe, ostéopathes, psychologue,
        psychologues, psychiatre, sage-femme, spécialiste, spécialistes, hôpital, hôpitaux,
        assurance, assurances, assureur, mutuelle, voisin, voisins, voisine, à côté, clinique
        voisine, à l'étage, en face, certains sites, d'autres, oncologue, urgences, experts,
        expert, cabinet voisin""",
    "care": """chirurgie, opération, opérations, médicament, médicaments, médication, cachet,
        cachets, pilule, pilules, comprimés, antidouleur, antidouleurs, analgésiques, opioïdes,
        injection, injections, anticoagulants, antidépresseur, antidépresseurs, antibiotiques,
        cortisone, insuline, chimiothérapie, infiltration, infiltrations, vaccin, vaccins,
        anti-inflammatoires, traitement médical, bistouri, drogues""",
    "service": """certificat, certificats, certificats-cadeaux, certificat-cadeau, cadeau, cadeaux,
        carte, cartes, cartes-cadeaux, carte-cadeau, bon, bons, dépôt, acompte, arrhes,
        rendez-vous, place, heure, prix, tarif, tarifs, expirent, expire, stationnement,
        confidentialité, confidentiel, réservation, remboursement, remboursé, loi, draps, linge,
        échangeable, délai""",
    "nature": "de lui-même, d'elle-même, tout seul, toute seule, à son rythme, lentement",
    "some": "certains, certaines, quelques, plusieurs, parfois",
    "modest": """faible, faibles, limité, limités, mitigés, incertain, petits, petit, suggèrent,
        temporaire""",
    "leave": "repartez, repartirez, quittez, sortez, vivez, vivre, repartir, ressortez",
}
PLAIN = """non seulement, pas seulement, le meilleur moment, meilleur moment, meilleure heure,
    meilleur chemin, meilleure façon, se fait, au fait, en effet, prévenez-nous, prévenir au moins,
    arrêtez la séance, arrêter la séance, arrêtez-vous, je vous prie, évitez les repas, évitez de
    manger, évitez l'alcool, tension, tensions, ferme, détente, soin de vous, prendre soin, prenez
    soin, soins du visage, bien sûr, patient avec, toxine botulique, centre de désintoxication,
    cure thermale, cures thermales, libre de, en libre"""
# Verbs in -er and -ir by their infinitives; others with every form that matters.
VERBS = {
    "cure": "guérir",
    "end": """éliminer, arrêter, stopper, supprimer, éradiquer, vaincre/vainc/vainquent/vainquez,
        combattre/combat/combattent/combattez, prévenir/prévient/préviennent/prévenez, chasser,
        mettre fin à/met fin à/mettent fin à/mettez fin à/mettons fin à, venir à bout de, vient à
        bout de, débarrasser, libérer, effacer, terrasser, neutraliser, bannir, résoudre,
        résout/résolvent/résolvons, dire adieu à/dites adieu à/dis adieu à, dites au revoir à,
        faire disparaître/fait disparaître/font disparaître/faisons disparaître/faites disparaître,
        finissez-en avec, en finir avec, lutter contre, agir contre/agit contre/agissent contre,
        protéger, soulager tous, soulager toutes""",
    "mend": """réparer, corriger, inverser, redresser, restaurer, régénérer,
        reconstruire/reconstruit, dissoudre/dissout/dissolvent, réaligner, aligner, débloquer,
        fondre/fond/fondent, remettre/remet, faire fondre/fait fondre/font fondre, remettre en
        place/remet en place/remettons en place, replacer, décoincer, rajeunir""",
    "treat": "traiter, soigner",
    "act": """purifier, abaisser, baisser, réduire/réduit/réduisent/réduisons, diminuer, augmenter,
        stimuler, renforcer, activer, améliorer, équilibrer, rééquilibrer, réguler, normaliser,
        booster, optimiser, produire/produit/produisent, oxygéner, revitaliser, harmoniser,
        détoxiner, nettoyer, désengorger, faire baisser/fait baisser/font baisser, doper, ralentir,
        tonifier, brûler, ouvrir/ouvre, réinitialiser""",
    "carry": "drainer, évacuer, expulser, purger, retirer, vider, extraire/extrait, aspirer",
    "promote": "favoriser, soutenir/soutient/soutiennent, encourager",
    "hasten": "accélérer, raccourcir, hâter",
    "diagnose": "diagnostiquer, détecter, dépister, trouver la cause, identifier la cause",
    "discard": """éviter, remplacer, jeter/jetez/jette, abandonner, oublier, annuler, cesser, se
        passer de/passez-vous de, arrêter vos, arrêtez de prendre, arrêtez vos, cessez de
        prendre""",
    "recommend": "recommander, approuver",
    "fail": "échouer",
    "vanish": """disparaître/disparaît/disparaissent/disparaîtra/disparaîtront/disparu/disparue,
        s'envoler, s'évanouir""",
    "split": "faire/fait/font/faisons/faites",
}
WORDS = {
    "cure": "guérison, guérisons, curatif, curative, panacée",
    "miracle": "miracle, miracles, miraculeux, miraculeuse, miraculeuses",
    "remedy": "traitement, traitements, remède, remèdes, solution, solutions, réponse",
    "free": "sans douleur, sans douleurs, sans mal",
    "free_of": "libéré de, libérée de, débarrassé de, débarrassée de, délivré de, libre de toute",
    "no_more": """plus jamais, plus jamais de, plus aucun, plus aucune, fini les, finies les,
        adieu, fini le, fini la, la fin de, la fin des, inutile, inutiles, superflu""",
    "again": "à nouveau, encore",
    "away": "au loin",
    "wonder": """perdre du poids grâce, maigrir grâce, arrêter de fumer, espérance de vie, cesser
        de fumer, pouvoir de guérison, pouvoirs de guérison, don de guérison, anti-âge, antiâge,
        auto-guérison, autoguérison, vertus curatives""",
    "instead": """au lieu de, au lieu d', à la place de, à la place d', plutôt que, alternative à,
        alternative aux, mieux que, mieux qu', aussi efficace que, plus efficace que, plus
        efficaces que, aussi efficace qu', plus sûr que, contrairement à, contrairement aux""",
    "need": "besoin de, besoin d'",
    "condition": """sciatique, canal carpien, tunnel carpien, syndrome du tunnel carpien, arthrite,
        arthrose, migraine, migraines, fibromyalgie, mal de dos, maux de dos, lombalgie, lumbago,
        lombalgies, insomnie, insomnies, anxiété, dépression, hernie discale, hernies discales,
        tendinite, tendinites, scoliose, maux de tête, mal de tête, douleur chronique, douleurs
        chroniques, torticolis, céphalées""",
    "illness": """blessure, blessures, maladie, maladies, cancer, cancers, tumeur, tumeurs,
        diabète, infertilité, stérilité, neuropathie, bursite, vertige, vertiges, asthme,
        hypertension, autisme, fasciite plantaire, épaule gelée, capsulite, épicondylite, lupus,
        goutte, démence, alzheimer, parkinson, sclérose en plaques, épilepsie, avc, infarctus,
        covid, covid long, grippe, rhume, rhumes, allergie, allergies, sinusite, infection,
        infections, eczéma, psoriasis, acné, zona, maladie de lyme, fatigue chronique,
        constipation, reflux, coliques, endométriose, ménopause, règles douloureuses, hernie,
        entorse, entorses, fracture, fractures, ostéoporose, névralgie, acouphènes, lymphœdème,
        œdème, varices, phlébite, calculs rénaux, obésité, addiction, addictions, traumatisme,
        traumatismes, phobies, burn-out, inflammation, inflammations, virus, bactéries, cellulite,
        vergetures, rides, rhumatismes, troubles, pathologie, pathologies, maux""",
    "pain": "douleur, douleurs, souffrance, souffrances, mal",
    "strokes": "accidents vasculaires",
    "body": """foie, rein, reins, rate, thyroïde, poumons, cœur, cerveau, côlon, intestin,
        intestins, organe, organes, système lymphatique, lymphe, immunité, système immunitaire,
        défenses immunitaires, défense immunitaire, défenses, système nerveux, nerf, nerfs,
        hormone, hormones, cortisol, sérotonine, endorphines, métabolisme, digestion, fertilité,
        libido, glycémie, tension artérielle, pression artérielle, cholestérol, artères, cellules,
        collagène, graisse, graisses, sang, chakras, méridiens, énergie, énergies, vieillissement,
        perte de poids, mémoire, taux de sucre""",
    "tissue": """colonne, colonne vertébrale, vertèbre, vertèbres, bassin, posture, disque,
        disques, cartilage, ligament, ligaments, tendon, tendons, os, articulation, articulations,
        fascia, fascias, cicatrices, adhérences""",
    "part": "muscle, muscles, tissus, dos, cou, épaule, épaules, genou, peau",
    "circulation": "circulation, circulation sanguine",
    "toxin": """toxine, substances toxiques, détoxinant, détoxinante, détoxinants, détoxinantes,
        toxines, détox, détoxifier, détoxifie, détoxifiez, détoxifiant, détoxifiante, détoxifiants,
        désintoxiquer, désintoxique, désintoxiquez, acide lactique, métaux lourds, déchets
        métaboliques, détoxification""",
    "waste": "impuretés, déchets, poisons, résidus, stagnations",
    "recovery": "récupération",
    "birth": "accouchement",
    "result": "résultat, résultats, effet, effets, satisfait, satisfaction, satisfaite",
    "relief": "soulagement, bien-être, changement",
    "shift": "amélioration, réduction, diminution, augmentation, élimination, prévention",
    "guarantee": """garantir, garantit, garantissons, garantissent, garanti, garantie, garantis,
        garanties, argent remis, satisfait ou remboursé, satisfaits ou remboursés""",
    "promise": """promettons, promis, promet, promesse, assuré, assurés, assurée, jurons, c'est
        promis, à coup sûr""",
    "sure": """à tous les coups, chaque fois, sans exception, fonctionne toujours, fonctionne pour
        tous""",
    "duration": """permanent, permanente, permanents, durable, durables, durablement, définitif,
        définitive, définitivement, pour toujours, pour de bon, à vie, une fois pour toutes, à
        jamais""",
    "total": """100 %, complètement, totalement, parfaitement, entièrement, absolument, total,
        totale, complet, immédiat, immédiate, instantané, instantanée, zéro, immédiatement""",
    "safe": "sûr, sûre, sûrs, sans danger, inoffensif, sécuritaire",
    "everyone": "tout le monde, tous et toutes, toutes les femmes, chacun",
    "side_effects": "effet secondaire, effets secondaires, effet indésirable, effets indésirables",
    "riskless": "sans risque, sans aucun risque, zéro risque, risque zéro",
    "proven": """il est prouvé, est prouvé que, il est démontré, est démontré que, cliniquement
        prouvé, cliniquement prouvée, scientifiquement prouvé, scientifiquement prouvée,
        scientifiquement prouvés, cliniquement testé, cliniquement testée, médicalement prouvé,
        médicalement prouvée, prouvé par, prouvée par, prouvé scientifiquement, prouvée
        scientifiquement, efficacité prouvée, preuves scientifiques, démontré scientifiquement,
        démontrée scientifiquement, scientifiquement démontré, scientifiquement démontrée""",
    "studies": "étude, études, recherche, recherches, science, scientifiques",
    "shows": """montre, montrent, prouve, prouvent, démontre, démontrent, confirme, confirment,
        prouvé, démontré""",
    "authority": """oms, ministère de la santé, haute autorité de santé, académie de médecine,
        santé canada, fda""",
    "approved": """approuvé, approuvée, recommandé, recommandée, recommandés, validé, validée,
        certifié, certifiée, homologué""",
    "best": """meilleur, meilleure, meilleurs, meilleures, numéro un, n 1, le plus efficace, la
        plus efficace, les plus efficaces, leader, le seul, la seule""",
    "superior": "supérieur, supérieure",
    "unique": "sans pareil, sans égal, inégalé, inégalée, personne d'autre, nulle part ailleurs",
    "any_other": "tout autre, toute autre, tous les autres",
    "success": "efficace, efficaces, succès, réussite",
    "rate": "taux de réussite, taux de succès, taux de guérison",
    "patient": "patients, patiente, patientes, nos patients, chaque patient",
    "title": "agréé, agréée, agréés",
}  # fmt: skip
APOSTROPHE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
# l' and massage are two words, sage-femme and est-ce are one.
TOKEN = re.compile(
    rf"(?:aujourd|quelqu|presqu){APOSTROPHE}\w+|[^\W_]+{APOSTROPHE}|"
    r"[^\W_]+(?:-[^\W_]+)*|[,;:!?%#\N{EN DASH}\N{EM DASH}]"
)
PAST = {"cure": "healed", "end": "ended", "mend": "mended", "treat": "treated", "act": "acted"}
ER = ("er", "e", "es", "ent", "ons", "ez", "era", "erons", "erez", "eront", "ant"), (
    "é", "ée", "és", "ées")  # fmt: skip
IR = ("ir", "it", "issent", "issons", "issez", "ira", "irons", "irez", "iront", "issant"), (
    "i", "ie", "is", "ies")  # fmt: skip


def plain_form(word: str) -> str:
    return word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def forms(name: str, entry: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb."""
    if entry not in VERB_ENTRIES.get(name, ()):
        return
    if "/" in entry:
        for form in entry.split("/"):
            yield form, name
        return
    first, _, rest = entry.partition(" ")
    endings = ER if first.endswith("er") else IR if first.endswith("ir") else ((), ())
    stem = first[:-2]
    for ending in endings[0]:
        # "nous corrigeons", "nous effaçons"
        soft = {"g": "ge", "c": "ç"}.get(stem[-1:], "") if ending[:1] in "ao" else ""
        yield f"{stem[:-1] if soft else stem}{soft}{ending} {rest}", name
    for ending in endings[1]:
        yield f"{stem}{ending} {rest}", PAST.get(name, name)


VERB_ENTRIES = {name: set(entries(listed)) for name, listed in VERBS.items()}
WORDING = {
    "may help ease": "peut aider à soulager",
    "many clients find": "beaucoup de clients trouvent",
    "ask about, feel for, look at": "demander, palper, observer",
    "people come to us with": "on vient nous voir pour",
    "may ease for a while": "peut soulager un temps",
    "you may feel sore for a day": "une gêne peut durer un jour",
    "beside the care of your doctor": "en plus des soins de votre médecin",
    "may feel good after effort": "peut faire du bien après l'effort",
    "client": "client",
}


def french() -> Vocabulary:
    doctor = r"\b(?:m\u00e9decin|docteur|infirmi|urgences)"
    vocabulary = Vocabulary(TOKEN, plain_form, doctor, WORDING)
    vocabulary.add(entries(PLAIN), "plain")
    add_all(vocabulary, {**FRAME, **WORDS}, forms)
    add_all(vocabulary, VERBS, forms)
    return vocabulary.close()
