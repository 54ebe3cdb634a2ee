"""Who: parties, the people that data are about, and the boundaries that parties run."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytm  # type: ignore[import-untyped]

from facetrail.authoring.checks import Some
from facetrail.authoring.strict import Word, declares, strict
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    Agreement,
    Basis,
    DataTrade,
    Evidence,
    Guardian,
    Means,
    Power,
    Purpose,
    Retention,
    Role,
    StaffAccess,
)


class Party(Word):
    """Somebody who runs elements. `jurisdiction` is an ISO 3166 code; `controls` are parties it
    employs or owns: what they can open, it can open. `observers` are parties that can see from the
    traffic that somebody uses its services, such as the network; an empty list: nobody can.

    `basis` is what its processing rests on, `basis_for` what instead for single purposes;
    `separate_consent`, `consent_record`, `withdrawal` and `refusable` say how consent is asked for
    and kept. `access_route` and `correction_route` are ways for people, `restriction` a stated
    limit to them; `impact_assessment`, `filed`, `rights_assessment` and `retention_published` are
    papers that it has.

    `closed_recipients` says whether it passes data about people on only to a closed list,
    `agreement` what binds it where it acts for another, `data_trade` whether it deals in data about
    people, `exit_settled` whether it is bound what becomes of the data on a sale or failure,
    `protects_channels` whether what comes to it comes encrypted and authenticated,
    `keeps_captures` whether its capture devices keep what they take or let it be exported, and
    `compellable_from` whose authorities may compel it (ISO 3166 codes). Of all its stores:
    `staff_access` is whose records people can read, `access_log` whether that is recorded, and
    `access_from` from which jurisdictions they read. `serves_others` states that it works for
    customers that the drawing does not show, `customers_apart` whether it keeps apart what it has
    from each.
    """

    @declares
    def __init__(
        self,
        name: str,
        *,
        role: Role,
        jurisdiction: str | None = None,
        power: Power | None = None,
        controls: "Some[Party]" = (),
        observers: "Some[Party] | None" = None,
        basis: Basis | None = None,
        basis_for: Mapping[Purpose, Basis] | None = None,
        separate_consent: bool | None = None,
        consent_record: bool | None = None,
        withdrawal: bool | None = None,
        refusable: bool | None = None,
        access_route: bool | None = None,
        correction_route: bool | None = None,
        restriction: str = "",
        impact_assessment: bool | None = None,
        filed: bool | None = None,
        rights_assessment: bool | None = None,
        retention_published: bool | None = None,
        closed_recipients: bool | None = None,
        agreement: Agreement | None = None,
        data_trade: DataTrade = DataTrade.NONE,
        exit_settled: bool | None = None,
        protects_channels: bool | None = None,
        keeps_captures: bool | None = None,
        compellable_from: Some[str] | None = None,
        staff_access: StaffAccess | None = None,
        access_log: bool | None = None,
        access_from: Some[str] | None = None,
        serves_others: bool = False,
        customers_apart: bool | None = None,
    ) -> None: ...


@dataclass(frozen=True)
class Told:
    """What people are told; write it as Notice, or as NO_NOTICE."""

    purposes: Any  # each of the first four is a tuple, or None
    recipients: Any
    countries: Any
    kinds: Any
    retention: Retention | None = None
    complete: bool = False


NO_NOTICE = Told((), (), (), (), Retention(days=0))
"""States that people are told nothing at all."""


@strict
def Notice(
    *,
    purposes: Some[Purpose] | None = None,
    recipients: Some[Party] | None = None,
    countries: Some[str] | None = None,
    kinds: Some[Kind] | None = None,
    retention: Retention | None = None,
    complete: bool = False,
) -> Told:
    """What people are told about the use of their data. `countries` are ISO 3166 codes of where it
    goes, `kinds` of what is concluded about people; `complete` states that it was compared with
    the model and names everything."""
    return Told(purposes, recipients, countries, kinds, retention, complete)


class Subjects(Word):
    """People that data are about: how many they are, not how many records. `notice` is what they
    are told about the use of their data, `minors` whether there are any among them, `guardian` who
    agrees for these, `lacks` what part of them does not have or cannot do, `can_be_told` whether
    they could be told of a leak. `evidence` says how well their number is known, `known_from` from
    where, in words."""

    @declares
    def __init__(
        self,
        name: str,
        *,
        population: int | None = None,
        notice: Told | None = None,
        minors: bool | None = None,
        guardian: Guardian | None = None,
        lacks: Some[Means] | None = None,
        can_be_told: bool | None = None,
        evidence: Evidence = Evidence.REPORTED,
        known_from: str = "",
    ) -> None: ...


class Boundary(Word, pytm.Boundary):  # type: ignore[misc]
    """What is inside is run by `party` unless an element says otherwise."""

    @declares
    def __init__(
        self, name: str, *, party: Party | None = None, parent: "Boundary | None" = None
    ) -> None: ...


class PersonalBoundary(Boundary):
    """What the data subjects control themselves: their phone, their card, their home.

    In a model about one population it is theirs.
    """

    @declares
    def __init__(
        self, name: str, *, subjects: Subjects | None = None, parent: Boundary | None = None
    ) -> None: ...


class Element(Word, pytm.Element):  # type: ignore[misc]
    """Anything in the drawing that data can be at."""
