"""The version of the renderer: another one makes every stored document stale."""

from __future__ import annotations

RENDERER_VERSION = "12"
"""Raise it whenever any stored form of an unchanged article would come out differently."""
