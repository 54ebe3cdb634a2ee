"""The types and leaves of the LINDDUN threat tree by name, to label what a report covers, and where
along a flow each type can apply.

LINDDUN is the work of KU Leuven (DistriNet); ids and short names are used as labels.
"""

from collections.abc import Mapping
from enum import StrEnum

CREDIT = "LINDDUN is the work of KU Leuven (DistriNet); its ids and short names are labels here."

TYPES = {
    "L": "Linking",
    "I": "Identifying",
    "NR": "Non-repudiation",
    "D": "Detecting",
    "DD": "Data disclosure",
    "U": "Unawareness and unintervenability",
    "NC": "Non-compliance",
}
"""The seven threat types, by the first part of a node's id."""

NAMES = {
    "L.1": "linked data",
    "L.1.1": "unique identifier",
    "L.2": "linkable data",
    "L.2.1": "linkable through combination",
    "L.2.1.1": "quasi-identifier of one individual",
    "L.2.1.2": "data of different individuals combined",
    "L.2.2": "linkable through profiling or inference",
    "L.2.2.1": "profile of an individual",
    "L.2.2.2": "profile of a group",
    "L.2.2.3": "individual through likeness or difference",
    "I.1": "identified information",
    "I.1.1": "processing of identified data",
    "I.1.2": "identified information in metadata",
    "I.2": "identifiable information",
    "I.2.1": "pseudonym",
    "I.2.1.1": "pseudonym as identifier",
    "I.2.1.2": "pseudonym as quasi-identifier",
    "I.2.2": "revealing attributes",
    "I.2.3": "subject distinguishable from others",
    "NR.1": "attributable evidence in data",
    "NR.1.1": "evidence in data",
    "NR.1.2": "evidence in signed data",
    "NR.1.3": "evidence in metadata",
    "NR.1.4": "evidence embedded or hidden",
    "NR.2": "evidence in side effects",
    "D.1": "observed communications",
    "D.2": "application side effect",
    "D.3": "system responses",
    "DD.1": "unnecessary data types",
    "DD.1.1": "sensitivity",
    "DD.1.2": "granularity",
    "DD.1.3": "encoding",
    "DD.2": "excessive volume",
    "DD.2.1": "amount",
    "DD.2.2": "frequency",
    "DD.2.3": "data subjects involved",
    "DD.3": "unnecessary processing",
    "DD.3.1": "treatment, analysis, enrichment",
    "DD.3.2": "propagation",
    "DD.3.3": "implicit disclosure",
    "DD.3.4": "duration or retention",
    "DD.4": "involved parties and exposure",
    "DD.4.1": "parties",
    "DD.4.1.1": "predetermined set of parties",
    "DD.4.1.2": "dynamic set of parties",
    "DD.4.2": "availability or accessibility",
    "U.1": "unawareness of processing",
    "U.1.1": "as data subject",
    "U.1.2": "as user sharing personal data",
    "U.2": "lack of control",
    "U.2.1": "preferences",
    "U.2.2": "access",
    "U.2.3": "rectification or erasure",
    "NC.1": "regulation",
    "NC.1.1": "GDPR",
    "NC.1.1.1": "insufficient subject controls",
    "NC.1.1.2": "minimisation",
    "NC.1.1.3": "basis of the processing",
    "NC.1.1.3.1": "invalid consent",
    "NC.1.1.3.2": "basis other than consent",
    "NC.1.1.4": "storage limitation",
    "NC.1.2": "other regulation",
    "NC.2": "personal data management",
    "NC.3": "security risk management",
    "NC.4": "standards and best practice",
}
"""The short name of every node below the types."""

LEAVES = tuple(node for node in NAMES if not any(other.startswith(f"{node}.") for other in NAMES))
"""The nodes that have none below them, in the order of the tree."""


PEOPLE = {
    "L.1.1": "Which values about a person are the same in two of your systems?",
    "L.2.1.1": "Which ordinary details, taken together, would tell whom a record is about?",
    "L.2.1.2": "Whose data stand in records about somebody else?",
    "L.2.2.1": "What is concluded about a person that nobody asked them?",
    "L.2.2.2": "Which groups of people are treated differently, and by what are they told?",
    "L.2.2.3": "Who is picked out for being like, or unlike, others?",
    "I.1.1": "Where would the work go on without knowing who the person is?",
    "I.1.2": "What do file names, headers and addresses tell about a person?",
    "I.2.1.1": "Who could find out who stands behind a pseudonym, and how?",
    "I.2.1.2": "How many people share the details that stand beside a pseudonym?",
    "I.2.2": "What in a text, picture or recording gives away who it is about?",
    "I.2.3": "How small is the group that a person is told apart from?",
    "NR.1.1": "What could be held against a person later, and by whom?",
    "NR.1.2": "Which signed statements about a person could be shown to others?",
    "NR.1.3": "Which logs prove where somebody was and what they did?",
    "NR.1.4": "What is hidden in files that leads back to their author or device?",
    "NR.2": "Which acts are put down to a person because of an account or device?",
    "D.1": "Who can see that somebody uses the service at all?",
    "D.2": "What do people nearby notice of the use?",
    "D.3": "What does an answer give away about whether a person is known?",
    "DD.1.1": "Which sensitive details are collected that no step needs?",
    "DD.1.2": "Where would a coarser value do?",
    "DD.1.3": "Where is a picture or document kept though a field of it would do?",
    "DD.2.1": "Which data have never been used?",
    "DD.2.2": "What is taken more often than it changes?",
    "DD.2.3": "Whose data are taken though they want nothing?",
    "DD.3.1": "What is done with the data beside what people came for?",
    "DD.3.2": "Who gets data by habit rather than by need?",
    "DD.3.3": "Where do data turn up that nobody meant to put there?",
    "DD.3.4": "What would have been deleted long ago had anybody looked?",
    "DD.4.1.1": "Which of the recipients could be left out?",
    "DD.4.1.2": "Who may become a recipient without anybody deciding it?",
    "DD.4.2": "Who could look at data whose case is not theirs?",
    "U.1.1": "What would surprise the people concerned?",
    "U.1.2": "Do people know what they give away about others?",
    "U.2.1": "What can a person choose, and what does saying no cost them?",
    "U.2.2": "How does a person get to see what is kept about them, and how long does it take?",
    "U.2.3": "How does a person have something corrected or deleted, also where it was passed on?",
    "NC.1.1.1": "Which requests of the people concerned could not be met today?",
    "NC.1.1.2": "Who decides what is collected, and when was it last made less?",
    "NC.1.1.3.1": "How would somebody show that a consent was informed and free?",
    "NC.1.1.3.2": "On what basis does each purpose stand, and who has checked it?",
    "NC.1.1.4": "Which period of keeping is written down, and who carries it out?",
    "NC.1.2": "Which other laws apply where the people are, and who follows their changes?",
    "NC.2": "Who answers for the data through their whole life, and is it written down?",
    "NC.3": "When were the risks to the data last assessed, and what came of it?",
    "NC.4": "Which standards are followed, and who has tested that?",
}
"""For every leaf what to ask people where a model cannot tell."""


class End(StrEnum):
    """What an end of a flow is in a data-flow diagram."""

    PROCESS = "process"
    STORE = "store"
    EXTERNAL = "external"


class Part(StrEnum):
    """Where along a flow a threat can be."""

    SOURCE = "source"
    FLOW = "flow"
    DESTINATION = "destination"


_ANYWHERE = frozenset(Part)
_ENDS = frozenset({Part.SOURCE, Part.DESTINATION})
_WITHIN: Mapping[str, frozenset[Part]] = {
    "L": _ANYWHERE,
    "I": _ANYWHERE,
    "NR": _ANYWHERE,
    "D": frozenset({Part.SOURCE, Part.FLOW}),
    "DD": _ANYWHERE,
    "U": _ENDS,
    "NC": _ENDS,
}

APPLICABLE: Mapping[tuple[End, End], Mapping[str, frozenset[Part]]] = {
    (End.PROCESS, End.PROCESS): _WITHIN,
    (End.PROCESS, End.STORE): _WITHIN,
    (End.PROCESS, End.EXTERNAL): _WITHIN,
    (End.STORE, End.PROCESS): _WITHIN,
    (End.EXTERNAL, End.PROCESS): {**_WITHIN, "NC": frozenset({Part.DESTINATION})},
}
"""Where each type can apply, by what a flow goes from and to; other ends have no row. From the
table in NIST SP 1800-43C (draft of August 2025) that follows LINDDUN. It tells where a rule may
speak of a type, never that there is a threat."""


def type_of(node: str) -> str:
    """The name of the threat type that a node belongs to."""
    prefix = node.partition(".")[0]
    return TYPES.get(prefix, prefix)


def label(node: str) -> str:
    """The short name of a node, empty where the tree has none."""
    return NAMES.get(node, "")
