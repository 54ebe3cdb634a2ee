"""Follow the face: the words that a model file imports.

They are loaded when first asked for, so that importing facetrail does not import pytm.
"""

# What authoring offers is all there is.
# ruff: noqa: F403, F405

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facetrail.authoring import *

__all__ = [
    "NO_LIMIT",
    "NO_NOTICE",
    "AboutOthers",
    "Act",
    "Adaptation",
    "AfterRefusal",
    "Agreement",
    "AllOf",
    "AnyOf",
    "Attribution",
    "Basis",
    "Boundary",
    "ChannelProtection",
    "Comparison",
    "Composition",
    "DataTrade",
    "Detriment",
    "Effect",
    "Encrypted",
    "Event",
    "Evidence",
    "Extent",
    "External",
    "Flow",
    "FlowRole",
    "Frequency",
    "Goal",
    "Guardian",
    "Hashed",
    "Key",
    "Kind",
    "ListRule",
    "Means",
    "MediaCheck",
    "Model",
    "Need",
    "Notice",
    "Operation",
    "Party",
    "Person",
    "PersonalBoundary",
    "PersonalData",
    "Power",
    "Process",
    "ProtectedTemplate",
    "Purpose",
    "Reachable",
    "Recourse",
    "Role",
    "Scene",
    "Scope",
    "Sensor",
    "SetBy",
    "StaffAccess",
    "StatusCheck",
    "Store",
    "StoreUse",
    "Subjects",
    "Tokenised",
    "Unlearning",
    "Upkeep",
    "Workplace",
    "days",
    "until",
    "years",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("facetrail.authoring"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)


def __dir__() -> list[str]:
    return __all__
