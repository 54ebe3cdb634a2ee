"""What names are taken to mean, in several languages, and what they only look like."""

import pytest

from facetrail.model.kinds import Kind
from facetrail.model.words import StoreUse
from facetrail.sources.inference import (
    comparing_word,
    is_public_network,
    is_zone,
    kind_of,
    own_word,
    staff_word,
    use_of,
)

NAMED = [
    # English, as people and as programmers write it
    ("Selfie", Kind.FACE_IMAGE),
    ("user_face_image", Kind.FACE_IMAGE),
    ("Profile picture", Kind.FACE_IMAGE),
    ("faceEmbedding", Kind.FACE_TEMPLATE),
    ("Liveness video", Kind.LIVENESS_VIDEO),
    ("Portrait from the chip", Kind.CHIP_PORTRAIT),
    ("Passport scan", Kind.DOCUMENT_IMAGE),
    ("Scan of the passport", Kind.DOCUMENT_IMAGE),
    ("Passport number", Kind.DOCUMENT_NUMBER),
    ("Social security number", Kind.NATIONAL_ID),
    ("Fingerprints", Kind.FINGERPRINT_IMAGE),
    ("Date of birth", Kind.DATE_OF_BIRTH),
    ("Customer name", Kind.NAME),
    ("Name and shipping address", Kind.IDENTITY_RECORD),
    ("E-mail", Kind.EMAIL_ADDRESS),
    ("mobile number", Kind.PHONE_NUMBER),
    ("Password hash", Kind.CREDENTIAL),
    ("Blood test results", Kind.HEALTH_FACT),
    ("Order history", Kind.BEHAVIOUR),
    ("Credit card number", Kind.ACCOUNT_ID),
    ("Face match score", Kind.COMPARISON_SCORE),
    ("Selfie check result", Kind.DECISION),
    ("Extracted document fields", Kind.IDENTITY_RECORD),
    ("Passport data", Kind.IDENTITY_RECORD),
    ("Patient demographics", Kind.IDENTITY_RECORD),
    ("CT images with patient ID", Kind.HEALTH_FACT),
    ("Lab order", Kind.HEALTH_FACT),
    ("Order items", Kind.BEHAVIOUR),
    # German
    ("Vergleichsergebnis", Kind.DECISION),
    ("Röntgenbild", Kind.HEALTH_FACT),
    ("Gesichtsbild", Kind.FACE_IMAGE),
    ("Ausweiskopie", Kind.DOCUMENT_IMAGE),
    ("Personalausweisnummer", Kind.DOCUMENT_NUMBER),
    ("Krankenversicherungsnummer", Kind.NATIONAL_ID),
    ("Lieferanschrift", Kind.ADDRESS),
    ("Patientenakte", Kind.HEALTH_FACT),
    ("Geburtsdatum", Kind.DATE_OF_BIRTH),
    # French
    ("photo d'identité", Kind.FACE_IMAGE),
    ("photo d’identité", Kind.FACE_IMAGE),
    ("Mot de passe", Kind.CREDENTIAL),
    ("Copie de la carte d'identité", Kind.DOCUMENT_IMAGE),
    ("Numéro de téléphone", Kind.PHONE_NUMBER),
    # Spanish and Portuguese
    ("Foto del DNI", Kind.DOCUMENT_IMAGE),
    ("Foto del rostro", Kind.FACE_IMAGE),
    ("Contraseña", Kind.CREDENTIAL),
    ("Huella dactilar", Kind.FINGERPRINT_IMAGE),
    ("Data de nascimento", Kind.DATE_OF_BIRTH),
    ("Senha", Kind.CREDENTIAL),
    ("CPF", Kind.NATIONAL_ID),
    ("Registro de entradas", Kind.BEHAVIOUR),
    ("Resultado de la verificación", Kind.DECISION),
    # Chinese, Japanese, Russian, Arabic
    ("用户人脸照片", Kind.FACE_IMAGE),
    ("身份证照片", Kind.DOCUMENT_IMAGE),
    ("身份证号码", Kind.NATIONAL_ID),
    ("手机号码", Kind.PHONE_NUMBER),
    ("比对结果", Kind.DECISION),
    ("人脸比对分数", Kind.COMPARISON_SCORE),
    ("化验单", Kind.HEALTH_FACT),
    ("订单", Kind.BEHAVIOUR),
    ("顔写真", Kind.FACE_IMAGE),
    ("Пароль", Kind.CREDENTIAL),
    ("رقم الهاتف", Kind.PHONE_NUMBER),
]

NEAR_MISSES = [
    # name, kind, what it only looks like
    ("interface", Kind.OTHER, "a face"),
    ("surface", Kind.OTHER, "a face"),
    ("Oberfläche", Kind.OTHER, "a face"),
    ("typeface", Kind.OTHER, "a face"),
    ("TypeFace", Kind.OTHER, "a face, once words are split"),
    ("face value of the coupon", Kind.OTHER, "a face"),
    ("IP address", Kind.IP_ADDRESS, "a postal address"),
    ("MAC address", Kind.DEVICE_ID, "a postal address"),
    ("address bar", Kind.OTHER, "a postal address"),
    ("base_address", Kind.OTHER, "a postal address"),
    ("userName", Kind.ACCOUNT_ID, "a name"),
    ("Benutzername", Kind.ACCOUNT_ID, "a name"),
    ("file name", Kind.OTHER, "a name"),
    ("hostname", Kind.OTHER, "a name"),
    ("nom du fichier", Kind.OTHER, "a name"),
    ("文件名", Kind.OTHER, "a name"),
    ("DB credentials", Kind.PROTECTION_KEY, "a person's credential"),
    ("API key", Kind.PROTECTION_KEY, "a person's credential"),
    ("password policy", Kind.OTHER, "a credential"),
    ("e-mail template", Kind.OTHER, "an e-mail address"),
    ("Portrait mode", Kind.OTHER, "a face"),
    ("DNS name", Kind.OTHER, "a name"),
    ("Location header", Kind.OTHER, "a place"),
    ("shopping list", Kind.OTHER, "a pin or an ip in the middle of a word"),
    ("pinned item", Kind.OTHER, "a PIN"),
    ("order status", Kind.OTHER, "what somebody bought"),
    ("valid id", Kind.OTHER, "the data of an id"),
    ("document text", Kind.OTHER, "the data of an id"),
    ("check status", Kind.OTHER, "a decision about a person"),
    ("Terminal", Kind.OTHER, "an appointment in German"),
    ("health check", Kind.OTHER, "a health fact"),
    ("catalogue", Kind.OTHER, "a log"),
    ("HTML", Kind.OTHER, "anything at all"),
    ("", Kind.OTHER, "anything at all"),
]


@pytest.mark.parametrize(("name", "kind"), NAMED)
def test_a_name_says_what_a_datum_is(name: str, kind: Kind) -> None:
    found = kind_of(name)
    assert found.kind is kind
    assert found.because.startswith("its name says “")


@pytest.mark.parametrize(("name", "kind", "resembled"), NEAR_MISSES)
def test_what_a_name_only_looks_like(name: str, kind: Kind, resembled: str) -> None:
    assert kind_of(name).kind is kind, f"{name} was taken for {resembled}"


def test_the_reason_quotes_the_word() -> None:
    assert kind_of("My selfie, mirrored").because == "its name says “selfie”"
    assert kind_of("Name, address").because == "its name says “name” and “address”"
    assert kind_of("Upload", "a selfie").because == "its description says “selfie”"


def test_flags_come_after_the_name_and_before_the_description() -> None:
    assert kind_of("Selfie", credentials=True).kind is Kind.FACE_IMAGE
    assert kind_of("Form", "a selfie", credentials=True).kind is Kind.CREDENTIAL
    assert kind_of("Form", "a selfie", personal=True).kind is Kind.FACE_IMAGE
    found = kind_of("Form", "what people type", personal=True)
    assert (found.kind, found.because) == (
        Kind.PERSONAL_TRAIT,
        "isPII is set and no word says more",
    )


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Doctor", "doctor"),
        ("Support agent", "support agent"),
        ("Sachbearbeiterin", "sachbearbeiterin"),
        ("银行柜员", "柜员"),
        ("Customer", None),
        ("Doctor's patient", None),
        ("Doctors of the clinic", "doctors"),
        ("Imagent", None),
        ("Radiologist", "radiologist"),
        ("Radiologin", "radiologin"),
        ("Technology", None),
        ("Driver", None),
    ],
)
def test_staff(name: str, word: str | None) -> None:
    assert staff_word(name) == word


@pytest.mark.parametrize(
    ("name", "is_own"),
    [
        ("Customer's phone", True),
        ("Customer’s phone", True),
        ("Web browser", True),
        ("mobile app", True),
        ("手机", True),
        ("Phone system", False),
        ("Device management", False),
        ("Smartphone shop", False),
    ],
)
def test_devices_of_the_person(name: str, is_own: bool) -> None:
    assert (own_word(name) is not None) == is_own


@pytest.mark.parametrize(
    ("name", "is_part"),
    [
        ("DMZ", True),
        ("Backend", True),
        ("AWS VPC", True),
        ("Server/DB", True),
        ("Clinic network", True),
        ("Rechenzentrum", True),
        ("政务云", True),
        ("Cloud of the software vendor", False),
        ("KYC provider network", False),
        ("合作银行云", False),
        ("Payment network", False),
        ("Google", False),
        ("Cloudflare", False),
        ("Networking company", False),
    ],
)
def test_parts_of_a_network_that_are_nobody_elses(name: str, is_part: bool) -> None:
    assert is_zone(name) == is_part


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Face match and liveness", "face match"),
        ("Facial recognition service", "facial recognition"),
        ("Gesichtsvergleich", "gesichtsvergleich"),
        ("Reconocimiento facial", "reconocimiento facial"),
        ("人脸比对服务", "人脸比对服务"),
        ("Matching engine for orders", None),
        ("Interface matcher", None),
        ("Price comparison", None),
    ],
)
def test_what_compares_people(name: str, word: str | None) -> None:
    assert comparing_word(name) == word


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Application logs", StoreUse.LOG),
        ("logs", StoreUse.LOG),
        ("Audit log", StoreUse.AUDIT_TRAIL),
        ("Kafka", StoreUse.QUEUE),
        ("Message queue", StoreUse.QUEUE),
        ("Data warehouse", StoreUse.ANALYTICS),
        ("操作日志", StoreUse.LOG),
        ("Login database", None),
        ("Catalogue", None),
        ("Logs of the customer database", StoreUse.LOG),
        ("Log4j advisory", None),
        ("Queue ticket archive", None),
    ],
)
def test_what_a_store_is_for(name: str, use: StoreUse | None) -> None:
    found = use_of(name)
    assert (found and found[0]) == use


def test_networks_that_nobody_runs() -> None:
    assert is_public_network("The Internet")
    assert not is_public_network("Internet bank")
