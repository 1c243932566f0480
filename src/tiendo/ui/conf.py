"""Values for settings.py that belong to the look: forms, formats, login pages, content policy."""

from csp.constants import NONE, SELF

FORM_RENDERER = "tiendo.ui.forms.Renderer"
FORMAT_MODULE_PATH = "tiendo.ui.formats"

# Everything comes from this server; nothing is written into the page as script or style.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# People are entered by the administrator of their office: nobody signs up, nothing goes by e-mail.
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
    },
}
