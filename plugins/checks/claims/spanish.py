"""Spanish: the words of each class, for the table of claims.

Gives   spanish(): the vocabulary
Units   as in english.py; a verb in -ar, -er or -ir gets its forms by itself, any other stands with
        them
Source  Real Decreto 1907/1996, art. 4 (publicidad con pretendida finalidad sanitaria); Ley 34/1988
        General de Publicidad; Ley 3/1991 de Competencia Desleal; FTC notices on health fraud in
        Spanish (fraudes de salud); wording of pages on massage
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.checks.claims.vocabulary import Vocabulary, add_all, entries

FRAME = {
    "det": """el, la, los, las, lo, un, una, este, esta, estos, estas, todo, toda, todos, todas,
        cada, síntomas de, causas de, efectos de, cualquier""",
    "your": "su, sus, tu, tus",
    "of": "de, del",
    "for": "para, contra",
    "to": "a, al",
    "with": "con, gracias a",
    "and": "y, e, o, u, así como",
    "prep": "en, sobre, bajo, por, hacia, desde, durante, entre, como, tras, ante, hasta, según",
    "turn": """que, quien, quienes, cual, cuyo, porque, pues, él, ella, ellos, ellas, aquí, allí,
        qué, cómo, quién, mientras""",
    "it": "esto, eso, se",
    "than": "que cualquier",
    "if": "si, salvo, a menos",
    "when": "cuando, donde",
    "after": "después, antes, una vez",
    "be": """es, son, está, están, ser, estar, será, serán, estará, estarán, era, fue, sido, queda,
        quedan, quedará, quedarán, esté, estén, quedar""",
    "have": "ha, han, hemos, haber, tiene, tienen, tener, haya, tenga, ha tenido",
    "modal": "va, van, ¿",
    "must": "debe, deben, hay que",
    "hedge": """puede, pueden, podría, podrían, parece, suele, suelen, a veces, a menudo, quizá,
        quizás, espera, contribuye""",
    "help": "ayuda, ayudan, ayudar",
    "neg": """no, ni, nunca, jamás, nadie, nada, ningún, ninguna, ninguno, sin, mito, la palabra,
        tampoco, ninguna prueba""",
    "we": "nosotros, nuestro, nuestra, nuestros, nuestras, nos, yo, mi, mis, manos",
    "you": "usted, ustedes, tú, te, le, les",
    "work": """masaje, masajes, acupuntura, ventosas, reflexología, reiki, shiatsu, sesión,
        sesiones, terapia, terapias, técnica, técnicas, método, métodos, quiromasaje, drenaje,
        drenaje linfático, visita, visitas, masajista, masajistas, terapeuta, terapeutas,
        osteopatía, aromaterapia, piedras calientes, protocolo, envoltura, envolturas, tratamiento
        de spa""",
    "place": "clínica, centro, consulta, spa, equipo",
    "client": """cliente, clientes, persona, personas, gente, cuerpo, el cuerpo, su cuerpo,
        organismo, el organismo, mujeres, hombres, bebés, niños, deportistas""",
    "but": "pero, sino",
    "lead": "solo, sólo, simplemente",
    "want": """quiere, quieres, busca, buscas, sufre, sufres, cansado, cansada, harto, listo,
        lista, desea, sueña""",
    "ask": "pregunte, preguntar, pregunta, preguntan, saber, decide, díganos, decir",
    "say": "dice, dicen, afirma, afirman, vende, venden, prometen, anuncian",
    "see": "consulte, llame, vea, acuda",
    "percent": "por ciento",
    "number": "dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez",
    "others": """médico, médicos, médica, doctor, doctora, doctores, dr, cirujano, cirujana,
        cirujanos, dentista, dentistas, enfermera, enfermero, farmacéutico, fisioterapeuta,
        fisioterapeutas, quiropráctico, osteópata, psicólogo, psicóloga, psiquiatra, matrona,
        partera, especialista, especialistas, hospital, hospitales, seguro, seguros, aseguradora,
        mutua, vecino, vecinos, de al lado, arriba, enfrente, algunas páginas, algunos sitios,
        oncólogo, urgencias, experto, expertos, la clínica de al lado, clínica de al lado, otros""",
    "care": """cirugía, operación, operaciones, medicamento, medicamentos, medicación, medicina,
        medicinas, pastilla, pastillas, píldora, píldoras, analgésico, analgésicos, opioides,
        inyección, inyecciones, anticoagulantes, antidepresivo, antidepresivos, antibióticos,
        cortisona, insulina, quimioterapia, infiltraciones, vacuna, vacunas, antiinflamatorios,
        tratamiento médico, bisturí, fármaco, fármacos, quirófano""",
    "service": """certificado, certificados, regalo, tarjeta, tarjetas, bono, bonos, vale, vales,
        depósito, señal, cita, citas, plaza, hora, precio, precios, tarifa, tarifas, caduca,
        caducan, aparcamiento, estacionamiento, confidencialidad, confidencial, reserva, reembolso,
        ley, sábanas, ropa""",
    "nature": "por sí mismo, por sí misma, por sí solo, por sí sola, a su ritmo, despacio",
    "some": "algunos, algunas, unos pocos, varios, varias",
    "modest": """pequeño, pequeños, limitado, limitada, débil, incierto, sugieren, sugiere, por un
        tiempo, poco""",
    "leave": "saldrá, saldrás, sale, salga, viva, vivir, vivirá, siéntase, irá",
}
PLAIN = """no solo, no sólo, el mejor momento, mejor momento, mejor hora, mejor manera, duerme
    mejor, duermen mejor, detener la sesión, parar la sesión, pare la sesión, evite comer, evite
    las comidas, evite el alcohol, toxina botulínica, centro de desintoxicación, cura de sueño, el
    cura, trato, trata de, tratan de, trátese, tratarle, libre de elegir, bajas, baja por, paciente
    con"""
VERBS = {
    "cure": "curar, curarse",
    "heal": "sanar",
    "end": """eliminar, parar, suprimir, erradicar, vencer/vence/vencen/vencemos/venza, combatir,
        acabar con, poner fin a/pone fin a/ponga fin a/ponemos fin a,
        prevenir/previene/previenen/prevenimos/prevenga,
        resolver/resuelve/resuelven/resolvemos/resuelva, quitar, aniquilar, decir adiós a/diga
        adiós a/di adiós a/diga adiós al/di adiós al/decir adiós al, terminar con, librar, liberar,
        hacer desaparecer/hace desaparecer/hacen desaparecer/hacemos desaparecer, luchar contra,
        actuar contra/actúa contra/actúan contra, proteger de, proteger contra,
        deshacer/deshace/deshágase de, despedirse de/despídase de/despídase del, acabar, borrar,
        neutralizar, aliviar todos, aliviar toda""",
    "mend": """reparar, corregir/corrige/corrigen/corregimos/corrija, revertir/revierte/revierten,
        enderezar, restaurar, regenerar, reconstruir/reconstruye,
        disolver/disuelve/disuelven/disolvemos, alinear, realinear, desbloquear,
        derretir/derrite/derriten, arreglar, recolocar, rejuvenecer/rejuvenece""",
    "treat": "tratar",
    "act": """purificar, bajar, reducir/reduce/reducen/reducimos/reduzca, disminuir/disminuye,
        aumentar, estimular, reforzar/refuerza/refuerzan,
        fortalecer/fortalece/fortalecen/fortalecemos, activar, mejorar, equilibrar, reequilibrar,
        regular, normalizar, potenciar, oxigenar, revitalizar, acelerar, armonizar, optimizar,
        producir/produce/producen, limpiar, elevar, impulsar, quemar, ralentizar, descongestionar,
        regularizar""",
    "carry": "drenar, evacuar, expulsar, extraer/extrae/extraen, sacar, arrastrar, vaciar, purgar",
    "promote": "favorecer/favorece/favorecen, promover/promueve/promueven",
    "hasten": "acortar, agilizar",
    "diagnose": "diagnosticar, detectar, encontrar la causa, identificar la causa",
    "discard": """evitar, sustituir/sustituye/sustituyen, reemplazar, tirar, abandonar, olvidar,
        olvídese de, cancelar, dejar de tomar, deje de tomar, deje los, deje sus, prescindir de,
        ahorrar""",
    "recommend": "recomendar/recomienda/recomiendan, avalar",
    "fail": "fracasar, fallar",
    "vanish": """desaparecer/desaparece/desaparecen/desaparecerá/desaparecerán/desaparecido,
        esfumarse/esfuma, desvanecer/desvanece""",
    "split": "poner/pone/ponga",
}
WORDS = {
    "cure": """cura para, la cura del, la cura de, la cura contra, cura definitiva, una cura,
        curación, curativo, curativa, panacea""",
    "miracle": "milagro, milagros, milagroso, milagrosa, milagrosos, milagrosas",
    "remedy": "tratamiento, tratamientos, remedio, remedios, solución, soluciones, respuesta",
    "free": "sin dolor, sin dolores",
    "free_of": "libre de, libres de, liberado de",
    "no_more": """nunca más, no más, basta de, adiós al, adiós a, se acabó el, se acabaron los, el
        fin de, el fin del, innecesaria, innecesario, innecesarios""",
    "again": "otra vez, de nuevo",
    "away": "a raya, bajo control",
    "wonder": """perder peso con, adelgazar con, dejar de fumar, esperanza de vida, poder de
        curación, poder curativo, poderes curativos, don de sanar, antienvejecimiento, antiedad,
        autocuración, propiedades curativas""",
    "instead": """en lugar de, en vez de, alternativa a, alternativa a la, mejor que, tan eficaz
        como, más eficaz que, más efectivo que, tan efectivo como, más seguro que, a diferencia de,
        más que""",
    "need": "necesidad de, necesitará, necesita, necesitan",
    "condition": """ciática, túnel carpiano, síndrome del túnel carpiano, artritis, artrosis,
        migraña, migrañas, fibromialgia, dolor de espalda, dolores de espalda, lumbalgia, lumbago,
        lumbagos, insomnio, ansiedad, depresión, hernia discal, hernias discales, tendinitis,
        escoliosis, dolor de cabeza, dolores de cabeza, dolor crónico, dolores crónicos,
        tortícolis, cefaleas, jaqueca, jaquecas""",
    "illness": """lesión, lesiones, enfermedad, enfermedades, cáncer, tumor, tumores, diabetes,
        infertilidad, esterilidad, neuropatía, bursitis, vértigo, asma, hipertensión, autismo,
        fascitis plantar, hombro congelado, codo de tenista, lupus, gota, demencia, alzheimer,
        parkinson, esclerosis múltiple, epilepsia, infarto, infartos, covid, gripe, resfriado,
        resfriados, alergia, alergias, sinusitis, infección, infecciones, eccema, psoriasis, acné,
        herpes, fatiga crónica, estreñimiento, reflujo, cólicos, endometriosis, menopausia, hernia,
        esguince, esguinces, fractura, fracturas, osteoporosis, neuralgia, acúfenos, linfedema,
        edema, varices, várices, trombosis, piedras en el riñón, cálculos renales, obesidad,
        adicción, adicciones, trauma, traumas, fobias, inflamación, inflamaciones, virus,
        bacterias, celulitis, estrías, arrugas, reumatismo, trastornos, patologías, males,
        dolencias, escoliosis severa""",
    "pain": "dolor, dolores, sufrimiento",
    "strokes": "un ictus, ictus, derrames cerebrales",
    "body": """hígado, riñón, riñones, bazo, tiroides, pulmones, corazón, cerebro, colon,
        intestino, intestinos, órgano, órganos, sistema linfático, linfa, inmunidad, sistema
        inmunológico, sistema inmune, sistema inmunitario, defensas, sistema nervioso, nervio,
        nervios, hormona, hormonas, cortisol, serotonina, endorfinas, metabolismo, digestión,
        fertilidad, libido, azúcar en la sangre, presión arterial, tensión arterial, colesterol,
        arterias, células, colágeno, grasa, grasas, sangre, chakras, meridianos, energía, energías,
        líneas energéticas, envejecimiento, pérdida de peso, memoria""",
    "tissue": """columna, columna vertebral, vértebra, vértebras, pelvis, postura, disco, discos,
        cartílago, ligamento, ligamentos, tendón, tendones, hueso, huesos, articulación,
        articulaciones, fascia, cicatrices, adherencias""",
    "part": "músculo, músculos, tejidos, espalda, cuello, hombro, rodilla, piel, herida, heridas",
    "circulation": "circulación, circulación sanguínea",
    "toxin": """toxina, sustancias tóxicas, toxinas, détox, detox, desintoxicar, desintoxica,
        desintoxique, desintoxicación, desintoxicante, desintoxicantes, depurativo, ácido láctico,
        metales pesados, desechos metabólicos""",
    "waste": "impurezas, desechos, venenos, residuos",
    "recovery": "recuperación",
    "birth": "parto",
    "result": "resultado, resultados, efecto, efectos, satisfacción, satisfecho",
    "relief": "alivio, bienestar, mejoría, cambio",
    "shift": "reducción, disminución, aumento, eliminación, prevención",
    "guarantee": """garantizar, garantiza, garantizan, garantizamos, garantizado, garantizada,
        garantizados, garantizadas, garantía de, le devolvemos el dinero, devolución del dinero""",
    "promise": """prometemos, promete, prometido, aseguramos, asegurado, asegurados, juramos, se lo
        prometemos, sin falta""",
    "sure": "siempre funciona, funciona siempre, sin excepción, funciona para todos",
    "duration": """permanente, permanentes, permanentemente, duradero, duradera, definitivo,
        definitiva, definitivamente, para siempre, de por vida, de una vez por todas, forma
        permanente""",
    "total": """100 %, completamente, totalmente, perfectamente, absolutamente, total, completo,
        inmediato, inmediata, instantáneo, instantánea, cero, al instante""",
    "safe": "seguro para, segura para, segura, inofensivo, inocuo",
    "everyone": "todo el mundo, todas las mujeres, todas las personas",
    "side_effects": """efecto secundario, efectos secundarios, efectos adversos, contraindicaciones
        de ningún tipo""",
    "riskless": """sin riesgo, sin riesgos, riesgo cero, cero riesgo, sin ningún riesgo, sin
        peligro, 100 % seguro""",
    "proven": """está demostrado, está probado, está comprobado, clínicamente probado, clínicamente
        probada, científicamente probado, científicamente probada, científicamente comprobado,
        científicamente comprobada, clínicamente comprobado, médicamente probado, eficacia probada,
        eficacia demostrada, demostrado científicamente, probado científicamente, avalado por la
        ciencia, avalada por la ciencia, científicamente demostrado""",
    "studies": "estudio, estudios, investigación, investigaciones, ciencia, científicos",
    "shows": """muestra, muestran, demuestra, demuestran, prueba, prueban, confirma, confirman,
        demostrado""",
    "authority": """fda, oms, cofepris, ministerio de sanidad, secretaría de salud, agencia del
        medicamento""",
    "approved": """aprobado, aprobada, aprobados, recomendado, recomendada, recomendados, avalado,
        avalada, certificado por, autorizado""",
    "best": """mejor, mejores, número uno, el más eficaz, la más eficaz, el más efectivo, líder,
        líderes, el único, la única""",
    "superior": "superior, superiores",
    "unique": "sin igual, inigualable, nadie más, insuperable",
    "any_other": "cualquier otro, cualquier otra, todos los demás",
    "success": "eficaz, eficaces, efectivo, efectiva, éxito",
    "rate": "tasa de éxito, índice de éxito, tasa de curación",
    "patient": "pacientes, nuestros pacientes, cada paciente",
    "title": "colegiado, colegiada, colegiados",
}  # fmt: skip
TOKEN = re.compile(
    r"[^\W_]+(?:-[^\W_]+)*|[,;:!?%#\N{INVERTED QUESTION MARK}\N{EN DASH}\N{EM DASH}]"
)
PAST = {
    "cure": "healed",
    "end": "ended",
    "mend": "mended",
    "treat": "treated",
    "act": "acted",
    "heal": "healed",
}
ENDINGS = {
    "ar": (("ar", "a", "an", "amos", "e", "en", "emos", "ará", "arán", "aremos", "ando", "as"),
           ("ado", "ada", "ados", "adas")),
    "er": (("er", "e", "en", "emos", "a", "an", "erá", "erán", "iendo"),
           ("ido", "ida", "idos", "idas")),
    "ir": (("ir", "e", "en", "imos", "a", "an", "irá", "irán", "iendo"),
           ("ido", "ida", "idos", "idas")),
}  # fmt: skip


def plain_form(word: str) -> str:
    return word


def forms(name: str, entry: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb."""
    if entry not in VERB_ENTRIES.get(name, ()):
        return
    if "/" in entry:
        for form in entry.split("/"):
            yield form, name
        return
    first, _, rest = entry.partition(" ")
    stem = first[:-2]
    present, past = ENDINGS.get(first[-2:], ((), ()))
    for ending in present:
        # "purifique", "normalice"
        hard = {"c": "qu", "z": "c", "g": "gu"}.get(stem[-1:], "") if ending[0] == "e" else ""
        hard = hard if first.endswith("ar") else ""
        yield f"{stem[:-1] if hard else stem}{hard}{ending} {rest}", name
    for ending in past:
        yield f"{stem}{ending} {rest}", PAST.get(name, name)


VERB_ENTRIES = {name: set(entries(listed)) for name, listed in VERBS.items()}
WORDING = {
    "may help ease": "puede ayudar a aliviar",
    "many clients find": "a muchos clientes les parece",
    "ask about, feel for, look at": "preguntar, palpar, observar",
    "people come to us with": "la gente viene con",
    "may ease for a while": "puede aliviar por un tiempo",
    "you may feel sore for a day": "puede quedar algo de molestia un día",
    "beside the care of your doctor": "además de la atención de su médico",
    "may feel good after effort": "puede sentar bien después del esfuerzo",
    "client": "cliente",
}


def spanish() -> Vocabulary:
    doctor = r"\b(?:m[\u00e9e]dic[oa]|doctora?\b|enfermer|urgencias)"
    vocabulary = Vocabulary(TOKEN, plain_form, doctor, WORDING)
    vocabulary.add(entries(PLAIN), "plain")
    add_all(vocabulary, {**FRAME, **WORDS}, forms)
    add_all(vocabulary, VERBS, forms)
    return vocabulary.close()
