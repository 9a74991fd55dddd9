"""Conformance (验格式): any Word file against GB/T 9704-2012, item by item. Bytes in, a value out.

Nothing here comes from the room that produces documents: a figure that is wrong there must not be right here.
"""

from mzsh.conformance.examining import examine
from mzsh.conformance.result import Conformity, Item, State

__all__ = ["Conformity", "Item", "State", "examine"]
