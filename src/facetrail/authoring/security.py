"""What pytm itself finds in a model: its security threats, asked for once all that was declared is
read, since pytm overwrites it on the way."""

from collections import defaultdict
from collections.abc import Mapping

import pytm  # type: ignore[import-untyped]

from facetrail.authoring import plain
from facetrail.authoring.record import record
from facetrail.report import SecurityThreat

_SEVERITIES = ("very high", "high", "medium", "low", "very low")
"""pytm's severities, worst first; a library of threats may have others, which come last."""


def security_threats(names: Mapping[int, str]) -> tuple[SecurityThreat, ...]:
    """Each threat once with everything in scope that it is about, worst first.

    `names` are those by which the rest of the report calls what is declared. Raises whatever pytm
    does.
    """
    written = [item for item, _ in plain.kept()]
    models = [item for item in (*record.words, *written) if isinstance(item, pytm.TM)]
    called = {id(item): names[number] for number, item in enumerate(written) if number in names}
    library = {item.id: item for item in pytm.TM._threats}
    targets: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for finding in plain.findings(models[0]):
        target = called.get(id(finding.element), finding.target)
        if finding.response:  # what the author says is done about it
            target = f"{target} ({finding.response})"
        threat = library[finding.threat_id]  # an override of the author's leaves texts out
        severity = finding.severity or threat.severity
        targets[threat.id, finding.description or threat.description, severity].add(target)
    found = (SecurityThreat(*threat, tuple(sorted(about))) for threat, about in targets.items())
    return tuple(sorted(found, key=lambda item: (_rank(item.severity), item.id, item.name)))


def _rank(severity: str) -> int:
    known = severity.lower()
    return _SEVERITIES.index(known) if known in _SEVERITIES else len(_SEVERITIES)
