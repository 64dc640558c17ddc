"""The colours: light, dark and high contrast.

Owns the palettes alone. Every meaning that has a colour also has a letter, sign or word.
"""

from __future__ import annotations

from textual.theme import Theme

from tui import preferences

LIGHT = Theme(
    name="tracker-light",
    primary="#1d4f91",
    secondary="#4a5568",
    accent="#7a3e9d",
    warning="#8a5000",
    error="#b3261e",
    success="#1b6b3a",
    foreground="#1a1c1e",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e4e1d8",
    dark=False,
    variables={
        "block-cursor-background": "#1d4f91",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#bdd0ec",
        "block-cursor-blurred-foreground": "#0b1f3a",
        "field": "#dbd6c8",
        "text-muted": "#4f5358",
    },
)
DARK = Theme(
    name="tracker-dark",
    primary="#8ab8ff",
    secondary="#aab4c2",
    accent="#d7a6ff",
    warning="#ffc66d",
    error="#ff9a8f",
    success="#86d9a4",
    foreground="#e6e6e3",
    background="#14171c",
    surface="#1c2027",
    panel="#282e38",
    dark=True,
    variables={
        "block-cursor-background": "#8ab8ff",
        "block-cursor-foreground": "#0b0e13",
        "block-cursor-blurred-background": "#2f4a70",
        "block-cursor-blurred-foreground": "#ffffff",
        "field": "#333c4a",
        "text-muted": "#b2b8c0",
    },
)
CONTRAST = Theme(
    name="tracker-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#00ffff",
    warning="#ffd200",
    error="#ffb3ab",
    success="#7dff9b",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#0a0a0a",
    dark=True,
    variables={
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#4d4d00",
        "block-cursor-blurred-foreground": "#ffffff",
        "field": "#595959",
        "text-muted": "#ffffff",
    },
)
THEMES = {preferences.DARK: DARK, preferences.LIGHT: LIGHT, preferences.CONTRAST: CONTRAST}
"""By the name that settings give them."""
FIRST = {"field": DARK.variables["field"]}
"""What Textual's own themes do not name, for the styles that are read before ours is in force."""
