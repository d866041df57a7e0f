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
    "your": "votre, vos, ton, ta, tes, mon, ma, mes",
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
    "we": "nous, notre, nos, je, j', mains, nos mains",
    "you": "vous, tu, te, t', vous-même",
    "work": """massage, massages, acupuncture, ventouses, cupping, réflexologie, reiki, shiatsu,
        séance, séances, thérapie, thérapies, technique, techniques, méthode, méthodes, approche,
        massothérapie, massothérapeute, massothérapeutes, drainage, soin, soins, aromathérapie,
        enveloppement, enveloppements, ostéopathie, fasciathérapie, thérapeute, thérapeutes, pierres
        chaudes, praticien, praticiens, praticienne, kinésithérapie, visite, visites, protocole, gua
        sha, masseur, masseuse, drainage lymphatique, programme, réflexologue, acupuncteur,
        acupunctrice, ostéopathe chez nous, moxibustion, modelage, modelages, acupression, toucher,
        protocoles, shiatsus, massages suédois, cure""",
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
        anti-inflammatoires, traitement médical, bistouri, drogues, comprimé, somnifère, somnifères,
        anxiolytique, anxiolytiques, traitement habituel, votre traitement, vos traitements,
        ordonnance, aspirine, ibuprofène, péridurale, botox, prothèse, prothèses, statines,
        stéroïdes, inhalateur, antihistaminiques, antibiotique, calmants, calmant, opérations
        chirurgicales""",
    "service": """certificat, certificats, certificats-cadeaux, certificat-cadeau, cadeau, cadeaux,
        carte, cartes, cartes-cadeaux, carte-cadeau, bon, bons, dépôt, acompte, arrhes, rendez-vous,
        place, heure, prix, tarif, tarifs, expirent, expire, stationnement, confidentialité,
        confidentiel, réservation, remboursement, remboursé, loi, draps, linge, échangeable, délai,
        devons annuler, annulons, annulation""",
    "nature": "de lui-même, d'elle-même, tout seul, toute seule, à son rythme, lentement",
    "some": "certains, certaines, quelques, plusieurs, parfois",
    "modest": """faible, faibles, limité, limités, mitigés, incertain, petits, petit, suggèrent,
        temporaire, peu d', peu de, rares""",
    "leave": """repartez, repartirez, quittez, sortez, vivez, vivre, repartir, ressortez, repartent,
        partent, sortent, vivent, partez, rentrez chez vous, réveillez-vous, restez""",
}
PLAIN = """non seulement, pas seulement, le meilleur moment, meilleur moment, meilleure heure,
    meilleur chemin, meilleure façon, se fait, au fait, en effet, prévenez-nous, prévenir au moins,
    arrêtez la séance, arrêter la séance, arrêtez-vous, je vous prie, évitez les repas, évitez de
    manger, évitez l'alcool, tension, tensions, ferme, détente, soin de vous, prendre soin, prenez
    soin, soins du visage, bien sûr, patient avec, toxine botulique, centre de désintoxication, cure
    thermale, cures thermales, libre de, en libre, ne remplace, ne remplacent, taille unique, taille
    de, selon la taille, toute taille, plus de temps, coupe-faim, coupez votre téléphone, coupez le
    téléphone, perdre de temps, perdez pas, rends, facile d'accès, facile à, accès facile, coup de
    fil, cassé, partie du, parcours de soins, après le soin, soin du, du poids du corps, poids du
    corps, le ventre, sur le ventre, élevé, élevée, terminer par, termine par, coupe du monde,
    traitement de texte, rend visite, se termine, se terminent, terminée, terminé, programme de
    fidélité, terminez, faim avant, sans médicament, sans médicaments, sans opération, sans
    chirurgie, sans cachets, si vous ne souffrez plus, ne cessent, pièce calme, calme et, au calme,
    le calme, un calme, sans cesse, endroit calme, marques s'effacent, retrouvez-nous, retrouver
    son"""
# Verbs in -er and -ir by their infinitives; others with every form that matters.
VERBS = {
    "cure": "guérir, remédier à/remédie à/remédient à",
    "end": """éliminer, arrêter, stopper, supprimer, éradiquer, vaincre/vainc/vainquent/vainquez,
        combattre/combat/combattent/combattez, prévenir/prévient/préviennent/prévenez, chasser,
        mettre fin à/met fin à/mettent fin à/mettez fin à/mettons fin à, venir à bout de, vient à
        bout de, débarrasser, libérer, effacer, terrasser, neutraliser, bannir, résoudre,
        résout/résolvent/résolvons, dire adieu à/dites adieu à/dis adieu à, dites au revoir à, faire
        disparaître/fait disparaître/font disparaître/faisons disparaître/faites disparaître,
        finissez-en avec, en finir avec, lutter contre, agir contre/agit contre/agissent contre,
        protéger, soulager tous, soulager toutes, empêcher, tuer,
        détruire/détruit/détruisent/détruisons, exterminer, anéantir, abolir, enrayer, juguler,
        repousser, éloigner, surmonter, écraser, couper court à/coupe court à/coupent court à, tenir
        à distance/tient à distance/tiennent à distance, finir avec, faire partir/fait partir/font
        partir/faisons partir, en finir avec/en finit avec/en finissent avec, faire taire/fait
        taire/font taire, mettre un terme à/met un terme à/mettent un terme à, traiter la cause,
        s'attaquer à la cause, tourner la page de, éloigner pour de bon, délivrer, venir à bout
        de/viennent à bout de/vient à bout de, débarrasser de, sauver de, sauver des, faire
        tomber/fait tomber/font tomber, faire cesser/fait cesser/font cesser""",
    "mend": """réparer, corriger, inverser, redresser, restaurer, régénérer,
        reconstruire/reconstruit, dissoudre/dissout/dissolvent, réaligner, aligner, débloquer,
        fondre/fond/fondent, remettre/remet, faire fondre/fait fondre/font fondre, remettre en
        place/remet en place/remettons en place, replacer, décoincer, rajeunir, rétablir, redonner,
        restituer, rendre/rend/rendent/rendons, remodeler, repositionner, recaler, faire
        repousser/fait repousser/font repousser, remettre d'aplomb/remet d'aplomb, remettre droit,
        casser, briser, désincruster, libérer les, défaire/défait/défont, remettons/remettent,
        déboucher""",
    "treat": "traiter, soigner",
    "act": """purifier, abaisser, baisser, réduire/réduit/réduisent/réduisons, diminuer, augmenter,
        stimuler, renforcer, activer, améliorer, équilibrer, rééquilibrer, réguler, normaliser,
        booster, optimiser, produire/produit/produisent, oxygéner, revitaliser, harmoniser,
        détoxiner, nettoyer, désengorger, faire baisser/fait baisser/font baisser, doper, ralentir,
        tonifier, brûler, ouvrir/ouvre, réinitialiser, assainir, nourrir, relancer, dynamiser,
        accroître/accroît/accroissent, élever, multiplier, doubler, tripler, minimiser, recharger,
        réveiller, couper/coupe/coupent/coupez, revigorer, fortifier, raffermir, décupler,
        décongestionner, chauffer le, détendre le système, retrouver, aplatir""",
    "carry": """drainer, évacuer, expulser, purger, retirer, vider, extraire/extrait, aspirer,
        enlever, extirper, sortir les, rincer, balayer""",
    "promote": "favoriser, soutenir/soutient/soutiennent, encourager, calmer, apaiser",
    "hasten": "accélérer, raccourcir, hâter",
    "diagnose": "diagnostiquer, détecter, dépister, trouver la cause, identifier la cause",
    "discard": """éviter, remplacer, jeter/jetez/jette, abandonner, oublier, annuler, cesser, se
        passer de/passez-vous de, arrêter vos, arrêtez de prendre, arrêtez vos, cessez de prendre,
        se débarrasser de, ranger, supprimer vos, arrêter de prendre, stopper vos, stoppez vos,
        rendre inutile/rend inutile, oublier vos, jeter vos, réduire vos, dispenser de, dire non
        à/dites non à/dites non au/dites non aux""",
    "recommend": "recommander, approuver",
    "fail": "échouer, renoncer",
    "vanish": """disparaître/disparaît/disparaissent/disparaîtra/disparaîtront/disparu/disparue,
        s'envoler, s'évanouir, partir définitivement, s'effacer, s'éteindre, fondre comme neige/fond
        comme neige, résorber, dissiper""",
    "split": "faire/fait/font/faisons/faites",
    "heal": "cicatriser",
    "lose": "perdre/perd/perdez/perdent/perdu",
}
WORDS = {
    "cure": "guérison, guérisons, curatif, curative, panacée",
    "miracle": "miracle, miracles, miraculeux, miraculeuse, miraculeuses",
    "remedy": """traitement, traitements, remède, remèdes, solution, solutions, réponse, antidote,
        antidotes, programme contre""",
    "free": """sans douleur, sans douleurs, sans mal, sans souffrir, plus de douleur, plus de
        douleurs, plus de mal""",
    "free_of": """libéré de, libérée de, débarrassé de, débarrassée de, délivré de, libre de toute,
        libérés de, libérées de, débarrassés de, débarrassées de, délivrée de, vivez sans, vivre
        sans, vie sans, repartez sans, repartir sans, sortez sans, réveillez-vous sans""",
    "no_more": """plus jamais, plus jamais de, plus aucun, plus aucune, fini les, finies les, adieu,
        fini le, fini la, la fin de, la fin des, inutile, inutiles, superflu, n'aurez plus, n'aurez
        plus jamais, n'aurez jamais plus, n'avez plus, n'ont plus, n'auront plus, ne serez plus, ne
        sentirez plus, ne prendrez plus, ne prenez plus, ne connaîtrez plus, finis les, finie la,
        fini l', finie l', c'est fini, terminé les, au revoir les, terminées les""",
    "again": "à nouveau, encore",
    "away": "au loin, en place, à leur place, à sa place",
    "wonder": """perdre du poids grâce, maigrir grâce, arrêter de fumer, espérance de vie, cesser de
        fumer, pouvoir de guérison, pouvoirs de guérison, don de guérison, anti-âge, antiâge,
        auto-guérison, autoguérison, vertus curatives, maigrir, fait maigrir, font maigrir, amincir,
        amincit, amincissant, amincissante, perdre du poids avec, rajeunit de, rajeunir de, ans de
        moins, prolonge la vie, prolonger la vie, vivre plus longtemps, tomber enceinte, tomber
        enceintes, tombent enceintes, aide à concevoir, se guérir lui-même, se guérit lui-même,
        guérit lui-même, vie plus longue, arrêtez de fumer, arrêter le tabac, ne tomberez pas
        malade, ne tomberez plus malade, ne serez plus malade, ne tombez plus malade, ne souffrirez
        plus, ne souffrez plus, ne souffrent plus, ne souffriront plus, ne souffrent plus jamais, ne
        souffrirez plus jamais, ans plus jeune, perdre une taille, sans canne, sans béquilles,
        couples infertiles, femmes infertiles, couples stériles, ventre plat, coup de fouet pour
        l'immunité, coup de fouet immunitaire""",
    "instead": """au lieu de, au lieu d', à la place de, à la place d', plutôt que, alternative à,
        alternative aux, mieux que, mieux qu', aussi efficace que, plus efficace que, plus efficaces
        que, aussi efficace qu', plus sûr que, contrairement à, contrairement aux, mieux que
        n'importe quel, meilleur que, meilleure que, plus sûre que, remplace, remplacent, supérieur
        à, supérieure à, plutôt qu', sans passer par, plus fort que, plus forte que""",
    "need": "besoin de, besoin d'",
    "condition": """sciatique, canal carpien, tunnel carpien, syndrome du tunnel carpien, arthrite,
        arthrose, migraine, migraines, fibromyalgie, mal de dos, maux de dos, lombalgie, lumbago,
        lombalgies, insomnie, insomnies, anxiété, dépression, hernie discale, hernies discales,
        tendinite, tendinites, scoliose, maux de tête, mal de tête, douleur chronique, douleurs
        chroniques, torticolis, céphalées, douleurs lombaires, douleur lombaire, mal au dos,
        névralgie cervico-brachiale, tmj""",
    "illness": """blessure, blessures, maladie, maladies, cancer, cancers, tumeur, tumeurs, diabète,
        infertilité, stérilité, neuropathie, bursite, vertige, vertiges, asthme, hypertension,
        autisme, fasciite plantaire, épaule gelée, capsulite, épicondylite, lupus, goutte, démence,
        alzheimer, parkinson, sclérose en plaques, épilepsie, avc, infarctus, covid, covid long,
        grippe, rhume, rhumes, allergie, allergies, sinusite, infection, infections, eczéma,
        psoriasis, acné, zona, maladie de lyme, fatigue chronique, constipation, reflux, coliques,
        endométriose, ménopause, règles douloureuses, hernie, entorse, entorses, fracture,
        fractures, ostéoporose, névralgie, acouphènes, lymphœdème, œdème, varices, phlébite, calculs
        rénaux, obésité, addiction, addictions, traumatisme, traumatismes, phobies, burn-out,
        inflammation, inflammations, virus, bactéries, cellulite, vergetures, rides, rhumatismes,
        troubles, pathologie, pathologies, maux, acouphène, hypertension artérielle, tdah, trouble
        bipolaire, stress post-traumatique, rosacée, bronchite, pneumonie, bpco, colite, ulcère,
        ulcères, maladie de crohn, côlon irritable, intestin irritable, nausée, nausées, bouffées de
        chaleur, syndrome prémenstruel, hallux valgus, épine calcanéenne, nerf coincé, périostite,
        os cassé, sténose, spondylarthrite, surdité, cécité, glaucome, caillots, calculs biliaires,
        anorexie, alcoolisme, crises de panique, crise de panique, attaques de panique,
        schizophrénie, épuisement, hypothyroïdie, vih, hépatite, leucémie, parasite, parasites,
        candidose, chute de cheveux, chute des cheveux, impuissance, ronflement, ronflements, apnée
        du sommeil, paralysie, bruxisme, jambes sans repos, malformation, handicap,
        engourdissements, artères bouchées, coup du lapin, maladie cardiaque, crise cardiaque,
        crises cardiaques, cellules cancéreuses, tabagisme, peau d'orange, raideurs, mauvaise
        posture, fibrome, kystes, arthroses, fièvre, tremblement, tremblements, mycose, champignons,
        énurésie, cardiaques, diabétiques, problèmes digestifs, problèmes de dos, troubles
        digestifs, paralysie faciale""",
    "pain": """douleur, douleurs, souffrance, souffrances, mal, mal de cou, mal au cou, dos bloqué,
        nuque raide, maux de ventre""",
    "strokes": "accidents vasculaires, accident vasculaire, attaque cérébrale, attaques cérébrales",
    "body": """foie, rein, reins, rate, thyroïde, poumons, cœur, cerveau, côlon, intestin,
        intestins, organe, organes, système lymphatique, lymphe, immunité, système immunitaire,
        défenses immunitaires, défense immunitaire, défenses, système nerveux, nerf, nerfs, hormone,
        hormones, cortisol, sérotonine, endorphines, métabolisme, digestion, fertilité, libido,
        glycémie, tension artérielle, pression artérielle, cholestérol, artères, cellules,
        collagène, graisse, graisses, sang, chakras, méridiens, énergie, énergies, vieillissement,
        perte de poids, mémoire, taux de sucre, appétit, faim, vésicule, vésicule biliaire,
        pancréas, utérus, ovaires, prostate, vessie, glande, glandes, dopamine, ocytocine,
        mélatonine, globules blancs, nerf vague, adn, cellules souches, œstrogènes, testostérone,
        force vitale, vue, audition, ouïe, fonction immunitaire, système digestif, système hormonal,
        rythme cardiaque, système cardiovasculaire, cellule, artère, circulation lymphatique,
        blocages énergétiques, blocages, fonction pulmonaire, fonction respiratoire, fonction
        cardiaque, capacité pulmonaire, cycle régulier, cycle menstruel, équilibre hormonal,
        fonctions vitales, sinus, trompes""",
    "tissue": """colonne, colonne vertébrale, vertèbre, vertèbres, bassin, posture, disque, disques,
        cartilage, ligament, ligaments, tendon, tendons, os, articulation, articulations, fascia,
        fascias, cicatrices, adhérences, crâne, sacrum, hanches, ménisque, coiffe des rotateurs,
        tissu cicatriciel, cicatrice, adhérence, dos voûté, cheveux, ongles""",
    "part": "muscle, muscles, tissus, dos, cou, épaule, épaules, genou, peau",
    "circulation": "circulation, circulation sanguine",
    "toxin": """toxine, substances toxiques, détoxinant, détoxinante, détoxinants, détoxinantes,
        toxines, détox, détoxifier, détoxifie, détoxifiez, détoxifiant, détoxifiante, détoxifiants,
        désintoxiquer, désintoxique, désintoxiquez, acide lactique, métaux lourds, déchets
        métaboliques, détoxification""",
    "waste": """impuretés, déchets, poisons, résidus, stagnations, poison, polluants, impureté,
        mauvaises énergies, énergies négatives, mauvais sang, résidu""",
    "recovery": "récupération",
    "birth": "accouchement, naissance, travail de l'accouchement",
    "result": "résultat, résultats, effet, effets, satisfait, satisfaction, satisfaite",
    "relief": "soulagement, bien-être, changement",
    "shift": "amélioration, réduction, diminution, augmentation, élimination, prévention",
    "guarantee": """garantir, garantit, garantissons, garantissent, garanti, garantie, garantis,
        garanties, argent remis, satisfait ou remboursé, satisfaits ou remboursés""",
    "promise": """promettons, promis, promet, promesse, assuré, assurés, assurée, jurons, c'est
        promis, à coup sûr, ou c'est gratuit, ou vous ne payez rien, remboursement intégral""",
    "sure": """à tous les coups, chaque fois, sans exception, fonctionne toujours, fonctionne pour
        tous, marche pour tout le monde, fonctionne pour tout le monde, marche à chaque fois,
        fonctionne à chaque fois, marche toujours, n'échoue jamais""",
    "duration": """permanent, permanente, permanents, durable, durables, durablement, définitif,
        définitive, définitivement, pour toujours, pour de bon, à vie, une fois pour toutes, à
        jamais, définitifs, définitives, permanentes""",
    "total": """100 %, complètement, totalement, parfaitement, entièrement, absolument, total,
        totale, complet, immédiat, immédiate, instantané, instantanée, zéro, immédiatement, de 100
        %, en une séance, en quelques minutes, du jour au lendemain, dès la première séance,
        parfait, parfaite""",
    "safe": "sûr, sûre, sûrs, sans danger, inoffensif, sécuritaire",
    "everyone": "tout le monde, tous et toutes, toutes les femmes, chacun",
    "side_effects": """effet secondaire, effets secondaires, effet indésirable, effets indésirables,
        risque, risques""",
    "riskless": """sans risque, sans aucun risque, zéro risque, risque zéro, aucun risque, sans
        aucun danger, aucun danger, n'y a aucun risque, n'y a pas de risque, ne présente aucun
        risque, n'a aucun risque""",
    "proven": """il est prouvé, est prouvé que, il est démontré, est démontré que, cliniquement
        prouvé, cliniquement prouvée, scientifiquement prouvé, scientifiquement prouvée,
        scientifiquement prouvés, cliniquement testé, cliniquement testée, médicalement prouvé,
        médicalement prouvée, prouvé par, prouvée par, prouvé scientifiquement, prouvée
        scientifiquement, efficacité prouvée, preuves scientifiques, démontré scientifiquement,
        démontrée scientifiquement, scientifiquement démontré, scientifiquement démontrée, testé
        cliniquement, testée cliniquement, prouvé cliniquement, médicalement testé, validé
        scientifiquement, reconnu scientifiquement, validée par la science, traitement prouvé,
        méthode prouvée, méthode éprouvée, efficacité démontrée""",
    "studies": "étude, études, recherche, recherches, science, scientifiques",
    "shows": """montre, montrent, prouve, prouvent, démontre, démontrent, confirme, confirment,
        prouvé, démontré""",
    "authority": """oms, ministère de la santé, haute autorité de santé, académie de médecine,
        santé canada, fda""",
    "approved": """approuvé, approuvée, recommandé, recommandée, recommandés, validé, validée,
        certifié, certifiée, homologué""",
    "best": """meilleur, meilleure, meilleurs, meilleures, numéro un, n 1, le plus efficace, la
        plus efficace, les plus efficaces, leader, le seul, la seule""",
    "superior": """supérieur, supérieure, plus fort, plus forte, plus forts, plus fortes, plus
        rapide, plus rapides, plus facile, facile, plus profond, plus profonde, plus court, plus
        courte, plus jeune, serein, sereine, deux fois plus vite, plus vite, moitié moins de
        temps""",
    "unique": "sans pareil, sans égal, inégalé, inégalée, personne d'autre, nulle part ailleurs",
    "any_other": "tout autre, toute autre, tous les autres",
    "success": "efficace, efficaces, succès, réussite",
    "rate": "taux de réussite, taux de succès, taux de guérison",
    "patient": "patients, patiente, patientes, nos patients, chaque patient",
    "title": "agréé, agréée, agréés",
    "girth": """centimètre, centimètres, cm, kilo, kilos, tour de taille, taille, ventre, poids,
        rondeurs, bourrelets, une taille""",
    "ended": """de l'histoire ancienne, qu'un souvenir, qu'un mauvais souvenir, du passé, oublié,
        oubliée, oubliées, envolé, envolée, envolés, envolées, ne sera plus qu'un souvenir, ne
        seront plus qu'un souvenir, résolu, résolue, résolus, résolues, est finie, est fini, sont
        finis, sont finies""",
    "vanish": """n'existe plus, parti pour de bon, ne reviendront jamais, ne reviendront pas, ne
        reviendront plus, ne reviendra jamais, ne reviendra plus, ne reviendra pas, ne reviennent
        plus, ne revient plus, en rémission, cesse, cessent, cessera, cesseront, cédera, céderont,
        cèdent, s'arrêtera, s'arrêteront""",
}  # fmt: skip
APOSTROPHE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
# l' and massage are two words, sage-femme and est-ce are one.
TOKEN = re.compile(
    rf"(?:aujourd|quelqu|presqu){APOSTROPHE}\w+|[^\W_]+{APOSTROPHE}|"
    r"[^\W_]+(?:-[^\W_]+)*|[,;:!?%#\N{EN DASH}\N{EM DASH}]"
)
PAST = {"cure": "healed", "end": "ended", "mend": "mended", "treat": "treated", "act": "acted"}
NOUNS = {"condition", "illness", "pain", "tissue", "miracle", "remedy"}
ER = ("er", "e", "es", "ent", "ons", "ez", "era", "erons", "erez", "eront", "ant"), (
    "é", "ée", "és", "ées")  # fmt: skip
IR = ("ir", "it", "issent", "issons", "issez", "ira", "irons", "irez", "iront", "issant"), (
    "i", "ie", "is", "ies")  # fmt: skip


def plain_form(word: str) -> str:
    return word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def stem_before(stem: str, ending: str) -> str:
    """The stem as it sounds before an ending: il accélère, il nettoie, nous corrigeons."""
    if ending in {"e", "es", "ent"}:
        stem = re.sub(r"é(?=[bcdfghjlmnprstv]+\Z)", "è", stem)
        stem = re.sub(r"e(?=[lmnv]\Z)", "è", stem)
        return re.sub(r"(?<=[ou])y\Z", "i", stem)
    soft = {"g": "ge", "c": "ç"}.get(stem[-1:]) if ending[:1] in "ao" else None
    return f"{stem[:-1]}{soft}" if soft else stem


def plural(noun: str) -> str:
    """Of the first word, and of an adjective right after it."""
    first, *rest = noun.split()
    last = "x" if first.endswith(("eau", "eu")) else "s"
    return " ".join([first if first[-1] in "sxz" else f"{first}{last}", *rest])


def forms(name: str, entry: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb or a noun."""
    if name in NOUNS:
        yield plural(entry), name
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
        yield f"{stem_before(stem, ending)}{ending} {rest}", name
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
