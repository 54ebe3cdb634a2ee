"""What a datum, a person or a place probably is, judged by the words of whoever named it.

Pure tables: the first line that fits decides, so what is special stands above what is general.
Words match whole; `…` at an end stands for any letters, as German compounds need. Scripts without
spaces match anywhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from facetrail.model.kinds import Kind
from facetrail.model.words import StoreUse


@dataclass(frozen=True, slots=True)
class Inference:
    """What something is taken to be, and the reason: a clause without a full stop."""

    kind: Kind
    because: str


def kind_of(
    name: str,
    description: str = "",
    *,
    personal: bool | None = None,
    credentials: bool | None = None,
) -> Inference:
    """The kind of a datum by its name, else its flags, else its description.

    The flags are pytm's isPII and isCredentials, None where nobody set them.
    """
    if found := _kind_in(name):
        return Inference(found[0], f"its name says “{found[1]}”")
    if credentials:
        return Inference(Kind.CREDENTIAL, "isCredentials is set")
    if found := _kind_in(description):
        return Inference(found[0], f"its description says “{found[1]}”")
    if personal:
        return Inference(Kind.PERSONAL_TRAIT, "isPII is set and no word says more")
    return Inference(Kind.OTHER, "no word says more")


def staff_word(name: str) -> str | None:
    """The word by which a person acts for an organisation and is not whom the data are about."""
    return _head(_STAFF, name)


def is_employed(name: str) -> bool:
    """Whether a person works for somebody by name, who need not be the one that runs the model's
    system: where nobody else is, the data are about them."""
    return _head(_EMPLOYED, name) is not None


def is_served(name: str) -> bool:
    """Whether a person is by name somebody whom an organisation serves, wherever they are."""
    return _head(_SERVED, name) is not None


def own_word(name: str) -> str | None:
    """The word by which something is a device of the person whom the data are about."""
    return _head(_OWN, name)


def is_public_network(name: str) -> bool:
    """Whether a boundary is a network that nobody in the model runs."""
    return any(pattern.fullmatch(_spaced(name)) for pattern in _patterns(_NETWORK))


def is_zone(name: str) -> bool:
    """Whether a boundary is a part of somebody's network rather than an organisation: nothing in
    its name says that it is another's."""
    return _head(_ZONE, name) is not None and not any(_found_in(_OTHERS, _spaced(name)))


def comparing_word(name: str) -> str | None:
    """The words by which a process compares people with records of them."""
    return next(_found_in(_COMPARING, _spaced(name)), None)


def use_of(name: str) -> tuple[StoreUse, str] | None:
    """What a store is for where it is not for records, with the word that says so."""
    return next(((use, word) for use, row in _USES if (word := _head(row, name))), None)


_NEAR_MISSES = """
face value|type ?face|face to face|portrait (mode|orientation)|(health|status) ?checks?|
service health|passport js|location headers?|(password|credential|cookie|consent|log) polic(y|ies)|
(email|letter|message) templates?|name ?(space|server)s?|
(file|host|domain|dns|server|service|class|table|column|field|event|product|brand|company|package|
branch|project|queue|topic|bucket|database|db|resource|container|image|app|tag|interface|port)
?names?|
address (bar|space|range|family|pool)|
(memory|web|bus|contract|wallet|url|base|return|page) address|
date(i|en)?namen?|nom (de|du) (fichier|domaine|produit)|nombre (de|del) (archivo|dominio|producto)|
nome (do|de) (arquivo|ficheiro|domínio|produto)|文件名|域名|商品名|产品名
"""
"""Words about things, taken out before anything is looked for: none of them is about a person."""

_KINDS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.AGGREGATE,
        """
        aggregated?…|statistics|statistiken?|anonymi[sz]ed…|anonymisierte…|estadísticas|
        estatísticas|statistiques|统计|統計|статистика
        """,
    ),
    (
        Kind.CONSENT_RECORD,
        """
        consents?|consent (record|form)|einwilligung…|consentements?|consentimiento…|
        consentimento…|同意书|同意記録|согласие
        """,
    ),
    (
        Kind.RISK_SCORE,
        "(risk|credit|fraud|trust) (score|rating|label)s?|bonität…|scoring|"
        "score de (risque|crédit)|"
        "(puntuación|score) de (riesgo|crédito|risco)|信用分|风险评分|信用评分",
    ),
    (
        Kind.COMPARISON_SCORE,
        """
        (match|matching|similarity|comparison|confidence|face|facial|biometric|liveness) scores?|
        (face )?match results?|
        vergleichswert…|ähnlichkeitswert…|score (facial|biométrique|de similitude)|
        puntuación (facial|biométrica|de similitud)|相似度|比对分(数|值)?
        """,
    ),
    (
        Kind.CANDIDATE_LIST,
        "candidate lists?|search hits?|trefferliste…|lista de candidatos|候选…",
    ),
    (
        Kind.DECISION,
        """
        ((face|facial|biometric|selfie|portrait|document|id|identity|liveness)
        (check|comparison|recognition|verification)?|verification|identification|onboarding|kyc)
        (result|decision|outcome|verdict|status)s?|decisions?|verdicts?|
        entscheidung(en)?|(prüf|vergleichs|abgleich)ergebnis…|décisions?|
        résultats? de (la )?(vérification|comparaison)|decisi(ón|ones)|decis(ão|ões)|
        resultados? de (la )?(verificación|comparación)|(比对|核验|认证|审核)结果|判定|решение
        """,
    ),
    (
        Kind.FACE_TEMPLATE,
        """
        (face|facial) (template|embedding|vector|descriptor|feature|print)s?|face ?prints?|
        (biometric|biometrisches?) templates?|face ?id (template|data)|gesichtstemplate…|
        gesichtsmerkmal…|gabarits? (facial|biométrique)|(plantilla|vector) facial|
        (modelo|vetor) facial|人脸特征…|人脸模板|面部特征|顔特徴…
        """,
    ),
    (
        Kind.LIVENESS_VIDEO,
        """
        liveness…|live ?ness (video|check|frames?)|lebenderkennung…|lebendigkeits…|
        (vidéo|preuve) (du|de) (vivant|vivacité)|prueba de vida|prova de vida|
        selfie videos?|video ?ident…|活体…|生体検知
        """,
    ),
    (
        Kind.FINGERPRINT_TEMPLATE,
        "(fingerprint|finger) (template|minutiae)s?|fingerabdrucktemplate…|指纹特征|指纹模板",
    ),
    (
        Kind.FINGERPRINT_IMAGE,
        """
        fingerprints?( images?| scans?)?|fingerabdr[uü]ck…|empreintes? digitales?|
        huellas? (dactilar|digital)(es)?|impress(ão|ões) digita(l|is)|指纹|指紋|отпечат…
        """,
    ),
    (Kind.IRIS_TEMPLATE, "iris ?(template|code)s?|虹膜特征"),
    (Kind.IRIS_IMAGE, "iris( scans?| images?)?|irisscan…|retina scans?|虹膜"),
    (Kind.VOICE_TEMPLATE, "voice ?(print|template)s?|stimmabdruck…|声纹|聲紋"),
    (
        Kind.VOICE_RECORDING,
        """
        voice (recording|sample|message)s?|call recordings?|sprachaufnahme…|stimmaufnahme…|
        enregistrements? (vocal|vocaux|de la voix)|grabaci(ón|ones) de voz|
        grava(ção|ções) de voz|语音|录音|音声
        """,
    ),
    (
        Kind.DOCUMENT_NUMBER,
        """
        (passport|document|id card|identity card|licen[cs]e|visa) (number|no|nr)s?|
        (personalausweis|reisepass|ausweis|pass|führerschein|dokument)(nummer|nr)|
        numéros? (de|du) (passeport|document|permis)|
        número de(l)? (pasaporte|documento)|número do (passaporte|documento)|护照号…|证件号…
        """,
    ),
    (
        Kind.IDENTITY_RECORD,
        """
        (passport|id card|identity card|id|id document|identity document|licen[cs]e)
        (data|field|detail|text)s?|extracted (document|card) (data|field|detail|text)s?|
        ocr (data|field|result|text|output)s?|mrz( data)?|(ausweis|pass|dokumenten)daten|
        données (du|de la) (passeport|carte)…|datos del (documento|pasaporte|dni)|证件信息|身份信息
        """,
    ),
    (
        Kind.DOCUMENT_IMAGE,
        """
        (id|identity|passport|licen[cs]e|document|id card|identity card|identity document)s?
        (photo|scan|image|copy|picture|upload)s?|(photo|scan|image|copy|picture)s? of
        (the |an? |your |their )?(id|id card|identity card|passport|identity document|
        driving licen[cs]e|driver'?s? licen[cs]e)|(identity|id) documents?|passports?|
        ausweis(kopie|scan|foto|bild|dokument)…|personalausweis|reisepass|
        (copie|scan|photo)s? de (la |sa |votre )?(pièce|carte) d'identité|
        (pièces?|cartes?) d'identité|passeport|
        (copia|foto|escaneo|imagen) (del?|do) (dni|documento|pasaporte)|documento de identidad|
        pasaporte|documento de identi(dade|ficação)|passaporte|
        身份证(照片|扫描件|复印件|图像|正反面)|证件照片|护照|本人確認書類|паспорт
        """,
    ),
    (
        Kind.CHIP_PORTRAIT,
        "chip (portrait|photo|image)s?|(photo|portrait) (from|on|in) the chip|芯片照片",
    ),
    (
        Kind.FACE_IMAGE,
        """
        selfies?|faces?|facial (image|photo|scan|data|recognition)s?|face ?(image|photo|scan|id)s?|
        (portrait|profile|passport|mug|user|customer|applicant|patient)s?
        (photo|picture|image|shot)s?|portraits?|photo(graph)?s? of (the )?(face|person|user)|
        mugshots?|headshots?|avatars?|
        gesicht(er|s…)?|selbstporträt|passbild…|porträt(foto)?|lichtbild…|profilbild…|
        visages?|photo d'identité|photo de profil|rostros?|foto de(l)? (perfil|rostro)|
        rosto…|foto do rosto|人脸…|面部…|脸部|自拍…|头像|顔写真|顔画像|صورة الوجه|سيلفي|
        селфи|изображение лица
        """,
    ),
    (Kind.GENOME, "genomes?|genetic…|dna( sequence| profile)?s?|genom…|génome|genoma|基因…|геном"),
    (
        Kind.BIOLOGICAL_SAMPLE,
        "(blood|saliva|tissue|urine) samples?|blutprobe…|échantillons? (de )?sang…|"
        "muestras? de sangre|amostras? de sangue|血样",
    ),
    (
        Kind.HEALTH_FACT,
        """
        health…|medical…|clinical…|diagnos[ei]s|radiolog…|x ?rays?|dicom…|ultrasounds?|
        (ct|mri?|pet|imaging|radiology|ultrasound) (scan|image|study|studies|order|report|data)s?|
        lab(oratory)? (order|request|report|value|test)s?|anamnes[ei]s?|anamnèse|vital signs?|
        diagnostic (report|result)s?|prescriptions?|
        (lab|test|blood test) results?|patient (record|file|data|history|chart|notes?)s?|
        symptoms?|treatments?|medications?|allerg(y|ies)|vaccination…|insurance claims?|
        gesundheit…|befunde?…|diagnosen?|patientenakte…|krankenakte…|rezepte?|arztbrief…|
        labor(wert|auftrag|bericht|befund)…|röntgen…|krankmeldung…|krankengeschichte…|
        (dossier|données) (médical|de santé)…|médica(l|ux|ment…)|
        ordonnances?|diagnóstico…|historia(l)? (clínic[oa]|médic[oa])|radiograf…|
        (análisis|resultados?) (de (sangre|laboratorio)|clínicos?)|receta médica|prontuário…|
        receita médica|
        salud|saúde|santé|病历|病史|诊断…|处方|
        化验…|检查报告|检验…|影像…|体检…|健康…|医疗…|診断|カルテ|диагноз|медицинск…
        """,
    ),
    (
        Kind.RECOVERY_SECRET,
        "recovery (code|key|secret|phrase)s?|seed phrases?|security (question|answer)s?|"
        "wiederherstellungs…|恢复码",
    ),
    (
        Kind.PROTECTION_KEY,
        """
        (api|encryption|decryption|signing|private|public|master|secret|tls|ssl|ssh|kms|access)
        keys?|(tls|ssl|x\\.?509|server|client) certificates?|key ?store|client secrets?|
        (db|database|service|server|machine|aws|cloud) (credential|password|secret|account)s?|
        connection strings?|schlüsselmaterial|密钥
        """,
    ),
    (
        Kind.CREDENTIAL,
        """
        pass ?words?( hash(es)?)?|pass ?codes?|pass ?phrases?|pins?|otps?|one time (pass…|codes?)|
        credentials?|(log|sign) ?in (data|details|credentials?|request)s?|logins?|
        (auth|access|refresh|session|bearer|id|security|login)…? ?tokens?|jwts?|session ?ids?|
        2fa codes?|mfa…|totp|passwort…|kennwort…|zugangsdaten|anmeldedaten|mots? de passe|
        identifiants? de connexion|contraseñas?|credencia(l|les|is)|clave de acceso|senhas?|
        密码|口令|凭证|验证码|令牌|パスワード|認証情報|كلمة (ال)?(سر|مرور)|парол…
        """,
    ),
    (
        Kind.NATIONAL_ID,
        """
        (national|social security|social insurance|tax|citizen|personal|identity)
        (id|identity|identification)? ?(number|no|nr|code)s?|national ids?|ssn|nino|aadhaar…|
        tax ids?|nhs numbers?|steuer ?(id|identifikationsnummer|nummer)|
        (sozial|kranken)versicherungs…|versichertennummer|
        numéros? de sécurité sociale|dni|curp|cpf|
        número de (la )?seguridad social|身份证…|公民身份…|マイナンバー|снилс|инн
        """,
    ),
    (
        Kind.SUBSCRIBER_ID,
        "imsi|iccid|supi|sim (card )?(number|id|identifier|serial)s?|subscriber ids?",
    ),
    (
        Kind.DEVICE_ID,
        """
        (device|hardware|installation|advertising) ?(id|identifier|fingerprint)s?|imei|idfa|gaid|
        mac address(es)?|serial numbers?|gerätekennung…|geräte ?id|identifiant d'appareil|
        设备(号|标识|id)|устройств…
        """,
    ),
    (
        Kind.IP_ADDRESS,
        "ip( ?v[46])? ?address(es)?|ips?|cookies?|ip ?adressen?|adresses? ip|direcci(ón|ones) ip|"
        "endereços? ip|user agents?|ip地址",
    ),
    (
        Kind.EMAIL_ADDRESS,
        "emails?( address(es)?)?|mail address(es)?|email ?adressen?|courriels?|"
        "correos?( electrónicos?)?|电子邮件…|邮箱…|電子メール|メールアドレス|بريد إلكتروني|почта",
    ),
    (
        Kind.PHONE_NUMBER,
        """
        (tele)?phone ?(number|no|nr)?s?|(mobile|cell|contact) (number|phone)s?|msisdn|
        telefon(nummern?)?|handynummern?|mobilnummern?|(numéros? de )?téléphones?|
        (número de )?(teléfono|móvil|celular|telefone|telemóvel)…|手机号…|电话号…|电话|電話番号|
        رقم الهاتف|телефон…
        """,
    ),
    (
        Kind.LICENCE_PLATE,
        "(licen[cs]e|number|registration) plates?|kennzeichen|nummernschild…|"
        "plaques? d'immatriculation|matrículas?|placas? (do|del|de) (carro|veículo|vehículo)|车牌…",
    ),
    (
        Kind.TRAJECTORY,
        "trajector(y|ies)|movement (profile|history)s?|location history|travel history|"
        "bewegungsprofil…|行踪…|轨迹",
    ),
    (
        Kind.LOCATION,
        """
        (geo ?)?locations?( data)?|gps…|coordinates|standort…|geolokation…|géolocalisation|
        ubicaci(ón|ones)|localiza(ção|ções)|位置…|定位|местоположение
        """,
    ),
    (
        Kind.DATE_OF_BIRTH,
        """
        (date of birth|birth ?(date|day)s?|dob)|geburts(datum|tag)…|dates? de naissance|
        fechas? de nacimiento|datas? de nascimento|出生日期|生日|生年月日|تاريخ الميلاد|
        дат[аы] рождения
        """,
    ),
    (
        Kind.WATCHLIST_ENTRY,
        "watch ?lists?|sanctions? (list|hit)s?|blacklists?|sanktionsliste…|黑名单",
    ),
    (
        Kind.CONTACT_LIST,
        "contact lists?|contacts|address ?books?|(family|household) members?|next of kin|"
        "kontaktliste…|adressbuch|carnet d'adresses|libreta de direcciones|通讯录|联系人",
    ),
    (
        Kind.IDENTITY_RECORD,
        """
        ((customer|user|patient|member|applicant|client|citizen) )?demographics?( data)?|
        (customer|user|personal|identity|member|account|applicant|employee|citizen|client|patient|
         registration|kyc|profile|contact)s? (data|record|detail|info|information|profile|master
         data)s?|(user|customer) accounts?|pii|kyc|stammdaten|
        (kunden|nutzer|benutzer|personen|personal|patienten|mitarbeiter|melde|profil)
        (daten|stammdaten|datensatz|profil)|personenbezogene daten|
        données (personnelles|client|clients|utilisateur|d'identité)|
        datos (personales|del? (cliente|usuario|paciente)s?)|
        dados (pessoais|d[oe] (cliente|usuário)s?)|
        个人信息|用户信息|客户信息|实名信息|用户资料|個人情報|персональные данные
        """,
    ),
    (
        Kind.ACCOUNT_ID,
        """
        user ?names?|nicknames?|screen names?|(account|user|customer|member|client|patient|player)
        ?(id|identifier|number|no|nr)s?|(bank|iban|credit card|debit card|payment card|card|payment)
        ?(account|number|detail|info|information|data)s?|credit cards?|debit cards?|
        iban|bic|benutzernamen?|nutzernamen?|kundennummern?|kontonummern?|kreditkarte…|
        zahlungs(daten|information…)|kontodaten|bankverbindung…|
        (payment|card) tokens?|insurance (card|policy|member)? ?(number|id|no)s?|policy numbers?|
        versicherungsnummer…|noms? d'utilisateur|numéros? (de compte|client|de carte)|
        cartes? (bancaire|de crédit)s?|
        nombres? de usuario|(número|tarjeta) de (cuenta|crédito)|nomes? de usuário|
        cart(ão|ões) de crédito|用户名|账号|账户|银行卡…|卡号|ユーザー名|имя пользователя
        """,
    ),
    (
        Kind.ADDRESS,
        """
        address(es)?|(home|postal|shipping|delivery|billing|street|mailing) ?address(es)?|
        (liefer|rechnungs|post|wohn|kunden)?(adresse|anschrift)n?|wohnort|
        adresses?( postales?| de livraison)?|direcci(ón|ones)|domicilio|endereços?|
        地址|住址|住所|عنوان|адрес…
        """,
    ),
    (
        Kind.NAME,
        """
        names?|(first|last|full|given|family|legal|real|customer|patient|user's) ?names?|surnames?|
        (vor|nach|familien|kunden|patienten)?namen?|noms?|prénoms?|nombres?|apellidos?|nomes?|
        sobrenomes?|姓名|名字|氏名|اسم|الاسم|фио|имя|фамили…
        """,
    ),
    (
        Kind.BEHAVIOUR,
        """
        (entry|access|visit|attendance|check ?in) (record|history|time|data)s?|zutritts…|
        registros? de (entradas?|accesos?|visitas?|asistencia)|考勤…|通行记录|
        (order|basket|cart|checkout) (item|line|detail|content|confirmation)s?|
        (purchase|customer) orders?|appointments?( (request|detail)s?)?|termine?|
        bestell(ung|daten|position)…|pedidos?|citas?( médicas?)?|rendez vous|订单…|预约…|
        (browsing|purchase|order|search|viewing|click|usage|transaction|payment|chat)
        ?(history|behaviou?r|data|stream|pattern)s?|click ?streams?|shopping (cart|basket)s?|
        kaufhistorie|bestellhistorie|nutzungsverhalten|warenkorb|(historique|panier) d'achats?|
        historial de compras|histórico de compras|浏览记录|购买记录|订单记录|行为…|購入履歴
        """,
    ),
    (
        Kind.AUDIT_LOG,
        "(audit|access|event|activity|security|server|application) ?(log|trail)s?( data)?|logs?|"
        "log (data|entr(y|ies)|files?)|protokolldaten|journaux|registros? de (auditoría|auditoria)|"
        "日志|ログ",
    ),
    (
        Kind.MODEL_WEIGHTS,
        "(model|network) weights|trained models?|modellgewichte|模型权重",
    ),
    (
        Kind.PERSONAL_TRAIT,
        "age|gender|sex|nationalit(y|ies)|ethnicity|religion|marital status|salar(y|ies)|income|"
        "alter|geschlecht|staatsangehörigkeit|gehalt|einkommen|âge|sexe|nationalité|edad|género|"
        "nacionalidad|idade|gênero|nacionalidade|年龄|性别|国籍|民族|国別|возраст|гражданство",
    ),
)

_RECORD = frozenset(
    {
        Kind.NAME,
        Kind.ADDRESS,
        Kind.DATE_OF_BIRTH,
        Kind.PHONE_NUMBER,
        Kind.EMAIL_ADDRESS,
        Kind.NATIONAL_ID,
        Kind.DOCUMENT_NUMBER,
        Kind.IDENTITY_RECORD,
    }
)
"""Kinds of which two or more in one datum, one of them a name, make an identity record."""

_STAFF = """
    admin(istrator)?s?|employees?|staff|operators?|clerks?|agents?|analysts?|developers?|auditors?|
    officers?|support (agent|staff|team|engineer)?|doctors?|physicians?|nurses?|receptionists?|
    clinicians?|therapists?|\\w+olog(ists?|e|in|en|innen|ues?)|surgeons?|pharmacists?|midwi(fe|ves)|technicians?|
    tellers?|cashiers?|moderators?|guards?|managers?|reviewers?|engineers?|(dev)?ops|attackers?|hackers?|
    mitarbeiter(in|innen)?|sachbearbeiter(in|innen)?|ärzt(e|in|innen)|arzt|pflege(kraft|kräfte)|
    administrator(in|en)?|angestellte[rn]?|prüfer(in)?|médecins?|infirmi(er|ère)s?|employée?s?|
    salariée?s?|agents?|médic[oa]s?|enfermer[oa]s?|emplead[oa]s?|funcionári[oa]s?|
    administrador(a|es)?|员工|管理员|医生|护士|客服|柜员|医師|администратор|врач|сотрудник…
"""

_EMPLOYED = """
    employees?|staff|workers?|mitarbeiter(in|innen)?|angestellte[rn]?|beschäftigte[rn]?|
    employée?s?|salariée?s?|emplead[oa]s?|trabajador(es|as?)?|funcionári[oa]s?|员工|职工|従業員|
    сотрудник…
"""

_SERVED = """
    (customer|patient|user|client|applicant|visitor|citizen|resident|guest|student|pupil|child|
    passenger|traveller|subscriber|member|voter|tenant|borrower|buyer|shopper|consumer|person|
    data subject|public)s?|children|people|kund(e|in|en|innen)|patient(in|en|innen)?|
    bürger(in|innen)?|einwohner(in|innen)?|(be)?nutzer(in|innen)?|
    antragsteller(in|innen)?|besucher(in|innen)?|schüler(in|innen)?|versicherte[rn]?|
    clients?|usagers?|utilisat(eur|rice)s?|citoyen(ne)?s?|visiteu(r|se)s?|
    usuari[oa]s?|clientes?|pacientes?|ciudadan[oa]s?|solicitantes?|cidadã(o|os)?|titular(es)?|
    用户|客户|顾客|患者|病人|市民|公民|居民|申请人|乘客|旅客|会员|学生|利用者|
    пользовател[ьи]|клиенты?|пациенты?|граждан(ин|е)
"""

_ZONE = """
    dmz|(back|front) ?end|server ?side|vpc|vnet|v?lan|wlan|intranet|subnet(work)?|
    (k8s|kubernetes)( cluster)?|cluster|data ?cent(er|re)|server ?room|on prem(ises)?|cloud|aws|
    azure|gcp|analytics|production|staging|network|(network )?segment|tier|layer|zone|environment|
    core( banking| network| systems?| services?)|internal( systems?| services?)?|
    (user|client|web|app|api|server|db|database)s?( (client|web|app|api|server|db|database)s?)+|
    rechenzentrum|serverraum|(internes |lokales )?netz(werk)?|(schutz|netzwerk)zone|
    (réseau|zone) (interne|local|privée?)|red (interna|local|privada|corporativa)|nube|
    centro de datos|rede (interna|local)|nuvem|内网|局域网|后端|前端|后台|服务器|数据中心|
    云|专网|机房|внутренняя сеть|дата центр
"""

_OTHERS = """
    providers?|vendors?|suppliers?|partners?|processors?|third part(y|ies)|3rd party|external|
    outsourc…|insur(er|ers|ance)|laborator(y|ies)|labs?|authorit(y|ies)|police|government|
    ministry|bureau|agenc(y|ies)|merchants?|issuers?|acquirers?|hospitals?|saas|
    (payment|card|banking|social) networks?|visa|mastercard|swift|
    dienstleister…|anbieter…|lieferant…|versicherung…|labor|behörde…|polizei…|
    fournisseurs?|prestataires?|assur(eur|ance)s?|proveedor(es)?|asegurador…|laboratorio|
    policía|fornecedor(es)?|供应商|服务商|第三方|合作…|保险…|公安|поставщик
"""

_COMPARING = """
    (face|facial|biometric|fingerprint|iris|voice|speaker|selfie|portrait)s?
    (match…|compar…|recogni…|verif…|identif…|search…|auth…|lookup)|
    (match|compar|recogni|verif|identif)(e?s|ing|ison|ition|ication)? (of )?(the )?
    (face|faces|biometrics|fingerprints|selfies?)|
    (biometric|face|template) matcher|abis|afis|face ?id|gesichts(vergleich|erkennung|abgleich)…|
    (biometrie|fingerabdruck)(vergleich|abgleich)…|
    (comparaison|reconnaissance|vérification) (faciale|biométrique|des visages)|
    (comparación|reconocimiento|verificación|cotejo) (facial|biométric[oa])|
    (comparação|reconhecimento|verificação) (facial|biométric[oa])|
    人脸(识别|比对|核验|验证|认证|搜索)…|(人证|人像)(比对|核验)|顔(認証|照合)|распознавание лиц
"""

_USES: tuple[tuple[StoreUse, str], ...] = (
    (StoreUse.AUDIT_TRAIL, "audit (log|trail|record)s?|auditprotokoll…|审计日志"),
    (
        StoreUse.LOG,
        "((web|access|application|app|server|event|security|request|error|debug) )?logs?|"
        "log (store|storage|files?|server|archive|database|db)|logging|splunk|syslog|siem|"
        "(protokoll|log)(datei|daten|speicher)…|journaux|registros de acceso|日志…|журнал…",
    ),
    (
        StoreUse.QUEUE,
        "((message|event|job|task|work) )?(queue|bus|broker)s?|kafka( topic)?|rabbit ?mq|sqs|"
        "warteschlange…|cola de mensajes|消息队列|очередь",
    ),
    (
        StoreUse.ANALYTICS,
        "((web|usage|product) )?analytics( (db|database|store|warehouse))?|"
        "data ?(warehouse|lake|mart)|telemetry( store)?|datawarehouse|数据仓库|数据湖|аналитика",
    ),
)

_OWN = """
    smart ?phones?|(mobile|cell) ?(phone|device|app|application)s?|handys?|i ?phone|
    (user|customer|client|patient|applicant|visitor|citizen|owner|subscriber)'?s?
    (own )?(phone|device|browser|computer|laptop|pc|tablet|app|home)s?|own (phone|device)|
    (web )?browsers?|(smartphone|endgerät|handy|gerät|browser) (des|der) …|
    (téléphone|navigateur|appareil)s?( (du|de la|de l'|des) …)?|(teléfono|móvil|celular)s?( del …)?|
    navegador(es)?|手机|用户设备|浏览器|スマホ|ブラウザ|смартфон
"""

_NETWORK = (
    "(the |public )?internet|public (network|web|zone)|untrusted( zone| network)?|external|"
    "(world wide )?web|öffentliches netz|öffentlich|internet public|互联网|公网|интернет"
)

_REST = re.compile(
    r"$| ?[(,:;&]| (of|at|in|on|and|de|du|des|del|do|der|im|bei|von|und|et|y|e) |\W*\d"
)
"""What may follow the word that a name is about."""

_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def _kind_in(text: str) -> tuple[Kind, str] | None:
    """The first kind that a text names, with the words that do."""
    words = _spaced(text)
    for pattern in _patterns(_NEAR_MISSES):
        words = pattern.sub(" · ", words)
    found = {
        kind: word
        for kind, row in _KINDS
        if (word := next(_found_in(row, words), None)) is not None
    }
    record = [kind for kind in found if kind in _RECORD]
    if Kind.NAME in record and next(iter(found)) in _RECORD and len(record) > 1:
        return Kind.IDENTITY_RECORD, "” and “".join(found[kind] for kind in reversed(record))
    return next(iter(found.items()), None)


def _head(row: str, name: str) -> str | None:
    """The word of a row that a name is about: in “smartphone shop” it is the shop."""
    words = _spaced(name)
    for pattern in _patterns(row):
        for match in pattern.finditer(words):
            if _REST.match(words, match.end()):
                return match[0].strip()
    return None


def _found_in(row: str, words: str) -> Iterator[str]:
    for pattern in _patterns(row):
        if match := pattern.search(words):
            yield match[0].strip()


def _spaced(text: str) -> str:
    """A text in small letters, with spaces where programmers join words."""
    text = normalize("NFKC", text).replace("’", "'")
    text = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", text)
    text = re.sub(r"[\s_\-./]+", " ", text).lower()
    return re.sub(r"\be mail", "email", text)


@cache
def _patterns(row: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a row: one for words, one for scripts without spaces."""
    options = [*_options(row)]
    spaced = [item for item in options if not _UNSPACED.search(item)]
    dense = [item for item in options if _UNSPACED.search(item)]
    made = []
    if spaced:
        made.append(re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"))
    if dense:
        made.append(re.compile("|".join(dense)))
    return tuple(made)


def _options(row: str) -> Iterable[str]:
    """The alternatives of a row, split where no bracket is open."""
    text = re.sub(r"\s*\n\s*", " ", re.sub(r"\|\s*\n\s*", "|", row.strip()))
    text = text.replace("…", r"\w*")
    depth, start = 0, 0
    for index, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            yield text[start:index].strip()
            start = index + 1
    yield text[start:].strip()
