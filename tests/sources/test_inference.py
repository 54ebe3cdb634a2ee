"""What names are taken to mean, in several languages, and what they only look like."""

import pytest

from facetrail.model.kinds import Kind
from facetrail.sources.inference import is_public_network, kind_of, own_word, staff_word

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
    # German
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
    # Chinese, Japanese, Russian, Arabic
    ("用户人脸照片", Kind.FACE_IMAGE),
    ("身份证照片", Kind.DOCUMENT_IMAGE),
    ("身份证号码", Kind.NATIONAL_ID),
    ("手机号码", Kind.PHONE_NUMBER),
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


def test_networks_that_nobody_runs() -> None:
    assert is_public_network("The Internet")
    assert not is_public_network("Internet bank")
