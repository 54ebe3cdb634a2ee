"""What: the elements of a drawing. `evidence` says how well one is known, `known_from` from
what source, in words."""

from collections.abc import Mapping

import pytm  # type: ignore[import-untyped]

from facetrail.authoring.checks import Some
from facetrail.authoring.data import PersonalData
from facetrail.authoring.layers import Layer
from facetrail.authoring.parties import Boundary, Element, Party, Subjects
from facetrail.authoring.requirements import Requirement
from facetrail.authoring.strict import declares
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    AboutOthers,
    Act,
    Adaptation,
    AfterRefusal,
    Attribution,
    Comparison,
    Detriment,
    Effect,
    Event,
    Evidence,
    Frequency,
    ListRule,
    Means,
    MediaCheck,
    Need,
    Power,
    Purpose,
    Reachable,
    Recourse,
    Retention,
    Scene,
    SetBy,
    StaffAccess,
    StoreUse,
    Workplace,
)


class Person(Element, pytm.Actor):  # type: ignore[misc]
    """Somebody who acts. Outside every party's boundary, in a model about one population, the
    person is one of them. `workplace` is where somebody of the staff sees what comes to them."""

    @declares
    def __init__(
        self,
        name: str,
        *,
        boundary: Boundary | None = None,
        party: Party | None = None,
        subjects: Subjects | None = None,
        workplace: Workplace | None = None,
        description: str = "",
        evidence: Evidence = Evidence.REPORTED,
        known_from: str = "",
    ) -> None: ...


class Sensor(Element, pytm.ExternalEntity):  # type: ignore[misc]
    """Where data about a person begin: a camera, a reader, a keyboard.

    `notice` says whether people are told before or at the capture, `attended` whether trained
    staff see who is captured, `only_enrolled` that everybody else is kept out, `iapar` the
    measured rate of accepted presentation attacks, 0 to 1. `count` is how many sensors it stands
    for, `act` what the person does when they are captured, `frequency` how often one person is,
    `keeps_captures` whether its device keeps what it takes, which goes before what its party says.
    """

    @declares
    def __init__(
        self,
        name: str,
        *,
        boundary: Boundary | None = None,
        party: Party | None = None,
        notice: bool | None = None,
        scene: Scene | None = None,
        attended: bool | None = None,
        only_enrolled: bool = False,
        attack_detection: bool | None = None,
        iapar: float | None = None,
        count: int | None = None,
        act: Act | None = None,
        frequency: Frequency | None = None,
        keeps_captures: bool | None = None,
        description: str = "",
        evidence: Evidence = Evidence.REPORTED,
        known_from: str = "",
    ) -> None: ...


class Process(Element, pytm.Process):  # type: ignore[misc]
    """Something that works on data.

    `needs` is the least it could work with. `duplicate_check` says that a 1:N search looks for
    double enrolment and that its privacy risk was assessed; `local_impossible` is the reason why
    the person's device or the terminal could not compare. `effect` is what the outcome does to
    the person, `human_review` whether somebody decides who may depart from the machine.

    `real_time` says whether it works with no lasting delay, `confined_by` which law, order or
    prior authorisation confines it to stated cases, places and times. `zone_set_by` is who set a
    zone or time for a person, `absence_set_by` who set a rule that fires when something expected
    of a person is missing, `attribution` to whom acts are attributed. `tells_enrolment` says
    whether its answer shows strangers who is enrolled, `visible_trace` whether people near the
    person see a trace of the use.
    `needs_identity` says whether it has to know who somebody is, or that nobody counts twice;
    `needs_kinds` are the kinds of data it needs, `enough` is how often a check of one person would
    do. `adaptation` says whether it learns from probes, `analyses_metadata` that it detects attacks
    by what files say about themselves. `presupposes` is what the person must have or be able to do
    there. `groups_by_trait` says whether it groups, selects or scores people by a protected trait
    or something that stands in for one, `about_others` what it does about other people of whom the
    data there tell.

    `fmr`, `fnmr`, `fpir`, `dfar` and `dfrr` are rates of error, 0 to 1; `tested_on` is the size of
    the gallery that `fpir` was measured with, where it is not the one in use. `error_limits` says
    that it is held to such rates, `error_standard` names another standard that it meets.
    `group_ratio` is how many times the rate of everybody that of the worst group is,
    `tested_by_group` says that this is measured and within a quarter. `checks_documents` is whether
    a machine checks that documents are genuine. `tries_in_a_row` may fail before a pause of
    `pause_seconds`, `tries_in_all` at most. `searches_a_day` come in, `matches_a_day`
    come out, people can look at `review_capacity` of these, `review_keeps_up` says that this is
    all. `confirmed_by` so many people is a match, `single_check_ground` exempts from two.
    `media_checks` is what it checks of the samples that come to it.
    """

    @declares
    def __init__(
        self,
        name: str,
        *,
        boundary: Boundary | None = None,
        party: Party | None = None,
        purposes: Some[Purpose] | None = None,
        comparison: Comparison | None = None,
        needs: Need | None = None,
        duplicate_check: bool = False,
        local_impossible: str = "",
        attempt_limit: bool | None = None,
        effect: Effect | None = None,
        human_review: bool | None = None,
        requires: Requirement | None = None,
        real_time: bool | None = None,
        confined_by: str = "",
        zone_set_by: SetBy | None = None,
        absence_set_by: SetBy | None = None,
        attribution: Attribution | None = None,
        tells_enrolment: bool | None = None,
        visible_trace: bool | None = None,
        needs_identity: bool | None = None,
        needs_kinds: Some[Kind] | None = None,
        enough: Frequency | None = None,
        adaptation: Adaptation = Adaptation.NONE,
        analyses_metadata: bool = False,
        presupposes: Some[Means] = (),
        groups_by_trait: bool | None = None,
        about_others: AboutOthers | None = None,
        fmr: float | None = None,
        fnmr: float | None = None,
        fpir: float | None = None,
        tested_on: int | None = None,
        dfar: float | None = None,
        dfrr: float | None = None,
        error_limits: bool | None = None,
        error_standard: str = "",
        group_ratio: float | None = None,
        tested_by_group: bool | None = None,
        checks_documents: bool | None = None,
        tries_in_a_row: int | None = None,
        pause_seconds: int | None = None,
        tries_in_all: int | None = None,
        searches_a_day: int | None = None,
        matches_a_day: int | None = None,
        review_capacity: int | None = None,
        review_keeps_up: bool | None = None,
        confirmed_by: int | None = None,
        single_check_ground: str = "",
        media_checks: Some[MediaCheck] | None = None,
        description: str = "",
        evidence: Evidence = Evidence.REPORTED,
        known_from: str = "",
    ) -> None: ...


class Store(Element, pytm.Datastore):  # type: ignore[misc]
    """Where data rest.

    `at_rest` are the layers around every resting copy and `deletes_on` the events after which
    copies are removed; an empty list states that there are none. `retention_of` gives single data
    another limit than `retention`. `keep_duty` names a duty to keep, `purposes` why it keeps.

    `list_rules` are the rules that a watch list has, `track_points` how many places with times are
    kept of one person, `keeps_non_matches` whether anything of people who did not match stays, and
    `dispute_window` how long an act may be disputed.

    `reachable` is from where it can be reached, `meant_public` why everybody may read it.
    `staff_access`, `access_log` and `access_from` go before what its party states of all its
    stores.

    `after_refusal` is what becomes of the data of people who were refused, `replays_deletions`
    whether what was deleted stays so when something is restored from it.
    """

    @declares
    def __init__(
        self,
        name: str,
        *,
        boundary: Boundary | None = None,
        party: Party | None = None,
        purposes: Some[Purpose] | None = None,
        at_rest: Some[Layer] | None = None,
        retention: Retention | None = None,
        retention_of: Mapping[PersonalData, Retention] | None = None,
        deletes_on: Some[Event] | None = None,
        keep_duty: str = "",
        use: StoreUse = StoreUse.RECORDS,
        list_rules: Some[ListRule] | None = None,
        track_points: int | None = None,
        keeps_non_matches: bool | None = None,
        dispute_window: Retention | None = None,
        reachable: Reachable | None = None,
        meant_public: str = "",
        staff_access: StaffAccess | None = None,
        access_log: bool | None = None,
        access_from: Some[str] | None = None,
        after_refusal: AfterRefusal | None = None,
        replays_deletions: bool | None = None,
        description: str = "",
        evidence: Evidence = Evidence.REPORTED,
        known_from: str = "",
    ) -> None: ...


class External(Element, pytm.ExternalEntity):  # type: ignore[misc]
    """A service outside the design that data are sent to or come from. `attribution` is to whom
    it attributes acts, `needs_kinds` are the kinds of data that it needs, `about_others` what it
    does about other people of whom the data there tell."""

    @declares
    def __init__(
        self,
        name: str,
        *,
        boundary: Boundary | None = None,
        party: Party | None = None,
        purposes: Some[Purpose] | None = None,
        needs: Need | None = None,
        attribution: Attribution | None = None,
        needs_kinds: Some[Kind] | None = None,
        about_others: AboutOthers | None = None,
        description: str = "",
        evidence: Evidence = Evidence.REPORTED,
        known_from: str = "",
    ) -> None: ...


class Goal(Element):
    """What the person wants. `routes_complete` states that no other way exists than those
    written; `legal_duty` names a duty that prescribes the way.

    `detriment` is what a way without biometrics costs more, `redress` whether somebody whom a
    comparison rejects still gets there, `assisted` whether there is help, `act_of_will` whether
    the person must do something beside being captured, `recourse` what helps somebody whom another
    person was taken for, `needs_identity` whether it can only be given to somebody whose name is
    known.
    """

    @declares
    def __init__(
        self,
        name: str,
        *,
        boundary: Boundary | None = None,
        party: Party | None = None,
        requires: Requirement | None = None,
        routes_complete: bool | None = None,
        power: Power | None = None,
        legal_duty: str = "",
        detriment: Some[Detriment] | None = None,
        redress: bool | None = None,
        assisted: bool | None = None,
        act_of_will: bool | None = None,
        recourse: Some[Recourse] | None = None,
        needs_identity: bool | None = None,
        description: str = "",
        evidence: Evidence = Evidence.REPORTED,
        known_from: str = "",
    ) -> None: ...
