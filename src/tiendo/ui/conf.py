"""Values for settings.py that belong to the look: forms, formats, login pages, content policy, mail, tiles."""

import re
from dataclasses import dataclass
from datetime import time
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import NONE, SELF

FORM_RENDERER = "tiendo.ui.forms.Renderer"
FORMAT_MODULE_PATH = "tiendo.ui.formats"


def content_policy(*pictures_from: str) -> dict[str, dict[str, list[str]]]:
    """Everything comes from this server, and pictures also from these addresses; nothing is written into the page as
    script or style.
    """
    return {
        "DIRECTIVES": {
            "default-src": [SELF],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, *filter(None, pictures_from)],
            "font-src": [SELF],
            "connect-src": [SELF],
            "object-src": [NONE],
            "base-uri": [SELF],
            "form-action": [SELF],
            "frame-ancestors": [NONE],
        }
    }


# People are entered by the administrator of their office: nobody signs up, nothing needs e-mail.
ALLAUTH = {
    "ACCOUNT_ADAPTER": "tiendo.accounts.login.LoginAdapter",
    "ACCOUNT_FORMS": {
        "login": "tiendo.accounts.login_forms.LoginForm",
        "change_password": "tiendo.accounts.login_forms.ChangePasswordForm",
    },
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_LOGOUT_ON_GET": False,
    "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
    "ACCOUNT_SESSION_REMEMBER": False,
    "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": False,
    # The count is per account AND address, so that a stranger cannot lock somebody out.
    "ACCOUNT_RATE_LIMITS": {
        "login": "60/m/ip",
        "login_failed": "30/m/ip,6/5m/key",
        "change_password": "10/m/user",
        "slip": "30/m/ip",
        "slip_failed": "60/h/ip,10/h/key",
    },
}


PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def mail(address: str) -> dict[str, object]:
    """Django's settings for the server at "smtp://user:password@host:port?from=…"; {} without an address.

    Raises ValueError, with a sentence, for an address that is none.
    """
    if not address:
        return {}
    parts = urlsplit(address)
    try:
        port = parts.port or PORTS[parts.scheme]
    except (KeyError, ValueError) as error:
        raise ValueError("TIENDO_MAIL: smtp://user:password@host:port") from error
    if not parts.hostname:
        raise ValueError("TIENDO_MAIL: smtp://user:password@host:port")
    sender = parse_qs(parts.query).get("from", [unquote(parts.username or "")])[0]
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 10,  # seconds
        "DEFAULT_FROM_EMAIL": sender if "@" in sender else f"tiendo@{parts.hostname}",
    }


def time_of_day(name: str, words: str) -> str:
    """The time that the setting `name` says, as "07:00". Raises ValueError, with a sentence, for what is none."""
    try:
        return f"{time.fromisoformat(words):%H:%M}"
    except ValueError as error:
        raise ValueError(f"{name}: 07:00") from error


TILES_LIKE = "https://host/{z}/{x}/{y}.png"
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Tiles:
    """Pictures of the land under maps: where each is, who is to be named for them, the server they come from."""

    address: str
    credit: str
    origin: str  # "" where it is this server


def tiles(address: str, credit: str) -> Tiles | None:
    """Where the pictures of the land come from; None without an address.

    Raises ValueError, with a sentence, for an address that is none: pages may fetch pictures from one host only, so
    it names no {s}.
    """
    if not address:
        return None
    parts = urlsplit(address)
    own = address.startswith("/") and not address.startswith("//")
    server = parts.scheme in ("http", "https") and HOST.fullmatch(parts.netloc.lower())
    if not (own or server) or not all(each in parts.path for each in ("{z}", "{x}", "{y}")):
        raise ValueError(f"TIENDO_TILES: {TILES_LIKE}")
    origin = "" if own else f"{parts.scheme}://{parts.netloc.lower()}"
    return Tiles(address, credit, origin)
